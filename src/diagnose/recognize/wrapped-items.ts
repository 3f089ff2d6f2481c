import { lookup } from '../../text/lookup.ts';
import { cellOf, isCode, isMarked } from './list-notation.ts';
import { brokenName, type Item, knownNames, nextItem } from './parameter-lines.ts';
import type { Line } from './paste-line.ts';
import { isRemainderOf } from './remainders.ts';
import { beginsScope } from './scope-words.ts';
import { completes } from './wrapped-values.ts';

/** `x-tenant: 12`, `Tenant:` */
const otherName: Readonly<Record<string, RegExp>> = {
  ':': /^"?[\w$.[\]-]+"?[ ]?:(?:[ \t]|$)/,
  '=': /^[\w$.[\]]+=[^=\s]/,
  tab: /^[\w$.[\]-]+\t/,
  ',': /^[\w-]+,/,
  ';': /^[\w-]+;/,
};

/** Whether a line between two parameters can't be the rest of a value, which has spaces only between scopes. */
export const isOther = (rest: string, { name, style, isClosed }: Item): boolean =>
  isClosed ||
  isMarked(rest) ||
  knownNames.has(rest) ||
  lookup(otherName, style)?.test(rest) === true ||
  (/\s/.test(rest) && (name !== 'scope' || /(?:^|\s)[A-Z\d]/.test(rest)));

/** The width of the narrowest line that is wrapped. */
export const narrowest = 30;

/** The most lines after its first one that a value is wrapped over. */
const mostWrapped = 8;

/** A parameter with the rest of its value, if its line was wrapped. */
export function withWrapped(lines: readonly Line[], item: Item): Item {
  let [whole, longer] = [item, item];
  for (let count = 0; count < mostWrapped; count += 1) {
    const rest = restAt(lines, longer);
    if (!mayContinue(lines, longer, rest)) break;
    const space = spaceBefore(rest, longer);
    const isRest = space !== '' || isRestOf(longer, rest);
    longer = { ...longer, value: longer.value + space + rest, next: longer.next + 1 };
    if (isRest || isInside(lines, longer)) whole = longer;
  }
  return whole;
}

/** Whether the next line may continue a value. With `=`, it may be a URL instead. */
function mayContinue(lines: readonly Line[], item: Item, rest: string): boolean {
  const isEmpty = item.value === '';
  const isWide = isEmpty || (lines[item.next - 1]?.reach ?? 0) >= narrowest || spaceBefore(rest, item) !== '';
  if (rest === '' || !isWide || (!isEmpty && isOther(rest, item))) return false;
  if (knownNames.has(brokenName(lines, item.next) ?? '')) return false;
  const isUrl = item.style === '=' && isCode(rest, item.style);
  return !isUrl && nextItem(lines, item)?.style !== item.style;
}

function isRestOf({ name, value }: Item, rest: string): boolean {
  const parameter = `${name}=${value}`;
  return completes(parameter, rest, true) || isRemainderOf(parameter, rest, true);
}

const isInside = (lines: readonly Line[], item: Item): boolean =>
  item.style !== 'lines' && nextItem(lines, item)?.style === item.style;

function restAt(lines: readonly Line[], { next, style }: Item): string {
  const text = lines[next]?.text ?? '';
  return (/(?:\||tab)$/.test(style) && !isMarked(text.trim()) ? cellOf(text.trimStart()) : text).trim();
}

/** Scopes were wrapped at a space if the next line begins with a scope. */
const spaceBefore = (rest: string, { name, value }: Item): string =>
  name === 'scope' && /\w$/.test(value) && beginsScope(rest) ? ' ' : '';
