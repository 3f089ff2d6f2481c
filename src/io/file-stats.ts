import { type BigIntStats, lstatSync, type Stats, statSync } from 'node:fs';
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
