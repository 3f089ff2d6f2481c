import { passed, skipped, warned } from '../../checks/finding.ts';
import type { OfflineRule } from './rule.ts';

export const filePermissions: OfflineRule = {
  id: 'file.permissions',
  title: 'File permissions',
  judge: ({ file }) => {
    if (file === undefined) return skipped('No setup file.');
    if (file.readableByOthers === undefined)
      return skipped('Not applicable to standard input or on Windows.');
    const { name, path = name, otherOwner: owner } = file;
    if (file.readableByOthers) {
      const whose = owner === undefined ? '' : ` It belongs to ${owner}.`;
      return warned(`Other users on this machine can read the file, which contains secrets.${whose}`, [
        owner === undefined ? 'To make it readable only by you, run:' : `As ${owner} or root, run:`,
        { command: ['chmod', '600', path] },
      ]);
    }
    return passed(
      owner === undefined
        ? 'Only you can read the file.'
        : `The file belongs to ${owner}. Only ${owner} and root can read it.`,
    );
  },
};
