import { expect, test } from 'vitest';
import { Failure, ReaderGone } from '../../src/errors.ts';
import { resultLost } from '../../src/io/streams.ts';

test.each([
  ['EPIPE', ReaderGone],
  ['EOF', ReaderGone],
  ['ERR_STREAM_DESTROYED', ReaderGone],
  ['ENOSPC', Failure],
])('a result that is lost by %s', (code, kind) => {
  expect(() => resultLost(Object.assign(new Error(), { code }))).toThrow(kind);
});
