import { existsSync } from 'node:fs';
import { hasProgram, testWhere } from './requirements.ts';

export const chromiumPath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
  (path) => existsSync(path),
);

/** A test that runs programs of the machine. */
export const testWith = (programs: readonly string[]): ReturnType<typeof testWhere> =>
  testWhere(programs.every(isThere), programs.join(', '));

function isThere(program: string): boolean {
  return program === 'chromium' ? chromiumPath !== undefined : hasProgram(program, '--version');
}
