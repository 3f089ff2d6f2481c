import { parseUrl } from '../text/parse-url.ts';
import { accepted, type Result, refused } from '../text/result.ts';
import { parseEndpoint } from './endpoint.ts';
import { isLoopbackHost } from './loopback-host.ts';

/** Parses a redirect URI to listen on, RFC 8252 section 7.3: http, a loopback host, a port and a plain path. */
export function parseLoopbackUri(text: string): Result<string> {
  const url = parseUrl(text);
  if (url?.protocol !== 'http:' || !isLoopbackHost(url.hostname))
    return refused(
      'must be a loopback URL, such as http://127.0.0.1:8910/callback or http://localhost:8910/callback.',
    );
  const endpoint = parseEndpoint(text);
  if (!endpoint.ok) return endpoint;
  if (url.search !== '') return refused('contains a query ("?…"). Remove it.');
  if (url.port === '0') return refused('has port 0. Use the port that your application lists.');
  return url.href === text
    ? accepted(text)
    : refused(`isn't in its standard form. Use ${url.href}, here and in your application.`);
}
