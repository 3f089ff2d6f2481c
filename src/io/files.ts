import {
  appendFileSync,
  closeSync,
  constants,
  fchmodSync,
  fstatSync,
  fsyncSync,
  linkSync,
  lstatSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  type Stats,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { Failure } from '../errors.ts';
import type { Files, WriteOptions } from '../world.ts';
import { withDefaultSignals } from './signals.ts';
import { fileFailure } from './system-errors.ts';

/** Owner only: the files hold secrets. */
const ownerOnly = 0o600;

/** Links are not to be had: FAT, some network folders, containers with hard link protection. */
const noLinks: ReadonlySet<unknown> = new Set([
  'EPERM',
  'ENOTSUP',
  'EOPNOTSUPP',
  'ENOSYS',
  'EMLINK',
  'EXDEV',
  'EACCES',
]);

const errorCode = (error: unknown): unknown => (error as NodeJS.ErrnoException).code;

export const files: Files = {
  read: async (path, limit) => withDefaultSignals(() => readWhole(path, limit)),
  check: (path, options) => {
    const existing = statOf(path);
    if (existing === undefined) checkFolder(path);
    else checkReplaceable(path, existing, options);
  },
  exists: (path) => statOf(path) !== undefined,
  write: writeAtomically,
  append: (path, content) => {
    try {
      appendFileSync(path, content, { mode: ownerOnly });
    } catch (error) {
      throw fileFailure(error, `${path} could not be written`);
    }
  },
  isExposedToGit,
  isReadableByOthers,
};

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

function statOf(path: string): Stats | undefined {
  try {
    return lstatSync(path);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw fileFailure(error, `${path} could not be written`);
  }
}

function checkFolder(path: string): void {
  const folder = dirname(path);
  const stats = statOf(folder);
  if (stats === undefined)
    throw new Failure('file', `${path} could not be written: there is no folder ${folder}.`);
}

function checkReplaceable(path: string, existing: Stats, { force, guard }: WriteOptions): void {
  if (existing.isSymbolicLink())
    throw new Failure('file', `${path} is a symbolic link: name the file itself.`);
  if (existing.isDirectory()) throw new Failure('file', `${path} is a folder: name a file.`);
  if (!existing.isFile()) throw new Failure('file', `${path} is not an ordinary file.`);
  if (!force) throw alreadyThere(path);
  guard?.(readExisting(path));
}

/** What cannot be read cannot be guarded; what is larger than a setup file is none. */
function readExisting(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw fileFailure(error, `${path} could not be read before replacing it`);
  }
}

const alreadyThere = (path: string): Failure =>
  new Failure('file', `${path} is already there.`, ['Give --force to replace it, or another path.']);

/**
 * A new file beside the target, synced, then renamed over it or, where nothing may be replaced, linked to its name:
 * a crash leaves the old content or the new, and at most one file that only the owner can read.
 */
function writeAtomically(path: string, content: string, options: WriteOptions): void {
  files.check(path, options);
  const folder = dirname(path);
  const temporary = join(folder, `.zi-oauth-setup-${randomName()}.tmp`);
  try {
    writeNew(temporary, content);
    if (options.force) renameSync(temporary, path);
    else publishNew(temporary, path, content);
    syncFolder(folder);
  } catch (error) {
    removeQuietly(temporary);
    throw errorCode(error) === 'EEXIST'
      ? alreadyThere(path)
      : fileFailure(error, `${path} could not be written`);
  }
}

/** Nobody can guess it, so nobody can put something in its place. The global generator costs no start-up time. */
function randomName(): string {
  return Buffer.from(crypto.getRandomValues(new Uint8Array(12))).toString('hex');
}

/** The mode is set on the open file, since the umask may have taken away too much. */
function writeNew(path: string, content: string): void {
  const descriptor = openSync(path, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL, ownerOnly);
  try {
    fchmodSync(descriptor, ownerOnly);
    writeFileSync(descriptor, content);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** Of two writers one loses: neither a link nor an exclusive creation replaces what is there. */
function publishNew(temporary: string, path: string, content: string): void {
  try {
    linkSync(temporary, path);
  } catch (error) {
    if (!noLinks.has(errorCode(error))) throw error;
    createExclusively(path, content);
  }
  unlinkSync(temporary);
}

function createExclusively(path: string, content: string): void {
  try {
    writeNew(path, content);
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') removeQuietly(path);
    throw error;
  }
}

/** Makes the new name survive a power cut. Some systems cannot sync a folder; the content is safe there too. */
function syncFolder(folder: string): void {
  try {
    const descriptor = openSync(folder, 'r');
    try {
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
  } catch {
    return;
  }
}

function removeQuietly(path: string): void {
  try {
    unlinkSync(path);
  } catch {
    return;
  }
}

/** A pipe or a device has permissions too, but nothing lies in it. */
function isReadableByOthers(path: string): boolean | undefined {
  const stats = process.platform === 'win32' ? undefined : statSync(path, { throwIfNoEntry: false });
  return stats?.isFile() ? (stats.mode & 0o044) !== 0 : undefined;
}

/** `git check-ignore` ends with 1 for a file that it does not ignore, with 128 outside a work tree. */
async function isExposedToGit(path: string): Promise<boolean> {
  const { spawnSync } = await import('node:child_process');
  const command = ['-c', 'core.fsmonitor=false', 'check-ignore', '--quiet', '--', basename(path)];
  return spawnSync('git', command, { cwd: dirname(path), stdio: 'ignore', timeout: 5000 }).status === 1;
}
