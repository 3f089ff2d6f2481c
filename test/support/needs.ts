import { existsSync } from 'node:fs';
import { hasProgram, testWhere } from './requirements.ts';

export const chromiumPath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
  (path) => existsSync(path),
);

/** A test that runs programs of the machine, in a POSIX shell or by paths that Windows has not. */
export const testWith = (programs: readonly string[]): ReturnType<typeof testWhere> =>
  testWhere(process.platform !== 'win32' && programs.every(isThere), programs.join(', '));

function isThere(program: string): boolean {
  return program === 'chromium' ? chromiumPath !== undefined : hasProgram(program, '--version');
}
