/**
 * Whether the terminal that a standard stream was opened on has been closed. Windows ends the program itself then.
 * node:tty is loaded here, since most runs have no need of it.
 */
export function isHungUp(stream: { readonly isTTY?: boolean; readonly fd?: number }): boolean {
  if (!stream.isTTY || stream.fd === undefined || process.platform === 'win32') return false;
  return !process.getBuiltinModule('node:tty').isatty(stream.fd);
}
