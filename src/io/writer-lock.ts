import { closeSync, constants, openSync } from 'node:fs';
import { Failure } from '../errors.ts';
import { ownerOnly } from './new-file.ts';
import { whileShared } from './sharing.ts';
import { errorCode, fileFailure } from './system-errors.ts';
import { pathBeside } from './temporary-files.ts';

/** UV_FS_O_EXLOCK and UV_FS_O_TEMPORARY of libuv: no other program can open the file, and closing it deletes it. */
const exclusiveAndTemporary = 0x1000_0040;

/** The file that a writer of the target keeps open on Windows. */
export const lockPath = (target: string): string => pathBeside(target, '.lock');

/**
 * Runs `work` while no other run on Windows writes the target. There, a file is deleted in two steps: whoever opens another
 * writer's temporary file to delete it deletes the target if the file is renamed in between. The lock can't outlive its
 * process. @throws Failure (file) if the others don't finish
 */
export function withLock<T>(target: string, work: () => T): T {
  if (process.platform !== 'win32') return work();
  const lock = openLock(target);
  try {
    return work();
  } finally {
    release(lock);
  }
}

/** A lock that can't be closed ends with the process, and the target is complete. */
function release(lock: number): void {
  try {
    closeSync(lock);
  } catch {
    return;
  }
}

function openLock(target: string): number {
  const flags = constants.O_RDWR | constants.O_CREAT | exclusiveAndTemporary;
  try {
    return whileShared(() => openSync(lockPath(target), flags, ownerOnly));
  } catch (error) {
    throw errorCode(error) === 'EBUSY'
      ? otherRuns(target)
      : fileFailure(error, `${target} couldn't be written`);
  }
}

/** The failure of a writer that other writers don't let finish. */
export const otherRuns = (target: string): Failure =>
  new Failure('file', `${target} couldn't be written: other runs keep writing to it. Try again later.`);
