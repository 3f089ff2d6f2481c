import { readFileSync } from 'node:fs';
import type { TerminalStream } from './hang-up.ts';

/** The process group of a process, and the one in the foreground of its terminal, proc(5). */
const groups = /\) \S \d+ (\d+) \d+ \d+ (-?\d+) [^)]*$/;

/**
 * Whether this process may read from its terminal: one in the background, as after `command &`, would be stopped. True
 * where the system doesn't say, without job control, and for a stream that isn't a real terminal.
 */
export function isInForeground({ fd }: TerminalStream): boolean {
  if (fd === undefined) return true;
  try {
    const [, own, foreground] = groups.exec(readFileSync('/proc/self/stat', 'latin1')) ?? [];
    return own === foreground || Number(foreground) <= 0;
  } catch {
    return true;
  }
}
