import { Interruption } from '../errors.ts';
import { onSignal } from './signals.ts';

const startOfPaste = '\x1b[200~';
const endOfPaste = '\x1b[201~';

/** More is no address. */
const longestPaste = 64 * 1024;

interface Typed {
  readonly text: string;
  readonly isDone: boolean;
  readonly isInterrupted: boolean;
}

/**
 * Adds what a terminal sent to what was typed before. A line break ends the text only where nothing comes behind it:
 * inside a paste it is where some window broke the line.
 */
export function addKeys(before: string, keys: string): Typed {
  const all = before + keys;
  const isPasting = all.lastIndexOf(startOfPaste) > all.lastIndexOf(endOfPaste);
  const isInterrupted = /[\x03\x04]/.test(keys);
  const isDone = !isPasting && /[\r\n]$/.test(keys) && cleanPaste(all).trim() !== '';
  return { text: all.slice(-longestPaste), isDone, isInterrupted };
}

/** The text without the marks of pasting, other keys, and what was rubbed out (Backspace; Ctrl-U: everything). */
export function cleanPaste(typed: string): string {
  const text = typed
    .replaceAll(startOfPaste, '')
    .replaceAll(endOfPaste, '')
    .replace(/\x1b(?:\[[0-9;]*[ -/]*[@-~]|O.)/g, '')
    .replace(/^[\s\S]*\x15/, '');
  const kept: string[] = [];
  for (const character of text)
    if (character === '\x7f' || character === '\b') kept.pop();
    else kept.push(character);
  return kept.join('');
}

/**
 * Reads a text from the terminal without showing it, as long as a paste lasts; no line editor does that with line
 * breaks. Undefined when `seconds` went by. @throws Interruption
 */
export async function readPaste(
  stdin: NodeJS.ReadStream,
  output: NodeJS.WriteStream,
  message: string,
  seconds: number,
): Promise<string | undefined> {
  stdin.setRawMode(true);
  stdin.resume();
  output.write(`\x1b[?2004h${message} `);
  let release = (): void => {};
  try {
    return await new Promise<string | undefined>((resolve, reject) => {
      let typed = '';
      const timer = setTimeout(resolve, seconds * 1000, undefined);
      const stop = (kind: Interruption['kind']): void => reject(new Interruption(kind));
      const offSignal = onSignal(stop);
      const onEnd = (): void => stop('interrupted');
      const onData = (chunk: Buffer | string): void => {
        const { text, isDone, isInterrupted } = addKeys(typed, chunk.toString());
        typed = text;
        if (isInterrupted) stop('interrupted');
        else if (isDone) resolve(cleanPaste(typed));
      };
      stdin.on('data', onData).on('end', onEnd);
      release = () => {
        clearTimeout(timer);
        offSignal();
        stdin.off('data', onData).off('end', onEnd);
      };
    });
  } finally {
    release();
    stdin.pause();
    stdin.setRawMode(false);
    output.write('\x1b[?2004l\n');
  }
}
