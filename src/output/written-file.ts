import type { Files, Written } from '../context/files.ts';
import { warn } from '../terminal/log.ts';
import type { Output } from '../terminal/output.ts';

type Access = Pick<Files, 'isReadableByOthers' | 'otherOwner'>;

/**
 * Says who can read a file. This is checked, since Windows and some file systems have no modes, and root can write files of
 * other users.
 */
export function accessTo(path: string, written: Written, files: Access): string {
  const byOthers = files.isReadableByOthers(path);
  if (written.withoutModes)
    return 'the file system has no permissions; its mount options determine who can read it';
  if (byOthers === undefined) return "the folder's permissions determine who can read it";
  if (byOthers) return 'readable by other users of this machine';
  const owner = files.otherOwner(path);
  return `readable only by ${owner === undefined ? 'you' : `its owner, ${owner}`}`;
}

/** Warns of what failed for a file that was written nevertheless. */
export async function warnOfWritten(path: string, written: Written, stderr: Output): Promise<void> {
  const { lostOwner, hasOtherNames, leftBehind } = written;
  if (lostOwner !== undefined)
    await warn(
      stderr,
      `${path} belonged to ${lostOwner}. The owner couldn't be kept; the file now belongs to you.`,
    );
  if (hasOtherNames)
    await warn(stderr, `${path} had other hard links. They still contain the old values.`, { keep: [path] });
  if (leftBehind !== undefined)
    await warn(stderr, `${leftBehind} couldn't be removed. Delete it; it contains the same secrets.`);
}
