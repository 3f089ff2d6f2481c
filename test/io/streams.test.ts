import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { Failure, ReaderGone } from '../../src/errors.ts';
import { makeOutput, resultLost } from '../../src/io/streams.ts';
import { asciiSymbols, unicodeSymbols } from '../../src/terminal/symbols.ts';

test.each([
  ['EPIPE', ReaderGone],
  ['EOF', ReaderGone],
  ['ERR_STREAM_DESTROYED', ReaderGone],
  ['ENOSPC', Failure],
])('a result that is lost by %s', (code, kind) => {
  const stream = new PassThrough() as unknown as NodeJS.WriteStream;
  expect(() => resultLost(Object.assign(new Error(), { code }), stream)).toThrow(kind);
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
