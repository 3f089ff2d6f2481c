import { PassThrough } from 'node:stream';
import xterm from '@xterm/headless';
import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import type { Choice, Prompts } from '../../src/context/prompting.ts';
import { lazyPrompts } from '../../src/io/lazy-prompts.ts';
import { endGap } from '../../src/io/prompt-gap.ts';
import { makePrompts } from '../../src/io/prompts.ts';
import { noPaint } from '../../src/terminal/style.ts';
import { asciiSymbols } from '../../src/terminal/symbols.ts';
import { screenText } from '../support/screen-text.ts';
import { terminalInput } from '../support/terminal-input.ts';

const [enter, down] = ['\r', '\x1b[B'];

afterEach(endGap);

interface Menu {
  readonly message: string;
  readonly choices: readonly Choice<number>[];
  readonly initial?: number | undefined;
}

const window = { columns: 60, rows: 30 };
const style = { width: 60, window: 60, paint: noPaint, symbols: asciiSymbols };

/** Prompts whose user presses keys as soon as a menu can be read. */
async function answered(
  make: (...terminal: Parameters<typeof lazyPrompts>) => Prompts,
  menu: Menu,
  { keys = enter, size = window } = {},
) {
  const { stdin, modes } = terminalInput();
  const output: any = Object.assign(new PassThrough(), size);
  const writes: string[] = [];
  output.on('data', (chunk: Buffer) => {
    if (writes.length === 0) setImmediate(() => stdin.write(keys));
    writes.push(String(chunk));
  });
  const answering = make(stdin, output, style).select(menu);
  const early = { writes: [...writes], modes: [...modes] };
  return { answer: await answering, writes, early };
}

/** What a terminal shows after some writes, below a line of its own. */
async function screenAfter(writes: readonly string[], { columns, rows } = window): Promise<string> {
  const terminal = new xterm.Terminal({ cols: columns, rows, scrollback: 1000, allowProposedApi: true });
  const text = ['before\n', ...writes].join('').replaceAll('\n', '\r\n');
  await new Promise<void>((done) => terminal.write(text, done));
  return screenText(terminal);
}

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'é', '漢', '-'), minLength: 1, maxLength: 12 });
const words = (maxLength: number) =>
  fc.array(word, { minLength: 1, maxLength }).map((each) => each.join(' '));
const choice = (value: number) =>
  fc.record(
    { value: fc.constant(value), name: words(12), description: words(15) },
    { requiredKeys: ['value', 'name'] },
  );
const menus: fc.Arbitrary<Menu> = fc.integer({ min: 1, max: 8 }).chain((count) =>
  fc.record({
    message: words(12),
    choices: fc.tuple(...Array.from({ length: count }, (_, value) => choice(value))),
    initial: fc.option(fc.nat({ max: count - 1 }), { nil: undefined }),
  }),
);

test('the first menu is drawn exactly as its prompt draws it', async () => {
  await fc.assert(
    fc.asyncProperty(menus, fc.integer({ min: 30, max: 120 }), async (menu, columns) => {
      const size = { columns, rows: 100 };
      const [lazy, eager] = [
        await answered(lazyPrompts, menu, { size }),
        await answered(makePrompts, menu, { size }),
      ];
      const [pastes, cursor] = ['\x1b[?2004h', '\x1b[?25l\x1b[1G'];
      const [early = '', takeover] = lazy.writes;
      expect(`${pastes}${early.trimEnd()}${cursor}`).toBe(eager.writes[0]);
      expect(takeover).toBe(`${pastes}\x1b[1A${cursor}`);
    }),
    { numRuns: 50 },
  );
});

test('a menu that was drawn early leaves the same text on the screen as any other', async () => {
  const sizes = fc.record({
    columns: fc.integer({ min: 20, max: 60 }),
    rows: fc.integer({ min: 4, max: 40 }),
  });
  await fc.assert(
    fc.asyncProperty(menus, sizes, async (menu, size) => {
      const [lazy, eager] = [
        await answered(lazyPrompts, menu, { size }),
        await answered(makePrompts, menu, { size }),
      ];
      expect(lazy.answer).toBe(eager.answer);
      expect(await screenAfter(lazy.writes, size)).toBe(await screenAfter(eager.writes, size));
    }),
    { numRuns: 100 },
  );
});

const choices = ['Apple', 'Banana', 'Cherry'].map((name, value) => ({ value, name }));

test('keys that are pressed before the prompt runs reach it, and are not shown', async () => {
  const { answer, early } = await answered(
    lazyPrompts,
    { message: 'Fruit', choices },
    { keys: `${down}${down}${enter}` },
  );
  expect(early).toMatchObject({ writes: [expect.stringContaining('Fruit')], modes: [true] });
  expect(answer).toBe(2);
});

test('a menu that the window has no room for is left to its prompt', async () => {
  const { writes } = await answered(
    lazyPrompts,
    { message: 'Fruit', choices },
    { size: { columns: 60, rows: 5 } },
  );
  expect(writes[0]).toContain('show more choices');
  expect(writes[0]).toMatch(/\x1b\[\?25l\x1b\[1G$/);
});

test('a message can follow a menu whose prompt never runs', async () => {
  const { stdin } = terminalInput();
  const output: any = Object.assign(new PassThrough(), window);
  lazyPrompts(stdin, output, style)
    .select({ message: 'Fruit', choices })
    .catch(() => {});
  expect(await screenAfter([String(output.read()), 'Cancelled.'])).toMatch(/Enter select\nCancelled\.$/m);
});
