import { EventEmitter, once } from 'node:events';
import { PassThrough } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Choice, Prompts } from '../../src/context/prompting.ts';
import { ignoreIdleKeys } from '../../src/io/prompt-keys.ts';
import { makePrompts } from '../../src/io/prompts.ts';
import { noPaint } from '../../src/terminal/style.ts';
import { asciiSymbols } from '../../src/terminal/symbols.ts';
import { accepted, refused } from '../../src/text/result.ts';

const enter = '\r';

/** Prompts a user who presses Enter as soon as the choices appear. */
async function answered<T>(
  ask: (prompts: Prompts) => Promise<T>,
  onScreen: (text: string) => void = () => {},
): Promise<T> {
  const stdin: any = new PassThrough();
  const output: any = new PassThrough();
  let screen = '';
  output.on('data', (chunk: Buffer) => {
    const isReady = screen.includes('Enter');
    screen += chunk.toString();
    onScreen(screen);
    if (!isReady && screen.includes('Enter')) setImmediate(() => stdin.write(enter));
  });
  return ask(makePrompts(stdin, output, { width: 80, window: 80, paint: noPaint, symbols: asciiSymbols }));
}

/** Including values that inquirer treats specially as a choice or a default. */
const values: readonly unknown[] = [undefined, null, false, 0, '', 'a', () => 'a', [], ['a'], {}];

const named = (value: unknown, index: number): Choice<unknown> => ({ value, name: `Choice ${index}` });
const offered = fc.shuffledSubarray([...values], { minLength: 1 }).map((chosen) => chosen.map(named));

test('a menu starts at its preset or first choice, for any values', async () => {
  await fc.assert(
    fc.asyncProperty(offered, fc.constantFrom(...values), async (choices, initial) => {
      const all = choices.map(({ value }) => value);
      const preset = initial !== undefined && all.includes(initial) ? initial : all[0];
      expect(await answered((prompts) => prompts.select({ message: 'Which', choices, initial }))).toBe(
        preset,
      );
    }),
  );
});

test.each([
  [5, 'navigate'],
  [50, 'show more choices'],
])('a menu of %i choices says whether it goes on below', async (count, says) => {
  const choices = Array.from({ length: count }, (_, index) => named(index, index));
  let screen = '';
  await answered(
    (prompts) => prompts.select({ message: 'Which', choices }),
    (text) => {
      screen = text;
    },
  );
  expect(screen).toContain(`Up/Down ${says}`);
});

test.each([
  [80, 15],
  [30, 10],
  [30, 3],
])(
  'an open menu that is resized to %i columns and %i rows fits, and shows its selection',
  async (columns, rows) => {
    const choices = Array.from({ length: 20 }, (_, index) => ({
      ...named(index, index),
      description: 'What this choice is for.',
    }));
    const stdin: any = new PassThrough();
    const output: any = Object.assign(new PassThrough(), { columns: 80, rows: 40 });
    const style = { width: 80, window: 80, paint: noPaint, symbols: asciiSymbols };
    const answer = makePrompts(stdin, output, style).select({ message: 'Which', choices, initial: 12 });
    const whole = String(await new Promise((drawn) => output.once('data', drawn)));
    expect(whole).toContain('Up/Down navigate');
    const resized = new Promise((drawn) => output.once('data', drawn));
    Object.assign(output, { columns, rows }).emit('resize');
    const menu = String(await resized);
    expect(menu).toContain('> Choice 12');
    expect(menu.split('\n').length).toBeLessThanOrEqual(rows);
    stdin.write(enter);
    expect(await answer).toBe(12);
  },
);

test('a list starts with exactly its presets checked, then validates and returns them', async () => {
  await fc.assert(
    fc.asyncProperty(offered, fc.subarray([...values]), async (choices, initial) => {
      const preset = choices.map(({ value }) => value).filter((value) => initial.includes(value));
      const validated: unknown[] = [];
      const validate = (chosen: readonly unknown[]) => {
        validated.push(...chosen);
        return accepted(chosen);
      };
      const chosen = await answered((prompts) =>
        prompts.selectMany({ message: 'Which', choices, initial, validate }),
      );
      expect([chosen, validated]).toEqual([preset, preset]);
    }),
  );
});

