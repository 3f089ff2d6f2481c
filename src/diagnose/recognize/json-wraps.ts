import { requestNames, responseNames } from './parameter-names.ts';
import { separatesScopes } from './scope-words.ts';
import { isWholeBefore } from './wrapped-values.ts';

/** A text in JSON, and the colon after it if it is a name. A line may end inside of an escape. */
const jsonText = /"((?:[^"\\]|\\\s*\S)*)"(?=(\s*:)?)/g;
const brokenEscape = /\\\s*\n\s*/g;
const lineBreak = /(?<!\s)\s*\n\s*/;

const prose = ['error_description', 'errorSummary'];
const wordNames = new Set([...requestNames, ...responseNames].filter((name) => !prose.includes(name)));

/** JSON without the line breaks in its texts, each of which was added by a window or a mail program. */
export function withoutJsonWraps(json: string): string {
  let [before, last] = ['', ''];
  return json.replace(jsonText, (_, wrapped: string, colon?: string) => {
    const lines = wrapped.replace(brokenEscape, '\\').split(lineBreak);
    const name = last === 'value' ? before : last;
    const text = colon === undefined ? joinedLines(name, lines) : lines.join('');
    [before, last] = [last, text];
    return `"${text}"`;
  });
}

/** Between two lines is a space in prose and between scopes. Other values of parameters, and names, have none. */
export function joinedLines(name: string, lines: readonly string[]): string {
  if (name === 'scope')
    return lines.map((line, at) => spaceBetween(lines[at - 1] ?? '', line) + line).join('');
  const word = lines.join('');
  return wordNames.has(name) || wordNames.has(word) ? word : lines.join(' ');
}

function spaceBetween(before: string, line: string): string {
  const tail = `scope=${before}`;
  const isBetween = separatesScopes({ tail, word: line, lineBreaks: 1 }) || isWholeBefore(tail, line);
  return isBetween ? ' ' : '';
}
