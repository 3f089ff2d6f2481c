import { clientSecretProblem } from '../../answers/credentials.ts';
import { judgeCredential } from './judge-credential.ts';
import type { OfflineRule } from './rule.ts';

export const clientSecret: OfflineRule = {
  id: 'client.secret',
  title: 'Client Secret',
  judge: (subject) => judgeCredential('clientSecret', subject, clientSecretProblem),
};
