import { unescaped } from '../../oauth/paste-escapes.ts';
import { enclosed, surroundingMarks } from '../../oauth/paste-marks.ts';
import { withoutTrailing } from '../../text/trim-end.ts';
import type { FoundUrl } from '../evidence/evidence.ts';
import { withCutLines } from './line-edges.ts';
import { readUrl } from './nested-urls.ts';
import { knownAnywhere, knownAtStart } from './parameter-names.ts';
import { type Piece, unwrapped } from './unwrapped.ts';

/** The requests and responses in one place of a text. */
export interface FoundAt {
  readonly start: number;
  readonly end: number;
  readonly requests: readonly FoundUrl[];
  readonly responses: readonly FoundUrl[];
}

/** A part of a piece that may be a URL. */
interface Span {
  readonly start: number;
  readonly raw: string;
}

/** If there are more, the last ones are read. */
const mostSpans = 5000;

/** The URLs and queries in a text that are evidence of a sign-in, in order, with their places. */
export function urlsInText(text: string): FoundAt[] {
  const plain = unescaped(text);
  const placeIn = (piece: Piece, index: number): number => plain.origin[piece.placeOf(index)] ?? 0;
  const spans = unwrapped(plain, text)
    .slice(-mostSpans)
    .flatMap((piece) => [...spansOf(piece.text)].map((span) => ({ ...span, piece })));
  return spans.slice(-mostSpans).flatMap(({ start, raw, piece }) => {
    const place = { start: placeIn(piece, start), end: placeIn(piece, start + raw.length - 1) + 1 };
    const after = piece.text.slice(start + raw.length) || text.slice(place.end);
    const isOpen = neverCloses(piece.text.charAt(start - 1), text, place.end);
    const found = readUrl(raw, isOpen ? '…' : after.slice(0, 8));
    if (found.requests.length + found.responses.length === 0) return [];
    const requests = found.requests.map((each) =>
      withCutLines(withHost(each, text, place.start), text, place),
    );
    return [{ ...found, ...place, requests }];
  });
}

/** Whether a quotation mark before a URL has no counterpart after it, so that the end of the text is missing. */
const neverCloses = (before: string, text: string, end: number): boolean =>
  (before === "'" || before === '"') && !text.includes(before, end);

/** In the lines of a request the host is apart from the path: `Host: …` after it, `:authority: …` around it. */
const hostLine = /^[ \t]*(?:host|:authority):[ \t]*([\w.:-]+)/im;

function withHost(url: FoundUrl, text: string, at: number): FoundUrl {
  if (!url.endpoint?.startsWith('/')) return url;
  const lines = text.slice(Math.max(0, at - 300), at + 4000);
  const host = hostLine.exec(lines)?.[1] ?? '';
  return { ...url, endpoint: host + url.endpoint };
}

/** The beginning of a URL, also of one that was percent-encoded as a whole, any number of times. */
const scheme = /(?:view-source:)?https?(:\/\/|%(?:25)*3a%(?:25)*2f%(?:25)*2f)/gi;

