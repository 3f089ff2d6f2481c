import { type BigIntStats, closeSync, fsyncSync, linkSync, lstatSync, openSync, renameSync } from 'node:fs';
import { dirname } from 'node:path';
import type { WriteOptions, Written } from '../context/files.ts';
import { Failure } from '../errors.ts';
import { statOf } from './file-stats.ts';
import { ownerOnly, writeNew } from './new-file.ts';
import { pause, whileShared } from './sharing.ts';
import { errorCode } from './system-errors.ts';
import { removeQuietly, removeRivals, withTemporary } from './temporary-files.ts';
import { examineTarget } from './write-target.ts';
import { otherRuns, withLock } from './writer-lock.ts';

/**
 * Writes a new file next to the target, syncs it, then renames it over the target or, if nothing may be overwritten, links
 * it to the name. A crash leaves the old content or the new, and at most one extra file that only the owner can read.
 */
export function writeAtomically(path: string, content: string, options: WriteOptions): Written {
  const before = examineTarget(path, options);
  const attempt = (): Written | undefined =>
    options.force ? tryToReplace(path, content, options, before) : tryToCreate(path, content);
  const written = withLock(path, () => persistently(path, attempt));
  syncFolder(dirname(path));
  return written;
}

/** Attempts of a writer whose temporary file other writers keep removing. */
const mostAttempts = 50;

/** @param attempt returns undefined if another writer has removed the temporary file */
function persistently(path: string, attempt: () => Written | undefined): Written {
  for (let count = 0; count < mostAttempts; count += 1) {
    const written = attempt();
    if (written !== undefined) return written;
    pause(Math.random() * 20);
  }
  throw otherRuns(path);
}

/**
 * Of several concurrent writers, one succeeds, without a lock that a crash could leave behind: each creates its temporary
 * file, removes those of the others, checks that the target is unchanged, and only then renames. Of two writers, the one
 * that checks first has already removed the other's file, or finds its own removed.
 */
function tryToReplace(
  path: string,
  content: string,
  options: WriteOptions,
  before: BigIntStats | undefined,
): Written | undefined {
  return withTemporary(path, (temporary) => {
    const written = writeNew(temporary, content, before);
    removeRivals(temporary, path);
    // Only now: the temporary file of a rival may have been such a name.
    const others = (statOf(path)?.nlink ?? 0n) > 1n ? { hasOtherNames: true } : {};
    if (renameInto(temporary, path, () => refuseChanged(path, before, options)))
      return { ...written, ...others };
    removeQuietly(temporary);
    return undefined;
  });
}

function refuseChanged(path: string, before: BigIntStats | undefined, options: WriteOptions): void {
  const now = examineTarget(path, options);
  if (now?.mtimeNs === before?.mtimeNs && now?.size === before?.size) return;
  throw new Failure(
    'file',
    `${path} was changed by another program just now and wasn't overwritten. Try again.`,
  );
}

/**
 * @param check runs before each attempt, since another program that has the target open may change it
 * @returns whether the temporary file still existed
 */
function renameInto(temporary: string, path: string, check?: () => void): boolean {
  try {
    whileShared(() => {
      check?.();
      renameSync(temporary, path);
    });
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
    `${path} couldn't be written: it is mounted as a single file (a bind mount), so it can't be replaced.`,
    ['Mount its folder instead of the file, or run this outside the container.'],
  );

function tryToCreate(path: string, content: string): Written | undefined {
  return withTemporary(path, (temporary) => {
    const written = writeNew(temporary, content);
    if (!publishNew(temporary, path)) return undefined;
    removeRivals(temporary, path);
    return removeQuietly(temporary) ? written : { ...written, leftBehind: temporary };
  });
}

/**
 * If two programs write at once, one fails, since neither a link nor an exclusive creation overwrites a file. FAT, some
 * network folders, and some containers don't support links, with different error codes; any other problem occurs again on
 * creation.
 * @returns whether the temporary file still existed
 */
function publishNew(temporary: string, path: string): boolean {
  try {
    linkSync(temporary, path);
    return true;
  } catch {
    const reserved = openSync(path, 'wx', ownerOnly);
    return fillReserved(reserved, temporary, path);
  }
}

/** Moves the content over an empty file that reserves the name, so that a crash can't leave partial content. */
function fillReserved(reserved: number, temporary: string, path: string): boolean {
  let isFilled = false;
  try {
    closeSync(reserved);
    isFilled = renameInto(temporary, path);
    return isFilled;
  } finally {
    if (!isFilled && lstatSync(path, { throwIfNoEntry: false })?.size === 0) removeQuietly(path);
  }
}

/** Makes the new name survive a power failure. Not every system can sync a folder; the content is safe regardless. */
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