test('the problem with one text disappears when the next one is accepted', async () => {
  const validate = (text: string) => (text === 'bad' ? refused('Try again.') : accepted(text));
  const style = { width: 80, window: 80, paint: noPaint, symbols: asciiSymbols };
  const stdin: any = new PassThrough();
  const output: any = new PassThrough();
  let screen = '';
  output.on('data', (chunk: Buffer) => {
    const wasRefused = screen.includes('Try again.');
    const wasAsked = screen !== '';
    screen += chunk.toString();
    if (!wasAsked) setImmediate(() => stdin.write(`bad${enter}`));
    else if (!wasRefused && screen.includes('Try again.')) setImmediate(() => stdin.write(enter));
  });
  expect(await makePrompts(stdin, output, style).secret({ message: 'Secret', validate })).toBe('');
  expect(screen.slice(screen.lastIndexOf('Secret'))).not.toContain('Try again.');
});

test.each(['text', 'secret'] as const)(
  'a long paste at a %s prompt is drawn a few times, not for each character',
  async (type) => {
    const style = { width: 80, window: 80, paint: noPaint, symbols: asciiSymbols };
    const stdin: any = new PassThrough();
    const output: any = new PassThrough();
    const pasted = 'x'.repeat(1000);
    let drawn = 0;
    output.on('data', (chunk: Buffer) => {
      if (drawn === 0)
        setImmediate(() => stdin.write(pasted) && setImmediate(() => stdin.write(`y${enter}`)));
      drawn += chunk.length;
    });
    const answer = makePrompts(stdin, output, style)[type]({ message: 'Paste', validate: accepted });
    expect(await answer).toBe(`${pasted}y`);
    expect(drawn).toBeLessThan(20 * pasted.length);
  },
);

test.each([
  [80, 10],
  [40, 10],
  [30, 4],
])('a text taller than a window of %i columns and %i rows is drawn in part', async (columns, rows) => {
  const style = { width: 80, window: 80, paint: noPaint, symbols: asciiSymbols };
  const stdin: any = new PassThrough();
  const output: any = Object.assign(new PassThrough(), { columns, rows });
  const frames: string[] = [];
  output.on('data', (chunk: Buffer) => frames.push(String(chunk)));
  const pasted = Array.from({ length: 5000 }, (_, index) => `w${index}`).join('-');
  const answer = makePrompts(stdin, output, style).text({ message: 'Text', validate: accepted });
  await expect.poll(() => frames.length).toBeGreaterThan(0);
  for (const [keys, shown] of [
    [pasted, /w4999$/],
    ['\x01', /Text w0-w1-/],
    ['\x05', /w4999$/],
  ] as const) {
    const before = frames.length;
    stdin.write(keys);
    const frame = (): string => stripVTControlCharacters(frames.slice(before).join(''));
    await expect.poll(() => frame().replaceAll('\n', '')).toMatch(shown);
    expect(frame().split('\n').length).toBeLessThanOrEqual(rows);
  }
  stdin.write(enter);
  expect(await answer).toBe(pasted);
});

test.each([
  [40, 'below'],
  [80, 'beside'],
])('in a window of %i columns, a text is typed %s its message', async (columns, place) => {
  const stdin: any = new PassThrough();
  const output: any = Object.assign(new PassThrough(), { columns });
  let screen = '';
  output.on('data', (chunk: Buffer) => {
    const wasAsked = screen !== '';
    screen += chunk.toString();
    if (!wasAsked) setImmediate(() => stdin.write('x') && setImmediate(() => stdin.write(enter)));
  });
  const style = { width: 80, window: 80, paint: noPaint, symbols: asciiSymbols };
  const message = 'Client ID (leave blank to add later)';
  await makePrompts(stdin, output, style).text({ message, validate: accepted });
  expect(screen.includes('later)\n  x')).toBe(place === 'below');
});

/** Types the chunks, each once the ones before are drawn, so that it arrives alone. */
async function typed<T>(chunks: readonly string[], ask: (prompts: Prompts) => Promise<T>) {
  const style = { width: 80, window: 80, paint: noPaint, symbols: asciiSymbols };
  const stdin: any = new PassThrough();
  const output: any = new PassThrough();
  const answer = ask(makePrompts(stdin, output, style));
  let [sent, screen] = [0, ''];
  output.on('data', (chunk: Buffer) => {
    screen += chunk.toString();
    setImmediate(() => stdin.write(chunks[sent++] ?? ''));
  });
  return { answer: await answer, screen };
}

test('a rejected text that is a secret disappears from the screen', async () => {
  const isSecret = (text: string) => text.includes('secret');
  const validate = (text: string) => (isSecret(text) ? refused('Not that.') : accepted(text));
  const { answer, screen } = await typed(['my secret', enter, 'x', enter], (prompts) =>
    prompts.text({ message: 'Name', isSecret, validate }),
  );
  expect(answer).toBe('x');
  expect(screen.slice(screen.indexOf('Not that.'))).not.toContain('secret');
});

