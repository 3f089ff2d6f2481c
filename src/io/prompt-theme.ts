import type { Look } from '../render/style.ts';
import { wrapped } from '../render/wrap.ts';

const keyNames: Readonly<Record<string, string>> = { '↑↓': 'Up/Down', '⏎': 'Enter', space: 'Space' };

/** How questions look. inquirer breaks lines in the middle of a word, so prose is broken before it gets there. */
export function themeFor({ style, marks }: Look, columns: () => number) {
  return {
    prefix: { idle: style.accent('?'), done: style.good(marks.good) },
    spinner: { interval: 80, frames: ['-', '\\', '|', '/'] },
    icon: { cursor: marks.pointer, checked: style.good(marks.chosen), unchecked: marks.open },
    style: {
      answer: style.accent,
      message: (text: string) => style.bold(wrapped(text, columns() - 4)),
      error: (text: string) => style.bad(wrapped(text, columns(), `${marks.bad} `)),
      defaultAnswer: (text: string) => style.dim(`(${text})`),
      help: style.dim,
      highlight: style.accent,
      key: style.bold,
      disabled: style.dim,
      description: (text: string) => style.dim(wrapped(text, columns())),
      keysHelpTip: (keys: [key: string, action: string][]) =>
        style.dim(
          wrapped(keys.map(([key, action]) => `${keyNames[key] ?? key} ${action}`).join(', '), columns()),
        ),
    },
  };
}
