import { passed, skipped, warned } from '../../checks/finding.ts';
import type { OfflineRule } from './rule.ts';

export const filePermissions: OfflineRule = {
  id: 'file.permissions',
  title: 'File permissions',
  judge: ({ file }) => {
    const owner = file?.otherOwner;
    if (file === undefined) return skipped('No file was given.');
    if (file.readableByOthers === undefined)
      return skipped('There are no permissions to look at: it is no file on a disk, or this is Windows.');
    const chmod = { command: ['chmod', '600', file.name] };
    if (file.readableByOthers) {
      const whose = owner === undefined ? '' : ` It belongs to ${owner}.`;
      return warned(`Other users of this machine can read the file, and it holds secrets.${whose}`, [
        owner === undefined ? 'Take that away:' : `As ${owner} or root, run:`,
        chmod,
      ]);
    }
    return passed(
      owner === undefined
        ? 'Only you can read the file.'
        : `The file belongs to ${owner}: only ${owner} and root can read it.`,
    );
  },
};
