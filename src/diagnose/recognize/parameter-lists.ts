import { withoutCutMark } from '../evidence/cut-mark.ts';
import type { FoundParameter, FoundUrl } from '../evidence/evidence.ts';
import { linesOf } from './list-lines.ts';
import { notationOf } from './list-notation.ts';
import type { Place } from './mask.ts';
import {
  firstItem,
  type Item,
  isOfRequest,
  knownNames,
  namesIn,
  nextItem,
  ofToken,
} from './parameter-lines.ts';
import { hasAny, isRequest, responseNames } from './parameter-names.ts';
import type { Line } from './paste-line.ts';
import { decodedList, foundUrl } from './query-text.ts';
import { isCutAt, readableItems } from './readable-items.ts';
import type { FoundAt } from './urls-in-text.ts';
import { isOther, withWrapped } from './wrapped-items.ts';

/** Names that end a list: they belong to the rest of the window, or to another text. */
const foreign: ReadonlySet<string> = new Set([
  ...responseNames.map((name) => name.toLowerCase()),
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

/** Authorization requests as lists of their parameters, one on each line, or its name and value on two lines. */
export function listsInText(text: string): FoundAt[] {
  const lines = linesOf(text.replaceAll('\u00a0', ' '));
  const found: List[] = [];
  const outside = new Set<string>();
  for (let at = 0; at < lines.length; ) {
    const items = listAt(lines, at);
    const parameters = parametersOf(readableItems(lines, items));
    const next = Math.max(items.at(-1)?.next ?? at, at + 1);
    const names = [
      ...items.map(({ name }) => name).filter(isOfRequest),
      ...lines.slice(at, next).flatMap(namesIn),
    ];
    if (isRequest(parameters)) {
      const endIsCut = isCutAt(lines, items, next);
      const place = { start: lines[at]?.start ?? 0, end: lines[next - 1]?.end ?? 0 };
      found.push({ ...place, names, url: foundUrl(undefined, parameters, endIsCut) });
    } else for (const name of names) outside.add(name);
    at = next;
  }
  return found.map(({ url, names, ...place }, index) => {
    const apart = [found[index - 1], found[index + 1]].flatMap((other) => namesApart(other, names));
    const isWhole = [...names, ...outside, ...apart].every((name) => hasAny(url.parameters, [name]));
    return { ...place, requests: [isWhole ? url : { ...url, isPartial: true }], responses: [] };
  });
}

/** The names in another list that may be the other part of the one with these names. */
const namesApart = (other: List | undefined, names: readonly string[]): readonly string[] =>
  other?.names.some((name) => names.includes(name)) === false ? other.names : [];

interface List extends Place {
  readonly url: FoundUrl;
  /** In all of its lines. */
  readonly names: readonly string[];
}

function listAt(lines: readonly Line[], from: number): Item[] {
  const items: Item[] = [];
  let item = firstItem(lines, from);
  while (item !== undefined) {
    const [first] = items;
    const fits = first === undefined ? knownNames.has(item.name) : item.style === first.style;
    if (!fits || foreign.has(item.name.toLowerCase())) break;
    const whole = withWrapped(lines, item);
    if (isRestart(items, whole, nextItem(lines, whole))) break;
    items.push(whole);
    item = fitting(nextItem(lines, whole), whole) ?? itemBeyond(lines, items, whole);
  }
  return items;
}

/** Whether a list ends where the same names follow again, in the same order. */
const isRestart = ([first, second]: readonly Item[], item: Item, next: Item | undefined): boolean =>
  second !== undefined && item.name === first?.name && next?.name === second.name;

const fitting = (item: Item | undefined, { style }: Item): Item | undefined =>
  item?.style === style ? item : undefined;

/** The most lines that may interrupt a list. */
const mostBetween = 3;

/** What is in a line of another text, or in one that is evidence itself. */
const ofOtherText = /[?&%{}<]|:\/\/|error|invalid_/i;

/** Whether another text begins with a line. */
function isEvident(line: string): boolean {
  const name = notationOf(line)?.name ?? '';
  return foreign.has(name.toLowerCase()) || ofToken.includes(name) || ofOtherText.test(line);
}

/** The parameter that continues a list after lines that are none, such as the footer of a page. */
function itemBeyond(lines: readonly Line[], items: readonly Item[], last: Item): Item | undefined {
  for (let at = last.next; at < last.next + mostBetween; at += 1) {
    const between = lines[at]?.text.trim() ?? '';
    const isPartOfUrl = last.style === '=' && between !== '' && !isOther(between, last);
    if (isPartOfUrl || isEvident(between)) return undefined;
    const item = fitting(nextItem(lines, { ...last, next: at + 1 }), last);
    if (item === undefined) continue;
    return isExpected(item, between) && isNew(item, items) ? item : undefined;
  }
  return undefined;
}

/** Whether a parameter may follow a line that is none. Between the items of a list with bullets it may be blank. */
const isExpected = ({ name, style }: Item, between: string): boolean =>
  knownNames.has(name) ? isOfRequest(name) : between === '' && style.startsWith('- ');

const isNew = (item: Item, items: readonly Item[]): boolean => items.every(({ name }) => name !== item.name);

const parametersOf = (items: readonly Item[]): FoundParameter[] =>
  decodedList(
    items.map(({ name, value, sendIn, mayBeCut = false }) => ({
      name,
      value: withoutCutMark(value),
      ...(sendIn === undefined ? {} : { sendIn }),
      ...(mayBeCut ? { mayBeCut } : {}),
    })),
  );
