import { percentDecoded } from '../../text/percent-encoding.ts';
import type { FoundParameter, FoundUrl } from '../evidence/evidence.ts';

/** A URL in its parts, undecoded. */
export interface UrlText {
  readonly endpoint?: string;
  readonly query: string;
  readonly fragment: string;
}

/** How windows and chats mark text that they left out: `…`, `...`, `[…]`, or one of them as a word of its own. */
const ellipsis = /^(?:\.?(?:…|\.{3}|\[(?:…|\.{3})\])|[ \t]\[?(?:…|\.{3})\]?(?:\s|$))/;
/** A truncated percent escape: `%` or `%3`. */
const halfEscape = /%[\da-f]?$/i;

/** A URL without the marks of a cut.
 * @param raw the URL up to what closes it in its text
 * @param rest the text after it
 */
export function withoutCut(raw: string, rest: string): { text: string; isCut: boolean } {
  const whole = raw.replace(/\[?(?:…|\.{3}(?=\]?$)).*/s, '').replace(/\[$/, '');
  const text = whole.replace(halfEscape, '');
  return { text, isCut: text !== raw || ellipsis.test(rest) };
}

/** A name, which has no "=" yet, or a truncated escape that was itself encoded: `%25` or `%253`. */
const unfinished = /(?:&[^=&]*|%(?:25)+[\da-f]?)$/i;

/** Whether a query ends where more must follow, although nothing marks a cut. */
export const endsInside = (query: string): boolean => unfinished.test(query);

const mostEncodings = 3;

/** The URL whose "=" is not encoded: one that was put into another text as a whole is decoded until it has one. */
export function decodedWhole(raw: string): string {
  let text = raw;
  for (let times = 0; times < mostEncodings && isEncoded(text); times += 1) text = percentDecoded(text);
  return text;
}

const isEncoded = (text: string): boolean => !text.includes('=') && /%(?:25)*3d/i.test(text);

/** Splits a URL, or a query alone. The endpoint has every `?` before the first name: a URL may be registered with one. */
export function urlText(text: string): UrlText {
  const [beforeFragment = '', ...fragments] = text.split('#');
  const fragment = fragments.join('#').replace(/^[^=]*\?/, '');
  const [beforeQuery] = /^[^?]*\?(?:[^=]*\?)?/.exec(beforeFragment) ?? [];
  if (beforeQuery !== undefined)
    return {
      ...named(beforeQuery.slice(0, -1)),
      query: beforeFragment.slice(beforeQuery.length),
      fragment,
    };
  const isQuery = /^[^/:]*=/.test(beforeFragment);
  return isQuery ? { query: beforeFragment, fragment } : { ...named(beforeFragment), query: '', fragment };
}

const named = (endpoint: string): { endpoint?: string } => (endpoint === '' ? {} : { endpoint });

/** The parameters of a query, decoded once as a form is. */
export const parametersOf = (query: string): FoundParameter[] =>
  [...new URLSearchParams(query)].map(([name, value]) => ({ name, value }));

/** An escape that isn't itself encoded. Where all of a query was encoded once more, there is none. */
const plainEscape = /%(?!25)[\da-f]{2}/i;
const encodedEscape = /%25[\da-f]{2}/i;

/** The parameters of a query, decoded as often as all of it was encoded: a value that was encoded more often stays so. */
export function decodedQuery(query: string): FoundParameter[] {
  const pairs = query.split('&');
  const isOneValue = pairs.filter((pair) => encodedEscape.test(pair)).length === 1;
  const isPlain = isOneValue && pairs.some((pair) => plainEscape.test(pair) && !encodedEscape.test(pair));
  return isPlain ? parametersOf(query) : decodedList(parametersOf(query));
}

/** Parameters that may be encoded once more, as in Chrome's "view URL-encoded" or in a URL that was encoded twice. */
export function decodedList(parameters: readonly FoundParameter[]): FoundParameter[] {
  const isEncoded = isEncodedList(parameters);
  return parameters.map((parameter) => ({
    ...parameter,
    value: isEncoded ? percentDecoded(parameter.value.replaceAll('+', ' ')) : parameter.value,
  }));
}

/** Whether the redirect URI, which Jitterbit sets itself, or every colon is still percent-encoded. */
const isEncodedList = (parameters: readonly FoundParameter[]): boolean =>
  parameters.some(({ name, value }) => name === 'redirect_uri' && /^https?%3a/i.test(value)) ||
  (parameters.some(({ value }) => /%3a/i.test(value)) &&
    !parameters.some(({ value }) => value.includes(':')));

/** A URL that was found. Where it is cut before a value, the name may be only the beginning of one, so it is left out. */
export function foundUrl(
  endpoint: string | undefined,
  parameters: readonly FoundParameter[],
  isCut: boolean,
): FoundUrl {
  const whole = isCut && parameters.at(-1)?.value === '' ? parameters.slice(0, -1) : parameters;
  return { ...(endpoint === undefined ? {} : { endpoint }), parameters: whole, isCut };
}
