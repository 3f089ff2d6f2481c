import type { HttpProblemCode } from '../context/http.ts';
import type { Peer } from './connection-errors.ts';

/** One kind of failed connection, identified by the error codes of Node and undici. */
interface Explanation {
  readonly codes: RegExp;
  readonly code: HttpProblemCode;
  readonly detail: (peer: Peer) => string;
  readonly fix?: string;
  /** What else to do if the request doesn't go through a proxy. */
  readonly withoutProxy?: string;
}

/** The fix for an untrusted certificate. */
export const trust = `If your network inspects TLS, or the server has a private certificate authority, trust its certificate: save it as a PEM file and set NODE_EXTRA_CA_CERTS=/path/to/ca.pem. ${systemTrust()}`;

/** Node 22.15 and later. Earlier versions don't start with this option. */
function systemTrust(): string {
  return process.allowedNodeEnvironmentFlags.has('--use-system-ca')
    ? 'Or trust the certificates of the operating system: set NODE_OPTIONS=--use-system-ca.'
    : `Node.js 22.15 or later can also trust the certificates of the operating system (NODE_OPTIONS=--use-system-ca). This is Node.js ${process.versions.node}.`;
}

/** The meaning of the error codes of Node and undici. The first match wins. */
export const explanations: readonly Explanation[] = [
  {
    codes: /^(?:DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN)$/,
    code: 'tls',
    detail: (peer) =>
      `The certificate of the ${peer}, or of the authority that issued it, is self-signed and not trusted`,
    fix: trust,
  },
  {
    codes: /^(?:UNABLE_TO_VERIFY_LEAF_SIGNATURE|UNABLE_TO_GET_ISSUER_CERT(?:_LOCALLY)?|CERT_UNTRUSTED)$/,
    code: 'tls',
    detail: (peer) => `The certificate of the ${peer} was issued by an untrusted authority`,
    fix: trust,
  },
  {
    codes: /^(?:CERT_HAS_EXPIRED|CERT_NOT_YET_VALID)$/,
    code: 'tls',
    detail: (peer) => `The certificate of the ${peer} has expired or isn't valid yet`,
    fix: 'Check the clock of this machine first.',
  },
  {
    codes: /^(?:ERR_TLS_CERT_ALTNAME_INVALID|HOSTNAME_MISMATCH)$/,
    code: 'tls',
    detail: (peer) => `The certificate of the ${peer} is for another host`,
    fix: 'Check the host in the URL. A network with its own sign-in page can also cause this.',
  },
  {
    codes:
      /^ERR_SSL_(?:WRONG_VERSION_NUMBER|PACKET_LENGTH_TOO_LONG|HTTP_REQUEST|HTTPS_PROXY_REQUEST|\w*RECORD\w*)$/,
    code: 'tls',
    detail: (peer) => `The ${peer} didn't respond with TLS. It may use plain HTTP on this port`,
    fix: 'Check the scheme and the port.',
  },
  {
    codes: /^ERR_SSL_(?:UNSUPPORTED_PROTOCOL|VERSION_TOO_LOW|\w*ALERT_PROTOCOL_VERSION)$/,
    code: 'tls',
    detail: (peer) => `The ${peer} and this version of Node.js have no TLS version in common`,
  },
  {
    codes:
      /^(?:EPROTO|ERR_(?:SSL|TLS|OSSL)_\w+|(?:CERT|CRL|UNABLE_TO|ERROR_IN|INVALID|PATH)_[A-Z_]+|UNSPECIFIED)$/,
    code: 'tls',
    detail: (peer) => `Couldn't establish a TLS connection to the ${peer}`,
  },
  {
    codes: /^ECONNREFUSED$/,
    code: 'refused',
    detail: (peer) => `The connection to the ${peer} was refused: nothing is listening there`,
  },
  {
    codes: /^(?:ECONNRESET|ECONNABORTED|EPIPE|UND_ERR_SOCKET|HPE_INVALID_EOF_STATE)$/,
    code: 'reset',
    detail: (peer) => `The ${peer} closed the connection before its response was complete`,
  },
  {
    codes: /^(?:ENOTFOUND|EAI_\w+)$/,
    code: 'unknown-host',
    detail: (peer) => (peer === 'proxy' ? 'Proxy host not found' : 'Host not found'),
    fix: 'Check the spelling of the host, and your network connection.',
    withoutProxy: 'Behind a proxy, set HTTPS_PROXY.',
  },
  {
    codes: /^(?:ENETUNREACH|EHOSTUNREACH|EADDRNOTAVAIL|ENETDOWN|EHOSTDOWN)$/,
    code: 'unreachable',
    detail: (peer) => `The ${peer} can't be reached from this machine`,
  },
  { codes: /^ETIMEDOUT$/, code: 'timeout', detail: (peer) => `Timed out while connecting to the ${peer}` },
  {
    codes: /^(?:Z_\w+|ERR_BROTLI\w*|ERR__ERROR\w*|ERR_ZSTD\w*|ZSTD_\w+)$/,
    code: 'not-http',
    detail: () => "The response isn't valid HTTP: it can't be decompressed",
  },
  {
    codes: /^(?:HTTPParserError|HPE_\w+|UND_ERR_\w+|ERR_ASSERTION)$/,
    code: 'not-http',
    detail: (peer) => `The response from the ${peer} isn't valid HTTP`,
  },
];
