import stringWidth from 'fast-string-width';
import { wrapAnsi } from 'fast-wrap-ansi';

/** The width of a text in terminal columns. */
export const widthOf = (text: string): number => stringWidth(text);

/** A text padded with spaces to a number of columns. */
export const padTo = (text: string, columns: number): string =>
  text + ' '.repeat(Math.max(0, columns - widthOf(text)));

export interface Wrapping {
  /** Columns before every line but the first; by default as many as `first` has. */
  readonly hang?: number;
  /** Texts with spaces that must not be broken, such as paths. */
  readonly keep?: readonly string[];
}

/** The fewest columns for which text is broken. */
const narrowest = 8;

/** A CI log treats a line as a command if it begins with one of these, after any indent. */
const spaceBeforeCommand = / +(?=::|##)/g;

/** Breaks prose at spaces. @param first begins the first line */
export function wrapped(text: string, width: number, first = '', { hang, keep = [] }: Wrapping = {}): string {
  const indent = ' '.repeat(hang ?? widthOf(first));
  const columns = Math.max(narrowest, width - indent.length);
  const joint = characterNotIn(text);
  const joined = (phrase: string): string => phrase.replaceAll(' ', joint);
  const lead = joint.repeat(Math.max(0, widthOf(first) - indent.length));
  const whole = keep
    .filter((phrase) => phrase.includes(' '))
    .reduce((rest, phrase) => rest.replaceAll(phrase, joined(phrase)), text)
    .replace(spaceBeforeCommand, joined);
  return wrapAnsi(lead + whole, columns, { hard: false, trim: true })
    .split('\n')
    .map((line, index) => (index === 0 ? first + line.slice(lead.length) : indent + line))
    .join('\n')
    .replaceAll(joint, ' ');
}

/** A private-use character, one column wide, in place of a space at which no line is broken. */
function characterNotIn(text: string): string {
  let code = 0xe000;
  while (text.includes(String.fromCharCode(code))) code += 1;
  return String.fromCharCode(code);
}