test.each([
  ['', 'kept'],
  ['  \u00a0', 'kept'],
  [' x', '********'],
])('the answer %j at a secret prompt is shown as %s', async (text, shown) => {
  const { screen } = await typed([text + enter], (prompts) =>
    prompts.secret({ message: 'Secret', blank: 'kept', validate: accepted }),
  );
  expect(screen.slice(screen.lastIndexOf('Secret'))).toContain(`Secret ${shown}`);
});

const marked = (text: string): string => `\x1b[200~${text}\x1b[201~`;

/** What is pasted at a prompt for a line, with the keys that answer it, and the answer. */
const pastes: readonly (readonly [what: string, chunks: readonly string[], answer: string])[] = [
  ['a line', [marked('XYZ'), enter], 'XYZ'],
  ['a line with its break', [marked('XYZ\r'), enter], 'XYZ'],
  ['breaks first', [marked('\r\n\n  \rXYZ'), enter], 'XYZ'],
  ['two lines', [marked('X\r\nYZ\r'), enter], 'X YZ'],
  ['spaces around', [marked(' XYZ '), enter], ' XYZ '],
  ['keys inside', [marked('X\x03Y\x04Z\t'), enter], 'X Y Z '],
  ['only breaks', [marked('\r\n'), 'x', enter], 'x'],
  ['in several reads', ['\x1b', '[20', '0~X', 'Y', 'Z\x1b[2', '01~', enter], 'XYZ'],
  ['twice', [marked('XY') + marked('Z'), enter], 'XYZ'],
  ['without marks, with its break', ['XYZ\r'], 'XYZ'],
  ['without marks, breaks first', ['\r\n\rXYZ', enter], 'XYZ'],
];

/** Answers a prompt with the chunks, one a turn, whether or not it draws anything for them. */
async function given<T>(
  chunks: readonly (string | Buffer)[],
  ask: (prompts: Prompts) => Promise<T>,
): Promise<T> {
  const style = { width: 80, window: 80, paint: noPaint, symbols: asciiSymbols };
  const stdin: any = new PassThrough();
  const output: any = new PassThrough();
  const answer = ask(makePrompts(stdin, output, style));
  await once(output.resume(), 'data');
  for (const chunk of chunks) {
    await new Promise(setImmediate);
    stdin.write(chunk);
  }
  return answer;
}

describe.each(['text', 'secret'] as const)('pasted at a %s prompt', (type) => {
  test.each(pastes)('%s', async (_, chunks, expected) => {
    const answer = await given(chunks, (prompts) => prompts[type]({ message: 'Paste', validate: accepted }));
    expect(answer).toBe(expected);
  });
});

test('a character can come in two reads', async () => {
  const bytes = Buffer.from('X\u{1f600}');
  const chunks = [bytes.subarray(0, 3), bytes.subarray(3), enter];
  const answer = await given(chunks, (prompts) => prompts.text({ message: 'Text', validate: accepted }));
  expect(answer).toBe('X\u{1f600}');
});

test('Enter on an empty line, alone in its read, is a blank answer', async () => {
  const answer = await given([enter], (prompts) => prompts.text({ message: 'Text', validate: accepted }));
  expect(answer).toBe('');
});

test('a paste answers no menu, and changes no selection', async () => {
  const choices = ['Apple', 'Banana', 'Cherry'].map((name) => ({ name, value: name }));
  const answer = await given([marked(`Cherry${enter}`) + enter], (prompts) =>
    prompts.select({ message: 'Which', choices }),
  );
  expect(answer).toBe('Apple');
});

const [home, left] = ['\x01', '\x1b[D'];

test.each([
  ['at the end', [], 'abcdXYZ'],
  ['at the beginning', [home], 'XYZabcd'],
  ['in the middle', [left, left], 'abXYZcd'],
  ['and corrected', [left, '\x7f'], 'abXYZd'],
])('a paste is inserted at the cursor: %s', async (_, keys, expected) => {
  const { answer } = await typed([...keys, 'XYZ', enter], (prompts) =>
    prompts.text({ message: 'Text', initial: 'abcd', validate: accepted }),
  );
  expect(answer).toBe(expected);
});

