import xterm from '@xterm/headless';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  drawingEarly,
  type Frame,
  menuFrame,
  nextFrame,
  redrawing,
  takingOver,
} from '../../src/io/prompt-frame.ts';
import { screenText } from '../support/screen-text.ts';

/** A terminal that shows what a prompt writes, below a line that the prompt must never erase. */
async function screenOf(columns: number, rows: number) {
  const terminal = new xterm.Terminal({ cols: columns, rows, scrollback: 1000, allowProposedApi: true });
  const write = (text: string) => new Promise<void>((done) => terminal.write(text, done));
  await write('before\r\n');
  let frame: Frame = '';
  return {
    write: (text: string) => write(text.replaceAll('\n', '\r\n')),
    resize: (size: { columns: number; rows: number }) => terminal.resize(size.columns, size.rows),
    draw: async (written: string) => {
      const window = { columns: terminal.cols, rows: terminal.rows };
      const next = nextFrame(frame, written, window);
      await write(redrawing(frame, next, written, window).replaceAll('\n', '\r\n'));
      frame = next;
    },
    get text() {
      return screenText(terminal);
    },
  };
}

/** What inquirer writes first for a frame that follows one of this many lines. */
const erase = (lines: number): string => `${'\x1b[2K\x1b[1A'.repeat(lines - 1)}\x1b[2K\x1b[G`;

const line = fc.integer({ min: 1, max: 39 }).map((length) => 'x'.repeat(length));

test('after a resize, a menu replaces every row of the last frame, and nothing above it', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(line, { minLength: 1, maxLength: 5 }),
      fc.integer({ min: 8, max: 60 }),
      async (lines, columns) => {
        const screen = await screenOf(40, 50);
        await screen.draw(`${lines.join('\n')}\x1b[?25l\x1b[${(lines.at(-1) ?? '').length + 1}G`);
        screen.resize({ columns, rows: 50 });
        await screen.draw(`${erase(lines.length)}next`);
        expect(screen.text).toBe('before\nnext');
      },
    ),
    { numRuns: 30 },
  );
});

test('after a resize, a typed line and the problem below it are replaced', async () => {
  const screen = await screenOf(40, 50);
  await screen.draw(`${'m'.repeat(39)}\n${'t'.repeat(10)}\n${'p'.repeat(15)}\x1b[1A\x1b[11G`);
  await screen.draw('\x1b[5G');
  screen.resize({ columns: 16, rows: 50 });
  await screen.draw(`\x1b[1B${erase(3)}next`);
  expect(screen.text).toBe('before\nnext');
});

test('after a resize, a prompt erases nothing above it, wherever its cursor is', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(line, { minLength: 1, maxLength: 3 }),
      fc.integer({ min: 1, max: 40 }),
      fc.integer({ min: 8, max: 60 }),
      async (lines, column, columns) => {
        const screen = await screenOf(40, 50);
        await screen.draw(`${lines.join('\n')}\x1b[${column}G`);
        screen.resize({ columns, rows: 50 });
        await screen.draw(`${erase(lines.length)}next`);
        expect(screen.text).toBe('before\nnext');
      },
    ),
    { numRuns: 30 },
  );
});

test('a window that is too low shows the first lines of a frame', async () => {
  const screen = await screenOf(40, 3);
  await screen.draw('one\ntwo\nthree\nfour\x1b[?25l\x1b[5G');
  expect(screen.text).toBe('before\none\ntwo\nthree');
});

test('a key that is pressed at a menu leaves its hidden cursor at the beginning of the last line', () => {
  const window = { columns: 40, rows: 10 };
  const menu = nextFrame('', '? Which\n> One\x1b[?25l\x1b[6G', window);
  expect(redrawing(menu, menu, '\x1b[3G', window)).toBe('');
  expect(nextFrame(menu, '\x1b[3G', window)).toBe(menu);
});

test('a menu that was drawn early is replaced if its prompt draws another one', async () => {
  const window = { columns: 20, rows: 50 };
  await fc.assert(
    fc.asyncProperty(
      fc.array(line, { minLength: 1, maxLength: 5 }),
      fc.array(line, { minLength: 1, maxLength: 5 }),
      async (before, after) => {
        const screen = await screenOf(40, 50);
        const [early, next] = [menuFrame(before.join('\n'), window), menuFrame(after.join('\n'), window)];
        await screen.write(drawingEarly(early));
        screen.resize(window);
        await screen.write(takingOver(early, next, window));
        const other = await screenOf(20, 50);
        await other.write(next);
        expect(screen.text).toBe(other.text);
      },
    ),
    { numRuns: 30 },
  );
});
