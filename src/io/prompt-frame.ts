import { stripVTControlCharacters } from 'node:util';
import { widthOf } from '../terminal/wrap.ts';

/** The size of a terminal. */
export interface WindowSize {
  readonly columns: number;
  readonly rows: number;
}

/** The size of a terminal; some don't know theirs. */
export const windowOf = (output: NodeJS.WriteStream, columns = 80): WindowSize => ({
  columns: output.columns || columns,
  rows: output.rows || 24,
});

/** What a prompt has drawn: the text that draws it on an empty line, and leaves the cursor where it is now. */
export type Frame = string;

/** The sequence with which inquirer erases its last frame, as tall as that was when it was drawn. */
const erasure = /^(?:\x1b\[\d+B)?(?:\x1b\[2K(?:\x1b\[\d*A)?)+\x1b\[G/;

/** A write that only moves the cursor in its line. */
const column = /^\x1b\[\d+G$/;

/** Where a frame leaves the cursor: in its last line or some lines above. */
const cursor = /(?:\x1b\[(\d+)A)?(?:\x1b\[\d+G)?$/;

/** The end of a menu, which hides the cursor. */
const endOfMenu = /\x1b\[\?25l(?:\x1b\[\d+G)?$/;

/**
 * The same with the cursor at the beginning of the last line. Not all terminals wrap the line that the cursor is in when
 * the window becomes narrower, but in all of them the cursor then stays where it is in the text.
 */
const cursorAtStart = '\x1b[?25l\x1b[1G';

/** The frame after a write of the prompt. Lines of a menu that the window has no room for are omitted at the end. */
export function nextFrame(before: Frame, written: string, { rows }: Pick<WindowSize, 'rows'>): Frame {
  if (column.test(written)) return isMenu(before) ? before : before.replace(/(?:\x1b\[\d+G)?$/, written);
  const frame = written.replace(erasure, '');
  return endOfMenu.test(frame) ? menuFrame(frame.replace(endOfMenu, ''), { rows }) : frame;
}

/** The frame of a menu with these lines. */
export const menuFrame = (lines: string, { rows }: Pick<WindowSize, 'rows'>): Frame =>
  lines.split('\n').slice(0, rows).join('\n') + cursorAtStart;

/**
 * What draws a menu before its prompt runs. The cursor is then on the line below, where a message can follow if the prompt
 * never runs.
 */
export const drawingEarly = (frame: Frame): string => frame.replace(endOfMenu, '\n');

/** What draws the first frame of a prompt over one that was drawn early, which normally is the same. */
export function takingOver(early: Frame, next: Frame, { columns }: Pick<WindowSize, 'columns'>): string {
  if (early === next) return `\x1b[1A${cursorAtStart}`;
  const rows = heightOf(stripVTControlCharacters(early), columns);
  return `\x1b[${rows}A\x1b[J${next}`;
}

const isMenu = (frame: Frame): boolean => frame.endsWith(cursorAtStart);

/**
 * What draws the next frame over the last one, for a write of the prompt. If the window has become narrower, the terminal has wrapped the lines of
 * the last one, so they are counted anew.
 */
export function redrawing(
  before: Frame,
  next: Frame,
  written: string,
  { columns }: Pick<WindowSize, 'columns'>,
): string {
  if (column.test(written)) return isMenu(before) ? '' : written;
  return erasure.test(written) ? erasing(before, columns) + next : next;
}

/** The sequence that moves the cursor from where a frame leaves it to the frame's last line. */
export function belowFrame(frame: Frame): string {
  const lines = linesBelow(frame);
  return lines === 0 ? '' : `\x1b[${lines}B`;
}

const linesBelow = (frame: Frame): number => Number(cursor.exec(frame)?.[1] ?? 0);

/**
 * The sequence that erases a frame and moves the cursor to its beginning. The line that the cursor is in counts as one row,
 * so that nothing above the frame is erased: if the window is now narrower, some terminals have wrapped that line, and the
 * beginning of the frame remains there. Erasing a whole window at once would make tmux keep a copy of it.
 */
export function erasing(frame: Frame, columns: number): string {
  const lines = stripVTControlCharacters(frame).split('\n');
  const above = lines.slice(0, lines.length - 1 - linesBelow(frame));
  const rows = above.length && heightOf(above.join('\n'), columns);
  return `\x1b[J${'\x1b[2K\x1b[1A'.repeat(rows)}\x1b[2K\x1b[G`;
}

/** The rows that a text takes where a terminal wraps lines anywhere. */
export function heightOf(text: string, columns: number): number {
  return text.split('\n').reduce((rows, line) => rows + Math.max(1, Math.ceil(widthOf(line) / columns)), 0);
}
