import { withoutInvisible } from '../../oauth/paste-text.ts';
import { lineBreak } from '../../text/characters.ts';
import { escapeSequences } from '../../text/sanitize.ts';
import { withReadableBodies } from './encoded-bodies.ts';
import { withReadableLinks } from './encoded-links.ts';
import { withoutMargins } from './line-margins.ts';
import { anyRequestName } from './parameter-names.ts';
import { withJoinedLinks } from './wrapped-links.ts';

const everyLineBreak = new RegExp(lineBreak.source, 'g');
/** `<wbr>`, and `<br>` with a line break after it in the source, if any. */
const markupBreak = /<(br|wbr) ?\/?>\n?/g;
const paragraphBreak = /(\n[ \t]*(?:\n[ \t]*)+)/;

/** The value of a URL's parameter up to a percent sign, wherever it is wrapped. */
const inUrl = '[?&][\\w\\n]{1,40}=[^?&"\' \\t%]{0,400}';
const hexDigits = '\\n?[\\da-f]\\n?[\\da-f]';
const doubledInUrl = new RegExp(`${inUrl}%\\n?%${hexDigits}`, 'i');
const singleInUrl = new RegExp(`${inUrl}(?:%\\n?%[^?&"' \\t%]{0,400}){0,400}%${hexDigits}`, 'i');
const doubledPercent = /%(\n?)%/g;

/** In a batch file, every `%` is doubled. */
const withoutDoubling = (text: string): string =>
  doubledInUrl.test(text) && !singleInUrl.test(text) ? text.replace(doubledPercent, '$1%') : text;

/**
 * A paste without what terminals, pages, emails, and batch files add: colors, invisible characters, line breaks as markup,
 * the margins of logs and boxes, the quotation marks of a reply, quoted-printable, link protection that hides a URL, and bodies in base64. Lines end with
 * `\n`.
 */
export function plainPaste(paste: string): string {
  const lines = paste
    .replace(escapeSequences, '')
    .replace(everyLineBreak, '\n')
    .replace(markupBreak, (_, name: string) => (name === 'br' ? '\n' : ''));
  const plain = lines
    .split(paragraphBreak)
    .map((paragraph) => withoutQuotation(withoutSoftBreaks(withoutQuotation(paragraph))))
    .join('');
  return withReadableBodies(
    withReadableLinks(withJoinedLinks(withoutDoubling(withoutMargins(withoutInvisible(plain))))),
  );
}

/** Some mail programs put the initials of the author before every ">". */
const withInitials = /^(?:.*\n){0,2}? {0,3}([A-Za-z]{1,3})>.*(?:\n {0,3}\1>.*)+\n?$/;

const withoutInitials = (paragraph: string): string =>
  withInitials.test(paragraph) ? paragraph.replace(/^ {0,3}[A-Za-z]{1,3}(?=>)/gm, '') : paragraph;

const quoted = /^ {0,3}>/;

/** In a reply, every line begins with ">", except for the line or two that say who wrote it. */
function withoutQuotation(paragraph: string): string {
  const lines = withoutInitials(paragraph).split('\n');
  const first = lines.findIndex((line) => quoted.test(line));
  const reply = first < 0 ? [] : lines.slice(first);
  const isReply = first >= 0 && first <= 2 && reply.every((line) => line === '' || quoted.test(line));
  if (!isReply || !(reply.length > 1 || /^[ >]*> /.test(reply[0] ?? ''))) return paragraph;
  return [...lines.slice(0, first), ...reply.map((line) => line.replace(/^(?: {0,3}>)+ ?/, ''))].join('\n');
}

const softBreak = /=[ \t]*\n/g;
const escapedBytes = /(?:=[\dA-F]{2})+/g;

/** A line up to its "=" if that is between the name of a parameter and its value. */
const nameBefore = '[?&][^\\s=?&]+=';
/** The same if it is the padding of base64, which has fewer marks than a URL. */
const padded = '[^\\w+/.\\n-](?!/)(?:[\\w+/-]{4}){3,}[\\w+/-]{3}=';
/** The line after a line whose "=" ends a value in a list of parameters. */
const nameAfter = `[^A-Za-z\\n]{0,40}${anyRequestName}\\b`;

/** An escaped "=", or a line of typical length that ends with "=" before another line, unless that "=" belongs to a value. */
const quotedPrintable = new RegExp(
  `=3D|^.{60,75}=(?<!${nameBefore}|${padded})[ \\t]*\\n(?!${nameAfter})[ \\t]*\\S`,
  'm',
);
/** An "=" that neither begins an escape nor ends a line. */
const plainEquals = /=(?![\dA-F]{2}|[ \t]*(?:\n|$))/;

/** Undoes quoted-printable, RFC 2045 section 6.7. */
function withoutSoftBreaks(paragraph: string): string {
  if (!quotedPrintable.test(paragraph) || plainEquals.test(paragraph)) return paragraph;
  return paragraph
    .replace(softBreak, '')
    .replace(escapedBytes, (bytes) => Buffer.from(bytes.replaceAll('=', ''), 'hex').toString('utf8'));
}
