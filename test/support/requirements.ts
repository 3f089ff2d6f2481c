import { execFileSync } from 'node:child_process';
import { test } from 'vitest';

/** A test that needs something of the machine: skipped with its reason on a user's, an error in CI. */
export function testWhere(available: boolean, need: string): typeof test | typeof test.skip {
  if (available) return test;
  if (process.env.CI) throw new Error(`In CI nothing may be skipped, but this is missing: ${need}`);
  console.warn(`SKIPPED, for want of: ${need}`);
  return test.skip;
}

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
