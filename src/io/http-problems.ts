import type { HttpProblem, HttpProblemCode } from '../context/http.ts';

interface Explanation {
  readonly codes: RegExp;
  readonly code: HttpProblemCode;
  readonly detail: string;
  readonly fix?: string;
}

const trust =
  'If your network inspects TLS, or the server has a certificate of your own, put that certificate (PEM) into a file and set NODE_EXTRA_CA_CERTS to its path.';

/** What Node and undici call it, and what that means. The first match counts. */
const explanations: readonly Explanation[] = [
  {
    codes: /^(?:DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN)$/,
    code: 'tls',
    detail: 'The certificate of the server is self-signed, so it is not trusted.',
    fix: trust,
  },
  {
    codes: /^(?:UNABLE_TO_VERIFY_LEAF_SIGNATURE|UNABLE_TO_GET_ISSUER_CERT(?:_LOCALLY)?|CERT_UNTRUSTED)$/,
    code: 'tls',
    detail: 'The certificate of the server was issued by somebody who is not trusted here.',
    fix: trust,
  },
  {
    codes: /^(?:CERT_HAS_EXPIRED|CERT_NOT_YET_VALID)$/,
    code: 'tls',
    detail: 'The certificate of the server is not valid at this time.',
    fix: 'Look at the clock of this machine first.',
  },
  {
    codes: /^ERR_TLS_CERT_ALTNAME_INVALID$/,
    code: 'tls',
    detail: 'The certificate of the server is for another host.',
    fix: 'Look at the host in the address; a network that asks for a sign-in of its own does this too.',
  },
  {
    codes: /^(?:EPROTO|ERR_SSL_\w+|ERR_TLS_\w+|CERT_\w+|ERR_OSSL_\w+)$/,
    code: 'tls',
    detail: 'No encrypted connection could be made.',
  },
  { codes: /^ECONNREFUSED$/, code: 'refused', detail: 'The connection was refused: nobody listens there.' },
  {
    codes: /^(?:ECONNRESET|EPIPE|UND_ERR_SOCKET)$/,
    code: 'reset',
    detail: 'The connection was closed before an answer was complete.',
  },
  {
    codes: /^(?:ENOTFOUND|EAI_AGAIN|EAI_FAIL|EAI_NODATA|EAI_NONAME)$/,
    code: 'unknown-host',
    detail: 'The name of the host is not known here.',
    fix: 'Look for a typing mistake in the address, and at the network; behind a proxy, set HTTPS_PROXY.',
  },
  {
    codes: /^(?:ENETUNREACH|EHOSTUNREACH|EADDRNOTAVAIL|ENETDOWN|EHOSTDOWN)$/,
    code: 'unreachable',
    detail: 'There is no way to the host from here.',
  },
  {
    codes: /^(?:ETIMEDOUT|UND_ERR_\w*TIMEOUT)$/,
    code: 'timeout',
    detail: 'There was no complete answer in time.',
    fix: 'Try again, or give it longer with --timeout.',
  },
  {
    codes: /^(?:HTTPParserError|HPE_\w+|UND_ERR_\w+|Z_\w+)$/,
    code: 'not-http',
    detail: 'What came back is not proper HTTP.',
  },
];

const byCode = (errorCode: string): HttpProblem => {
  const found = explanations.find(({ codes }) => codes.test(errorCode));
  if (found === undefined) return { code: 'unreachable', detail: `No connection (${errorCode}).` };
  const { code, detail, fix } = found;
  return {
    code,
    detail: `${detail.slice(0, -1)} (${errorCode}).`,
    ...(fix === undefined ? {} : { fix }),
  };
};

const timeout = byCode('ETIMEDOUT');

/**
 * Says what a failed request failed of. Messages of errors are read but never repeated: they may hold an address with
 * the proxy's password in it.
 */
export function explainHttpError(error: unknown, hasProxy: boolean): HttpProblem {
  const chain = chainOf(error);
  const status = chain
    .map(({ message = '' }) => /Proxy response \((\d{3})\)/.exec(message)?.[1])
    .find(Boolean);
  if (status !== undefined) return proxyAnswered(status);
  if (chain.some(({ name }) => name === 'TimeoutError')) return timeout;
  const code =
    chain.map((each) => each.code).find((each) => typeof each === 'string' && each !== '') ??
    chain[0]?.name ??
    'unknown';
  const problem = byCode(code);
  if (!hasProxy || problem.code === 'tls') return problem;
  const hint = 'A proxy is set in the environment: look at HTTPS_PROXY and NO_PROXY, too.';
  return { ...problem, fix: [problem.fix, hint].filter(Boolean).join(' ') };
}

function proxyAnswered(status: string): HttpProblem {
  const detail =
    status === '407'
      ? 'The proxy asks for a user name and password (407), or refuses the ones it got.'
      : `The proxy did not make the connection: it answered ${status}.`;
  const fix =
    status === '407'
      ? 'Put them into the variable: HTTPS_PROXY=http://USER:PASSWORD@HOST:PORT, percent-encoded; NO_PROXY names hosts to reach without it.'
      : 'Look at HTTPS_PROXY; NO_PROXY names hosts to reach without it.';
  return { code: 'proxy', detail, fix };
}

interface Link {
  readonly name?: string;
  readonly code?: string;
  readonly message?: string;
  readonly cause?: unknown;
  readonly errors?: readonly unknown[];
}

/** An error with its causes and, where several addresses were tried, the last of their errors. */
function chainOf(error: unknown, depth = 0): Link[] {
  if (typeof error !== 'object' || error === null || depth > 5) return [];
  const link = error as Link;
  return [link, ...chainOf(link.cause, depth + 1), ...chainOf(link.errors?.at(-1), depth + 1)];
}
