import { foreignCharacterProblem, urlCharacter } from '../text/characters.ts';
import { parseUrl } from '../text/parse-url.ts';
import { quotationProblem } from '../text/quotation.ts';
import { acceptedUnless, type Result } from '../text/result.ts';
import { unwrapped } from '../text/wrapping.ts';
import { isLoopbackHost } from './loopback-host.ts';

/** Parses the URL of an endpoint of an authorization server. RFC 6749 section 3.1: TLS, no fragment. */
export function parseEndpoint(text: string): Result<string> {
  return acceptedUnless(endpointProblem(text), text);
}

function endpointProblem(text: string): string | undefined {
  const quotation = quotationProblem(text);
  if (quotation !== undefined) return quotation;
  const foreign = foreignCharacterProblem(text, urlCharacter);
  if (foreign !== undefined)
    return `${foreign}. Remove it${isOnlyAround(text) ? '' : ' or percent-encode it'}.`;
  const url = parseHttpUrl(text);
  if (url === undefined) return "isn't a valid URL. Use the form https://host/path.";
  if (url.protocol === 'http:' && !isLoopbackHost(url.hostname)) {
    return 'begins with http://. Use https:// (http is allowed only for localhost).';
  }
  if (/^https?:\/\/[^/?#]*@/i.test(text))
    return 'contains a user name or password before the host. Remove it.';
  return text.includes('#') ? 'contains a fragment ("#…"). Remove it.' : undefined;
}

/** What was copied together with a URL isn't part of it, so that it mustn't be percent-encoded. */
const isOnlyAround = (text: string): boolean =>
  foreignCharacterProblem(unwrapped(text), urlCharacter) === undefined;

/** A text that browsers and servers read differently, such as one with a backslash or a third slash, isn't a URL. */
function parseHttpUrl(text: string): URL | undefined {
  return /^https?:\/\/[^/\\]/i.test(text) && !text.includes('\\') ? parseUrl(text) : undefined;
}
