import type { TerminalStyle } from '../../terminal/style.ts';
import { widthOf, wrapped } from '../../terminal/wrap.ts';

/**
 * One line of a log as the lines that fit in the window, each with its mark: prose is wrapped, and a value that is too
 * long is whole on the next line. Outside a terminal, the line stays as it is.
 */
export function traceLines(
  line: string,
  { width, window }: Pick<TerminalStyle, 'width' | 'window'>,
): string[] {
  if (widthOf(line) <= window) return [line];
  const [, mark = '', text = ''] = /^([<>] *)(.*)$/s.exec(line) ?? [];
  const [, name, value] = /^(\S+ =) (.*)$/s.exec(text) ?? [];
  const parts = name === undefined ? wrapped(text, width - mark.length).split('\n') : [name, `  ${value}`];
  return parts.map((part) => mark + part);
}
