import { expect, test } from 'vitest';
import { waiting } from '../../src/terminal/log.ts';
import type { Output } from '../../src/terminal/output.ts';
import { noPaint } from '../../src/terminal/style.ts';
import { asciiSymbols } from '../../src/terminal/symbols.ts';

/** An output of 40 columns that records what is written to it. */
function output(spins: boolean): { stderr: Output; events: string[] } {
  const events: string[] = [];
  const style = { width: 40, window: 40, paint: noPaint, symbols: asciiSymbols };
  const spin = () => {
    events.push('spin');
    return () => events.push('stop');
  };
  const write = async (text: string | Uint8Array) => void events.push(`${text}`);
  return { stderr: { isTerminal: spins, style, write, ...(spins ? { spin } : {}) }, events };
}

const short = 'Waiting for the server.';
const long = 'Waiting for the server at https://api.example.com.';

test.each([
  ['a terminal', true, short, [`${short}\n`, 'spin', 'stop']],
  ['a narrow terminal', true, long, [expect.stringMatching(/^Waiting.*\n.*\n$/), 'spin', 'stop']],
  ['a terminal, already shown', true, '', ['spin', 'stop']],
  ['a file', false, short, [`${short}\n`]],
  ['a file, already shown', false, '', []],
])('a wait is said once, and stays readable, on %s', async (_, spins, text, expected) => {
  const { stderr, events } = output(spins);
  expect(await waiting(stderr, text, Promise.resolve('done'))).toBe('done');
  expect(events).toEqual(expected);
});

test.each([true, false])('a failed wait ends, too, and throws once', async (spins) => {
  const { stderr, events } = output(spins);
  await expect(waiting(stderr, short, Promise.reject(new Error('failed')))).rejects.toThrow('failed');
  expect(events.at(-1)).toBe(spins ? 'stop' : `${short}\n`);
});
