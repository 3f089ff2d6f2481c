import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { test } from 'vitest';

/** A test that needs something on the machine. If it is missing, the test is skipped; in CI on Linux, that is an error. */
export function testWhere(available: boolean, need: string): typeof test | typeof test.skip {
  if (available) return test;
  if (process.env.CI && process.platform === 'linux')
    throw new Error(`Missing: ${need}. In CI, no test may be skipped.`);
  console.warn(`SKIPPED, requires: ${need}`);
  return test.skip;
}

/** The program that a variable names, or else one in a usual place. No place on Windows is tried. */
function programPath(variable: string, ...places: readonly string[]): string | undefined {
  const named = process.env[variable] || [];
  return [named, process.platform === 'win32' ? [] : places].flat().find((path) => existsSync(path));
}

/** A browser that tests can drive. */
export const chromiumPath = programPath(
  'CHROMIUM',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
);

export const firefoxPath = programPath(
  'FIREFOX',
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

/** A test that relies on POSIX modes, signals, FIFOs, shells, or terminals. */
export const onPosix = testWhere(process.platform !== 'win32', 'a POSIX system');

/** The mode of a file that only its owner can read. Windows has no modes, and reports this one for most files. */
export const privateMode = process.platform === 'win32' ? '666' : '600';

/** A test of what only Windows does. */
export const onWindows = test.runIf(process.platform === 'win32');

/** A test that runs installed programs, in a POSIX shell or from paths that Windows doesn't have. */
export const testWith = (programs: readonly string[]): ReturnType<typeof testWhere> =>
  testWhere(process.platform !== 'win32' && programs.every(isThere), programs.join(', '));

function isThere(program: string): boolean {
  return program === 'chromium' ? chromiumPath !== undefined : hasProgram(program, '--version');
}
