import { closeSync, fstatSync, openSync } from 'node:fs';
import type { Files } from '../context/files.ts';
import { Failure } from '../errors.ts';
import { doesExist, fileStats, isSameFile } from './file-stats.ts';
import { isAnotherUser, userName } from './owners.ts';
import { readUpTo } from './read-up-to.ts';
import { whileShared } from './sharing.ts';
import { withDefaultSignals } from './signals.ts';
import { fileFailure } from './system-errors.ts';

/** The files of this machine. What writes them is loaded on demand. */
export const files: Files = {
  read: readWhole,
  exists: doesExist,
  isSame: isSameFile,
  isWrittenSinceStart,
  check: async (path, options) => (await import('./write-target.ts')).checkTarget(path, options),
  write: async (path, content, options) =>
    (await import('./atomic-write.ts')).writeAtomically(path, content, options),
  append: async (path, content) => (await import('./append.ts')).append(path, content),
  isExposedToGit: async (path) => (await import('./git.ts')).isExposedToGit(path),
  isReadableByOthers,
  otherOwner,
};

/** Reads at most one byte more than allowed, so that an endless device is also rejected. */
async function readWhole(path: string, limit: number): Promise<Buffer> {
  try {
    const read = (): Buffer => readDescriptor(path, limit);
    // Opening and reading a FIFO block the event loop, which couldn't handle a signal meanwhile.
    const content = fileStats(path) === undefined ? withDefaultSignals(read) : read();
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
