import type { Environment } from '../terminal/environment.ts';

/** A program that puts its standard input on the clipboard. */
export interface ClipboardProgram {
  readonly command: string;
  readonly words: readonly string[];
  readonly encode: (value: string) => Buffer;
  /** Where to look for it; by default in the folders of PATH. */
  readonly folders?: readonly string[];
}

const utf8 = (value: string): Buffer => Buffer.from(value);

/** clip.exe reads other bytes in the code page of the console; ASCII and UTF-16 with a byte order mark are safe. */
const forWindows = (value: string): Buffer =>
  /^[\x00-\x7f]*$/.test(value) ? Buffer.from(value) : Buffer.from(`\ufeff${value}`, 'utf16le');

const program = (command: string, ...words: string[]): ClipboardProgram => ({ command, words, encode: utf8 });

/** The programs that could reach the clipboard here, best first, whether or not they are installed. */
export function clipboardPrograms(env: Environment, platform: NodeJS.Platform): ClipboardProgram[] {
  if (platform === 'darwin') return [program('pbcopy')];
  if (platform === 'win32') return [{ ...clip, folders: [`${env.SYSTEMROOT ?? 'C:\\Windows'}\\System32`] }];
  return [
    ...(env.WSL_DISTRO_NAME || env.WSL_INTEROP ? [clip] : []),
    // Without a type, it runs another program to guess one.
    ...(env.WAYLAND_DISPLAY ? [program('wl-copy', '--type', 'text/plain')] : []),
    ...(env.DISPLAY ? [program('xclip', '-selection', 'clipboard'), program('xsel', '-bi')] : []),
  ];
}

const clip: ClipboardProgram = { command: 'clip.exe', words: [], encode: forWindows };
