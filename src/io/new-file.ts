import {
  type BigIntStats,
  closeSync,
  constants,
  fchmodSync,
  fchownSync,
  fstatSync,
  fsyncSync,
  openSync,
  writeFileSync,
} from 'node:fs';
import type { Written } from '../context/files.ts';
import { isAnotherUser, userName } from './owners.ts';
import { errorCode } from './system-errors.ts';

/** Owner only, since the files contain secrets. */
export const ownerOnly = 0o600;

/** Sets the mode on the open file, since the umask may have removed too much. */
export function writeNew(path: string, content: string, before?: BigIntStats): Written {
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

/** The errors of file systems without modes (FAT, exFAT, CIFS, FUSE). */
const noModes: ReadonlySet<unknown> = new Set(['EINVAL', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP', 'EPERM']);

/** @returns false if the file system has no modes */
function restrict(descriptor: number): boolean {
  try {
    fchmodSync(descriptor, ownerOnly);
    return true;
  } catch (error) {
    if (noModes.has(errorCode(error))) return false;
    throw error;
  }
}

/** Gives the new file the owner and group of the old one. @returns the old owner if that failed */
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
