import { lookup } from '../../text/lookup.ts';
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
    item = fitting(nextItem(lines, whole), whole) ?? itemBeyond(lines, items, whole);
  }
  return items;
}

const fitting = (item: Item | undefined, { style }: Item): Item | undefined =>
  item?.style === style ? item : undefined;

/** The most lines that may interrupt a list. */
const mostBetween = 3;

/** Parameters of a token request, which never continue the list of an authorization request. */
const ofToken = ['code_verifier', 'client_secret', 'grant_type'];

/** A line that another text begins with, or that is evidence itself. */
const evident = new RegExp(
  `^[ \\t]*"?(?:${[...foreign, ...ofToken].join('|')})"?[ \\t]*(?:[:=\\t]|$)|[?&%{}<]|://|error|invalid_`,
  'i',
);

/** The parameter that continues a list after lines that are none, such as the footer of a page. */
function itemBeyond(lines: readonly Line[], items: readonly Item[], last: Item): Item | undefined {
  for (let at = last.next; at < last.next + mostBetween; at += 1) {
    const between = lines[at]?.text.trim() ?? '';
    const isPartOfUrl = last.style === '=' && between !== '' && !isOther(between, last);
    if (isPartOfUrl || evident.test(between)) return undefined;
    const item = fitting(nextItem(lines, { ...last, next: at + 1 }), last);
    if (item === undefined) continue;
    const isNew = knownNames.has(item.name) && items.every(({ name }) => name !== item.name);
    return isNew && !ofToken.includes(item.name) ? item : undefined;
  }
  return undefined;
}

/** `x-tenant: 12`, `Tenant:` */
const otherName: Readonly<Record<string, RegExp>> = {
  ':': /^"?[\w$.[\]-]+"?[ ]?:(?:[ \t]|$)/,
  '=': /^[\w$.[\]]+=[^=\s]/,
  tab: /^[\w$.[\]-]+\t/,
};

/** Whether a line between two parameters can't be the rest of a value, which has spaces only between scopes. */
const isOther = (rest: string, { name, style }: Item): boolean =>
  knownNames.has(rest) ||
  lookup(otherName, style)?.test(rest) === true ||
  (/\s/.test(rest) && (name !== 'scope' || /(?:^|\s)[A-Z\d]/.test(rest)));

/** The width of the narrowest line that is wrapped. */
const narrowest = 30;

/** A parameter with the rest of its value, if its line was wrapped. With `=` it may be a URL. */
function withWrapped(lines: readonly Line[], item: Item): Item {
  const rest = lines[item.next]?.text.trim() ?? '';
  const isWide = item.value === '' || (lines[item.next - 1]?.text.length ?? 0) >= narrowest;
  if (item.value !== '' && isOther(rest, item)) return item;
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
