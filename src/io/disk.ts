import { appendFileSync, closeSync, fstatSync, openSync, readSync, statSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import type { Files } from '../context/files.ts';
import { Failure } from '../errors.ts';
import { checkTarget, isThere, ownerOnly, writeAtomically } from './atomic-write.ts';
import { withDefaultSignals } from './signals.ts';
import { fileFailure } from './system-errors.ts';

/** The files of this machine. */
export const files: Files = {
  read: async (path, limit) => withDefaultSignals(() => readWhole(path, limit)),
  exists: isThere,
  check: checkTarget,
  write: writeAtomically,
  append,
  isExposedToGit,
  isReadableByOthers,
};

function append(path: string, content: string): void {
  try {
    withDefaultSignals(() => appendFileSync(path, content, { mode: ownerOnly }));
  } catch (error) {
    throw fileFailure(error, `${path} could not be written`);
  }
}

/** Reads at most one byte more than allowed, so that a device without end is refused as well. */
function readWhole(path: string, limit: number): Buffer {
  try {
    const descriptor = openSync(path, 'r');
    try {
      if (fstatSync(descriptor).isDirectory()) throw new Failure('file', `${path} is a folder.`);
      const content = readUpTo(descriptor, limit + 1);
      if (content.length > limit) throw new Failure('content', `${path} is larger than ${limit / 1024} KiB.`);
      return content;
    } finally {
      closeSync(descriptor);
    }
  } catch (error) {
    throw fileFailure(error, `${path} could not be read`);
  }
}

function readUpTo(descriptor: number, limit: number): Buffer {
  const content = Buffer.alloc(limit);
  let length = 0;
  while (length < limit) {
    const count = readSync(descriptor, content, length, limit - length, null);
    if (count === 0) break;
    length += count;
  }
  return content.subarray(0, length);
}

/** A pipe or a device has permissions too, but nothing lies in it. */
function isReadableByOthers(path: string): boolean | undefined {
  const stats = process.platform === 'win32' ? undefined : statSync(path, { throwIfNoEntry: false });
  return stats?.isFile() ? (stats.mode & 0o044) !== 0 : undefined;
}

/**
 * `git check-ignore` ends with 1 for a file that it does not ignore, with 128 outside a work tree. It is started in the
 * folder of Node itself: Windows looks there first, so a git.exe beside the user's file would be run instead.
 */
async function isExposedToGit(path: string): Promise<boolean> {
  const { runQuietly } = await import('./child-process.ts');
  const cwd = dirname(process.execPath);
  const place = ['-C', resolve(dirname(path)), '-c', 'core.fsmonitor=false'];
  const command = [...place, 'check-ignore', '--quiet', '--', basename(path)];
  return runQuietly('git', command, { cwd, env: process.env, timeoutMilliseconds: 5000 }) === 1;
}
