import type { TerminalStyle } from '../terminal/style.ts';
import { wrapped } from '../terminal/wrap.ts';
import { lookup } from '../text/lookup.ts';
import { turning } from './spinner.ts';

/** Replaces inquirer's names for some keys and actions. */
const keyWords: Readonly<Record<string, string>> = {
  '↑↓': 'Up/Down',
  '⏎': 'Enter',
  space: 'Space',
  all: 'select all',
  submit: 'continue',
};

/** Columns before an answer on its first line: the prefix, and a label such as Description. */
const beforeAnswer = 16;

/** The look of prompts. inquirer breaks lines in the middle of a word, so prose is wrapped first. */
export function themeFor({ paint, symbols }: TerminalStyle, columns: () => number) {
  return {
    prefix: { idle: paint.accent('?'), done: paint.good(symbols.good) },
    spinner: turning,
    icon: { cursor: symbols.pointer, checked: paint.good(symbols.chosen), unchecked: symbols.open },
    style: {
      answer: (text: string) => paint.accent(wrapped(text, columns() - beforeAnswer, '', { hang: 0 })),
      message: (text: string, _status?: string) => paint.bold(wrapped(text, columns() - 4, '', { hang: 2 })),
      error: (text: string) => paint.bad(wrapped(text, columns(), `${symbols.bad} `)),
      defaultAnswer: (text: string) => paint.dim(`(${text})`),
      help: paint.dim,
      highlight: paint.accent,
      key: paint.bold,
      disabled: paint.dim,
      description: (text: string) => paint.dim(wrapped(text, columns())),
      keysHelpTip: (keys: [key: string, action: string][]) =>
        paint.dim(
          wrapped(
            keys.map((words) => words.map((word) => lookup(keyWords, word) ?? word).join(' ')).join(', '),
            columns(),
          ),
        ),
    },
  };
}

/** The same theme with another message once the prompt is answered. */
export function answeredTheme(theme: PromptTheme, doneMessage: string | undefined): PromptTheme {
  if (doneMessage === undefined) return theme;
  const { message } = theme.style;
  const style = {
    ...theme.style,
    message: (text: string, status?: string) => message(status === 'done' ? doneMessage : text),
  };
  return { ...theme, style };
}

type PromptTheme = ReturnType<typeof themeFor>;
