import { accepted, type Result, refused } from '../text/result.ts';
import { enclosed, firstInside, isOpening } from './paste-marks.ts';
import { type PasteText, pasteText, withoutInvisible } from './paste-text.ts';

/**
 * The parameters of a pasted redirect: the URL or only its query, in the form that windows, chats, pages and shells leave
 * it in (quoted, in brackets, escaped, wrapped, in a `curl` line). A problem is a full sentence without any foreign text.
 */
export function readPasted(pasted: string, redirectUri: string): Result<URLSearchParams> {
  const found = readOnce(pasted, redirectUri);
  if (found.ok) return found;
  const decoded = decodedOnce(pasted);
  if (decoded === undefined) return found;
  const again = readOnce(decoded, redirectUri);
  return again.ok ? again : found;
}

/** A text with a percent-encoded "?" or "=" is a URL inside another one. */
function decodedOnce(text: string): string | undefined {
  if (!/%3[df]/i.test(text)) return undefined;
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

function readOnce(pasted: string, redirectUri: string): Result<URLSearchParams> {
  const paste = pasteText(pasted);
  const rest = restOfUrl(paste, redirectUri);
  return rest === undefined ? readQuery(paste.text, redirectUri) : readRest(rest);
}

/** The text after the redirect URI, if it occurs with or without its scheme and host. */
function restOfUrl(paste: PasteText, redirectUri: string): string | undefined {
  const { host, pathname } = new URL(redirectUri);
  const pattern = new RegExp(
    `((?:(?:view-source:)?https?:)?//)?(${escaped(host)})?(${escaped(pathname)})(?![\\w/%-])`,
    'gi',
  );
  let isBare = false;
  for (const match of paste.text.matchAll(pattern)) {
    const [found, slashes = '', foundHost = '', path] = match;
    if (path !== pathname || (slashes !== '' && foundHost === '')) continue;
    if (!canBegin(paste, match.index, slashes.length > 2)) continue;
    const end = match.index + found.length;
    if (/[?#]/.test(paste.text[end] ?? ''))
      return enclosed(endOfRequestLine(paste, match.index), match.index).slice(found.length);
    isBare = true;
  }
  return isBare ? '' : undefined;
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');

/** A URL is a separate word; one with a scheme may also follow a name and a colon. */
function canBegin({ text, gaps }: PasteText, at: number, hasScheme: boolean): boolean {
  const before = text[at - 1] ?? '';
  return at === 0 || gaps.has(at) || isOpening(before) || (hasScheme && before === ':');
}

/** The text without the `HTTP/1.1` that ends a request line. */
function endOfRequestLine({ text, gaps }: PasteText, from: number): string {
  const end = text.indexOf('HTTP/', from);
  return end >= 0 && gaps.has(end) ? text.slice(0, end) : text;
}

const isCut = 'The URL is incomplete: it must contain a "?" and a code.';

/** The query. An error may also come in the fragment (RFC 6749 section 4.2.2.1). */
function readRest(rest: string): Result<URLSearchParams> {
  const [query = '', fragment = ''] = rest.split('#', 2);
  if (query !== '') return accepted(parametersOf(query));
  const parameters = parametersOf(fragment);
  return parameters.get('error') ? accepted(parameters) : refused(isCut);
}

function readQuery(text: string, redirectUri: string): Result<URLSearchParams> {
  const [query = ''] = enclosed(text, firstInside(text)).split('#', 1);
  if (query === '') return refused('Nothing was pasted.');
  const at = query.indexOf('?');
  if (at > 0)
    return refused(`The URL doesn't begin with the redirect URI, ${redirectUri}. Copy it after you sign in.`);
  if (at < 0 && !/^(?:code|state|error)=|&(?:code|state)=/.test(query)) return refused(isCut);
  return accepted(parametersOf(query));
}

/** Parameters that are compared or sent back exactly; people don't read them. */
const exact: ReadonlySet<string> = new Set(['code', 'state']);

function parametersOf(query: string): URLSearchParams {
  const pairs = [...new URLSearchParams(query)].map(([name, value]): [string, string] => [
    name,
    exact.has(name) ? withoutInvisible(value) : value,
  ]);
  return new URLSearchParams(pairs);
}
