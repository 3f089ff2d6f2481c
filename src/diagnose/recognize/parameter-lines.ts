import { isSameKey } from '../../setup-file/parameter-rows.ts';
import { withoutTrailing } from '../../text/trim-end.ts';
import type { FoundParameter } from '../evidence/evidence.ts';
import { namesWithEnd } from './cut-starts.ts';
import { isCode, isLiteral, type Notation, notationOf } from './list-notation.ts';
import { requestNames, tellingNames } from './parameter-names.ts';
import type { Line } from './paste-line.ts';

/** A parameter in a list. Its style is the same throughout a list. */
export interface Item extends FoundParameter {
  readonly style: string;
  /** Index of the line after it. */
  readonly next: number;
  /** Its value doesn't continue on that line. */
  readonly isClosed: boolean;
}

export const knownNames: ReadonlySet<string> = new Set(requestNames);

/** Parameters of a token request, which never continue the list of an authorization request. */
export const ofToken: readonly string[] = ['code_verifier', 'client_secret', 'grant_type'];

/** Whether an authorization request has a parameter of this name. */
export const isOfRequest = (name: string): boolean => knownNames.has(name) && !ofToken.includes(name);

/** The parameter at a line, where a list may begin; undefined if there is none. */
export const firstItem = (lines: readonly Line[], at: number): Item | undefined =>
  emptyFirst(lines, at) ?? itemAt(lines, at) ?? alignedAt(lines, at, itemAt(lines, at + 1));

/** The parameter after another one in its list. */
export const nextItem = (lines: readonly Line[], item: Item): Item | undefined =>
  emptyAt(lines, item.next, item.style) ?? itemAt(lines, item.next) ?? alignedAt(lines, item.next, item);

/** The longest name in columns, which only one space separates from its value: it begins where the one beside it does. */
function alignedAt(lines: readonly Line[], at: number, beside: Item | undefined): Item | undefined {
  if (beside?.style !== 'tab') return undefined;
  const column = lines[beside.next - 1]?.text.lastIndexOf(beside.value) ?? 0;
  const text = lines[at]?.text ?? '';
  const name = text.slice(0, column).trim();
  if (!knownNames.has(name) || !/ \S$/.test(text.slice(0, column + 1))) return undefined;
  const { value = '', sendIn } = notationOf(`${name}\t${text.slice(column)}`) ?? {};
  return { name, value, sendIn, style: 'tab', isClosed: sendIn !== undefined, next: at + 1 };
}

function itemAt(lines: readonly Line[], at: number): Item | undefined {
  const line = notationOf(lines[at]?.text ?? '');
  if (line === undefined) return undefined;
  const { name, value, sendIn, separator, style, isClosed } = line;
  if (value !== '' && isParameter(line))
    return isCode(value, separator) ? undefined : { name, value, sendIn, style, isClosed, next: at + 1 };
  if (knownNames.has(brokenName(lines, at) ?? '')) return undefined;
  const after = isNameAlone(line) ? lines[at + 1]?.text.trim() : undefined;
  if (after === undefined || after === '' || knownNames.has(withoutTrailing(after, ':'))) return undefined;
  return { name, value: after, style: 'lines', isClosed: isLiteral(after), next: at + 2 };
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
  return isOfList ? { name: line.name, value: '', style, isClosed: line.isClosed, next: at + 1 } : undefined;
}

/** A name whose value would be on the next line, if that is blank or the name of another parameter. */
function emptyAlone(lines: readonly Line[], at: number): Item | undefined {
  const name = aloneAt(lines, at);
  const after = lines[at + 1]?.text.trim();
  if (name === undefined || after === undefined) return undefined;
  const item = { name, value: '', style: 'lines', isClosed: false };
  if (knownNames.has(after)) return { ...item, next: at + 1 };
  const isBlank = after === '' && aloneAt(lines, at + 2) !== undefined;
  return isBlank ? { ...item, next: at + 2 } : undefined;
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

/** Where a line continues after its name. */
const restOfName = /^[ \t]*(?:[=:-]|→)/;

/** The names of parameters in a line, or those that it may be the end of, even if their values can't be read. */
export function namesIn({ text }: Line, index: number, lines: readonly Line[]): string[] {
  const { name = '', separator = '' } = notationOf(text) ?? {};
  const hasRest = separator !== '' || text.startsWith(':') || restOfName.test(lines[index + 1]?.text ?? '');
  const names = hasRest ? [name, ...namesWithEnd(name)] : [];
  return [...names, brokenName(lines, index) ?? ''].filter(isOfRequest);
}

const endOfLine = /(?<![\w.-])[a-z_]+[ \t]*$/;
const startOfLine = /^[ \t]*[a-z_]+(?=["'`]?\s?[=:])/;

/** The name that a line ends in the middle of. */
export function brokenName(lines: readonly Line[], at: number): string | undefined {
  const [end] = endOfLine.exec(lines[at]?.text.slice(-mostOfName) ?? '') ?? [];
  const [start] = (end && startOfLine.exec(lines[at + 1]?.text ?? '')) || [];
  return start && end ? end.trimEnd() + start.trimStart() : undefined;
}

/** As many characters as the longest name, and some white space. */
const mostOfName = 40;
