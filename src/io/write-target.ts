import { type BigIntStats, closeSync, constants, lstatSync, openSync, readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import type { WriteOptions } from '../context/files.ts';
import { Failure } from '../errors.ts';
import { readUpTo } from './read-up-to.ts';
import { whileShared } from './sharing.ts';
import { errorCode, fileFailure } from './system-errors.ts';
import { windowsNameProblem } from './windows-names.ts';

/**
 * Bytes of a file that is looked at whole before it is replaced. No setup is larger in any format: HTML repeats and
 * escapes a key, and UTF-16 doubles that.
 */
const largestGuarded = 64 * 1024 * 1024;

/** Of a larger file the beginning shows whether it is a list of pairs. */
const beginning = 1024 * 1024;

/** Refuses what cannot or must not be written to. @throws Failure (file) */
export function checkTarget(path: string, options: WriteOptions): void {
  examineTarget(path, options);
}

/** Whether something has this name, be it a link that leads nowhere. @throws Failure (file) */
export const isThere = (path: string): boolean => statOf(path) !== undefined;

/** What is there now, if it may be replaced. @throws Failure (file) */
export function examineTarget(path: string, options: WriteOptions): BigIntStats | undefined {
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
    return readUpTo(descriptor, beginning);
  } finally {
    closeSync(descriptor);
  }
}

/** The refusal to replace a file without `force`. */
export const alreadyThere = (path: string): Failure =>
  new Failure('file', `${path} is already there.`, ['Give --force to replace it, or another path.']);
