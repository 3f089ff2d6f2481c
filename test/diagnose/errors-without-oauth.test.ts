import { expect, test } from 'vitest';
import { diagnose } from '../../src/diagnose/diagnose.ts';
import { recognize } from '../../src/diagnose/recognize/recognize.ts';
import { plainMarks } from '../../src/diagnose/response/plain-marks.ts';
import { errorsByStatus } from '../../src/facts/errors-by-status.ts';
import { errorsWithoutOAuth } from '../../src/facts/errors-without-oauth.ts';
import { evidenceOf, registered, requestWith } from '../support/paste-fixtures.ts';
import { unusedAlternatives } from '../support/pattern-alternatives.ts';
import { checkNamed, fixText } from '../support/verify-fixtures.ts';

const trouble = 'The server has an internal problem.';
const unknownUrl = 'which suggests an unknown URL';
const credentials = 'rejected the Client ID and Client Secret of the token request';
const tooMany = 'too many requests';
const blocked = 'A firewall or proxy blocked the request.';
const browser = "The browser couldn't reach the server.";
const program = "Jitterbit or another program couldn't reach the server.";
const tlsOfProgram = "Jitterbit or another program couldn't open a secure connection to the server.";

/** Statuses with every name that goes with them, by what they mean. */
const statuses: readonly (readonly [means: string, numbers: readonly number[], ...names: string[]])[] = [
  ["A status alone doesn't say which value is wrong.", [400], 'Bad Request'],
  [credentials, [401], 'Unauthorized', 'Unauthorised'],
  ['denied access without an OAuth error', [403], 'Forbidden'],
  [unknownUrl, [404, 405], 'Not Found', 'Method Not Allowed'],
  [tooMany, [429], 'Too Many Requests'],
  [
    trouble,
    [500, 502, 503, 504, 521],
    'Internal Server Error',
    'Internal Error',
    'Bad Gateway',
    'Proxy Error',
    'Service Unavailable',
    'Service Temporarily Unavailable',
    'Gateway Timeout',
    'Gateway Time-out',
    "That's an error",
  ],
];

/** How texts tell a status. */
const tellings = (number: number, name: string): string[] => [
  `HTTP/1.1 ${number}`,
  `HTTP/2: ${number}`,
  `HTTP ERROR ${number}`,
  `HTTP status ${number}`,
  `Status Code: ${number}`,
  `type=x, status=${number}`,
  `error code: ${number}`,
  `It returned ${number}`,
  `It responded with ${number}.`,
  `It failed with ${number}.`,
  `${number} ${name}`,
  `${number}. ${name}.`,
  `${number}: ${name}`,
  `${number} - ${name}`,
  `${number} \u2013 ${name}`,
  `${number} (${name})`,
  `It failed: ${name} (${number})`,
  `${name}.`,
  `The server returned an error: (${number}) ${name}`,
  `${number} Client Error for the page`,
  `${number} Server Error for the page`,
  `There was an unexpected error here for you today (type=x, status=${number}).`,
  `Server returned HTTP response code: ${number} for this`,
  `<code>${number}</code><message>${name}</message>`,
];

const systemErrors = [
  'ENOTFOUND',
  'EAI_AGAIN',
  'ECONNREFUSED',
  'ECONNRESET',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
];

