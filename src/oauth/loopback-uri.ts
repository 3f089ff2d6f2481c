import { endpointProblem, isLoopbackHost } from '../facts/endpoints.ts';

/** What is wrong with a URI to listen on, or undefined: http, this machine alone, a port of its own, a plain path. */
export function loopbackUriProblem(text: string): string | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol !== 'http:' || !isLoopbackHost(url.hostname))
    return 'should be an address of this machine: http://127.0.0.1:8910/callback, or http://localhost:….';
  const problem = endpointProblem(text);
  if (problem !== undefined) return problem;
  if (url.search !== '') return 'has a query ("?…"): leave it out.';
  if (url.port === '0') return 'has port 0: name the very port that the application lists.';
  return url.href === text
    ? undefined
    : `is not written in the usual way: write ${url.href}, here and in the application.`;
}
