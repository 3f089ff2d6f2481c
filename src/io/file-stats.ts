import {
  type BigIntStats,
  fstatSync,
  lstatSync,
  readlinkSync,
  realpathSync,
  type Stats,
  statSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { isStandardInput } from '../terminal/standard-stream.ts';
import { errorCode, fileFailure } from './system-errors.ts';

/** The metadata of a regular file. A pipe or a device has permissions too, but contains nothing. */
export function fileStats(path: string): Stats | undefined {
  try {
    const stats = statSync(path);
    return stats.isFile() ? stats : undefined;
  } catch {
    return undefined;
  }
}

/** The metadata of whatever has this name, even a dangling link; undefined if nothing has. @throws Failure (file) */
export function statOf(path: string): BigIntStats | undefined {
  try {
    return lstatSync(path, { bigint: true });
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw fileFailure(error, `${path} couldn't be written`);
  }
}

/** Whether anything has this name, including a dangling link. @throws Failure (file) */
export const doesExist = (path: string): boolean => statOf(path) !== undefined;

/** Whether both lead to one regular file, through links and other spellings. */
export function isSameFile(path: string, other: string): boolean {
  const identity = identityOf(path);
  return identity !== undefined && identity === identityOf(other);
}

/** Some network drives of Windows number no files; there, only the path tells them apart. */
function identityOf(path: string): string | undefined {
  const options = { bigint: true } as const;
  try {
    const stats = isStandardInput(path) ? fstatSync(0, options) : statSync(path, options);
    if (!stats.isFile()) return undefined;
    return stats.ino === 0n ? resolve(path) : `${stats.dev}:${stats.ino}`;
  } catch (error) {
    return errorCode(error) === 'ENOENT' ? newPath(path) : undefined;
  }
}

/** The file that writing to this path would create, perhaps through a dangling link; undefined without its folder. */
function newPath(path: string): string | undefined {
  const folder = dirname(resolve(path));
  try {
    if (statOf(path)?.isSymbolicLink()) return newPath(resolve(folder, readlinkSync(path)));
    return join(realpathSync(folder), basename(path));
  } catch {
    return undefined;
  }
}
