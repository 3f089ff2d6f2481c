import { isSameKey } from '../../setup-file/parameter-rows.ts';
import type { FoundParameter } from '../evidence/evidence.ts';
import { isRule, isUnreadable, type Notation, notationOf } from './list-notation.ts';
import { requestNames, tellingNames } from './parameter-names.ts';

/** A line of a paste, and where it is. */
export interface Line {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** A parameter in a list. Its style is the same throughout a list. */
export interface Item extends FoundParameter {
  readonly style: string;
  /** Index of the line after it. */
  readonly next: number;
}

export const knownNames: ReadonlySet<string> = new Set(requestNames);

/** What precedes a list on its first line, such as the name of the person who sent it in a chat. */
const beforeList = new RegExp(`^\\P{L}*\\p{L}.*?[\\s>](?=(?:${requestNames.join('|')})(?:: |\\t))`, 'u');

/** Where a key of an object in source code begins: it, or its value, is in quotation marks. */
const keyOfObject =
  /(?<=[{[(,][ \t]?)(?=(["'`])[A-Za-z][\w.-]{0,99}\1 ?(?::|=>)|:?[A-Za-z]\w{0,99} ?(?::|=>) ?["'`])/g;

/**
 * The lines of a text, without the rules of tables. What precedes a list on its first line, and each key of an object,
 * counts as a separate line.
 */
export function linesOf(text: string): Line[] {
  let start = 0;
  return text.split('\n').flatMap((line) => {
    const [from, end] = [start, start + line.length];
    start = end + 1;
    if (isRule(line)) return [];
    const begins = [
      ...new Set([
        0,
        beforeList.exec(line)?.[0].length ?? 0,
        ...[...line.matchAll(keyOfObject)].map(({ index }) => index),
      ]),
    ];
    return begins
      .sort((one, other) => one - other)
      .map((begin, at, { [at + 1]: next = line.length }) => ({
        text: line.slice(begin, next),
        start: from + begin,
        end: from + next,
      }));
  });
}

/** The parameter at a line, where a list may begin; undefined if there is none. */
export const firstItem = (lines: readonly Line[], at: number): Item | undefined =>
  emptyFirst(lines, at) ?? itemAt(lines, at);

/** The parameter after another one in its list. */
export const nextItem = (lines: readonly Line[], { next, style }: Item): Item | undefined =>
  emptyAt(lines, next, style) ?? itemAt(lines, next);

function itemAt(lines: readonly Line[], at: number): Item | undefined {
  const line = notationOf(lines[at]?.text ?? '');
  if (line === undefined) return undefined;
  const { name, value, style } = line;
  if (value !== '' && isParameter(line))
    return isUnreadable(line) ? undefined : { name, value, style, next: at + 1 };
  const after = isNameAlone(line) ? lines[at + 1]?.text.trim() : undefined;
  if (after === undefined || after === '' || knownNames.has(after)) return undefined;
  return { name, value: after, style: 'lines', next: at + 2 };
}

/** Whether a line has the name of a parameter, and isn't the head of a table. */
const isParameter = ({ name, separator, value }: Notation): boolean =>
  (knownNames.has(name) || isMisspelled(name) || (isName(name) && separator !== ':')) &&
  !(/[|,;]/.test(separator) && knownNames.has(value.split(/[,;]/)[0] ?? ''));

/** `Response_type`, `code-challenge` */
const isMisspelled = (name: string): boolean => tellingNames.some((telling) => isSameKey(name, telling));

/** An unknown name needs a space after its colon, which the scopes on a wrapped line don't have. */
const isName = (name: string): boolean => /^[a-z]\w*$/.test(name);

/** `scope`, `scope:` */
const isNameAlone = ({ name, separator, value }: Notation): boolean =>
  isName(name) && value === '' && /^:?[ \t]*$/.test(separator);

/** A parameter without a value, in a list of this style. */
function emptyAt(lines: readonly Line[], at: number, style: string): Item | undefined {
  if (style === 'lines') return emptyAlone(lines, at);
  const line = notationOf(lines[at]?.text ?? '');
  const isOfList = line?.style === style && line.value === '' && isName(line.name);
  return isOfList ? { name: line.name, value: '', style, next: at + 1 } : undefined;
}

/** A name whose value would be on the next line, if that is blank or the name of another parameter. */
function emptyAlone(lines: readonly Line[], at: number): Item | undefined {
  const name = aloneAt(lines, at);
  const after = lines[at + 1]?.text.trim();
  if (name === undefined || after === undefined) return undefined;
  if (knownNames.has(after)) return { name, value: '', style: 'lines', next: at + 1 };
  const isBlank = after === '' && aloneAt(lines, at + 2) !== undefined;
  return isBlank ? { name, value: '', style: 'lines', next: at + 2 } : undefined;
}

/** The name that is alone on a line. */
function aloneAt(lines: readonly Line[], at: number): string | undefined {
  const line = notationOf(lines[at]?.text ?? '');
  return line !== undefined && isNameAlone(line) ? line.name : undefined;
}

/** A parameter without a value that begins a list. The next line determines the style. */
function emptyFirst(lines: readonly Line[], at: number): Item | undefined {
  const next = itemAt(lines, at + 1);
  return next === undefined || next.style === 'lines' ? undefined : emptyAt(lines, at, next.style);
}
