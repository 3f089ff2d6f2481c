import type { Environment } from '../terminal/environment.ts';

/** A program that puts its standard input on the clipboard. */
export interface ClipboardProgram {
  readonly command: string;
  readonly words: readonly string[];
  readonly encode: (value: string) => Buffer;
  /** Where it is; by default in one of the folders of PATH. */
  readonly folders?: readonly string[];
}

const utf8 = (value: string): Buffer => Buffer.from(value);

/** What clip.exe reads rightly whatever the code page is: ASCII as it is, all else as UTF-16 with its mark. */
const forWindows = (value: string): Buffer =>
  /^[\x00-\x7f]*$/.test(value) ? Buffer.from(value) : Buffer.from(`\ufeff${value}`, 'utf16le');

const program = (command: string, ...words: string[]): ClipboardProgram => ({ command, words, encode: utf8 });

/** The programs that can reach the clipboard from here, best first; whether they are installed is not known yet. */
export function clipboardPrograms(env: Environment, platform: NodeJS.Platform): ClipboardProgram[] {
  if (platform === 'darwin') return [program('pbcopy')];
  if (platform === 'win32') return [{ ...clip, folders: [`${env.SYSTEMROOT ?? 'C:\\Windows'}\\System32`] }];
  return [
    ...(env.WSL_DISTRO_NAME || env.WSL_INTEROP ? [clip] : []),
    // It would ask another program what kind of text it is.
    ...(env.WAYLAND_DISPLAY ? [program('wl-copy', '--type', 'text/plain')] : []),
    ...(env.DISPLAY ? [program('xclip', '-selection', 'clipboard'), program('xsel', '-bi')] : []),
  ];
}

const clip: ClipboardProgram = { command: 'clip.exe', words: [], encode: forWindows };
