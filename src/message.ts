/** A command line to be run. The first word `zi-oauth-setup` becomes whatever starts this program here, `npx` or another. */
export interface CommandWords {
  readonly command: readonly string[];
  /** What the reader puts in after it, as usage shows it: `<file>`. */
  readonly usage?: string;
}

/** A URL, a path or a value that the reader copies. */
interface WholeValue {
  readonly value: string;
}

/** A part of a message: prose is wrapped to the window, the others have a line of their own and are never broken. */
export type Line = string | CommandWords | WholeValue;
