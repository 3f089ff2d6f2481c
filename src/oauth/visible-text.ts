import type { HttpAnswer } from '../context/http.ts';

/** Enough characters of a page for an excerpt. */
const longestPage = 20_000;

/** The text of a body that a browser would show. */
export function visibleText({ body, headers }: HttpAnswer): string {
  const page = body.slice(0, longestPage);
  return isHtml({ body, headers }) ? withoutTags(page) : page.trim();
}

/** Whether a body is markup that a browser would render as a page. */
export function isHtml({ headers, body }: Pick<HttpAnswer, 'headers' | 'body'>): boolean {
  return /html|xml/i.test(headers['content-type'] ?? '') || /^\s*<(?:!doctype|html|\?xml)/i.test(body);
}

/** A tag, a bare "<", or text. Each piece ends before the next "<", so that every character is read once. */
const pieces = /<(?:(\/?)([a-z][\w:-]*)|[!?])[^<>]*>?|<|[^<]+/gi;

/** Elements with hidden content, each with the tags that end it at the latest. */
const unseen = new Map([
  ['script', ['/script']],
  ['style', ['/style']],
  ['svg', ['/svg']],
  ['head', ['/head', 'body']],
]);

/** Whether a text contains markup, at its beginning or later. */
export const isMarkup = (text: string): boolean =>
  /<(?:!doctype|html|head|body|title|h[1-6]|div|p|span|br|pre|table|td|li|script)\b[^<>]{0,2000}>/i.test(
    text,
  );

/** What of markup a person would see, on one line. References other than no-break spaces remain. */
export function withoutTags(page: string): string {
  const seen: string[] = [];
  let ends: readonly string[] | undefined;
  for (const [piece, slash = '', name = ''] of page.matchAll(pieces)) {
    const tag = `${slash}${name}`.toLowerCase();
    const isTag = tag !== '' || /^<[!?]/.test(piece);
    if (ends === undefined) seen.push(isTag ? ' ' : piece);
    if (ends?.includes(tag)) ends = undefined;
    else if (ends === undefined) ends = unseen.get(tag);
  }
  return seen
    .join('')
    .replace(/&(?:nbsp|#160);/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
