type Paint = (text: string) => string;

/** How a stream shows emphasis: each function returns its text, painted or as it is. */
export interface Style {
  readonly bold: Paint;
  readonly dim: Paint;
  readonly accent: Paint;
  readonly good: Paint;
  readonly warn: Paint;
  readonly bad: Paint;
}

const same: Paint = (text) => text;

export const plainStyle: Style = { bold: same, dim: same, accent: same, good: same, warn: same, bad: same };

/** Signs that stand before a line; all of them one column wide. */
export interface Marks {
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

export const unicodeMarks: Marks = {
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

export const asciiMarks: Marks = {
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

/** What a renderer must know of the place where its text will be read. */
export interface Look {
  /** Columns that prose is wrapped to; values never are. */
  readonly width: number;
  /** Columns of the window; without end where there is none, since a file scrolls sideways. */
  readonly window: number;
  readonly style: Style;
  readonly marks: Marks;
}
