import { clientIdProblem } from '../../answers/credentials.ts';
import { judgeCredential } from './judge-credential.ts';
import type { OfflineRule } from './rule.ts';

export const clientId: OfflineRule = {
  id: 'client.id',
  title: 'Client ID',
  judge: (subject) => judgeCredential('clientId', subject, clientIdProblem),
};
