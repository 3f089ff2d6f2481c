import { type KnownError, noneAtFault } from './error-meaning.ts';
import { anyOf } from './error-words.ts';

/** What browsers say if there is no secure connection. */
const tlsErrorOfBrowser: KnownError = {
  words: anyOf(
    /\bERR_CERT_(?!COMMON_NAME)[A-Z_]{1,40}/,
    /\bERR_SSL_[A-Z_]{1,40}/,
    /\b(?:SEC|SSL)_ERROR_(?!BAD_CERT_DOMAIN)[A-Z_]{1,40}/,
    /\bMOZILLA_PKIX_ERROR_[A-Z_]{1,40}/,
    /\bPR_(?:END_OF_FILE|CONNECT_RESET)_ERROR\b/,
    /connection (?:is not|isn't) private/,
    /establish a secure connection/,
    /invalid SSL certificate/,
  ),
  everyday: anyOf(/potential security (?:risk|issue)/, /your clock is (?:ahead|behind)/),
  means: `The secure connection to the server failed. ${noneAtFault}`,
  causes: [],
  advice:
    "Check this computer's clock. If your network inspects TLS, ask your network admin to exclude the hosts of ZoomInfo and Jitterbit.",
};

/** The same in the words of programs. They run at Jitterbit or on a private agent, not on the user's computer. */
const tlsErrorOfProgram: KnownError = {
  words: anyOf(
    /\bSSL(?:Handshake|Protocol)?Exception\b/,
    /\b(?:CertPathValidator|CertificateExpired)Exception\b/,
    /PKIX path building failed/,
    /valid certification path/,
    /trustAnchors parameter must be/,
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
    /certificate verify failed/,
    /\bschannel: /,
    /certificate signed by unknown authority/,
    /remote certificate (?:is|was) (?:invalid|rejected)/,
    /SSL\/TLS secure channel/,
    /SSL connection could not be established/,
    /before secure TLS connection was established/,
    /TLS handshake timeout/,
    /remote error: tls:/,
    /SSL (?:routines|handshake failed)/,
  ),
  everyday: anyOf(/certificate has expired/, /self[- ]signed certificate/),
  means: `Jitterbit or another program couldn't open a secure connection to the server. ${noneAtFault}`,
  causes: [],
  advice:
    "If your connection uses a private agent, check the clock of the computer that runs it. If that computer's network inspects TLS, ask your network admin to exclude the hosts of ZoomInfo and Jitterbit. With a cloud agent, try again later.",
};

/** What browsers and programs say if there is no secure connection. */
export const tlsErrors: readonly KnownError[] = [tlsErrorOfBrowser, tlsErrorOfProgram];
