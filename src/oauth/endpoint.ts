import { foreignCharacterProblem, urlCharacter } from '../text/characters.ts';
import { quotationProblem } from '../text/quotation.ts';
import { acceptedUnless, type Result } from '../text/result.ts';
import { isLoopbackHost } from './loopback-host.ts';

/** Parses the URL of an endpoint of an authorization server. RFC 6749 section 3.1: TLS, no fragment. */
export function parseEndpoint(text: string): Result<string> {
  return acceptedUnless(endpointProblem(text), text);
}

function endpointProblem(text: string): string | undefined {
  const quotation = quotationProblem(text);
  if (quotation !== undefined) return quotation;
  const foreign = foreignCharacterProblem(text, urlCharacter);
  if (foreign !== undefined) return `${foreign}. Remove it or percent-encode it.`;
  const url = parseUrl(text);
  if (url === undefined) return 'is not a valid URL. Use the form https://host/path.';
  if (url.protocol === 'http:' && !isLoopbackHost(url.hostname)) {
    return 'begins with http://. Use https:// (http is allowed only for localhost).';
  }
  if (/^https?:\/\/[^/?#]*@/i.test(text))
    return 'contains a user name or password before the host. Remove it.';
  return text.includes('#') ? 'contains a fragment ("#…"). Remove it.' : undefined;
}

function parseUrl(text: string): URL | undefined {
  if (!/^https?:\/\/[^/\\]/i.test(text) || text.includes('\\')) return undefined;
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
}
