import type { Files, Written } from '../context/files.ts';
import { warn } from '../terminal/log.ts';
import type { Output } from '../terminal/output.ts';

type Access = Pick<Files, 'isReadableByOthers' | 'otherOwner'>;

/** Looked up, not taken for granted: Windows and some disks know no modes, and root writes files of other users. */
export function whoCanRead(path: string, written: Written, files: Access): string {
  const byOthers = files.isReadableByOthers(path);
  if (written.withoutModes)
    return '; its file system has no permissions, so its mount options decide who can read it';
  if (byOthers === undefined) return '; its folder decides who can read it';
  if (byOthers) return '; other users of this machine can read it';
  const owner = files.otherOwner(path);
  return owner === undefined ? ', readable by you alone' : `, readable by its owner ${owner} alone`;
}

/** What could not be done for a file that was written. */
export async function warnOfWritten(path: string, written: Written, stderr: Output): Promise<void> {
  const { lostOwner, leftBehind } = written;
  if (lostOwner !== undefined)
    await warn(stderr, `${path} belonged to ${lostOwner}, which could not be kept. It belongs to you now.`);
  if (leftBehind !== undefined)
    await warn(stderr, `${leftBehind} could not be removed. Delete it: it contains the same secrets.`);
}
