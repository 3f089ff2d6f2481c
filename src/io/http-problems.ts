import type { HttpProblem } from '../context/http.ts';
import { ConnectionError, type Peer, ProxyRefusal, type Stage } from './connection-errors.ts';
import { UnknownCoding } from './content-decoding.ts';
import { DeadlineExceeded } from './deadline.ts';
import { explanations, trust } from './http-explanations.ts';

/** What is known about a failed request. */
export interface Attempt {
  /** The environment variable that sets its proxy. */
  readonly proxyVariable: string | undefined;
  /** What it was waiting for. */
  readonly stage: Stage;
  readonly timeoutSeconds: number;
}

/**
 * Explains why a request failed. Error messages are never repeated, since they may contain a URL with the proxy's
 * password.
 */
export function explainHttpError(error: unknown, attempt: Attempt): HttpProblem {
  const { proxyVariable, stage } = attempt;
  if (error instanceof DeadlineExceeded)
    return withProxyHint(timedOut(error.code, attempt), proxyVariable, stage === 'proxy' ? stage : 'server');
  if (error instanceof UnknownCoding) return unknownCoding;
  const chain = chainOf(error);
  const refusal = chain.find((link) => link instanceof ProxyRefusal);
  if (refusal !== undefined) return proxyAnswered(refusal.status, proxyVariable);
  const connecting = chain.find((link) => link instanceof ConnectionError);
  const code = chain.map((each) => each.code).find((each) => typeof each === 'string' && each !== '');
  const peer = connecting?.peer ?? 'server';
  const problem = byCode(code ?? chain.at(-1)?.name ?? 'unknown', peer, proxyVariable);
  if (problem.fix !== trust) return withProxyHint(problem, proxyVariable, peer);
  const { issuer } = connecting ?? {};
  return issuer === undefined ? problem : { ...problem, issuer };
}

function byCode(errorCode: string, peer: Peer, proxyVariable: string | undefined): HttpProblem {
  const found = explanations.find(({ codes }) => codes.test(errorCode));
  if (found === undefined)
    return { code: 'unreachable', detail: `Couldn't connect to the ${peer} (${errorCode}).` };
  const { code, detail, fix, withoutProxy } = found;
  const fixes = [fix, proxyVariable === undefined ? withoutProxy : undefined];
  return { code, detail: `${detail(peer)} (${errorCode}).`, ...fixOf(fixes) };
}

const waits: Readonly<Record<Stage, string>> = {
  proxy: 'connecting through the proxy',
  server: 'connecting to the server',
  answer: 'waiting for the response',
};

const timedOut = (code: string, { stage, timeoutSeconds }: Attempt): HttpProblem => ({
  code: 'timeout',
  detail: `Timed out after ${timeoutSeconds} s while ${waits[stage]} (${code}).`,
  fix: 'Try again, or allow more time with --timeout.',
});

const unknownCoding: HttpProblem = {
  code: 'not-http',
  detail: "The response isn't valid HTTP: it has a Content-Encoding that can't be decoded.",
};

/** Sentences as one fix, if there are any. */
function fixOf(sentences: readonly (string | undefined)[]): Pick<HttpProblem, 'fix'> {
  const fix = sentences.filter(Boolean).join(' ');
  return fix === '' ? {} : { fix };
}

/** A request that didn't get past the proxy says only where the proxy is set. */
function withProxyHint(problem: HttpProblem, proxyVariable: string | undefined, peer: Peer): HttpProblem {
  if (proxyVariable === undefined) return problem;
  const hint =
    peer === 'proxy'
      ? `The proxy is set in ${proxyVariable}. ${direct}`
      : `The request went through the proxy in ${proxyVariable}. Check that, too. ${direct}`;
  return { ...problem, ...fixOf([problem.fix, hint]) };
}

const direct = 'NO_PROXY lists hosts to reach without it.';

function proxyAnswered(status: number, variable = 'HTTPS_PROXY'): HttpProblem {
  return status === 407
    ? {
        code: 'proxy',
        detail: 'The proxy requires a user name and password, or rejected the ones it received (407).',
        fix: `Set ${variable}=http://USER:PASSWORD@HOST:PORT, with special characters percent-encoded. ${direct}`,
      }
    : {
        code: 'proxy',
        detail: `The proxy didn't connect to the server; it responded with status ${status}.`,
        fix: `Check ${variable}. ${direct}`,
      };
}

type Link = Partial<Error & { code: string; errors: readonly unknown[] }>;

/** An error with its causes and, if several IP addresses were tried, the last of their errors. */
function chainOf(error: unknown, depth = 0): Link[] {
  if (typeof error !== 'object' || error === null || depth > 5) return [];
  const link = error as Link;
  return [link, ...chainOf(link.cause, depth + 1), ...chainOf(link.errors?.at(-1), depth + 1)];
}
