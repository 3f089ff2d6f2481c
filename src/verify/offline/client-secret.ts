import { clientSecretProblem } from '../../setup/credentials.ts';
import { judgeCredential } from './credentials.ts';
import type { OfflineRule } from './rule.ts';

export const clientSecret: OfflineRule = {
  id: 'client.secret',
  title: 'Client Secret',
  judge: (subject) => judgeCredential('clientSecret', subject, clientSecretProblem),
};
