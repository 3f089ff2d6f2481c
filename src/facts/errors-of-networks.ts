import type { KnownError } from './error-meaning.ts';

const anotherNetwork =
  'Try another network, without a VPN. If that works, ask your network admin to allow the hosts of ZoomInfo and Jitterbit.';

/** What browsers, programs and firewalls say if they don't reach a server at all. The first match counts. */
export const networkErrors: readonly KnownError[] = [
  {
    words:
      /(?:site|page|url|request|access|content)(?: you requested| you were trying to visit)? (?:(?:is|was|has been) )?blocked\b|you have been blocked|attention required! \| cloudflare|incapsula incident|policy has denied access|not allowed to visit this website|requested url was rejected|cache access denied|access control configuration prevents|internet usage policy|have permission to access ["']?(?:https?:)?\/|doesn't allow you to view this site|blocked_by_administrator|rbac: access denied|error(?: code:)? 1020\b/i,
    means: 'A firewall or proxy blocked the request. No registered value is at fault.',
    causes: [],
    advice: anotherNetwork,
  },
  {
    words:
      /\bERR_(?:PROXY|TUNNEL)_[A-Z_]{1,40}\b|proxy server is refusing connections|proxy authentication required|\bHTTP(?: code| error)? 407\b|code 407 from proxy/i,
    means: "Your network's proxy server didn't forward the request. No registered value is at fault.",
    causes: [],
    advice: "Check this computer's proxy settings, or ask your network admin.",
  },
  {
    words:
      /\bERR_CERT_(?!COMMON_NAME)[A-Z_]{1,40}|\bERR_SSL_[A-Z_]{1,40}|\b(?:SEC|SSL)_ERROR_(?!BAD_CERT_DOMAIN)[A-Z_]{1,40}|\bMOZILLA_PKIX_ERROR_[A-Z_]{1,40}|\bPR_END_OF_FILE_ERROR\b|connection (?:is not|isn't) private|SSLHandshakeException|PKIX path building failed|certificate problem|(?:local issuer|first) certificate|UNABLE_TO_GET_ISSUER_CERT|CERT_HAS_EXPIRED|certificate has expired|CertificateExpiredException|self[- ]signed certificate|certificate signed by unknown authority|trust relationship for the SSL|establish a secure connection|SSL (?:routines|handshake failed)|invalid SSL certificate|potential security (?:risk|issue)|your clock is (?:ahead|behind)/i,
    means: 'The secure connection to the server failed. No registered value is at fault.',
    causes: [],
    advice:
      "Check this computer's clock. If your network inspects TLS, ask your network admin to exclude the hosts of ZoomInfo and Jitterbit.",
  },
  {
    words:
      /\bDNS_PROBE_[A-Z_]{1,40}|\bERR_(?:NAME_NOT_RESOLVED|CERT_COMMON_NAME_INVALID|CONNECTION_[A-Z_]{1,40}|ADDRESS_[A-Z_]{1,40}|NETWORK_[A-Z_]{1,40}|INTERNET_DISCONNECTED|EMPTY_RESPONSE|INVALID_RESPONSE|TIMED_OUT|HTTP2(?=_)|QUIC_[A-Z_]{1,40}|FAILED)|SSL_ERROR_BAD_CERT_DOMAIN|trouble finding that site|can't find the server|refused to connect|too long to respond|establish a connection to the server|connection has timed out|connection (?:to the server )?was reset|dropped the connection|not connected to the internet|address wasn't understood|ERR_UNKNOWN_URL_SCHEME|site can't be reached/i,
    means: "The browser couldn't reach the server.",
    causes: ['authenticationUrl'],
    otherwise: 'If the URL is correct, the cause is your network.',
    advice: `Make sure that this computer is online. ${anotherNetwork}`,
  },
  {
    words:
      /\b(?:UnknownHost|SocketTimeout|Connect|NoRouteToHost)Exception\b|\bE(?:NOTFOUND|AI_AGAIN|CONNREFUSED|CONNRESET|TIMEDOUT)\b|could not resolve host|name could not be resolved|no such host|failed to connect to|connection (?:refused|timed out|reset by peer)|operation timed out|i\/o timeout|socket hang up|altnames|requested url could not be retrieved|^(?:network error|failed to fetch)$/i,
    means: "Jitterbit or another program couldn't reach the server.",
    causes: ['accessTokenUrl', 'authenticationUrl'],
    otherwise: 'If the URLs are correct, the cause is the network, or the server is down.',
    advice: anotherNetwork,
  },
];
