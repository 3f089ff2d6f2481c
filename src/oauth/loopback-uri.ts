import { accepted, type Result, refused } from '../text/result.ts';
import { isLoopbackHost, parseEndpoint } from './endpoint.ts';

/** Reads a redirect URI to listen on, RFC 8252 section 7.3: http, this machine only, a port of its own, a plain path. */
export function parseLoopbackUri(text: string): Result<string> {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol !== 'http:' || !isLoopbackHost(url.hostname))
    return refused(
      'should be an address of this machine: http://127.0.0.1:8910/callback, or http://localhost:….',
    );
  const endpoint = parseEndpoint(text);
  if (!endpoint.ok) return endpoint;
  if (url.search !== '') return refused('has a query ("?…"): leave it out.');
  if (url.port === '0') return refused('has port 0: name the very port that the application lists.');
  return url.href === text
    ? accepted(text)
    : refused(`is not written in the usual way: write ${url.href}, here and in the application.`);
}
