import type { Interruption } from '../errors.ts';

interface TerminalStream {
  readonly isTTY?: boolean;
  readonly fd?: number;
}

/**
 * Whether the terminal that a standard stream was opened on has been closed. Windows ends the program itself then.
 * node:tty is loaded here, since most runs have no need of it.
 */
export function isHungUp(stream: TerminalStream): boolean {
  if (!stream.isTTY || stream.fd === undefined || process.platform === 'win32') return false;
  return !process.getBuiltinModule('node:tty').isatty(stream.fd);
}

/** What the end of standard input means where it is a terminal: that was closed, or the user has pressed Ctrl-D. */
export function endOfInput(stdin: TerminalStream): Interruption['kind'] {
  return isHungUp(stdin) ? 'hangup' : 'interrupted';
}
