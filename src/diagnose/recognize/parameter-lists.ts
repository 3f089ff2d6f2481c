import type { FoundParameter } from '../evidence/evidence.ts';
import { isRequest, requestNames, responseNames } from './parameter-names.ts';
import { decodedList, foundUrl } from './query-text.ts';
import type { FoundAt } from './urls-in-text.ts';

interface Line {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

interface Item extends FoundParameter {
  readonly style: string;
  /** Index of the line after it. */
  readonly next: number;
}

const known: ReadonlySet<string> = new Set(requestNames);

/** Names that end a list: they belong to the rest of the window, or to another text. */
const foreign: ReadonlySet<string> = new Set([
  ...responseNames,
  'message',
  'status',
  'host',
  'accept',
  'cookie',
  'origin',
  'referer',
  'connection',
  'location',
  'date',
  'server',
]);

/** `name: value`, `name=value`, or the two with a tab between them; the name may be in quotation marks. */
const named = /^[ \t]*"?([A-Za-z][\w.]{0,99})"?([ \t]*\t[ \t]*|[ \t]?:[ \t]?|[ \t]?=[ \t]?)(\S.*)$/;
/** A line that begins with a parameter of a request. */
const knownLine = new RegExp(`^[ \\t]*"?(?:${requestNames.join('|')})\\b`, 'm');
/** A name alone on its line, perhaps with a colon. */
const justName = /^[ \t]*"?([a-z]\w{0,99})"?:?[ \t]*$/;

/** Authorization requests as developer tools list them: a parameter a line, or its name and value on two lines. */
export function listsInText(text: string): FoundAt[] {
  if (!knownLine.test(text)) return [];
  const lines = linesOf(text);
  const found: FoundAt[] = [];
  for (let at = 0; at < lines.length; ) {
    const items = listAt(lines, at);
    const end = items.at(-1)?.next ?? at;
    const parameters = parametersOf(items);
    const isFound = items.length > 1 && isRequest(parameters);
    if (isFound) {
      const isCut = items.some(({ value }) => value.endsWith('…'));
      const place = { start: lines[at]?.start ?? 0, end: lines[end - 1]?.end ?? 0 };
      found.push({ ...place, requests: [foundUrl(undefined, parameters, isCut)], responses: [] });
    }
    at = isFound ? end : Math.max(end, at + 1);
  }
  return found;
}

function linesOf(text: string): Line[] {
  let start = 0;
  return text.split('\n').map((line) => {
    const end = start + line.length;
    const place = { text: line, start, end };
    start = end + 1;
    return place;
  });
}

function listAt(lines: readonly Line[], from: number): Item[] {
  const items: Item[] = [];
  for (
    let item = itemAt(lines, from);
    item !== undefined;
    item = emptyAt(lines, item.next, item.style) ?? itemAt(lines, item.next)
  ) {
    const [first] = items;
    const fits = first === undefined ? known.has(item.name) : item.style === first.style;
    if (!fits || foreign.has(item.name.toLowerCase())) break;
    items.push(item);
  }
  return items;
}

function itemAt(lines: readonly Line[], at: number): Item | undefined {
  const line = lines[at]?.text ?? '';
  const [, name = '', separator = '', value = ''] = named.exec(line) ?? [];
  if (name !== '' && (known.has(name) || /^[a-z][a-z0-9_]*$/.test(name)))
    return isCode(value, separator)
      ? undefined
      : { name, value: plainValue(value), style: separator.trim() || 'tab', next: at + 1 };
  const [, alone = ''] = justName.exec(line) ?? [];
  const after = alone === '' ? undefined : lines[at + 1]?.text.trim();
  if (after === undefined || after === '' || known.has(after)) return undefined;
  return { name: alone, value: plainValue(after), style: 'lines', next: at + 2 };
}

/** A name and its separator without a value: `prompt:`. */
const empty = /^[ \t]*"?([a-z]\w{0,99})"?[ \t]*([:=\t])[ \t]*$/;

/** A parameter without a value, in a list whose values are on the line of their names. */
function emptyAt(lines: readonly Line[], at: number, style: string): Item | undefined {
  const [, name = '', separator = ''] = empty.exec(lines[at]?.text ?? '') ?? [];
  const isOfList = name !== '' && (separator.trim() || 'tab') === style;
  return isOfList ? { name, value: '', style, next: at + 1 } : undefined;
}

/** Whether a line is source code or a query, which no list contains. */
const isCode = (value: string, separator: string): boolean =>
  /[,;{([]$/.test(value) || (separator.includes('=') && /["'()&]/.test(value));

/** Firefox puts texts in quotation marks. */
const plainValue = (value: string): string => value.trim().replace(/^"(.*)"$/, '$1');

const parametersOf = (items: readonly Item[]): FoundParameter[] =>
  decodedList(items.map(({ name, value }) => ({ name, value: value.replace(/…$/, '') })));
