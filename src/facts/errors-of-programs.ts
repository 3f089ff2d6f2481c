import { anotherNetwork, type KnownError } from './error-meaning.ts';
import { anyOf } from './error-words.ts';

/** A server that isn't reached. */
const notReached: KnownError = {
  words: anyOf(
    /\b(?:UnknownHost|UnresolvedAddress|SocketTimeout|ConnectTimeout|HttpTimeout|HttpHostConnect|Connect|NoRouteToHost|NoHttpResponse|SSLPeerUnverified)Exception\b/,
    /\b(?:connect|read|write|getaddrinfo|lookup|query[A-Z]{0,5}) E(?:NOTFOUND|AI_AGAIN|CONNREFUSED|CONNRESET|TIMEDOUT|HOSTUNREACH|NETUNREACH|SERVFAIL|PIPE)\b/,
    /could not resolve host/,
    /unable to resolve host/,
    /failed to resolve ['"]/,
    /name could not be resolved/,
    /no such host/,
    /name or service not known/,
    /nodename nor servname provided/,
    /failure in name resolution/,
    /no address associated with hostname/,
    /getaddrinfo failed/,
    /server misbehaving/,
    /failed to connect to(?= [a-z\d-]{1,60}(?:\.[a-z\d-]{1,60}){0,9}(?: port|:|\/))/,
    /failed to establish a new connection/,
    /connect to the remote server/,
    /connected party did not properly respond/,
    /target machine actively refused/,
    /forcibly closed by the remote host/,
    /underlying connection was closed/,
    /max retries exceeded with url/,
    /connection reset by peer/,
    /remote end closed connection/,
    /end of file from server/,
    /empty reply from server/,
    /target server failed to respond/,
    /context deadline exceeded/,
    /configured HttpClient\.Timeout/,
    /i\/o timeout/,
    /socket hang up/,
    /\baltnames\b/,
    /subject alternative (?:DNS )?names?/,
    /alternative certificate subject name/,
    /RemoteCertificateNameMismatch/,
    /requested url could not be retrieved/,
    /prematurely closed/,
    /certificate is valid for/,
    /\b(?:Connect|Read|Open)Timeout(?:Error)?(?:: | with )/,
    /timeout of \d{1,7}ms exceeded/,
    /NetworkError when attempting/,
    /\bUND_ERR_(?:CONNECT_TIMEOUT|HEADERS_TIMEOUT|SOCKET)\b/,
    /(?:^|error: )(?:network error|failed to fetch)$/,
  ),
  everyday: anyOf(
    /\bE(?:NOTFOUND|AI_AGAIN|CONNREFUSED|CONNRESET|TIMEDOUT|HOSTUNREACH|NETUNREACH)\b/,
    /connection (?:refused|timed out|reset)/,
    /(?:operation|read|connect|request|connection attempt) (?:has )?timed out/,
    /network is unreachable/,
    /no route to host/,
    /broken pipe/,
    /host not found/,
    /fetch failed/,
  ),
  means: "Jitterbit or another program couldn't reach the server.",
  causes: ['accessTokenUrl', 'authenticationUrl'],
  otherwise: 'If the URLs are correct, the cause is the network, or the server is down.',
  advice: anotherNetwork,
};

const malformedUrl: KnownError = {
  words: anyOf(
    /\b(?:MalformedURL|URISyntax)Exception\b/,
    /illegal character in (?=(?:authority|path|scheme|opaque part|query) at index)/,
    /\bERR_INVALID_URL\b/,
    /invalid URI: /,
  ),
  means: "A program doesn't accept the format of a URL.",
  causes: ['accessTokenUrl', 'authenticationUrl'],
  otherwise: 'It can also be another URL.',
};

/** What programs say: Java, as Jitterbit's agents, .NET, Node.js, Python, Go, and curl. */
export const programErrors: readonly KnownError[] = [malformedUrl, notReached];
