import stringWidth from 'fast-string-width';
import { wrapAnsi } from 'fast-wrap-ansi';

/** Columns that a text takes in a terminal. */
export const widthOf = (text: string): number => stringWidth(text);

/** A text padded with spaces to a number of columns. */
export const padTo = (text: string, columns: number): string =>
  text + ' '.repeat(Math.max(0, columns - widthOf(text)));

/** Breaks prose at spaces; `first` stands before the first line and its width before the others. */
export function wrapped(text: string, width: number, first = ''): string {
  const indent = ' '.repeat(widthOf(first));
  const lines = wrapAnsi(text, Math.max(8, width - indent.length), { hard: false, trim: true }).split('\n');
  return lines.map((line, index) => (index === 0 ? first : indent) + line).join('\n');
}
