import { foreignCharacter, visibleAscii } from '../text/characters.ts';
import { acceptedUnless, type Result } from '../text/result.ts';

/** ZoomInfo's addresses as Jitterbit's prerequisites page gives them; the token address is also the refresh token's. */
export const documentedEndpoints = {
  authenticationUrl: 'https://api.zoominfo.com/gtm/oauth/v1/authorize',
  accessTokenUrl: 'https://api.zoominfo.com/gtm/oauth/v1/token',
} as const;

/** True for hosts that never leave this machine: `localhost`, 127.0.0.0/8 and `[::1]`. */
export function isLoopbackHost(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(hostname);
}

/** What is wrong with an address of the authorization server, or undefined. RFC 6749 section 3.1: no fragment, TLS. */
export function endpointProblem(text: string): string | undefined {
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

export function parseEndpoint(text: string): Result<string> {
  return acceptedUnless(endpointProblem(text), text);
}
