import type { TerminalStyle } from '../terminal/style.ts';
import { widthOf, wrapped } from '../terminal/wrap.ts';
import { turning } from './spinner.ts';

/** What the look of one prompt depends on. */
export interface PromptShape {
  readonly message: string;
  /** Replaces the message once it is answered. */
  readonly doneMessage?: string | undefined;
  /** Columns that must be free after the message. Otherwise, what is typed begins on the next line. */
  readonly room?: number | undefined;
  /** The keys and what they do. It is asked for each time that the prompt is drawn. */
  readonly help?: (() => string) | undefined;
}

/** Before the lines of a message but the first, which has a mark. */
export const indent = '  ';

/** The look of a prompt. inquirer breaks lines in the middle of a word, so prose is wrapped first. */
export function themeFor(
  { paint, symbols }: Pick<TerminalStyle, 'paint' | 'symbols'>,
  columns: () => number,
  { message, doneMessage = message, room = 1, help = () => '' }: PromptShape,
) {
  // A line as wide as the window would be followed by an empty one.
  const width = (): number => columns() - 1;
  const wrap = (text: string): string => wrapped(text, width(), '', { hang: indent.length });
  const freeAfterText = (text: string): number => freeAfter(wrap(text), width());
  const below = (text: string): string => (freeAfterText(message) < room ? `\n${indent}${text}` : text);
  return {
    prefix: prefixes({ paint, symbols }),
    spinner: turning,
    icon: { cursor: symbols.pointer, checked: paint.good(symbols.chosen), unchecked: symbols.open },
    style: {
      message: (_text: string, status?: string) =>
        paint.bold(wrap(status === 'done' ? doneMessage : message)),
      typed: below,
      answer: (text: string) => paint.accent(placed(text, freeAfterText(doneMessage), width())),
      error: (text: string) => paint.bad(wrapped(text, columns(), `${symbols.bad} `)),
      defaultAnswer: (text: string) => paint.dim(below(`(${text})`)),
      help: paint.dim,
      highlight: paint.accent,
      key: paint.bold,
      disabled: paint.dim,
      description: (text: string) => paint.dim(wrapped(text, columns())),
      keysHelpTip: () => paint.dim(wrapped(help(), width())),
    },
  };
}

/** The marks before the message of an open prompt and of an answered one. */
export const prefixes = ({ paint, symbols }: Pick<TerminalStyle, 'paint' | 'symbols'>) => ({
  idle: paint.accent('?'),
  done: paint.good(symbols.good),
});

/** The columns that are free after a wrapped message and a space. Its first line has a mark before it. */
function freeAfter(message: string, columns: number): number {
  const lines = message.split('\n');
  const last = widthOf(lines.at(-1) ?? '') + (lines.length === 1 ? indent.length : 0);
  return columns - last - 1;
}

/** An answer after its message, or below it if a word of it, such as a path, would be broken there. */
function placed(text: string, free: number, columns: number): string {
  const longest = Math.max(...text.split(/\s/).map(widthOf));
  if (longest > free) return `\n${wrapped(text, columns, indent)}`;
  const taken = ' '.repeat(columns - free);
  return wrapped(text, columns, taken, { hang: indent.length }).slice(taken.length);
}
