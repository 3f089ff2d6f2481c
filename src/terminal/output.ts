import type { TerminalStyle } from './style.ts';

/** A standard stream to write to, with what a renderer needs to know about it. */
export interface Output {
  readonly isTerminal: boolean;
  readonly style: TerminalStyle;
  /** Shows a spinner until the returned function is called. Absent where nothing can be animated. */
  readonly spin?: (() => () => void) | undefined;
  /**
   * On standard error, text is screened: no control characters, and no commands to the runner of a CI log. Bytes and results
   * are written unchanged.
   * Resolves when the text has been handed over. @throws ReaderGone, or Failure (file) when the disk is full.
   */
  write(text: string | Uint8Array): Promise<void>;
}
