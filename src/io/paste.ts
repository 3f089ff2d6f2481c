import type { PasteEnd } from '../context/prompting.ts';
import { Interruption } from '../errors.ts';
import { largestPaste } from '../text/limits.ts';
import type { PromptTerminal } from './prompt-terminal.ts';

const startOfPaste = '\x1b[200~';
const endOfPaste = '\x1b[201~';

const ctrlC = '\x03';
const ctrlD = '\x04';

/** The most characters of a paste that are kept. No URL is longer, and no text is read further. */
const longestPaste: Readonly<Record<PasteEnd, number>> = { line: 64 * 1024, 'blank-line': largestPaste };

interface Typed {
  readonly text: string;
  readonly isDone: boolean;
  readonly isInterrupted: boolean;
}

/**
 * Adds input from a terminal to the text so far. A line break ends the text only if nothing follows it: inside
 * a paste, a window has wrapped the line there. Ctrl-D ends a text, and interrupts while there is none.
 */
export function addKeys(before: string, keys: string, end: PasteEnd = 'line'): Typed {
  const all = before + keys;
  const isPasting = all.lastIndexOf(startOfPaste) > all.lastIndexOf(endOfPaste);
  const text = all.slice(-longestPaste[end]);
  // Nothing else can end or interrupt it, and a long paste comes in many pieces.
  if (isPasting || !/[\r\n]$|[\x03\x04]/.test(keys)) return { text, isDone: false, isInterrupted: false };
  const cleaned = cleanPaste(all);
  const hasText = cleaned.trim() !== '';
  const isEnded = end === 'line' ? /[\r\n]$/.test(keys) : endsBlank(cleaned, keys);
  return {
    text,
    isDone: hasText && (isEnded || keys.endsWith(ctrlD)),
    isInterrupted: keys.includes(ctrlC) || (!hasText && keys.includes(ctrlD)),
  };
}

/** Whether the last line is empty, and Enter was the last key. */
const endsBlank = (cleaned: string, keys: string): boolean =>
  /[\r\n]$/.test(keys) && cleaned.replaceAll('\r\n', '\n').replaceAll('\r', '\n').endsWith('\n\n');

/** The text without paste markers, other keys, and what was erased (Backspace; Ctrl-U: everything). */
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
  return kept.join('').replaceAll('\x04', '');
}

interface PasteOptions {
  readonly seconds?: number | undefined;
  readonly end?: PasteEnd | undefined;
}

/**
 * Reads a pasted text from the terminal without showing it, line breaks included, which no line editor does.
 * Undefined after `seconds` without one. @throws Interruption, or AbortError by the terminal's signal
 */
export async function readPaste(
  { input, output, signal }: PromptTerminal,
  message: string,
  { seconds, end }: PasteOptions,
): Promise<string | undefined> {
  input.setRawMode(true);
  output.write(`\x1b[?2004h${message} `);
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise<string | undefined>((resolve, reject) => {
      let typed = '';
      if (seconds !== undefined) timer = setTimeout(resolve, seconds * 1000, undefined);
      signal.addEventListener('abort', () => reject(signal.reason));
      input.on('data', (chunk: Buffer) => {
        const { text, isDone, isInterrupted } = addKeys(typed, chunk.toString(), end);
        typed = text;
        if (isInterrupted) reject(new Interruption('interrupted'));
        else if (isDone) resolve(cleanPaste(typed));
      });
    });
  } finally {
    clearTimeout(timer);
    input.setRawMode(false);
    output.write('\x1b[?2004l\n');
  }
}
