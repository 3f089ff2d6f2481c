import { readFileSync } from 'node:fs';

/** The process group of a process, and the one in the foreground of its terminal, proc(5). */
const groups = /\) \S \d+ (\d+) \d+ \d+ (-?\d+) [^)]*$/;

/**
 * Whether this process may read its terminal: one in the background, as after `command &`, would be stopped. True where the
 * system doesn't say, and without job control.
 */
export function isInForeground(): boolean {
  try {
    const [, own, foreground] = groups.exec(readFileSync('/proc/self/stat', 'latin1')) ?? [];
    return own === foreground || Number(foreground) <= 0;
  } catch {
    return true;
  }
}
