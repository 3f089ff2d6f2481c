import type { Interruption } from '../errors.ts';

/** A standard stream, as far as its terminal is concerned. */
export interface TerminalStream {
  readonly isTTY?: boolean;
  readonly fd?: number;
}

/**
 * Whether the terminal of a standard stream has been closed; Windows ends the program itself then. node:tty is loaded on
 * demand, since most runs don't need it.
 */
export function isHungUp(stream: TerminalStream): boolean {
  if (!stream.isTTY || stream.fd === undefined || process.platform === 'win32') return false;
  return !process.getBuiltinModule('node:tty').isatty(stream.fd);
}

/** What the end of input means on a terminal: either it was closed, or the user pressed Ctrl-D. */
export function endOfInput(stdin: TerminalStream): Interruption['kind'] {
  return isHungUp(stdin) ? 'hangup' : 'interrupted';
}
