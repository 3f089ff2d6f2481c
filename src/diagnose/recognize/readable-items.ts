import { labels } from '../../facts/labels.ts';
import { isShortened } from '../evidence/cut-mark.ts';
import { namesWithEnd } from './cut-starts.ts';
import { isHidden, isLiteral, isMarked, plainValue } from './list-notation.ts';
import { type Item, knownNames, namesIn } from './parameter-lines.ts';
import { anyRequestName } from './parameter-names.ts';
import type { Line } from './paste-line.ts';
import { endsWithScope } from './scope-words.ts';
import { narrowest } from './wrapped-items.ts';

/** The items of a list whose value is in it. The end of the last one may be missing, as in a URL that is cut. */
export function readableItems(lines: readonly Line[], items: readonly Item[]): Item[] {
  const last = items.at(-1);
  const isQuoted = items.some(({ value }) => isLiteral(value));
  const edge = items.reduce((most, item) => Math.max(most, lastLineOf(lines, item).reach), narrowest);
  const named = items.filter(({ name }) => namesWithEnd(name).length === 0);
  return named.flatMap((item) => {
    const isLast = item === last;
    const value = withoutStop(plainValue(item.value), isLast);
    const isEnd = isLast && isBlankAfter(lines, item);
    const mayBeCut =
      isOpenEnded(lines, { ...item, value }) &&
      (isAtEdge(lines, item, edge) || (isEnd && !endsWithScope(value)));
    const isCut = isShortened(value);
    const isOpen = openQuotation.test(value) && (mayBeCut || isEnd || isQuoted || isCut);
    const isPart = isOpen || (isCut && !isLast);
    return isPart || isHidden(value) || hasMore(lines, { ...item, value }) || goesOn(lines, item)
      ? []
      : [{ ...item, value, mayBeCut }];
  });
}

/** Another parameter in a value, with its separator. */
const another = new RegExp(`[,;\\s](?:${anyRequestName}|[a-z]+_[a-z_]+)\\s?[:=]`);

/** Whether the next parameter, or the beginning of its name, is in a value. */
function hasMore(lines: readonly Line[], item: Item): boolean {
  const [, start] = /[,;\s]([a-z][a-z_]*)(?:[-=:>\s]*|\u2026|\.{3})$/.exec(item.value) ?? [];
  const rest =
    isBlankAfter(lines, item) || isShortened(item.value) ? undefined : lines[item.next]?.text.trim();
  const isStart = (name: string): boolean =>
    start !== undefined &&
    name.startsWith(start) &&
    (rest === undefined || rest.startsWith(name.slice(start.length)));
  return another.test(item.value) || [...knownNames].some(isStart);
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
  isShortened(items.at(-1)?.value ?? '') || isCutName(lines[next]?.text ?? '', next === lines.length - 1);

/** `sco...`, or `sco` where the text ends: the beginning of a name, or of what a row of the Management Console has last. */
function isCutName(line: string, isLast: boolean): boolean {
  const [, start = '', mark = ''] = /^\W*?(\w*?)(\u2026|\.{3})?$/.exec(line.trim()) ?? [undefined, undefined];
  const isCut = mark !== '' || (isLast && start.length > 1);
  return isCut && [...knownNames, labels.requestUrl].some((name) => name.startsWith(start));
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