const said: readonly (readonly [means: string, ...texts: string[]])[] = [
  ["The server's error page doesn't give a reason.", 'Your request resulted in an error.'],
  [
    blocked,
    'Website blocked',
    'Web page blocked',
    'This site is blocked by Cisco Umbrella.',
    'The URL you requested has been blocked',
    'Request blocked. We can\u2019t connect to the server.',
    'Access to the web page you were trying to visit has been blocked',
    'Your access to this site was blocked',
    'Access blocked by policy',
    'Content blocked by your organization',
    'Sorry, you have been blocked',
    'Attention Required! | Cloudflare',
    'Request unsuccessful. Incapsula incident ID: 123-456',
    'Your system policy has denied access to the requested URL.',
    'Sorry, you are not allowed to visit this website.',
    'The requested URL was rejected. Please consult with your administrator.',
    'ERROR: Cache Access Denied',
    'Access control configuration prevents your request',
    'It is in violation of your internet usage policy.',
    'You don\'t have permission to access "http://api.zoominfo.com/" on this server.',
    "You don't have permission to access /gtm/ on this server.",
    "Your organization doesn't allow you to view this site",
    'ERR_BLOCKED_BY_ADMINISTRATOR',
    'RBAC: access denied',
    'Error 1020',
    'error code: 1020',
  ],
  [
    "Your network's proxy server",
    'ERR_PROXY_CONNECTION_FAILED',
    'ERR_TUNNEL_CONNECTION_FAILED',
    'The proxy server is refusing connections',
    '407 Proxy Authentication Required',
    'HTTP 407',
    'HTTP code 407',
    'HTTP error 407',
    'Received code 407 from proxy after CONNECT',
  ],
  [
    'The secure connection to the server failed.',
    'NET::ERR_CERT_AUTHORITY_INVALID',
    'ERR_SSL_PROTOCOL_ERROR',
    'SEC_ERROR_UNKNOWN_ISSUER',
    'SSL_ERROR_RX_RECORD_TOO_LONG',
    'MOZILLA_PKIX_ERROR_MITM_DETECTED',
    'PR_END_OF_FILE_ERROR',
    'PR_CONNECT_RESET_ERROR',
    'Your connection is not private',
    "Your connection isn't private",
    "Safari can't establish a secure connection to the server",
    'Invalid SSL certificate',
    'Potential Security Risk Ahead',
    'Potential Security Issue',
    'Your clock is ahead',
    'Your clock is behind',
  ],
  [
    tlsOfProgram,
    'state=error: certificate verify failed',
    'curl: (35) schannel: next InitializeSecurityContext failed',
    'Error: self-signed certificate in certificate chain',
    'x509: certificate has expired or is not yet valid',
    'javax.net.ssl.SSLHandshakeException',
    'javax.net.ssl.SSLException: closing inbound',
    'javax.net.ssl.SSLProtocolException',
    'java.security.cert.CertPathValidatorException',
    'PKIX path building failed',
    'unable to find valid certification path to requested target',
    'Remote host closed connection during handshake',
    'Remote host terminated the handshake',
    'SSL connect error during the handshake',
    'Received fatal alert: handshake_failure',
    'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
    'DEPTH_ZERO_SELF_SIGNED_CERT',
    '[SSL: CERTIFICATE_VERIFY_FAILED] (_ssl.c:997)',
    'the trustAnchors parameter must be non-empty',
    'tls: failed to verify certificate: x509',
    'The remote certificate is invalid according to the validation procedure.',
    'The remote certificate was rejected by the provided callback',
    'The request was aborted: Could not create SSL/TLS secure channel.',
    'The SSL connection could not be established, see inner exception.',
    'Client network socket disconnected before secure TLS connection was established',
    'net/http: TLS handshake timeout',
    'remote error: tls: bad certificate',
    'SSL certificate problem',
    'unable to get local issuer certificate',
    'unable to verify the first certificate',
    'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
    'CERT_HAS_EXPIRED',
    'certificate has expired',
    'java.security.cert.CertificateExpiredException',
    'self-signed certificate',
    'self signed certificate',
    'x509: certificate signed by unknown authority',
    'Could not establish trust relationship for the SSL/TLS secure channel.',
    'error:1408F10B:SSL routines',
    'SSL handshake failed',
  ],
  [
    browser,
    'DNS_PROBE_FINISHED_NXDOMAIN',
    'ERR_NAME_NOT_RESOLVED',
    'ERR_CERT_COMMON_NAME_INVALID',
    'ERR_CONNECTION_REFUSED',
    'ERR_ADDRESS_UNREACHABLE',
    'ERR_NETWORK_CHANGED',
    'ERR_INTERNET_DISCONNECTED',
    'ERR_EMPTY_RESPONSE',
    'ERR_INVALID_RESPONSE',
    'ERR_TIMED_OUT',
    'ERR_HTTP2_PROTOCOL_ERROR',
    'ERR_QUIC_PROTOCOL_ERROR',
    'ERR_FAILED',
    'ERR_UNKNOWN_URL_SCHEME',
    'SSL_ERROR_BAD_CERT_DOMAIN',
    "We're having trouble finding that site.",
    "Safari can't find the server",
    'Its server IP address could not be found.',
    "Its server DNS address couldn't be found.",
    "We can't connect to the server at",
    "Hmmm\u2026 can't reach this page",
    'api.zoominfo.com refused to connect.',
    'It took too long to respond.',
    'Firefox can\u2019t establish a connection to the server at',
    'The connection has timed out',
    'The connection was reset',
    'The connection to the server was reset',
    'The server unexpectedly dropped the connection.',
    'You are not connected to the Internet',
    "The address wasn't understood",
    "This site can't be reached",
    'The page cannot be displayed',
    'Server Not Found',
  ],
  [
    "doesn't accept the format of a URL",
    'java.net.MalformedURLException: no protocol',
    'java.net.URISyntaxException: Expected authority',
    'Illegal character in authority at index 8: https:// x',
    'Illegal character in path at index 8',
    'Illegal character in scheme at index 8',
    'Illegal character in opaque part at index 8',
    'Illegal character in query at index 8',
    'TypeError [ERR_INVALID_URL]: x',
    'Invalid URI: The format could not be determined.',
  ],
  [
    program,
    'java.net.UnknownHostException: x',
    'java.net.SocketTimeoutException: Read timed out',
    'java.net.ConnectException',
    'java.net.NoRouteToHostException',
    'java.nio.channels.UnresolvedAddressException',
    'org.apache.http.conn.ConnectTimeoutException: x',
    'java.net.http.HttpTimeoutException',
    'org.apache.http.conn.HttpHostConnectException',
    'org.apache.http.NoHttpResponseException: x',
    'javax.net.ssl.SSLPeerUnverifiedException',
    ...systemErrors.flatMap((name) => [
      name,
      ...(name === 'ENOTFOUND' ? [] : [`connect ${name} 10.0.0.1:443`]),
    ]),
    'read EPIPE, see the log',
    'write ESERVFAIL, see the log',
    'getaddrinfo ENOTFOUND x',
    'lookup ENOTFOUND for the host',
    'queryA ENOTFOUND for the host',
    'Could not resolve host: x',
    'Unable to resolve host "x"',
    "Failed to resolve 'x' ([Errno -2])",
    'x: Name or service not known',
    'nodename nor servname provided, or not known',
    'Temporary failure in name resolution',
    'No address associated with hostname',
    '[Errno 11001] getaddrinfo failed',
    'lookup x on 10.0.0.1:53: server misbehaving',
    'Failed to connect to x:443',
    'Failed to connect to x/10.0.0.1:443',
    'Failed to establish a new connection',
    'Unable to connect to the remote server',
    'the connected party did not properly respond after a period of time',
    'the target machine actively refused it.',
    'An existing connection was forcibly closed by the remote host.',
    'The underlying connection was closed: An unexpected error occurred on a receive.',
    'Max retries exceeded with url: /x',
    'Remote end closed connection without response',
    'Unexpected end of file from server',
    'Empty reply from server',
    'The target server failed to respond',
    'context deadline exceeded',
    'The request was canceled due to the configured HttpClient.Timeout of 100 seconds elapsing.',
    'No subject alternative DNS name matching x found.',
    "doesn't match any of the subject alternative names",
    'no alternative certificate subject name matches target host name',
    'RemoteCertificateNameMismatch',
    'UND_ERR_CONNECT_TIMEOUT',
    'UND_ERR_HEADERS_TIMEOUT',
    'UND_ERR_SOCKET',
    'fetch failed',
    'Error: fetch failed',
    'Connection reset',
    'Read timed out',
    'java.net.SocketException: Broken pipe (Write failed)',
    'Host not found',
    'Connection prematurely closed BEFORE response',
    'x509: certificate is valid for *.acme.example, not x',
    'httpx.ConnectTimeout: timed out',
    'aiohttp.ReadTimeoutError: x',
    'Net::OpenTimeout with #<TCPSocket>',
    'timeout of 10000ms exceeded',
    'NetworkError when attempting to fetch resource.',
    'AxiosError: Network Error',
    'TypeError: Failed to fetch',
    'curl: (28) Operation timed out after 30001 milliseconds',
    'cURL error 28: Connection timed out after 10001 milliseconds',
    '<urlopen error [Errno 111] Connection refused>',
    'connect timed out',
    'The request timed out.',
    'The operation has timed out.',
    'Connection attempt timed out',
    'Network is unreachable',
    'No route to host',
    'The remote name could not be resolved',
    'no such host',
    'Failed to connect to x port 443',
    'Connection refused',
    'Connection timed out',
    'Connection reset by peer',
    'Operation timed out',
    'i/o timeout',
    'socket hang up',
    "Hostname/IP does not match certificate's altnames",
    'The requested URL could not be retrieved',
    'Network Error',
    'Failed to fetch',
  ],
  [
    'blocked the sign-in window',
    'Pop-up blocked',
    'Popups are blocked',
    'Pop-up was blocked',
    'A popup is blocked',
    'Pop-ups were blocked',
    'Please allow pop-ups',
  ],
  ['A browser extension blocked the page.', 'ERR_BLOCKED_BY_CLIENT'],
  [
    'Old cookies in the browser',
    'Request Header Or Cookie Too Large',
    'ERR_TOO_MANY_REDIRECTS',
    'Too many redirects occurred.',
    'x redirected you too many times.',
    "The page isn't redirecting properly",
  ],
  ["whether you're human", 'Verify you are human', 'Checking your browser before accessing x'],
  [
    "The sign-in wasn't finished in time",
    'The window was closed before the sign-in was completed.',
    'Your session has expired.',
    'Session ended',
    'Session timed out',
    'Session timeout',
    'Page has expired',
    "We couldn't find your session.",
    'You already submitted this page.',
  ],
  [
    "ZoomInfo couldn't sign you in.",
    'Your account is locked.',
    'Your account has been disabled',
    'This account is deactivated',
    'The account is suspended',
    'Your account has been blocked',
    'Invalid username or password.',
    'Incorrect email or password',
    'Unable to sign in',
  ],
  [
    "The user isn't allowed to use this application.",
    'You do not have permission to access this application.',
    "You don't have access to ZoomInfo.",
    'Your subscription does not include this feature.',
    "Your subscription doesn't include this feature.",
  ],
  [
    unknownUrl,
    'This page isn’t working HTTP ERROR 401',
    'no Route matched with those values',
    'Missing Authentication Token',
    'Unable to identify proxy for host: default',
    'Cannot GET /x',
    'Cannot POST /x',
    'Page not found: x',
    'default backend - 404',
    'It was not found on this server.',
    'java.io.FileNotFoundException: https://x.example/',
    'No webpage was found for the web address',
    'Resource not found',
    'The requested resource was not found.',
    'Could not find resource for full path',
    'No resource method found for GET',
    'The page you requested has either moved or gone.',
    "You have accessed a page which doesn't exist.",
  ],
  [
    tooMany,
    'API rate limit exceeded',
    'Spike arrest violation',
    'Rate limit quota violation',
    'Limit Exceeded',
  ],
  [
    trouble,
    'Error 522 Connection timed out',
    'error code: 522',
    'upstream connect error or disconnect/reset before headers',
    'upstream request timeout',
    'The upstream server is timing out',
    'no healthy upstream',
    'An invalid response was received from the upstream server',
    'an invalid response from an upstream server',
    'failure to get a peer from the ring-balancer',
    'name resolution failed',
    'Endpoint request timed out',
    'stream timeout',
    'An internal server error has occurred',
    'There was an unexpected internal error.',
    'There was an error processing your request.',
    'An unexpected error occurred',
    'The server encountered a temporary error',
    'It is currently unavailable.',
    'The Service is temporarily unavailable',
    'The server is temporarily unable to service your request.',
    'It is currently unable to handle this request.',
  ],
  [
    "You don't have access to the data of a scope.",
    'You do not have permission to access api:data:intent',
    "You don't have access to the scope api:data:intent",
    'The application does not have permissions for api:data:intent',
    "Your account doesn't have rights to use api:data:news",
    'The user lacks permission for api:data:news',
    'The token lack access to api:data:news',
    'Missing permission to access api:data:news',
    'insufficient permission for scope api:data:news',
    'no access to api:data:news',
    'You are not entitled to access api:data:news',
    'You are not permitted to use the scope api:data:news',
    'not entitled to api:data:news',
  ],
  [
    'The Jitterbit agent is too old',
    'requires agent version 10.83 or later',
    'It requires an agent of version 11.21',
    'This requires the Jitterbit agent 10.83',
    'The connector requires a newer agent',
    'The connector requires a later agent',
    'Agent version 10.83 / 11.21 or later is required to use 3-legged OAuth 2.0 authentication.',
    'agent version 10.83.0 or higher is required',
    'Agent version 11.21 or newer is required',
    'The agent version is not supported',
    'Agent version unsupported',
    'The agent version is too old',
    'Agent version outdated',
    'Unsupported agent version',
    'Outdated agent version',
    'Please upgrade your agent',
    'Update the agent to continue.',
  ],
  [
    'An access token is invalid or expired.',
    'Invalid access token',
    'The security token included in the request is invalid.',
    'The security token included in the request is expired',
  ],
];

