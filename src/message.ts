/** A command line to run. The first word `zi-oauth-setup` becomes the words that start this program here, such as `npx`. */
export interface CommandWords {
  readonly command: readonly string[];
  /** What the reader adds after it, in usage notation: `<file>`. */
  readonly usage?: string;
  /** The file that the reader provides as standard input. */
  readonly input?: string;
  /** If only the end of that file is needed, its lines. */
  readonly lastLines?: number;
}

/** A URL, a path or a value that the reader copies. */
interface WholeValue {
  readonly value: string;
}

/** A part of a message: prose is wrapped to the window; the others are on separate lines and never broken. */
export type Line = string | CommandWords | WholeValue;
