import { labels } from '../../facts/labels.ts';
import { isHidden, isLiteral, isMarked, plainValue } from './list-notation.ts';
import { type Item, knownNames, type Line, namesIn } from './parameter-lines.ts';
import { narrowest } from './wrapped-items.ts';

/** The items of a list whose value is in it. The end of the last one may be missing, as in a URL that is cut. */
export function readableItems(lines: readonly Line[], items: readonly Item[]): Item[] {
  const edge = items.reduce((most, item) => Math.max(most, lastLineOf(lines, item).reach), narrowest);
  const isQuoted = items.some(({ value }) => isLiteral(value));
  return items.flatMap((item) => {
    const value = plainValue(item.value);
    const { text, reach } = lastLineOf(lines, item);
    const mayBeCut = reach === edge && !item.isClosed && text.trimEnd().endsWith(value);
    const isEnd = mayBeCut || cutMark.test(value) || isBlankAfter(lines, item);
    const isOpen = (isEnd || isQuoted) && openQuotation.test(value);
    const isPart = isOpen || (cutMark.test(value) && item !== items.at(-1));
    return isPart || isHidden(value) || goesOn(lines, item) ? [] : [{ ...item, value, mayBeCut }];
  });
}

const lastLineOf = (lines: readonly Line[], { next }: Item): Line => lines[next - 1] as Line;

/** Whether the text ends with an item. */
const isBlankAfter = (lines: readonly Line[], { next }: Item): boolean =>
  next === lines.length || (next === lines.length - 1 && lines[next]?.text.trim() === '');

const openQuotation = /^(?:\[?["'`]|\[(?:\u2026|\.{3})?$)/;

const cutMark = /(?:\u2026|\.{3})$/;

/** A value without the mark in place of its end. */
export const withoutCutMark = (value: string): string => value.replace(cutMark, '').trimEnd();

/** Whether a list ends with such a mark: in its last value, or in the beginning of a name after it. */
export const isCutAt = (lines: readonly Line[], items: readonly Item[], next: number): boolean =>
  cutMark.test(items.at(-1)?.value ?? '') || isCutName(lines[next]?.text ?? '');

/** `sco...`: the beginning of a name, or of what a row of the Management Console contains after its value. */
function isCutName(line: string): boolean {
  const [, start] = /^\W*(\w*?)(?:\u2026|\.{3})$/.exec(line.trim()) ?? [];
  return start !== undefined && [...knownNames, labels.requestUrl].some((name) => name.startsWith(start));
}

/** Whether a value is on further lines, as in YAML and in source code that joins texts. */
function goesOn(lines: readonly Line[], item: Item): boolean {
  const next = lines[item.next];
  if (next === undefined || namesIn(next, item.next, lines).length > 0) return false;
  const after = next.text.trim();
  return /^["'`+]/.test(after) || (item.value === '' && isMarked(after));
}
