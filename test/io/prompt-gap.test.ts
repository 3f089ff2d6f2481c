import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import { afterEach, expect, test, vi } from 'vitest';
import { beginGap, endGap, leaveGap } from '../../src/io/prompt-gap.ts';
import { makePrompts } from '../../src/io/prompts.ts';
import { noPaint } from '../../src/terminal/style.ts';
import { asciiSymbols } from '../../src/terminal/symbols.ts';
import { accepted } from '../../src/text/result.ts';
import { terminalInput } from '../support/terminal-input.ts';

const [enter, ctrlC, ctrlD, ctrlZ] = ['\r', '\x03', '\x04', '\x1a'];

/** A terminal at which prompts are asked. */
function fakeTerminal() {
  const { stdin, modes } = terminalInput();
  const output: any = Object.assign(new PassThrough(), { columns: 80 });
  const prompts = makePrompts(stdin, output, {
    width: 80,
    window: 80,
    paint: noPaint,
    symbols: asciiSymbols,
  });
  const type = (...keys: readonly string[]): void => {
    for (const key of keys) stdin.write(key);
  };
  /** Asks for a text, and types these keys once the prompt is drawn. */
  const ask = async (...keys: readonly string[]): Promise<string> => {
    const answer = prompts.text({ message: 'Text', validate: accepted });
    await once(output, 'data');
    setImmediate(type, ...keys);
    return answer;
  };
  return { stdin, modes, ask, type };
}

afterEach(() => {
  endGap();
  vi.useRealTimers();
});

test('keys typed between two prompts are not shown, and reach the next ones in order', async () => {
  const { modes, ask, type } = fakeTerminal();
  expect(await ask('a', enter)).toBe('a');
  type('b', 'c', enter, 'd');
  expect(await ask()).toBe('bc');
  type('e', enter, enter);
  expect(await ask()).toBe('de');
  expect(await ask()).toBe('');
  expect(modes).toEqual([true, true, true, true]);
});

test('a long wait shows no keys, and they reach no prompt after it', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const { stdin, modes, ask, type } = fakeTerminal();
  await ask(enter);
  type('early');
  vi.advanceTimersByTime(1000);
  type(enter);
  await new Promise(setImmediate);
  expect([modes, stdin.isPaused(), endGap()]).toEqual([[true], false, []]);
});

test('Ctrl-C in a long wait acts as it does outside raw mode', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const { modes, ask, type } = fakeTerminal();
  const interrupted = once(process, 'SIGINT');
  await ask(enter);
  vi.advanceTimersByTime(1000);
  type(ctrlC);
  await interrupted;
  expect([modes, endGap()]).toEqual([[true, false], undefined]);
});

test('something else that reads keys ends the wait for another prompt', async () => {
  const { stdin, modes, ask } = fakeTerminal();
  await ask(enter);
  leaveGap();
  expect([modes, stdin.isPaused(), endGap()]).toEqual([[true, false], true, undefined]);
  leaveGap();
  expect(modes).toEqual([true, false]);
});

test('SIGCONT sets the mode anew, which the shell may have changed', async () => {
  const { stdin, modes, ask } = fakeTerminal();
  await ask(enter);
  process.emit('SIGCONT', 'SIGCONT');
  expect([modes, stdin.isPaused(), endGap()]).toEqual([[true, false, true], false, []]);
});

test('an interrupted prompt leaves raw mode immediately', async () => {
  const { modes, ask } = fakeTerminal();
  await expect(ask(ctrlD)).rejects.toMatchObject({ kind: 'interrupted' });
  expect([modes, endGap()]).toEqual([[true, false], undefined]);
});

test('Ctrl-C between prompts acts as it does outside raw mode', async () => {
  const { modes, ask, type } = fakeTerminal();
  const interrupted = once(process, 'SIGINT');
  await ask(enter);
  type(`x${ctrlC}`);
  await interrupted;
  expect([modes, endGap()]).toEqual([[true, false], undefined]);
});

test.each([
  ['Ctrl-C', ctrlC],
  ['Ctrl-D', ctrlD],
])('%s in the same read as Enter ends the next prompt, after the answer', async (_, key) => {
  const { ask } = fakeTerminal();
  expect(await ask(`a${enter}${key}`)).toBe('a');
  await expect(ask()).rejects.toMatchObject({ kind: 'interrupted', at: 'prompt' });
});

test('Ctrl-C in the same read as the last answer interrupts what follows', async () => {
  const { ask } = fakeTerminal();
  const interrupted = once(process, 'SIGINT');
  expect(await ask(`a${enter}${ctrlC}`)).toBe('a');
  await interrupted;
});

test('CR and LF are one line break, also in two reads', async () => {
  const { ask, type } = fakeTerminal();
  expect(await ask(`a${enter}`)).toBe('a');
  type('\n', 'b', `${enter}\n`);
  expect(await ask()).toBe('b');
  type('\n');
  expect(await ask()).toBe('');
});

test('Ctrl-D between prompts ends the next one', async () => {
  const { ask, type } = fakeTerminal();
  await ask(enter);
  type(ctrlD);
  await expect(ask()).rejects.toMatchObject({ kind: 'interrupted' });
});

test('Ctrl-Z between prompts suspends the job with the terminal restored, until it continues', async () => {
  const { stdin, modes, type } = fakeTerminal();
  const suspended = new Promise<boolean[]>((resolve) => {
    beginGap(stdin, [], (leave) => {
      leave();
      resolve([...modes]);
    });
  });
  type(ctrlZ);
  expect(await suspended).toEqual([false]);
  expect([modes, endGap()]).toEqual([[false, true], []]);
});

test('where Ctrl-Z has no effect, no key after it is shown', async () => {
  const { stdin, modes, type } = fakeTerminal();
  beginGap(stdin, [], () => {});
  type(`a${ctrlZ}b`, ctrlZ, 'c');
  await new Promise(setImmediate);
  expect([endGap()?.join(''), modes]).toEqual(['abc', []]);
});
