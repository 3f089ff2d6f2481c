import type { KnownError } from './error-meaning.ts';
import { anyOf } from './error-words.ts';

/** What browsers and programs say if there is no secure connection. */
export const tlsError: KnownError = {
  words: anyOf(
    /\bERR_CERT_(?!COMMON_NAME)[A-Z_]{1,40}/,
    /\bERR_SSL_[A-Z_]{1,40}/,
    /\b(?:SEC|SSL)_ERROR_(?!BAD_CERT_DOMAIN)[A-Z_]{1,40}/,
    /\bMOZILLA_PKIX_ERROR_[A-Z_]{1,40}/,
    /\bPR_END_OF_FILE_ERROR\b/,
    /connection (?:is not|isn't) private/,
    /\bSSL(?:Handshake|Protocol)?Exception\b/,
    /\b(?:CertPathValidator|CertificateExpired)Exception\b/,
    /PKIX path building failed/,
    /valid certification path/,
    /during (?:the )?handshake|terminated the handshake/,
    /handshake_failure/,
    /SSL certificate problem/,
    /local issuer certificate/,
    /verify the first certificate/,
    /UNABLE_TO_(?:GET_ISSUER_CERT|VERIFY_LEAF_SIGNATURE)/,
    /CERT_HAS_EXPIRED/,
    /SELF_SIGNED_CERT\b/,
    /CERTIFICATE_VERIFY_FAILED/,
    /failed to verify certificate/,
    /certificate signed by unknown authority/,
    /remote certificate (?:is|was) (?:invalid|rejected)/,
    /SSL\/TLS secure channel/,
    /SSL connection could not be established/,
    /before secure TLS connection was established/,
    /TLS handshake timeout/,
    /remote error: tls:/,
    /establish a secure connection/,
    /SSL (?:routines|handshake failed)/,
    /invalid SSL certificate/,
  ),
  everyday: anyOf(
    /certificate has expired/,
    /self[- ]signed certificate/,
    /potential security (?:risk|issue)/,
    /your clock is (?:ahead|behind)/,
  ),
  means: 'The secure connection to the server failed. No registered value is at fault.',
  causes: [],
  advice:
    "Check this computer's clock. If your network inspects TLS, ask your network admin to exclude the hosts of ZoomInfo and Jitterbit.",
};