const statusTexts = statuses.flatMap(([means, numbers, ...names]) => {
  const [number = 0, ...others] = numbers;
  const [name = ''] = names;
  const pairs = [
    ...names.map((each) => [number, each] as const),
    ...others.map((each) => [each, name] as const),
  ];
  return pairs.flatMap((pair) => tellings(...pair).map((text) => [text, means] as const));
});
const texts = [
  ...new Map([
    ...said.flatMap(([means, ...all]) => all.map((text) => [text, means] as const)),
    ...statusTexts,
  ]),
];

const patterns = [...errorsWithoutOAuth, ...errorsByStatus].flatMap(({ words, everyday }) =>
  [words, everyday].filter((each) => each !== undefined),
);

test('an error without OAuth words is recognized by its own, and accuses nothing', () => {
  const wrong = texts.flatMap(([text, means]) => {
    const [check, ...others] = diagnose(recognize(text));
    const { status, detail = '' } = check ?? {};
    const isRight = others.length === 0 && status === 'inconclusive' && detail.includes(means);
    return isRight ? [] : [{ text, means, status, detail }];
  });
  expect(wrong).toEqual([]);
});

test('every alternative of a pattern is needed for a text here', () => {
  const all = texts.map(([text]) => plainMarks(text));
  const unused = patterns.flatMap((words) => unusedAlternatives(words, all));
  expect(unused).toEqual([]);
});

