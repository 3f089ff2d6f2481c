import { isatty } from 'node:tty';

/** Whether the terminal behind standard input has been closed. */
export function isHungUp(stdin: NodeJS.ReadStream & { readonly fd?: number }): boolean {
  return stdin.isTTY && stdin.fd !== undefined && process.platform !== 'win32' && !isatty(stdin.fd);
}
