import type { Shell } from './shell.ts';
import type { Symbols } from './symbols.ts';

type Paint = (text: string) => string;

/** How a stream shows emphasis: each function returns its text, with or without color. */
export interface Paints {
  readonly bold: Paint;
  readonly dim: Paint;
  readonly accent: Paint;
  readonly good: Paint;
  readonly warn: Paint;
  readonly bad: Paint;
}

const same: Paint = (text) => text;

export const noPaint: Paints = { bold: same, dim: same, accent: same, good: same, warn: same, bad: same };

/** How a reader types a command line. */
export interface Typing {
  readonly shell: Shell;
  /** The words that start this program. */
  readonly program: readonly string[];
}

/** What a renderer needs to know about where its text is read. */
export interface TerminalStyle {
  /** Columns that prose is wrapped to; values never are. */
  readonly width: number;
  /** Columns of the window; infinite for a file, which can be scrolled horizontally. */
  readonly window: number;
  readonly paint: Paints;
  readonly symbols: Symbols;
  /** By default, as if the program were installed. */
  readonly typing?: Typing;
}
