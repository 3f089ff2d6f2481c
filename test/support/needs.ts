import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { test } from 'vitest';

/** A test that needs a program: where that is missing it is skipped, loudly, and in CI it fails. */
export function testWith(programs: readonly string[]): typeof test {
  const missing = programs.filter((program) => !isInstalled(program));
  if (missing.length === 0) return test;
  const words = `needs ${missing.join(', ')}, which this machine does not have`;
  if (process.env.CI) throw new Error(`A test ${words}.`);
  console.warn(`SKIPPED: a test ${words}`);
  return test.skip as unknown as typeof test;
}

export const chromiumPath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
  (path) => existsSync(path),
);

function isInstalled(program: string): boolean {
  if (program === 'chromium') return chromiumPath !== undefined;
  try {
    execFileSync('sh', ['-c', `command -v ${program}`], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
