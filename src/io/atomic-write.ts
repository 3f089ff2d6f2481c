import {
  type BigIntStats,
  closeSync,
  constants,
  fchmodSync,
  fchownSync,
  fstatSync,
  fsyncSync,
  linkSync,
  lstatSync,
  openSync,
  readFileSync,
  renameSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname } from 'node:path';
import type { WriteOptions, Written } from '../context/files.ts';
import { Failure } from '../errors.ts';
import { isAnotherUser, userName } from './owners.ts';
import { readUpTo } from './read-up-to.ts';
import { pause, whileShared } from './sharing.ts';
import { errorCode, fileFailure } from './system-errors.ts';
import { removeRivals, temporaryPath } from './temporary-files.ts';
import { windowsNameProblem } from './windows-names.ts';

/** Owner only: the files hold secrets. */
export const ownerOnly = 0o600;

/**
 * Bytes of a file that are looked at before it is replaced. No setup is larger in any format: HTML repeats and escapes
 * a key, and UTF-16 doubles that.
 */
const largestGuarded = 64 * 1024 * 1024;

/** Refuses what cannot or must not be written to. @throws Failure (file) */
export function checkTarget(path: string, options: WriteOptions): void {
  examine(path, options);
}

/** Whether something has this name, be it a link that leads nowhere. @throws Failure (file) */
export const isThere = (path: string): boolean => statOf(path) !== undefined;

/** What is there now, if it may be replaced. @throws Failure (file) */
function examine(path: string, options: WriteOptions): BigIntStats | undefined {
  const existing = statOf(path);
  if (existing === undefined) checkNew(path);
  else checkReplaceable(path, existing, options);
  return existing;
}

function statOf(path: string): BigIntStats | undefined {
  try {
    return lstatSync(path, { bigint: true });
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw fileFailure(error, `${path} could not be written`);
  }
}

function checkNew(path: string): void {
  const problem =
    (process.platform === 'win32' ? windowsNameProblem(basename(path)) : undefined) ??
    folderProblem(dirname(path));
  if (problem !== undefined) throw new Failure('file', `${path} could not be written: ${problem}.`);
}

/** To POSIX a file in place of a folder is an error at once; to Windows, what lies below it is just not there. */
function folderProblem(folder: string): string | undefined {
  const stats = statOf(folder);
  if (stats === undefined) return `there is no folder ${folder}`;
  return stats.isFile() ? 'a part of the path is not a folder' : undefined;
}

function checkReplaceable(path: string, existing: BigIntStats, { force, guard }: WriteOptions): void {
  if (existing.isSymbolicLink())
    throw new Failure('file', `${path} is a symbolic link: name the file itself.`);
  if (existing.isDirectory()) throw new Failure('file', `${path} is a folder: name a file.`);
  if (!existing.isFile()) throw new Failure('file', `${path} is not an ordinary file.`);
  if (!force) throw alreadyThere(path);
  guard?.(readExisting(path, existing.size));
}

/** What cannot be read cannot be guarded. A FIFO that has just taken the place of the file is not waited for. */
function readExisting(path: string, size: bigint): Buffer {
  const flags = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);
  try {
    if (size > largestGuarded) return readBeginning(path, flags);
    // A number is a flag as well, which its type does not say.
    return whileShared(() => readFileSync(path, { flag: flags as unknown as 'r' }));
  } catch (error) {
    throw fileFailure(error, `${path} could not be read before replacing it`);
  }
}

function readBeginning(path: string, flags: number): Buffer {
  const descriptor = openSync(path, flags);
  try {
    return readUpTo(descriptor, largestGuarded);
  } finally {
    closeSync(descriptor);
  }
}

const alreadyThere = (path: string): Failure =>
  new Failure('file', `${path} is already there.`, ['Give --force to replace it, or another path.']);

/**
 * A new file beside the target, synced, then renamed over it or, where nothing may be replaced, linked to its name:
 * a crash leaves the old content or the new, and at most one file that only the owner can read.
 */
export function writeAtomically(path: string, content: string, options: WriteOptions): Written {
  const before = examine(path, options);
  try {
    const written = options.force ? replace(path, content, options, before) : create(path, content);
    syncFolder(dirname(path));
    return written;
  } catch (error) {
    throw errorCode(error) === 'EEXIST'
      ? alreadyThere(path)
      : fileFailure(error, `${path} could not be written`);
  }
}

/** Writers that remove each other's files try again; one that meets this many others in a row gives up. */
const mostAttempts = 50;

function replace(
  path: string,
  content: string,
  options: WriteOptions,
  before: BigIntStats | undefined,
): Written {
  for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
    const written = tryToReplace(path, content, options, before);
    if (written !== undefined) return written;
    pause(Math.random() * 20);
  }
  throw new Failure('file', `${path} could not be written: other runs keep writing to it.`);
}

