import { type BigIntStats, closeSync, constants, openSync, readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import type { WriteOptions } from '../context/files.ts';
import { Failure } from '../errors.ts';
import { statOf } from './file-stats.ts';
import { readUpTo } from './read-up-to.ts';
import { whileShared } from './sharing.ts';
import { fileFailure } from './system-errors.ts';
import { windowsNameProblem } from './windows-names.ts';

/**
 * The most bytes of an existing file that are read before it is overwritten. No setup is larger in any format: HTML
 * repeats and escapes a key, and UTF-16 doubles that.
 */
const largestGuarded = 64 * 1024 * 1024;

/** The bytes of a larger file that show whether it is a list of pairs. */
const beginning = 1024 * 1024;

/** Rejects a target that can't or mustn't be written. @throws Failure (file) */
export function checkTarget(path: string, options: WriteOptions): void {
  examineTarget(path, options);
}

/** The existing file, if it may be overwritten. @throws Failure (file) */
export function examineTarget(path: string, options: WriteOptions): BigIntStats | undefined {
  const existing = statOf(path);
  if (existing === undefined) checkNew(path);
  else checkReplaceable(path, existing, options);
  return existing;
}

function checkNew(path: string): void {
  const problem =
    (process.platform === 'win32' ? windowsNameProblem(basename(path)) : undefined) ??
    folderProblem(dirname(path));
  if (problem === undefined) return;
  throw new Failure('file', `${path} couldn't be written: ${problem}.`, ['Specify another path.']);
}

/** If a file is in place of a folder, POSIX reports it, but Windows only reports that the path doesn't exist. */
function folderProblem(folder: string): string | undefined {
  const stats = statOf(folder);
  if (stats === undefined) return `folder ${folder} doesn't exist`;
  return stats.isFile() ? "part of the path isn't a folder" : undefined;
}

function checkReplaceable(path: string, existing: BigIntStats, { force, guard }: WriteOptions): void {
  if (existing.isSymbolicLink())
    throw new Failure('file', `${path} is a symbolic link. Specify the file itself.`);
  if (existing.isDirectory()) throw new Failure('file', `${path} is a folder. Specify a file.`);
  if (!existing.isFile()) throw new Failure('file', `${path} isn't a regular file. Specify another path.`);
  // First, since --force alone wouldn't help.
  guard?.(readExisting(path, existing.size));
  if (!force) throw alreadyExists(path);
}

/** A file that can't be read can't be guarded. Doesn't wait for a FIFO that has just replaced the file. */
function readExisting(path: string, size: bigint): Buffer {
  const flags = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);
  try {
    if (size > largestGuarded) return readBeginning(path, flags);
    // Numeric flags work as well, although the type doesn't include them.
    return whileShared(() => readFileSync(path, { flag: flags as unknown as 'r' }));
  } catch (error) {
    throw fileFailure(error, `${path} couldn't be read before replacing it`);
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

/** The failure to overwrite a file without `force`. */
export const alreadyExists = (path: string): Failure =>
  new Failure('file', `${path} already exists.`, ['Use --force to overwrite it, or specify another path.']);
