import { PassThrough } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { Failure, ReaderGone } from '../../src/errors.ts';
import type { StandardOutput } from '../../src/io/standard-output.ts';
import { makeOutput, resultLost } from '../../src/io/streams.ts';
import type { Environment } from '../../src/terminal/environment.ts';
import { noPaint } from '../../src/terminal/style.ts';
import { asciiSymbols, unicodeSymbols } from '../../src/terminal/symbols.ts';

/** A standard output that ends in a stream. */
function outputTo(stream: PassThrough, isTTY: boolean): StandardOutput {
  const terminal = stream as unknown as NodeJS.WriteStream;
  return {
    terminal: isTTY ? terminal : undefined,
    write: (data, done) => void stream.write(data, done),
  };
}

test.each([
  ['EPIPE', ReaderGone],
  ['EOF', ReaderGone],
  ['ERR_STREAM_DESTROYED', ReaderGone],
  ['ENOSPC', Failure],
])('a result lost because of %s', (code, kind) => {
  expect(() => resultLost(Object.assign(new Error(), { code }), undefined)).toThrow(kind);
});

test.each([
  ['a Windows console', 'win32', {}, true, asciiSymbols],
  ['Windows Terminal', 'win32', { WT_SESSION: 'x' }, true, unicodeSymbols],
  ['a pipe in Windows Terminal', 'win32', { WT_SESSION: 'x' }, false, asciiSymbols],
  ['a pipe elsewhere', 'linux', { LANG: 'C.UTF-8' }, false, unicodeSymbols],
] as const)('the symbols for %s', (_, platform, env, isTTY, symbols) => {
  expect(
    makeOutput(outputTo(new PassThrough(), isTTY), { env, platform, paint: noPaint }).style.symbols,
  ).toBe(symbols);
});

describe('a spinner', () => {
  const terminal = (env: Environment, isTTY = true) => {
    const stream = Object.assign(new PassThrough(), { columns: 80 });
    return {
      stream,
      output: makeOutput(outputTo(stream, isTTY), { env, platform: 'linux', paint: noPaint }),
    };
  };

  test.each([
    ['a terminal', {}, true, true],
    ['CI=0', { CI: '0' }, true, true],
    ['CI', { CI: 'true' }, true, false],
    ['TERM=dumb', { TERM: 'dumb' }, true, false],
    ['a file', {}, false, false],
  ] as const)('with %s', (_, env, isTTY, spins) => {
    expect(terminal(env, isTTY).output.spin !== undefined).toBe(spins);
  });

  test('is cleared before other output and at the end', async () => {
    const { stream, output } = terminal({});
    const stop = output.spin?.() ?? (() => {});
    await output.write('a line\n');
    stop();
    const drawn = String(stream.read());
    expect(drawn).toMatch(/-\r\x1b\[2Ka line\n/);
    expect(drawn).toMatch(/\r\x1b\[2K$/);
    expect(drawn).not.toMatch(/\x1b\[\?25l/);
  });
});

describe('text for people on standard error', () => {
  const hostile = 'a\x1b[2J\u202e\x07\n::error::x ##[group]';

  const written = async (text: string | Uint8Array, isResult: boolean): Promise<string> => {
    const stream = new PassThrough();
    const output = makeOutput(outputTo(stream, false), {
      env: {},
      platform: 'linux',
      paint: noPaint,
      ...(isResult && { onFailure: () => {} }),
    });
    await output.write(text);
    return String(stream.read());
  };

  test('is screened; a result and bytes are written as they are', async () => {
    expect(await written(hostile, false)).toBe('a\n: :error::x # #[group]');
    expect(await written(hostile, true)).toBe(hostile);
    expect(await written(Buffer.from('::add-mask::x\n'), false)).toBe('::add-mask::x\n');
  });
});
