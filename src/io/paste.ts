import type { PasteEnd } from '../context/prompting.ts';
import { Interruption } from '../errors.ts';
import { largestPaste } from '../text/limits.ts';
import type { PromptTerminal } from './prompt-terminal.ts';
import { ctrlC, ctrlD, endOfPaste, startOfPaste } from './prompt-units.ts';

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
  const text = lastPart(all, longestPaste[end], isPasting);
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

/** The end of a text, with the mark of a paste that isn't over: without it, what follows would be keys. */
function lastPart(text: string, longest: number, isPasting: boolean): string {
  if (text.length <= longest) return text;
  if (!isPasting) return text.slice(-longest);
  const pasted = text.slice(text.lastIndexOf(startOfPaste) + startOfPaste.length);
  return startOfPaste + pasted.slice(-longest);
}

/** Whether the last line is empty, and Enter was the last key. */
const endsBlank = (cleaned: string, keys: string): boolean =>
  /[\r\n]$/.test(keys) && cleaned.replaceAll('\r\n', '\n').replaceAll('\r', '\n').endsWith('\n\n');

/** Ctrl-U and Backspace. */
const eraser = /[\x15\x7f\b]/;

/** Control characters that are keys, such as Ctrl-C, and not part of a text. */
const controlKey = /[\0-\x08\x0b\x0c\x0e-\x1f]/g;

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
  return kept.join('').replace(controlKey, '');
}

/** The line of the prompt: before any text, with some, and after it. */
export interface PasteLines {
  readonly empty: string;
  readonly filled: string;
  readonly done: string;
}

/** Draws the line again if there is text now, or none anymore. */
function textSign({ empty, filled }: PasteLines, draw: (line: string) => void) {
  let isFilled = false;
  return (typed: string, keys: string): void => {
    // A long paste comes in many pieces, so it isn't cleaned for each.
    if (isFilled && !eraser.test(keys)) return;
    const wasFilled = isFilled;
    isFilled = cleanPaste(typed).trim() !== '';
    if (isFilled !== wasFilled) draw(isFilled ? filled : empty);
  };
}

interface PasteOptions {
  readonly seconds?: number | undefined;
  readonly end?: PasteEnd | undefined;
}

/**
 * Reads a pasted text from the terminal without showing it, line breaks included, which no line editor does. The line
 * shows only that there is some text.
 * Undefined after `seconds` without one. @throws Interruption, or AbortError by the terminal's signal
 */
export async function readPaste(
  { input, output, signal }: PromptTerminal,
  lines: PasteLines,
  { seconds, end }: PasteOptions,
): Promise<string | undefined> {
  input.reading = 'reads';
  input.setRawMode(true);
  const draw = (line: string): void => void output.write(`\x1b[2K\x1b[G${line} `);
  draw(lines.empty);
  const showText = textSign(lines, draw);
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise<string | undefined>((resolve, reject) => {
      let typed = '';
      if (seconds !== undefined) timer = setTimeout(resolve, seconds * 1000, undefined);
      signal.addEventListener('abort', () => reject(signal.reason));
      input.on('data', (chunk: Buffer) => {
        const keys = chunk.toString();
        const { text, isDone, isInterrupted } = addKeys(typed, keys, end);
        typed = text;
        showText(typed, keys);
        if (isInterrupted) reject(new Interruption('interrupted'));
        if (!isDone) return;
        draw(lines.done);
        resolve(cleanPaste(typed));
      });
    });
  } finally {
    clearTimeout(timer);
    input.setRawMode(false);
    output.write('\n');
  }
}