/**
 * Of several writers at once one succeeds, without a lock that a crash could leave behind: each makes its temporary
 * file, removes those of the others, looks whether the target is still what it was, and only then renames. Whichever
 * of two looks first has already removed the other's file or finds its own gone.
 * @returns undefined where another writer has removed the temporary file
 */
function tryToReplace(
  path: string,
  content: string,
  options: WriteOptions,
  before: BigIntStats | undefined,
): Written | undefined {
  const temporary = temporaryPath(path);
  try {
    const written = writeNew(temporary, content, before);
    removeRivals(temporary, path);
    refuseChanged(path, before, options);
    return renameInto(temporary, path) ? written : undefined;
  } catch (error) {
    removeQuietly(temporary);
    throw error;
  }
}

function refuseChanged(path: string, before: BigIntStats | undefined, options: WriteOptions): void {
  const now = examine(path, options);
  if (now?.mtimeNs === before?.mtimeNs && now?.size === before?.size) return;
  throw new Failure('file', `${path} has just been changed by another program. It was not overwritten.`);
}

/** @returns whether the temporary file was still there */
function renameInto(temporary: string, path: string): boolean {
  try {
    whileShared(() => renameSync(temporary, path));
    return true;
  } catch (error) {
    const code = errorCode(error);
    if (code === 'ENOENT') return false;
    if (process.platform !== 'win32' && (code === 'EBUSY' || code === 'EXDEV')) throw mountPoint(path);
    throw error;
  }
}

const mountPoint = (path: string): Failure =>
  new Failure(
    'file',
    `${path} could not be written: it is mounted as a single file (a bind mount), so it can't be replaced.`,
    ['Mount its folder instead of the file, or run this where the file is not mounted.'],
  );

/** The mode is set on the open file, since the umask may have taken away too much. */
function writeNew(path: string, content: string, before?: BigIntStats): Written {
  const descriptor = openSync(path, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL, ownerOnly);
  try {
    const withModes = restrict(descriptor);
    const lostOwner = before && lostOwnerOf(descriptor, before);
    writeFileSync(descriptor, content);
    fsyncSync(descriptor);
    return {
      ...(withModes ? {} : { withoutModes: true }),
      ...(lostOwner === undefined ? {} : { lostOwner }),
    };
  } finally {
    closeSync(descriptor);
  }
}

/** What file systems without modes (FAT, exFAT, CIFS, FUSE) answer. */
const noModes: ReadonlySet<unknown> = new Set(['EINVAL', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP', 'EPERM']);

/** @returns false where the file system has no modes */
function restrict(descriptor: number): boolean {
  try {
    fchmodSync(descriptor, ownerOnly);
    return true;
  } catch (error) {
    if (noModes.has(errorCode(error))) return false;
    throw error;
  }
}

/** Gives the new file to the owner and group of the old one. @returns the owner who could not be kept */
function lostOwnerOf(descriptor: number, before: BigIntStats): string | undefined {
  const { uid, gid } = fstatSync(descriptor);
  const [owner, group] = [Number(before.uid), Number(before.gid)];
  if (uid === owner && gid === group) return undefined;
  if (changeOwner(descriptor, owner, group) || changeOwner(descriptor, uid, group)) {
    return fstatSync(descriptor).uid === owner ? undefined : nameOfOther(owner);
  }
  return uid === owner ? undefined : nameOfOther(owner);
}

const nameOfOther = (owner: number): string | undefined =>
  isAnotherUser(owner) ? userName(owner) : undefined;

function changeOwner(descriptor: number, owner: number, group: number): boolean {
  try {
    fchownSync(descriptor, owner, group);
    return true;
  } catch {
    return false;
  }
}

/**
 * Of two writers one loses: neither a link nor an exclusive creation replaces what is there. Links are not to be had on
 * FAT, in some network folders and containers, and each system has its own code for that; what else is wrong shows again.
 */
function create(path: string, content: string): Written {
  const temporary = temporaryPath(path);
  try {
    const written = writeNew(temporary, content);
    publishNew(temporary, path, content);
    return removeQuietly(temporary) ? written : { ...written, leftBehind: temporary };
  } catch (error) {
    removeQuietly(temporary);
    throw error;
  }
}

function publishNew(temporary: string, path: string, content: string): void {
  try {
    linkSync(temporary, path);
  } catch {
    createExclusively(path, content);
  }
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

/** @returns whether the file is gone */
function removeQuietly(path: string): boolean {
  try {
    whileShared(() => unlinkSync(path));
    return true;
  } catch (error) {
    return errorCode(error) === 'ENOENT';
  }
}
