import { foreignCharacter, visibleAscii } from '../text/characters.ts';
import { acceptedUnless, type Result } from '../text/result.ts';

/** True for hosts that never leave this machine: `localhost`, 127.0.0.0/8 and `[::1]`. */
export function isLoopbackHost(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(hostname);
}

/** Reads the URL of an endpoint of an authorization server. RFC 6749 section 3.1: TLS, no fragment. */
export function parseEndpoint(text: string): Result<string> {
  return acceptedUnless(endpointProblem(text), text);
}

function endpointProblem(text: string): string | undefined {
  const foreign = foreignCharacter(text, visibleAscii);
  if (foreign !== undefined) return `has ${foreign}, which no address can hold.`;
  const url = parseUrl(text);
  if (url === undefined) return 'is not an address: it should begin with https://.';
  if (url.protocol === 'http:' && !isLoopbackHost(url.hostname)) {
    return 'begins with http://: write https:// (http is for this machine alone).';
  }
  if (/^https?:\/\/[^/?#]*@/i.test(text))
    return 'holds a user name or password before the host: leave it out.';
  return text.includes('#') ? 'has a fragment ("#…"): leave it out.' : undefined;
}

function parseUrl(text: string): URL | undefined {
  if (!/^https?:\/\/[^/\\]/i.test(text) || text.includes('\\')) return undefined;
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
}
