import { isRule } from './list-notation.ts';
import { requestNames } from './parameter-names.ts';

/** A line of a paste, and where it is. */
export interface Line {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** The length of the whole line if this is the end of it, without trailing blanks; otherwise 0. */
  readonly reach: number;
  /** It precedes a parameter on the same line, such as the time in a log. */
  readonly isPrefix: boolean;
}

const anyName = requestNames.join('|');

/** What precedes a list on its first line, such as the name of the person who sent it in a chat. */
const beforeList = new RegExp(`^\\P{L}*\\p{L}.*?[\\s>](?=(?:${anyName})(?:: |\\t))`, 'u');

/** Where a key of an object in source code begins: it, or its value, is in quotation marks, or the value is on the next line. */
const keyOfObject = new RegExp(
  `(?<=[{[(,][ \\t]?)(?=(["'\`])[A-Za-z][\\w.-]{0,99}\\1 ?(?::|=>)|:?[A-Za-z]\\w{0,99} ?(?::|=>) ?["'\`]|:?(?:${anyName}) ?(?::|=>?)[ \\t]*$|:(?:${anyName})[ \\t]*$)`,
  'g',
);

/**
 * The lines of a text, without the rules of tables. What precedes a list on its first line, and each key of an object,
 * counts as a separate line.
 */
export function linesOf(text: string): Line[] {
  let start = 0;
  return text.split('\n').flatMap((tagged) => {
    const [from, end] = [start, start + tagged.length];
    start = end + 1;
    const line = withoutTags(tagged);
    if (isRule(line)) return [];
    const prefix = beforeList.exec(line)?.[0].length ?? 0;
    const keys = [...line.matchAll(keyOfObject)].map(({ index }) => index);
    const begins = [...new Set([0, prefix, ...keys])];
    return begins
      .sort((one, other) => one - other)
      .map((begin, at, { [at + 1]: next = line.length }) => ({
        text: line.slice(begin, next),
        start: from + begin,
        end: from + next,
        reach: next === line.length ? line.trimEnd().length : 0,
        isPrefix: prefix > 0 && next === prefix,
      }));
  });
}

/** A line of a page's source, with blanks in place of the tags around its text. */
const withoutTags = (line: string): string =>
  line.replace(/^\s*(?:<[a-z]+[^<>]*>\s*)+|(?:<\/\w+>\s*)+$/g, (tags) => ' '.repeat(tags.length));
