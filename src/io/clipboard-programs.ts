import type { Environment } from '../terminal/environment.ts';
import { encodeForClip } from './clip-encoding.ts';

/** A program that puts its standard input on the clipboard. */
export interface ClipboardProgram {
  readonly command: string;
  readonly words: readonly string[];
  readonly encode: (value: string) => Buffer;
  /** Where to look for it; by default in the folders of PATH. */
  readonly folders?: readonly string[];
}

const utf8 = (value: string): Buffer => Buffer.from(value);

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

const clip: ClipboardProgram = { command: 'clip.exe', words: [], encode: encodeForClip };
