import { foreignCharacterProblem, urlCharacter } from '../text/characters.ts';
import { quotationProblem } from '../text/quotation.ts';
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
  const quotation = quotationProblem(text);
  if (quotation !== undefined) return quotation;
  const foreign = foreignCharacterProblem(text, urlCharacter);
  if (foreign !== undefined) return `${foreign}. A URL can't contain one.`;
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
