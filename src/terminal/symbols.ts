/** Signs at the beginning of a line, each one column wide. */
export interface Symbols {
  readonly good: string;
  readonly warn: string;
  readonly bad: string;
  readonly unknown: string;
  readonly none: string;
  readonly pointer: string;
  readonly chosen: string;
  readonly open: string;
  readonly hidden: string;
}

export const unicodeSymbols: Symbols = {
  good: '✔',
  warn: '▲',
  bad: '✖',
  unknown: '?',
  none: '·',
  pointer: '❯',
  chosen: '◉',
  open: '◯',
  hidden: '•',
};

export const asciiSymbols: Symbols = {
  good: '+',
  warn: '!',
  bad: 'x',
  unknown: '?',
  none: '-',
  pointer: '>',
  chosen: '*',
  open: 'o',
  hidden: '*',
};

/** Shown instead of a secret of any length. */
export const hiddenText = ({ hidden }: Symbols): string => hidden.repeat(8);
