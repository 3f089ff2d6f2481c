import { passed, skipped, warned } from '../../checks/finding.ts';
import type { OfflineRule } from './rule.ts';

export const filePermissions: OfflineRule = {
  id: 'file.permissions',
  title: 'File permissions',
  judge: ({ file }) => {
    if (file === undefined) return skipped('No file was given.');
    if (file.readableByOthers === undefined)
      return skipped('There are no permissions to look at: it is no file on a disk, or this is Windows.');
    return file.readableByOthers
      ? warned('Other users of this machine can read the file, and it holds secrets.', [
          'Take that away:',
          { command: ['chmod', '600', file.name] },
        ])
      : passed('Only you can read the file.');
  },
};