const known = knownAtStart.source.slice(1);
/** A URL with a known parameter that follows the value of another one without white space. */
const gluedUrl = `(?=https?://[^\\s?&=#]{1,200}\\?${known})(?<=[?&]${known}[\\w.~%+:/-]{0,300}[\\w~-][,;]?)`;
/** Characters that end a URL, because they would be encoded in it, or a URL after one of Jitterbit's redirect URIs. */
const endingUrl = new RegExp(`["<>|]|${gluedUrl}|(?<=/authcode)(?=https?://)`, 'gi');
/** Characters that end a URL that was encoded as a whole, as the value of a parameter is. */
const endingEncoded = /["<>|&#?=]/g;
/** Runs of characters between the marks that surround or separate URLs. */
const noMark = `[^${[...surroundingMarks].map((mark) => `\\${mark}`).join('')}|\\\\,;、。]`;
/** Runs of characters between the marks that surround or separate URLs. A value in a query may contain a comma. */
const betweenMarks = new RegExp(`(?:${noMark}|[,;](?=(?:${noMark}|[,;]){0,100}?&[\\w.-]+=))+`, 'g');

function* spansOf(piece: string): Generator<Span> {
  const endOfUrl = nextIn(piece, endingUrl);
  const endOfEncoded = nextIn(piece, endingEncoded);
  let from = 0;
  for (const { index, 1: slashes = '' } of piece.matchAll(scheme)) {
    if (index < from || isValue(piece, index)) continue;
    yield* queriesOf(piece, from, index);
    const end = slashes.startsWith('%') ? endOfEncoded(index) : endOfUrl(index + 1);
    const whole = withoutEmphasis(
      enclosed(piece.slice(0, end), index),
      piece.slice(Math.max(0, index - 4), index),
    );
    const raw = withoutText(whole, piece.charAt(index - 1));
    yield { start: index, raw };
    from = index + Math.max(raw.length, 1);
  }
  yield* queriesOf(piece, from, piece.length);
}

/** The name of a parameter at the end of a text, with its `=`; the three that carry URLs also without a mark before. */
const nameBefore =
  /(?:(?:[?&]|%(?:25)*(?:3f|26))[\w.-]+|(?<![\w.-])(?:redirect_uri|state|scope))(?:=|%(?:25)*3d)$/i;

/** Whether a URL is the value of a parameter in a query that begins before it. */
const isValue = (piece: string, at: number): boolean =>
  nameBefore.test(piece.slice(Math.max(0, at - 80), at));

/** Emphasis or an encoded quotation mark before a URL; the URL may also contain these characters. */
const emphasis = /(?:(?<![\w~*])[_~*]{1,3}|%2[27])$/;

/** A URL without emphasis that began immediately before it, or without bold in Markdown that began anywhere. */
function withoutEmphasis(text: string, before: string): string {
  const [mark = ''] = emphasis.exec(before) ?? [];
  const closing = mark.startsWith('%') ? mark : [...mark].reverse().join('');
  const inside = text.endsWith(closing) ? text.slice(0, text.length - closing.length) : text;
  return inside.endsWith('**') ? withoutTrailing(inside, '*') : inside;
}

/** A character that no query contains, RFC 3986 section 3.4. */
const noQuery = /[^!#-;=?-Z_a-z~]/;

/**
 * A URL without the text that immediately follows it. Only the last parameter can contain such text; the values of the
 * others are complete.
 * @param before the character before it; a comma or semicolon separates it from the text on both sides
 */
function withoutText(url: string, before = ''): string {
  const start = url.lastIndexOf('&') + 1;
  const last = url.slice(start);
  const ends = [last.search(noQuery), /[,;]/.test(before) ? last.indexOf(before) : -1].filter(
    (at) => at >= 0,
  );
  return ends.length === 0 ? url : url.slice(0, start + Math.min(...ends));
}

/** Finds the first match from a position on. Positions must not decrease, so no text is searched twice. */
function nextIn(piece: string, pattern: RegExp): (from: number) => number {
  const expression = new RegExp(pattern);
  let next = -1;
  return (from) => {
    if (next < from) {
      expression.lastIndex = from;
      next = expression.exec(piece)?.index ?? piece.length;
    }
    return next;
  };
}

/** What may precede a URL without a scheme: `**` of Markdown, or a label such as `url:` or `:path:`. */
const labelBefore = /^(?:\*{1,3}|:?[\w-]*[:=](?=\/|[\w-]+(?:\.[\w-]+)+\/|[?#]))/;

/** URLs without scheme, paths and queries in a part of a piece. */
function* queriesOf(piece: string, from: number, to: number): Generator<Span> {
  const part = piece.slice(from, to);
  for (const match of part.matchAll(betweenMarks)) {
    if (!knownAnywhere.test(match[0])) continue;
    const [label] = labelBefore.exec(match[0]) ?? [''];
    const start = from + match.index + label.length;
    const raw = withoutTrailing(withoutText(match[0].slice(label.length)), '.:!?*');
    yield { start, raw };
  }
}
