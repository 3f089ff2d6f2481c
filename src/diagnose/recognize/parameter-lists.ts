import { documentedScopes } from '../../facts/scopes.ts';
import type { FoundParameter } from '../evidence/evidence.ts';
import { isRequest, requestNames, responseNames } from './parameter-names.ts';
import { decodedList, foundUrl } from './query-text.ts';
import { isRemainderOf } from './remainders.ts';
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
    const items = listAt(lines, at).map(withPlainValue);
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

/** What precedes a list on its first line, such as the name of the person who sent it in a chat. */
const beforeList = new RegExp(`^[ \\t]*[^ \\t].*?[\\s>](?=(?:${requestNames.join('|')})(?:: |\\t))`);

/** The lines of a text. What precedes a list on its first line is a line of its own. */
function linesOf(text: string): Line[] {
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

function listAt(lines: readonly Line[], from: number): Item[] {
  const items: Item[] = [];
  let item = emptyFirst(lines, from) ?? itemAt(lines, from);
  while (item !== undefined) {
    const [first] = items;
    const fits = first === undefined ? known.has(item.name) : item.style === first.style;
    if (!fits || foreign.has(item.name.toLowerCase())) break;
    const whole = withWrapped(lines, item);
    items.push(whole);
    item = nextItem(lines, whole);
  }
  return items;
}

const nextItem = (lines: readonly Line[], { next, style }: Item): Item | undefined =>
  emptyAt(lines, next, style) ?? itemAt(lines, next);

/** A line as wide as the narrowest one that is wrapped. */
const narrowest = 30;

/** A parameter with the rest of its value, if its line was wrapped. With `=` it may be a URL. */
function withWrapped(lines: readonly Line[], item: Item): Item {
  const rest = lines[item.next]?.text.trim() ?? '';
  const isWide = item.value === '' || (lines[item.next - 1]?.text.length ?? 0) >= narrowest;
  const isUrl = item.style === '=' && rest.includes('&');
  if (isUrl || !isWide || rest === '' || nextItem(lines, item)?.style === item.style) return item;
  const longer = { ...item, value: item.value + spaceBefore(rest, item) + rest, next: item.next + 1 };
  const isInside = item.style !== 'lines' && nextItem(lines, longer)?.style === item.style;
  return isInside || isRemainderOf(`${item.name}=${item.value}`, rest, true) ? longer : item;
}

/** Scopes were wrapped at a space if the next line begins with one. */
const spaceBefore = (rest: string, { value }: Item): string =>
  /\w$/.test(value) && documentedScopes.some((scope) => rest.startsWith(scope)) ? ' ' : '';

function itemAt(lines: readonly Line[], at: number): Item | undefined {
  const line = lines[at]?.text ?? '';
  const [, name = '', separator = '', value = ''] = named.exec(line) ?? [];
  if (isName(name, separator))
    return isCode(value, separator)
      ? undefined
      : { name, value: value.trim(), style: separator.trim() || 'tab', next: at + 1 };
  const [, alone = ''] = justName.exec(line) ?? [];
  const after = alone === '' ? undefined : lines[at + 1]?.text.trim();
  if (after === undefined || after === '' || known.has(after)) return undefined;
  return { name: alone, value: after, style: 'lines', next: at + 2 };
}

/** What isn't known needs a space after its colon: the scopes of a wrapped line have none. */
const isName = (name: string, separator: string): boolean =>
  known.has(name) || (/^[a-z][a-z0-9_]*$/.test(name) && separator !== ':');

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
  if (known.has(after)) return { name, value: '', style: 'lines', next: at + 1 };
  const isBlank = after === '' && justName.test(lines[at + 2]?.text ?? '');
  return isBlank ? { name, value: '', style: 'lines', next: at + 2 } : undefined;
}

/** A parameter without a value that begins a list: the style is that of the next line. */
function emptyFirst(lines: readonly Line[], at: number): Item | undefined {
  const next = itemAt(lines, at + 1);
  return next === undefined || next.style === 'lines' ? undefined : emptyAt(lines, at, next.style);
}

/** Whether a line is source code or a query, which no list contains. */
const isCode = (value: string, separator: string): boolean =>
  /[,;{([]$/.test(value) || (separator.includes('=') && /["'()&]/.test(value));

/** Firefox puts texts in quotation marks; Chrome writes "(empty)"; the source of a page has a tag at its end. */
const withPlainValue = (item: Item): Item => ({
  ...item,
  value: item.value
    .replace(/<\/\w+>$/, '')
    .replace(/^"(.*)"$/, '$1')
    .replace(/^\(empty\)$/, ''),
});

const parametersOf = (items: readonly Item[]): FoundParameter[] =>
  decodedList(items.map(({ name, value }) => ({ name, value: value.replace(/…$/, '') })));
