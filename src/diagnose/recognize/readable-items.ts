import { labels } from '../../facts/labels.ts';
import { isShortened } from '../evidence/cut-mark.ts';
import type { Line } from './list-lines.ts';
import { isHidden, isLiteral, isMarked, plainValue } from './list-notation.ts';
import { type Item, knownNames, namesIn } from './parameter-lines.ts';
import { endsWithScope } from './scope-words.ts';
import { narrowest } from './wrapped-items.ts';

/** The items of a list whose value is in it. The end of the last one may be missing, as in a URL that is cut. */
export function readableItems(lines: readonly Line[], items: readonly Item[]): Item[] {
  const last = items.at(-1);
  const isQuoted = items.some(({ value }) => isLiteral(value));
  const edge = items.reduce((most, item) => Math.max(most, lastLineOf(lines, item).reach), narrowest);
  return items.flatMap((item) => {
    const isLast = item === last;
    const value = withoutStop(plainValue(item.value), isLast);
    const isEnd = isLast && isBlankAfter(lines, item);
    const mayBeCut =
      isOpenEnded(lines, { ...item, value }) &&
      (isAtEdge(lines, item, edge) || (isEnd && !endsWithScope(value)));
    const isCut = isShortened(value);
    const isOpen = openQuotation.test(value) && (mayBeCut || isEnd || isQuoted || isCut);
    const isPart = isOpen || (isCut && !isLast);
    return isPart || isHidden(value) || goesOn(lines, item) ? [] : [{ ...item, value, mayBeCut }];
  });
}

const lastLineOf = (lines: readonly Line[], { next }: Item): Line => lines[next - 1] as Line;

/** The full stop of a sentence that ends with a list. */
const withoutStop = (value: string, isLast: boolean): string =>
  isLast ? value.replace(/(?<=[^.])\.$/, '') : value;

/** Whether nothing closes a value. */
const isOpenEnded = (lines: readonly Line[], item: Item): boolean =>
  !item.isClosed && lastLineOf(lines, item).text.trimEnd().endsWith(item.value);

/** Whether a value ends where the longest line does. A space there, which only scopes contain, is lost. */
function isAtEdge(lines: readonly Line[], item: Item, edge: number): boolean {
  const { reach } = lastLineOf(lines, item);
  return reach === edge || (item.name === 'scope' && reach === edge - 1);
}

/** Whether the text ends with an item. */
const isBlankAfter = (lines: readonly Line[], { next }: Item): boolean =>
  next === lines.length || (next === lines.length - 1 && lines[next]?.text.trim() === '');

const openQuotation = /^(?:\[?["'`]|\[(?:\u2026|\.{3})?$)/;

/** Whether a list ends with the mark of a cut: in its last value, or in the beginning of a name after it. */
export const isCutAt = (lines: readonly Line[], items: readonly Item[], next: number): boolean =>
  isShortened(items.at(-1)?.value ?? '') || isCutName(lines[next]?.text ?? '');

/** `sco...`: the beginning of a name, or of what a row of the Management Console contains after its value. */
function isCutName(line: string): boolean {
  const [, start] = /^\W*(\w*?)(?:\u2026|\.{3})$/.exec(line.trim()) ?? [];
  return start !== undefined && [...knownNames, labels.requestUrl].some((name) => name.startsWith(start));
}

/** A text in quotation marks, with or without an operator before it. */
const joined = /^(?:\+\s*)?["'`](?!["'`])/;

/** Whether a value is on further lines, as in YAML and in source code that joins texts. */
function goesOn(lines: readonly Line[], item: Item): boolean {
  const next = lines[item.next];
  if (next === undefined || namesIn(next, item.next, lines).length > 0) return false;
  const after = next.text.trim();
  if (item.value === '') return /^["'`]/.test(after) || isMarked(after);
  return isLiteral(item.value) && !item.value.endsWith(',') && joined.test(after);
}
