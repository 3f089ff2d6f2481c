import stringWidth from 'fast-string-width';

/** Text that is as wide as it is long: printable Latin-1, and private-use characters in place of spaces. */
const narrow = /^[\x20-\x7e\xa0-\xff\ue000-\uf8ff]*$/;

/** The width of a text in terminal columns. */
export const widthOf = (text: string): number => (narrow.test(text) ? text.length : stringWidth(text));

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

/** Breaks prose at spaces. A longer word has a line of its own. @param first begins the first line */
export function wrapped(text: string, width: number, first = '', { hang, keep = [] }: Wrapping = {}): string {
  const indent = ' '.repeat(hang ?? widthOf(first));
  const joint = characterNotIn(text);
  const joined = (phrase: string): string => phrase.replaceAll(' ', joint);
  const whole = keep
    .filter((phrase) => phrase.includes(' '))
    .reduce((rest, phrase) => rest.replaceAll(phrase, joined(phrase)), text)
    .replace(spaceBeforeCommand, joined);
  const columns = Math.max(narrowest, width - indent.length);
  const lead = Math.max(0, widthOf(first) - indent.length);
  const lines = whole.split('\n').flatMap((line, index) => broken(line, columns, index === 0 ? lead : 0));
  return (first + lines.join(`\n${indent}`)).replaceAll(joint, ' ');
}

/** The lines of one line. @param lead columns that are taken in the first */
function broken(text: string, columns: number, lead: number): string[] {
  const lines: string[] = [];
  let line = '';
  let used = lead;
  for (const word of text.trim().split(' ')) {
    const wide = widthOf(word);
    const isFirst = line === '';
    if (!isFirst && used + 1 + wide > columns) {
      lines.push(line.trimEnd());
      [line, used] = [word, wide];
    } else {
      line += isFirst ? word : ` ${word}`;
      used += isFirst ? wide : wide + 1;
    }
  }
  return [...lines, line];
}

/** A private-use character, one column wide, in place of a space at which no line is broken. */
function characterNotIn(text: string): string {
  let code = 0xe000;
  while (text.includes(String.fromCharCode(code))) code += 1;
  return String.fromCharCode(code);
}
