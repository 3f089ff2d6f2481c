import { errorCode } from './system-errors.ts';

/** Errors on Windows while a virus scanner, an indexer, or an editor briefly has a file open. */
const sharingViolations: ReadonlySet<unknown> = new Set(['EACCES', 'EBUSY', 'EPERM']);

/** Milliseconds before each further attempt, about a second in total. */
const pauses = [10, 20, 40, 80, 160, 320, 400];

/** Briefly retries an operation that fails on Windows while another program has the file open. @throws the last error */
export function whileShared<T>(
  run: () => T,
  platform: NodeJS.Platform = process.platform,
  wait: (milliseconds: number) => void = pause,
): T {
  for (const milliseconds of platform === 'win32' ? pauses : []) {
    try {
      return run();
    } catch (error) {
      if (!sharingViolations.has(errorCode(error, platform))) throw error;
      wait(milliseconds);
    }
  }
  return run();
}

/** Blocks the process. @param milliseconds keep it short, since signals must wait, too */
export function pause(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}