test('the words by which it was recognized have no gaps', () => {
  const sources = patterns.map(({ source }) => source);
  expect(sources.filter((source) => /\\[wS]|\[\^|(?<!\\)\.[*+{]/.test(source))).toEqual([]);
});

test.each([
  'My name is Forbidden Fruit and I work at Gateway Timeout Coffee, room 502.',
  'Not found: a novel. Service unavailable on Sundays.',
  'Please connect to the VPN before you reach this site.',
  'We checked the certificate, and it has not expired.',
  'We ship in 500 days. The error code is in the appendix.',
  'This is our bad gateway to success.',
  'The query returned 404 rows.',
  'The cookies are for the pop-up bakery.',
  'Is the network blocked?',
  'Unable to sign in? Please enable cookies.',
  'HTTP 4040',
  'HTTP 5031',
  'XHTTP 404',
  'HTTP404',
  '1404 not found',
])("other text isn't an error: %s", (text) => {
  expect(diagnose(recognize(text))).toEqual([]);
});

test.each([
  { message: 'x', statusCode: 502 },
  { status: 503, error: 'x' },
  { errors: [{ status: '500', title: 'x' }] },
  { error: { code: 504, message: 'x' } },
  { httpStatus: 503, reason: 'x' },
  { status_code: 500 },
])('an envelope tells its status: %j', (value) => {
  const [check] = diagnose(recognize(JSON.stringify(value)));
  expect([check?.status, check?.detail]).toEqual(['inconclusive', expect.stringContaining(trouble)]);
});

test('a status that is nested to any depth is none', () => {
  const status = `${'['.repeat(20_000)}502${']'.repeat(20_000)}`;
  expect(diagnose(recognize(`{"status":${status}}`))).toEqual([]);
});

test('an OAuth error counts before anything else that an envelope or a page says', () => {
  const error = { error: 'invalid_scope', statusCode: 502, message: 'ERR_FAILED: Service unavailable' };
  for (const paste of [JSON.stringify(error), '502 Bad Gateway\n\nerror: invalid_scope'])
    expect(diagnose(recognize(paste)).map(({ code }) => code)).toEqual(['invalid_scope']);
});

test('the words of a browser count before the code that it calls an error, which is not shown', () => {
  const [check] = diagnose(recognize('Secure Connection Failed\nError code: SEC_ERROR_UNKNOWN_ISSUER'));
  expect([check?.code, check?.detail]).toEqual([
    undefined,
    'Recognized: "SEC_ERROR_UNKNOWN_ISSUER". The secure connection to the server failed. No registered value is at fault.',
  ]);
});

test.each([
  ['NET::ERR_CERT_DATE_INVALID', /^Check this computer's clock/],
  ['Your clock is ahead', /^Check this computer's clock/],
  ['PKIX path building failed', /private agent.*clock of the computer that runs it/],
  ['curl: (60) SSL certificate problem: certificate has expired', /private agent/],
  ['x509: certificate has expired or is not yet valid', /private agent/],
])('the advice on a failed TLS connection is for the computer that opened it: %s', (words, steps) => {
  expect(fixText(checkNamed('message', diagnose(recognize(words), registered)))).toMatch(steps);
});

test('a browser that reaches no server points to a wrong Authentication URL, else to the network', () => {
  const explained = (endpoint?: string) => {
    const requests = endpoint === undefined ? [] : [requestWith({}, { endpoint })];
    const messages = [{ words: 'DNS_PROBE_FINISHED_NXDOMAIN' }];
    return checkNamed('message', diagnose(evidenceOf({ requests, messages }), registered));
  };
  const { authenticationUrl } = registered.setup;
  expect(fixText(explained())).toMatch(/> Authentication URL to:/);
  expect(explained(authenticationUrl.replace('.com', '.con')).detail).toMatch(/The request shows why/);
  const right = explained(authenticationUrl);
  expect([right.status, right.detail, fixText(right)]).toEqual([
    'inconclusive',
    expect.stringMatching(/Authentication URL matches (?:zoominfo\.json|the documented URL)\.$/),
    expect.stringMatching(/^Make sure that this computer is online/),
  ]);
});
