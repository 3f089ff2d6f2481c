import { anyRequestName } from './parameter-names.ts';

/** What precedes a parameter on its line. In a table, a bar follows the name. */
const beforeName = new RegExp(
  `^(.{0,120}?)(?<![\\w.-])[?&"'\`*]{0,3}${anyRequestName}["'\`*]{0,3}[ \\t]*[:=\\t](?![ \\t]*[|│┃])`,
);

const level = '[A-Z]{4,7}';
/** A number, such as those of a time or a line, or a log level such as `DEBUG`. They differ from line to line. */
const varying = new RegExp(`\\d+|\\b${level}\\b`, 'g');

/** Only lines that programs write have one of these before a name. */
const marginal = new RegExp(`\\d|[|│┃<>]|^\\+$|\\b${level}\\b`);
/** What isn't before a parameter in a log, but in source code, in a query, and in a list that is numbered. */
const otherText = /[=?&"'`{}()$;]|:\/\/|^\d{1,2}[.)]$/;

/** The margin of a line, and what it has in common with the other lines. */
function marginOf(line: string): string | undefined {
  const [, before = ''] = beforeName.exec(line) ?? [undefined, undefined];
  const margin = before.replace(/[\s{[(-]+$/, '');
  if (!marginal.test(margin) || otherText.test(margin)) return undefined;
  return shapeOf(margin.trimStart()) + (before === margin ? '' : '(?=\\s|$)');
}

const shapeOf = (margin: string): string =>
  margin.replace(/[^\w\s]/g, '\\$&').replace(varying, (part) => (/\d/.test(part) ? '\\d+' : level));

const rightBorder = /[|│┃]$/;

/** The lines of a list without the times, numbers, and borders that a program has put before or after each of them. */
export function withoutMargins(text: string): string {
  const lines = text.split('\n');
  const margin = firstRepeated(lines.map(marginOf));
  const isBoxed = [beforeName, rightBorder].every(
    (part) => lines.filter((line) => part.test(line.trimEnd())).length > 1,
  );
  if (margin === undefined && !isBoxed) return text;
  const left = new RegExp(`^${margin === undefined ? '' : `[ \\t]*${margin}`}`);
  const right = isBoxed ? rightBorder : /$/;
  return lines.map((line) => line.replace(left, blank).trimEnd().replace(right, '')).join('\n');
}

const blank = (margin: string): string => ' '.repeat(margin.length);

function firstRepeated(texts: readonly (string | undefined)[]): string | undefined {
  const seen = new Set<string>();
  return texts.find((text) => text !== undefined && (seen.has(text) || !seen.add(text)));
}
