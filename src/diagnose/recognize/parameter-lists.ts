import type { FoundParameter } from '../evidence/evidence.ts';
import { firstItem, type Item, isCode, knownNames, type Line, linesOf, nextItem } from './parameter-lines.ts';
import { isRequest, requestNames, responseNames } from './parameter-names.ts';
import { decodedList, foundUrl } from './query-text.ts';
import { isRemainderOf } from './remainders.ts';
import { beginsScope } from './scope-words.ts';
import type { FoundAt } from './urls-in-text.ts';
import { completes } from './wrapped-values.ts';

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

/** A line that begins with a parameter of a request. */
const knownLine = new RegExp(`^[ \\t]*"?(?:${requestNames.join('|')})\\b`, 'm');

/** Authorization requests as developer tools list them: one parameter per line, or its name and value on two lines. */
export function listsInText(text: string): FoundAt[] {
  if (!knownLine.test(text)) return [];
  const lines = linesOf(text);
  const found: FoundAt[] = [];
  for (let at = 0; at < lines.length; ) {
    const items = listAt(lines, at).map(withPlainValue);
    const end = items.at(-1)?.next ?? at;
    const parameters = parametersOf(items);
    const isFound = isRequest(parameters);
    if (isFound) {
      const isCut = items.some(({ value }) => value.endsWith('…'));
      const place = { start: lines[at]?.start ?? 0, end: lines[end - 1]?.end ?? 0 };
      found.push({ ...place, requests: [foundUrl(undefined, parameters, isCut)], responses: [] });
    }
    at = isFound ? end : Math.max(end, at + 1);
  }
  return found;
}

function listAt(lines: readonly Line[], from: number): Item[] {
  const items: Item[] = [];
  let item = firstItem(lines, from);
  while (item !== undefined) {
    const [first] = items;
    const fits = first === undefined ? knownNames.has(item.name) : item.style === first.style;
    if (!fits || foreign.has(item.name.toLowerCase())) break;
    const whole = withWrapped(lines, item);
    items.push(whole);
    item = nextItem(lines, whole);
  }
  return items;
}

/** The width of the narrowest line that is wrapped. */
const narrowest = 30;

/** A parameter with the rest of its value, if its line was wrapped. With `=` it may be a URL. */
function withWrapped(lines: readonly Line[], item: Item): Item {
  const rest = lines[item.next]?.text.trim() ?? '';
  const isWide = item.value === '' || (lines[item.next - 1]?.text.length ?? 0) >= narrowest;
  const isUrl = item.style === '=' && isCode(rest, item.style);
  if (isUrl || !isWide || rest === '' || nextItem(lines, item)?.style === item.style) return item;
  const space = spaceBefore(rest, item);
  const longer = { ...item, value: item.value + space + rest, next: item.next + 1 };
  const isInside = item.style !== 'lines' && nextItem(lines, longer)?.style === item.style;
  const parameter = `${item.name}=${item.value}`;
  const isRest = completes(parameter, rest, true) || isRemainderOf(parameter, rest, true);
  return isInside || space !== '' || isRest ? longer : item;
}

/** Scopes were wrapped at a space if the next line begins with a scope. */
const spaceBefore = (rest: string, { value }: Item): string =>
  /\w$/.test(value) && beginsScope(rest) ? ' ' : '';

/** Firefox quotes values, Chrome shows "(empty)", and in the source of a page, a tag follows the value. */
const withPlainValue = (item: Item): Item => ({
  ...item,
  value: item.value
    .replace(/<\/\w+>$/, '')
    .replace(/^"(.*)"$/, '$1')
    .replace(/^\(empty\)$/, ''),
});

const parametersOf = (items: readonly Item[]): FoundParameter[] =>
  decodedList(items.map(({ name, value }) => ({ name, value: value.replace(/…$/, '') })));
