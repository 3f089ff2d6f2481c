import {
  appendFileSync,
  closeSync,
  fstatSync,
  ftruncateSync,
  openSync,
  readSync,
  type Stats,
  statSync,
} from 'node:fs';
import type { Files } from '../context/files.ts';
import { Failure } from '../errors.ts';
import { writeAtomically } from './atomic-write.ts';
import { isExposedToGit } from './git.ts';
import { ownerOnly } from './new-file.ts';
import { isAnotherUser, userName } from './owners.ts';
import { readUpTo } from './read-up-to.ts';
import { whileShared } from './sharing.ts';
import { withDefaultSignals } from './signals.ts';
import { fileFailure } from './system-errors.ts';
import { checkTarget, doesExist } from './write-target.ts';

/** The files of this machine. */
export const files: Files = {
  read: readWhole,
  exists: doesExist,
  isWrittenSinceStart,
  check: checkTarget,
  write: writeAtomically,
  append,
  isExposedToGit,
  isReadableByOthers,
  otherOwner,
};

function append(path: string, content: string): void {
  try {
    withDefaultSignals(() => {
      const separator = content !== '' && endsInsideLine(path) ? '\n' : '';
      appendWhole(path, separator + content);
    });
  } catch (error) {
    throw fileFailure(error, `${path} couldn't be written`);
  }
}

/** Removes a partial append, which would corrupt whatever is appended next. */
function appendWhole(path: string, content: string): void {
  const descriptor = openSync(path, 'a', ownerOnly);
  try {
    const before = fstatSync(descriptor);
    try {
      appendFileSync(descriptor, content);
    } catch (error) {
      if (before.isFile()) ftruncateSync(descriptor, before.size);
      throw error;
    }
  } finally {
    closeSync(descriptor);
  }
}

/** Whether the last line of a file may have no line break yet, as in a file that can't be read. */
function endsInsideLine(path: string): boolean {
  if (fileStats(path) === undefined) return false;
  try {
    const descriptor = openSync(path, 'r');
    try {
      const last = Buffer.alloc(1);
      const count = readSync(descriptor, last, 0, 1, fstatSync(descriptor).size - 1);
      return count === 1 && last.toString() !== '\n';
    } finally {
      closeSync(descriptor);
    }
  } catch {
    return true;
  }
}

/** Reads at most one byte more than allowed, so that an endless device is also rejected. */
async function readWhole(path: string, limit: number): Promise<Buffer> {
  try {
    // Opening and reading a FIFO block the event loop, which couldn't handle a signal meanwhile.
    const content = withDefaultSignals(() => readDescriptor(path, limit));
    if (content.length > limit)
      throw new Failure('content', `${path} is too large (maximum ${limit / 1024} KiB).`);
    return content;
  } catch (error) {
    throw fileFailure(error, `${path} couldn't be read`);
  }
}

function readDescriptor(path: string, limit: number): Buffer {
  const descriptor = whileShared(() => openSync(path, 'r'));
  try {
    refuseUnreadable(path, descriptor);
    return readUpTo(descriptor, limit + 1);
  } finally {
    closeSync(descriptor);
  }
}

/** A terminal opened by its name would show what is typed. */
function refuseUnreadable(path: string, descriptor: number): void {
  const stats = fstatSync(descriptor);
  if (stats.isDirectory()) throw new Failure('file', `${path} is a folder. Specify a file.`);
  if (!stats.isCharacterDevice()) return;
  const { isatty } = process.getBuiltinModule('node:tty');
  if (isatty(descriptor)) throw new Failure('file', `${path} is a terminal. Specify a file.`);
}

/** The metadata of a regular file. A pipe or a device has permissions too, but contains nothing. */
function fileStats(path: string): Stats | undefined {
  try {
    const stats = statSync(path);
    return stats.isFile() ? stats : undefined;
  } catch {
    return undefined;
  }
}

function isReadableByOthers(path: string): boolean | undefined {
  const stats = process.platform === 'win32' ? undefined : fileStats(path);
  return stats && (stats.mode & 0o044) !== 0;
}

/** A time in the future comes from a file server whose clock is ahead, and is ignored. */
function isWrittenSinceStart(path: string): boolean {
  const { mtimeMs = 0 } = fileStats(path) ?? {};
  return mtimeMs > performance.timeOrigin && mtimeMs <= Date.now();
}

function otherOwner(path: string): string | undefined {
  const stats = fileStats(path);
  return stats !== undefined && isAnotherUser(stats.uid) ? userName(stats.uid) : undefined;
}