const [up, down, right] = ['\x1b[A', '\x1b[B', '\x1b[C'];
const idleKeys = fc.constantFrom(
  ...[left, right, home, '\t', '\x05', '\x0b', '\x0c', '\x15', '\x17', '\x7f'],
  ...[
    '\x1b[H',
    '\x1b[F',
    '\x1b[3~',
    '\x1b[5~',
    '\x1b[6~',
    '\x1b[Z',
    '\x1bOP',
    '\x1b[24~',
    '\x1b[1;5D',
    '\x1bx',
  ],
);

test('a key that types nothing changes no selection in a menu, but ends a search', async () => {
  const choices = ['Apple', 'Banana', 'Cherry', 'Banana split'].map((name) => ({ name, value: name }));
  const chosen = async (...keys: readonly string[]) =>
    (await typed([[...keys, enter].join('')], (prompts) => prompts.select({ message: 'Which', choices })))
      .answer;
  const idle = fc.array(idleKeys, { minLength: 1, maxLength: 5 }).map((keys) => keys.join(''));
  await fc.assert(
    fc.asyncProperty(idle, async (keys) => {
      expect(await chosen(down, down, keys)).toBe('Cherry');
      expect(await chosen('c', keys, 'b', keys, up)).toBe('Apple');
    }),
    { numRuns: 30 },
  );
  expect(await chosen('banana s')).toBe('Banana split');
});

test('Esc types nothing', () => {
  const input = new EventEmitter();
  ignoreIdleKeys(input as NodeJS.ReadStream);
  const key = { name: 'escape', sequence: '\x1b', ctrl: false, meta: true, shift: false };
  input.emit('keypress', undefined, key);
  expect(key).toMatchObject({ name: 'backspace', meta: false });
});

test('the names of choices are wrapped again when the window is resized', async () => {
  const name = `${'word '.repeat(12)}end`;
  const style = { width: 80, window: 80, paint: noPaint, symbols: asciiSymbols };
  for (const menu of ['select', 'selectMany'] as const) {
    const stdin: any = new PassThrough();
    const output: any = Object.assign(new PassThrough(), { columns: 80, rows: 40 });
    const { [menu]: ask } = makePrompts(stdin, output, style);
    const drawn = async (): Promise<string> => String(await new Promise((done) => output.once('data', done)));
    const answer = ask({
      message: 'Which',
      choices: [{ name, value: 1 }],
      initial: [],
      validate: accepted,
    } as never);
    expect(await drawn()).toContain(name);
    const resized = drawn();
    Object.assign(output, { columns: 30 }).emit('resize');
    expect(await resized).toMatch(/word\n {4}word/);
    const widened = drawn();
    Object.assign(output, { columns: 80 }).emit('resize');
    expect(await widened).toContain(name);
    stdin.write(enter);
    await answer;
  }
});

test('in a text of several rows, the cursor moves to the right one', async () => {
  const { screen } = await typed([home, enter], (prompts) =>
    prompts.text({ message: 'Text', initial: 'x'.repeat(100), validate: accepted }),
  );
  expect(screen).toContain('\x1b[1A\x1b[3G');
});

describe('a question that Yes or No answers', () => {
  const confirmed = (initial: boolean, chunks: readonly string[]) =>
    typed(chunks, (prompts) => prompts.confirm({ message: 'Open it?', initial }));

  test.each([
    [true, ['y', enter], true],
    [true, ['N', enter], false],
    [false, ['yes', enter], true],
    [true, [`no${enter}`], false],
    [true, [enter], true],
    [false, [enter], false],
    [false, ['y', '\x7f', enter], false],
    [true, ['maybe', enter, 'n', enter], false],
  ])('%j by default, after %j: %j', async (initial, chunks, expected) => {
    expect((await confirmed(initial, chunks)).answer).toBe(expected);
  });

  test('never draws another text, and rejects it', async () => {
    const { answer, screen } = await confirmed(true, ['Zk3_q-9fPw7L', 'm', enter, 'n', enter]);
    expect(screen).not.toMatch(/Zk|Pw|Lm/);
    expect(screen).toContain('Enter y or n.');
    expect(answer).toBe(false);
  });
});

test('after the end of input, a prompt is interrupted instead of drawn', async () => {
  const stdin: any = new PassThrough();
  const output: any = new PassThrough();
  stdin.resume().end();
  await once(stdin, 'end');
  const style = { width: 80, window: 80, paint: noPaint, symbols: asciiSymbols };
  const answer = makePrompts(stdin, output, style).confirm({ message: 'Open it?', initial: true });
  await expect(answer).rejects.toMatchObject({ kind: 'interrupted', at: 'prompt' });
  expect(output.read()).toBeNull();
});
