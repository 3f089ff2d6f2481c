import { isRule } from './list-notation.ts';
import { recordsIn } from './list-records.ts';
import { masked, type Place } from './mask.ts';
import { anyRequestName } from './parameter-names.ts';
import type { Line } from './paste-line.ts';

/** What precedes a list on its first line, such as the name of the person who sent it in a chat. */
const beforeList = new RegExp(`^\\P{L}*\\p{L}.*?[\\s>](?=${anyRequestName}(?:: |\\t))`, 'u');

/** The lines of a text, without the rules of tables. What precedes a list on its first line counts as a separate line. */
export function linesOf(text: string): Line[] {
  const records = recordsIn(text);
  let [from, start] = [0, 0];
  const between = masked(text, records)
    .split('\n')
    .flatMap((line) => {
      const end = start + line.length;
      while ((records[from]?.end ?? end) < start) from += 1;
      const here = records.slice(from, from + mostRecords).filter((place) => place.start <= end);
      const lines = linesIn(line, start, here);
      start = end + 1;
      return lines;
    });
  return [...between, ...records.flatMap(({ lines }) => lines)].sort((one, other) => one.start - other.start);
}

/** One line is read with at most so many lists. */
const mostRecords = 100;

/** The parts of a line between lists. */
function linesIn(tagged: string, from: number, records: readonly Place[]): Line[] {
  const line = withoutTags(tagged);
  if (isRule(line)) return [];
  const prefix = beforeList.exec(line)?.[0].length ?? 0;
  const edges = records.flatMap(({ start, end }) => [start - from, end - from]);
  const begins = [0, prefix, ...edges].filter(
    (at, index, all) => at >= 0 && at <= line.length && all.indexOf(at) === index,
  );
  return begins
    .sort((one, other) => one - other)
    .map((begin, at, { [at + 1]: next = line.length }) => ({
      text: line.slice(begin, next),
      start: from + begin,
      end: from + next,
      reach: next === line.length ? line.trimEnd().length : 0,
    }))
    .filter(({ start, end }) => !records.some((place) => place.start <= start && end <= place.end));
}

/** A line of a page's source, with blanks in place of the tags around its text. */
const withoutTags = (line: string): string =>
  line.replace(/^\s*(?:<[a-z]+[^<>]*>\s*)+|(?:<\/\w+>\s*)+$/g, (tags) => ' '.repeat(tags.length));
