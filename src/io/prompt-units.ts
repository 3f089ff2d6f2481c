import { once } from '../text/once.ts';

/** Asks a terminal to mark pastes ("bracketed paste"). A shell expects that it doesn't. */
export const markPastes = '\x1b[?2004h';
export const leavePastes = '\x1b[?2004l';

export const startOfPaste = '\x1b[200~';
export const endOfPaste = '\x1b[201~';

/** Control characters that act at any prompt. */
export const ctrlC = '\x03';
export const ctrlD = '\x04';
export const ctrlZ = '\x1a';

/** How a prompt reads keys: in units, each of which can answer it, so that it takes them one after another. */
export interface Reading {
  /** The keys of one read that reach a prompt into which nothing was typed. */
  readonly opened: (keys: string) => string;
  /** The length of the first unit of some keys; 0 if its end hasn't been read. */
  readonly unitLength: (keys: string) => number;
  /** @param type passes a text, however long, as a single key */
  readonly deliver: (unit: string, press: (keys: string) => void, type: (text: string) => void) => void;
}

/** An escape sequence, a line break, another control character, or a text. */
const unit = once(
  () => /^(?:\x1b+(?:\[\[?[0-?]*[ -/]*[@-~]|O.|[^[O\x1b])|\r\n?|[\0-\x1a\x1c-\x1f\x7f]|[^\0-\x1f\x7f]+)/s,
);

/** Keys that a suspended program is left and continued between. */
const upToCtrlZ = /^(?:\x1a|[^\x1a]+)/;

/** Whether the first of some keys is a paste, whose end may be missing. */
export const isPaste = (keys: string): boolean => keys.startsWith(startOfPaste);
const isText = (unit: string): boolean => !/^[\0-\x1f\x7f]/.test(unit);

function keyLength(keys: string): number {
  if (!isPaste(keys)) return unit().exec(keys)?.[0].length ?? 0;
  const end = keys.indexOf(endOfPaste);
  return end < 0 ? 0 : end + endOfPaste.length;
}

/** The same where each character is a key. */
function pressLength(keys: string): number {
  const length = keyLength(keys);
  const [first = ''] = keys;
  return length > 0 && isText(first) ? first.length : length;
}

export const readings = {
  /** For a prompt that single keys answer. A paste presses none. */
  keys: {
    opened: (keys) => keys,
    unitLength: pressLength,
    deliver: (unit, press) => {
      if (!isPaste(unit)) press(unit);
    },
  },
  /** For a prompt for a line. A paste neither answers it nor, where the terminal doesn't mark it, begins by doing so. */
  line: {
    opened: withoutBreaksBefore,
    unitLength: keyLength,
    deliver: (unit, press, type) => {
      if (isPaste(unit)) type(lineOf(unit));
      else if (isText(unit)) type(unit);
      else press(unit);
    },
  },
  /** For a prompt that tells by what is read at a time whether it was typed or pasted. */
  reads: {
    opened: (keys) => keys,
    unitLength: (keys) => upToCtrlZ.exec(keys)?.[0].length ?? 0,
    deliver: (unit, press) => press(unit),
  },
} as const satisfies Readonly<Record<string, Reading>>;

export type ReadingName = keyof typeof readings;

/** Enter, and then a text at once, is a paste that begins with blank lines. */
function withoutBreaksBefore(keys: string): string {
  const text = keys.trimStart();
  const isAfterBreak = /[\r\n]/.test(keys.slice(0, keys.length - text.length));
  return isAfterBreak && text !== '' && isText(text) ? text : keys;
}

/** A pasted text in one line, without the blank lines around it and the keys in it. */
function lineOf(paste: string): string {
  const lines = paste.slice(startOfPaste.length, -endOfPaste.length).split(/[\r\n]+/);
  const filled = lines.filter((line) => line.trim() !== '');
  return filled.join(' ').replace(/[\0-\x1f\x7f]/g, ' ');
}
