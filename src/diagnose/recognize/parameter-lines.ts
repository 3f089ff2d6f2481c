import { unescaped } from '../../oauth/paste-escapes.ts';
import { isSameKey } from '../../setup-file/parameter-rows.ts';
import type { FoundParameter } from '../evidence/evidence.ts';
import { requestNames, tellingNames } from './parameter-names.ts';

/** A line of a paste, and where it is. */
export interface Line {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** A parameter in a list. Its style is the separator between name and value, which is the same throughout a list. */
export interface Item extends FoundParameter {
  readonly style: string;
  /** Index of the line after it. */
  readonly next: number;
}

export const knownNames: ReadonlySet<string> = new Set(requestNames);

/** `name: value`, `name=value`, or both separated by a tab; the name may be in quotation marks. */
const named = /^[ \t]*"?([A-Za-z][\w.-]{0,99})"?([ \t]*\t[ \t]*| ?:[ \t]*| ?=[ \t]*)(\S.*)$/;
/** A name alone on its line, possibly with a colon. */
const justName = /^[ \t]*"?([a-z]\w{0,99})"?:?[ \t]*$/;

/** What precedes a list on its first line, such as the name of the person who sent it in a chat. */
const beforeList = new RegExp(`^[ \\t]*[^ \\t].*?[\\s>](?=(?:${requestNames.join('|')})(?:: |\\t))`);

/** The lines of a text. What precedes a list on its first line counts as a separate line. */
export function linesOf(text: string): Line[] {
  let start = 0;
  return text.split('\n').flatMap((line) => {
    const [label = ''] = beforeList.exec(line) ?? [];
    const end = start + line.length;
    const from = start + label.length;
    const parts = [
      { text: label, start, end: from },
      { text: line.slice(label.length), start: from, end },
    ];
    start = end + 1;
    return label === '' ? parts.slice(1) : parts;
  });
}

/** The parameter at a line, where a list may begin; undefined if there is none. */
export const firstItem = (lines: readonly Line[], at: number): Item | undefined =>
  emptyFirst(lines, at) ?? itemAt(lines, at);

/** The parameter after another one in its list. */
export const nextItem = (lines: readonly Line[], { next, style }: Item): Item | undefined =>
  emptyAt(lines, next, style) ?? itemAt(lines, next);

function itemAt(lines: readonly Line[], at: number): Item | undefined {
  const line = lines[at]?.text ?? '';
  const [, name = '', separator = '', value = ''] = named.exec(line) ?? [];
  if (isName(name, separator))
    return isCode(value.trim(), separator)
      ? undefined
      : { name, value: value.trim(), style: separator.trim() || 'tab', next: at + 1 };
  const [, alone = ''] = justName.exec(line) ?? [];
  const after = alone === '' ? undefined : lines[at + 1]?.text.trim();
  if (after === undefined || after === '' || knownNames.has(after)) return undefined;
  return { name: alone, value: after, style: 'lines', next: at + 2 };
}

/** An unknown name needs a space after its colon, which the scopes on a wrapped line don't have. */
const isName = (name: string, separator: string): boolean =>
  knownNames.has(name) || isMisspelled(name) || (/^[a-z][a-z0-9_]*$/.test(name) && separator !== ':');

/** `Response_type`, `code-challenge` */
const isMisspelled = (name: string): boolean => tellingNames.some((telling) => isSameKey(name, telling));

/** A name and its separator without a value: `prompt:`. */
const empty = /^[ \t]*"?([a-z]\w{0,99})"?[ \t]*([:=\t])[ \t]*$/;

/** A parameter without a value, in a list of this style. */
function emptyAt(lines: readonly Line[], at: number, style: string): Item | undefined {
  if (style === 'lines') return emptyAlone(lines, at);
  const [, name = '', separator = ''] = empty.exec(lines[at]?.text ?? '') ?? [];
  const isOfList = name !== '' && (separator.trim() || 'tab') === style;
  return isOfList ? { name, value: '', style, next: at + 1 } : undefined;
}

/** A name whose value would be on the next line, if that is blank or the name of another parameter. */
function emptyAlone(lines: readonly Line[], at: number): Item | undefined {
  const [, name = ''] = justName.exec(lines[at]?.text ?? '') ?? [];
  const after = lines[at + 1]?.text.trim();
  if (name === '' || after === undefined) return undefined;
  if (knownNames.has(after)) return { name, value: '', style: 'lines', next: at + 1 };
  const isBlank = after === '' && justName.test(lines[at + 2]?.text ?? '');
  return isBlank ? { name, value: '', style: 'lines', next: at + 2 } : undefined;
}

/** A parameter without a value that begins a list. The next line determines the style. */
function emptyFirst(lines: readonly Line[], at: number): Item | undefined {
  const next = itemAt(lines, at + 1);
  return next === undefined || next.style === 'lines' ? undefined : emptyAt(lines, at, next.style);
}

/** Whether a line is source code or a query, plain or escaped, which no list contains. */
export const isCode = (value: string, separator: string): boolean =>
  /[,;{([\\]$/.test(value) ||
  (separator.includes('=') && [value, unescaped(value).text].some((text) => /["'()&]/.test(text)));
