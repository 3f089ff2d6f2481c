import { expect, test } from 'vitest';
import { whileShared } from '../../src/io/sharing.ts';

/** Fails a given number of times with a system error. */
function failing(times: number, code: string) {
  let calls = 0;
  const run = (): string => {
    calls += 1;
    if (calls <= times) throw Object.assign(new Error(code), { code });
    return 'done';
  };
  return { run, calls: () => calls };
}

test.each(['EACCES', 'EBUSY', 'EPERM'])('on Windows a brief %s is retried', (code) => {
  const { run, calls } = failing(5, code);
  const waits: number[] = [];
  expect(whileShared(run, 'win32', (milliseconds) => waits.push(milliseconds))).toBe('done');
  expect([calls(), waits.length]).toEqual([6, 5]);
});

test('on Windows a permanent failure is reported after about a second', () => {
  const { run } = failing(1000, 'EBUSY');
  let waited = 0;
  const wait = (milliseconds: number): void => {
    waited += milliseconds;
  };
  expect(() => whileShared(run, 'win32', wait)).toThrow('EBUSY');
  expect(waited).toBeGreaterThan(500);
  expect(waited).toBeLessThan(2000);
});

test.each([
  ['win32', 'ENOENT'],
  ['win32', 'ENOSPC'],
  ['linux', 'EBUSY'],
  ['darwin', 'EPERM'],
] as const)('on %s %s fails at once', (platform, code) => {
  const { run, calls } = failing(1, code);
  expect(() => whileShared(run, platform, () => {})).toThrow(code);
  expect(calls()).toBe(1);
});
