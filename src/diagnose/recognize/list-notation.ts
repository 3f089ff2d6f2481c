import { labels } from '../../facts/labels.ts';
import { unescaped } from '../../oauth/paste-escapes.ts';

/** A line of a list in its parts, as people, programs, and source code write them. */
export interface Notation {
  readonly name: string;
  /** With the white space around it; empty if the name is alone on its line. */
  readonly separator: string;
  /** As written, possibly with marks around it. */
  readonly value: string;
  /** What is in the cell after the value, in a row of a Parameters table. */
  readonly sendIn?: string | undefined;
  /** What the lines of a list have in common: the kind of mark before the name, and the separator. */
  readonly style: string;
  /** The value ends on this line: a mark or a remark follows it. */
  readonly isClosed: boolean;
}

const bullet = '(?:[-*+•◦‣·–—]|\\d{1,2}[.)])[ \\t]+';
const bar = '[|│┃]';
const separators = `[ ]*\\t[ \\t]*|[ ]*(?:=>|->|→|${bar}|[:=])[ \\t]*|[,;](?=\\S)| {2,}`;

/** The marks around a name are quotation marks, emphasis, and those of symbols and keys in source code. */
const named = new RegExp(
  `^[ \\t]*(${bullet}|${bar}[ \\t]*)?["'\`*:[]*([A-Za-z][\\w.-]{0,99})["'\`*\\]]*(?:(${separators})(?:\\*{1,2}(?:[ \\t]+|$))?(.*)|[ \\t]*)$`,
);

/** The last cell of a row in a Parameters table, after a value. "Header" alone may be a word of a longer text. */
const sendInCell =
  /(?<=[^\s|│┃,;(])[ \t|│┃,;(]+(?:Send in[:=]?[ ]+)?["'`]?(?<where>Request (?:URL|body|headers?)|headers?(?<=^\S+[ \t|│┃,;(]+(?:Send in[:=]?[ ]+)?["'`]?headers?))["'`]?[ \t|│┃)]*$/i;

/** The parts of any line that begins with a name, whether it is in a list or not. */
export function notationOf(line: string): Notation | undefined {
  const [match, lead, name = '', separator = '', rest = ''] = named.exec(line) ?? [];
  if (match === undefined) return undefined;
  const mark = separator.trim().replace(/[│┃]/, '|') || (separator === '' ? '' : 'tab');
  const isCell = mark === '|' || separator.includes('\t');
  const { 0: last, groups } = sendInCell.exec(rest) ?? { 0: '' };
  const beforeLast = rest.slice(0, rest.length - last.length);
  const value = (isCell ? cellOf(beforeLast) : beforeLast).trim();
  const isClosed =
    last !== '' || (isCell ? value.length < rest.trim().length : isLiteral(value) || remark.test(value));
  return {
    name,
    separator,
    value,
    sendIn: groups?.where,
    style: kindOf(lead) + mark,
    isClosed,
  };
}

const marked = new RegExp(`^(?:${bullet}|${bar})`);

/** Whether a line of a list begins with a mark, so that it doesn't continue a value. */
export const isMarked = (line: string): boolean => marked.test(line);

const rule = /^[ \t]*(?:[+|│┃├╞╟┌└]|[-─═]+[+|┼╪])[-─═┼╪+|:│┃ ┤╡╢┬┐┴┘]*$/;

/** Whether a line is a rule between the rows of a table. */
export const isRule = (line: string): boolean => /[-─═]{3}/.test(line) && rule.test(line);

const kindOf = (lead = ''): string => (/[|│┃]/.test(lead) ? '|' : lead.trim() === '' ? '' : '- ');

/** The first cell of the rest of a row. A bar without a space before it may be in a value. */
export const cellOf = (row: string): string => row.split(/\t|(?<=^|[ \t])[|│┃]|[|│┃][ \t]*$/)[0] ?? '';

/** A text in quotation marks, possibly alone in brackets, and what closes its line in source code. */
const literal = /^\[?(["'`])((?:(?!\1|\$\{).)*)\1\]?[ \t]*(?:,(?:\s*(?:\/\/|#).*)?|[;)\]}].*)?$/;

/** Whether a value in a list is in quotation marks. */
export const isLiteral = (value: string): boolean => literal.test(value);

/** A URL as emails, chats, and Markdown show a link: `<URL>`, `URL<URL>`, `[URL](URL)`, `<URL|URL>`. */
const linked = /^[<[]?(https?:\/\/[^\s<>()[\]|]+)(?:\]?[(<|]https?:\/\/\S*)?[>)\]]$/i;

/** What people write after a value. */
const remark =
  /(?<!\s),?\s+(?:(?:#|\/\/|<-)(?:\s.*|\u2026|\.{3})?|\([^()]*\)|Send in\b.*|Request (?:URL|Body))$/;

/** A variable in source code, a shell, or a template, possibly with what follows it. */
const variable = /\{\{|\{\}|\$[A-Za-z_({]|^%\w$|^[\w.$]+\s*[)}]/;

/** Whether a value is a variable, masked, missing, or written in brackets or on the next lines. */
export const isHidden = (value: string): boolean =>
  value === labels.requestUrl ||
  variable.test(value) ||
  /^(?:[*\u2022\u25cf]{3,}$|[[\u2018\u2019\u201c\u201d]|[|>][-+]?\d?$)|\s[|│┃]$/.test(value);

/**
 * A value without the marks of its list. Firefox quotes values, and Chrome shows "(empty)".
 */
export const plainValue = (value: string): string =>
  value
    .replace(remark, '')
    .replace(literal, '$2')
    .replace(/^\*\*(.+)\*\*$/, '$1')
    .replace(linked, '$1')
    .replace(/^\(empty\)$/, '');

/** Whether a value is source code or a query, plain or escaped, which no list contains. */
export const isCode = (value: string, separator: string): boolean =>
  (!isLiteral(value) && /[,;{([\\]$|^[[{(]["'`]|\$\{/.test(value)) ||
  (separator.trim() === '=' && [value, unescaped(value).text].some((text) => /["'()&]/.test(text)));
