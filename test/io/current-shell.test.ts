import { expect, test } from 'vitest';
import { shellOf } from '../../src/io/current-shell.ts';

test.each([
  ['linux', {}, 'posix'],
  ['darwin', { MSYSTEM: 'no matter' }, 'posix'],
  ['win32', {}, 'windows'],
  ['win32', { MSYSTEM: 'MINGW64' }, 'posix'],
] as const)('on %s with %o, command lines are shown for %s', (platform, env, shell) => {
  expect(shellOf(env, platform)).toBe(shell);
});
