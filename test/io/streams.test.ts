import { PassThrough } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { Failure, ReaderGone } from '../../src/errors.ts';
import { makeOutput, resultLost } from '../../src/io/streams.ts';
import { asciiSymbols, unicodeSymbols } from '../../src/terminal/symbols.ts';

test.each([
  ['EPIPE', ReaderGone],
  ['EOF', ReaderGone],
  ['ERR_STREAM_DESTROYED', ReaderGone],
  ['ENOSPC', Failure],
])('a result that is lost by %s', (code, kind) => {
  expect(() => resultLost(Object.assign(new Error(), { code }))).toThrow(kind);
});

test.each([
  ['a console of Windows', 'win32', {}, true, asciiSymbols],
  ['Windows Terminal', 'win32', { WT_SESSION: 'x' }, true, unicodeSymbols],
  ['a pipe in Windows Terminal', 'win32', { WT_SESSION: 'x' }, false, asciiSymbols],
  ['a pipe elsewhere', 'linux', { LANG: 'C.UTF-8' }, false, unicodeSymbols],
] as const)('the symbols for %s', (_, platform, env, isTTY, symbols) => {
  const stream = Object.assign(new PassThrough(), { isTTY }) as unknown as NodeJS.WriteStream;
  expect(makeOutput(() => stream, env, platform).style.symbols).toBe(symbols);
});

describe('what a person reads on standard error', () => {
  const hostile = 'a\x1b[2J\u202e\x07\n::error::x ##[group]';

  const written = async (text: string | Uint8Array, isResult: boolean): Promise<string> => {
    const stream = new PassThrough();
    const output = makeOutput(
      () => stream as unknown as NodeJS.WriteStream,
      {},
      'linux',
      ...(isResult ? [() => {}] : []),
    );
    await output.write(text);
    return String(stream.read());
  };

  test('is screened; a result and bytes are written as they are', async () => {
    expect(await written(hostile, false)).toBe('a\n: :error::x # #[group]');
    expect(await written(hostile, true)).toBe(hostile);
    expect(await written(Buffer.from('::add-mask::x\n'), false)).toBe('::add-mask::x\n');
  });
});
