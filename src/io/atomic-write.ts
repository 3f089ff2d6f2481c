import {
  closeSync,
  constants,
  fchmodSync,
  fsyncSync,
  linkSync,
  lstatSync,
  openSync,
  readFileSync,
  renameSync,
  type Stats,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { WriteOptions } from '../context/files.ts';
import { Failure } from '../errors.ts';
import { fileFailure } from './system-errors.ts';
import { windowsNameProblem } from './windows-names.ts';

/** Owner only: the files hold secrets. */
export const ownerOnly = 0o600;

const errorCode = (error: unknown): unknown => (error as NodeJS.ErrnoException).code;

/** Refuses what cannot or must not be written to. @throws Failure (file) */
export function checkTarget(path: string, options: WriteOptions): void {
  const existing = statOf(path);
  if (existing === undefined) checkNew(path);
  else checkReplaceable(path, existing, options);
}

/** Whether something has this name, be it a link that leads nowhere. @throws Failure (file) */
export const isThere = (path: string): boolean => statOf(path) !== undefined;

function statOf(path: string): Stats | undefined {
  try {
    return lstatSync(path);
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

function checkReplaceable(path: string, existing: Stats, { force, guard }: WriteOptions): void {
  if (existing.isSymbolicLink())
    throw new Failure('file', `${path} is a symbolic link: name the file itself.`);
  if (existing.isDirectory()) throw new Failure('file', `${path} is a folder: name a file.`);
  if (!existing.isFile()) throw new Failure('file', `${path} is not an ordinary file.`);
  if (!force) throw alreadyThere(path);
  guard?.(readExisting(path));
}

/** What cannot be read cannot be guarded. */
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
export function writeAtomically(path: string, content: string, options: WriteOptions): void {
  checkTarget(path, options);
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

/** Unguessable, so that nothing can be put in its place. Loaded here, since most runs write no file. */
function randomName(): string {
  return process.getBuiltinModule('node:crypto').randomBytes(12).toString('hex');
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

/**
 * Of two writers one loses: neither a link nor an exclusive creation replaces what is there. Links are not to be had on
 * FAT, in some network folders and containers, and each system has its own code for that; what else is wrong shows again.
 */
function publishNew(temporary: string, path: string, content: string): void {
  try {
    linkSync(temporary, path);
  } catch {
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
