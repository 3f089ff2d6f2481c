import { lookup } from '../../text/lookup.ts';
import { isCode, isLiteral, isMarked } from './list-notation.ts';
import { type Item, knownNames, type Line, nextItem } from './parameter-lines.ts';
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
export const isOther = (rest: string, { name, value, style }: Item): boolean =>
  isLiteral(value) ||
  isMarked(rest) ||
  knownNames.has(rest) ||
  lookup(otherName, style)?.test(rest) === true ||
  (/\s/.test(rest) && (name !== 'scope' || /(?:^|\s)[A-Z\d]/.test(rest)));

/** The width of the narrowest line that is wrapped. */
const narrowest = 30;

/** A parameter with the rest of its value, if its line was wrapped. With `=` it may be a URL. */
export function withWrapped(lines: readonly Line[], item: Item): Item {
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
