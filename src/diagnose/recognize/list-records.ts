import { unescaped } from '../../oauth/paste-escapes.ts';
import { joinedLines } from './json-wraps.ts';
import { isHidden } from './list-notation.ts';
import { masked, type Place } from './mask.ts';
import { anyRequestName, requestNames } from './parameter-names.ts';
import type { Line } from './paste-line.ts';
import { type RecordNotation, recordNotations } from './record-notations.ts';

/** A parameter in a list that isn't one parameter to a line, and where it is. */
interface Found extends Place {
  readonly name: string;
  readonly value: string;
  readonly separator: string | undefined;
  readonly isQuoted: boolean;
}

/** Parameters in one notation, and where they are. */
export interface Records extends Place {
  /** One for each parameter. */
  readonly lines: readonly Line[];
}

const anyName = new RegExp(`(?<![\\w.-])${anyRequestName}(?![\\w.-])`, 'g');

/** The lists of parameters in a text that aren't one parameter to a line. */
export function recordsIn(text: string): Records[] {
  if ((text.match(anyName)?.length ?? 0) < 2) return [];
  const lists: Records[] = [];
  let rest = text;
  for (const notation of recordNotations) {
    const view = viewOf(rest, notation.keepsBreaks ? noBreak : singleBreak);
    const found = groupsOf(foundIn(view, notation)).filter((group) => isList(text, group, notation));
    const inNotation = found.map((group) => recordsOf(text, group));
    lists.push(...inNotation);
    rest = masked(rest, inNotation);
  }
  return lists.sort((one, other) => one.start - other.start);
}

interface View {
  readonly text: string;
  readonly raw: string;
  readonly origin: readonly number[];
}

const noBreak = /(?!)/g;
/** A line break where a line may be wrapped. */
const singleBreak = /(?<![ \t\n])[ \t]*\n(?![ \t]*\n)[ \t]*/g;

/** A text without its line breaks of this kind. */
function viewOf(raw: string, breaks: RegExp): View {
  const origin: number[] = [];
  let from = 0;
  for (const { 0: gap, index } of [...raw.matchAll(breaks), { 0: '', index: raw.length }]) {
    for (; from < index; from += 1) origin.push(from);
    from += gap.length;
  }
  return { text: raw.replace(breaks, ''), raw, origin };
}

function foundIn({ text, raw, origin }: View, { pattern }: RecordNotation): Found[] {
  return [...text.matchAll(pattern)].map((match) => {
    const { name = '', mark, separator } = match.groups ?? {};
    const [start, end] = [match.index, match.index + match[0].length];
    const [from, to] = match.indices?.groups?.value ?? [end, end];
    const written = from === to ? '' : raw.slice(origin[from], (origin[to - 1] ?? 0) + 1);
    const value = unescaped(joinedLines(name, written.split(/[ \t]*\n[ \t]*/))).text;
    return {
      name,
      value: mark === undefined ? value.trim() : value,
      separator,
      isQuoted: mark !== undefined,
      start: origin[start] ?? 0,
      end: (origin[end - 1] ?? 0) + 1,
    };
  });
}

/** The most text between two parameters of a list. */
const mostBetween = 300;

/** Parameters that follow each other, with the same separator. */
function groupsOf(found: readonly Found[]): Found[][] {
  const groups: Found[][] = [];
  for (const each of found) {
    const last = groups.at(-1)?.at(-1);
    if (last !== undefined && last.separator === each.separator && each.start - last.end <= mostBetween)
      groups.at(-1)?.push(each);
    else groups.push([each]);
  }
  return groups;
}

/** Whether parameters are a list that can't be read line by line, and aren't source code: no code has a URL without marks. */
function isList(text: string, found: readonly Found[], { sharesLines }: RecordNotation): boolean {
  const names = new Set(found.map(({ name }) => name).filter((name) => requestNames.includes(name)));
  const first = found[0]?.start ?? 0;
  const isInline = found.some(
    ({ start }, at) => at > 0 && !text.slice(found[at - 1]?.end, start).includes('\n'),
  );
  const isData = found.some(
    ({ separator, isQuoted, value }) =>
      separator === undefined || (!isQuoted && /^https?(?::|%3a)/i.test(value)),
  );
  const isOpened = /[{[(][ \t]*:?["'`]?$/.test(text.slice(Math.max(first - mostBetween, 0), first));
  return names.size > 1 && isData && (!sharesLines || isInline || isOpened);
}

function recordsOf(text: string, found: readonly Found[]): Records {
  const [start, end] = [found[0]?.start ?? 0, found.at(-1)?.end ?? 0];
  const separator = found[0]?.separator;
  const lines = found.flatMap((each, at) => [
    lineOf(text, each),
    ...unreadIn(
      gapBefore(text, found[at - 1]?.end ?? start - mostBetween, each.start),
      each.start,
      separator,
    ),
  ]);
  const after = text.slice(end, end + mostBetween);
  lines.push(...unreadIn(after.replace(startsOfLines, '\n'), end, separator));
  if (separator === undefined && endsInside(text.slice(end))) lines.push(lineAt('\u2026', end - 1));
  return { start, end, lines };
}

const lineAt = (text: string, at: number): Line => ({ text, start: at, end: at, reach: 0 });

/** Whether the text ends where one more parameter has begun. */
const endsInside = (after: string): boolean =>
  after.length < mostBetween && begun.test(after) && !/\n\s*\n/.test(after);

/** After what closes a parameter, something else that closes nothing. */
const begun = /^(?:[\s\])}>"'`;,]|<\/\w+>)*[{[(<]/;

const gapBefore = (text: string, from: number, to: number): string => {
  const gap = text.slice(Math.max(from, 0), to);
  return `${gap} ${gap.replace(singleBreak, '')}`;
};

/** After a list, a name at the start of a line is read in any case. */
const startsOfLines = /(?:^|\n)[\s,;]*\w+/g;

/** The known names in a text around a list, whose values can't be read. */
const unreadIn = (text: string, at: number, separator: string | undefined): Line[] =>
  (text.match(anyName) ?? []).map((name) => lineAt(name + writtenAs(unreadable, separator), at));

/** As in a list with one parameter to a line. A value that can't be read is cut. */
const unreadable = '[\u2026';

const lineOf = (text: string, { name, value, separator, isQuoted, start, end }: Found): Line => ({
  ...lineAt(name + writtenAs(isReadable(name, value, isQuoted) ? value : unreadable, separator), start),
  end,
  reach: endOfLine.test(text.slice(end, end + mostBetween)) ? end - text.lastIndexOf('\n', end - 1) - 1 : 0,
});

const endOfLine = /^[ \t]*(?:\n|$)/;

function writtenAs(value: string, separator: string | undefined): string {
  if (separator !== undefined) return `${separator} ${value}`;
  return ` => ${value === unreadable || value.includes('"') ? unreadable : `"${value}",`}`;
}

/** Whether a value has no part of its surroundings. */
function isReadable(name: string, value: string, isQuoted: boolean): boolean {
  if (isHidden(value)) return false;
  return isQuoted || (name === 'scope' ? /^(?:[^\s:]*:\S*(?: |$))*$|^\S*$/ : /^[^\s[\]]*$/).test(value);
}
