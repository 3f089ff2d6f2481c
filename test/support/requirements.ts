import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { test } from 'vitest';

/** A test that needs something of the machine: skipped with its reason on a user's, an error in CI on Linux, where all can be had. */
export function testWhere(available: boolean, need: string): typeof test | typeof test.skip {
  if (available) return test;
  if (process.env.CI && process.platform === 'linux')
    throw new Error(`In CI nothing may be skipped, but this is missing: ${need}`);
  console.warn(`SKIPPED, for want of: ${need}`);
  return test.skip;
}

const firstOf = (...paths: string[]): string | undefined =>
  paths.find((path) => path !== '' && existsSync(path));

/** A browser that tests can drive. */
export const chromiumPath = firstOf(
  process.env.CHROMIUM ?? '',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
);

export const firefoxPath = firstOf(
  process.env.FIREFOX ?? '',
  '/usr/bin/firefox-esr',
  '/usr/bin/firefox',
  '/Applications/Firefox.app/Contents/MacOS/firefox',
);

export function hasProgram(name: string, ...args: readonly string[]): boolean {
  try {
    execFileSync(name, args, { stdio: 'ignore' });
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ENOENT';
  }
}

/** A test that counts on modes, signals, FIFOs, a shell or a terminal as POSIX has them. */
export const onPosix = testWhere(process.platform !== 'win32', 'a POSIX system');

/** A test that runs programs of the machine, in a POSIX shell or by paths that Windows has not. */
export const testWith = (programs: readonly string[]): ReturnType<typeof testWhere> =>
  testWhere(process.platform !== 'win32' && programs.every(isThere), programs.join(', '));

function isThere(program: string): boolean {
  return program === 'chromium' ? chromiumPath !== undefined : hasProgram(program, '--version');
}
