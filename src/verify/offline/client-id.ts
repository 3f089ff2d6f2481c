import { clientIdProblem } from '../../setup/credentials.ts';
import { judgeCredential } from './credentials.ts';
import type { OfflineRule } from './rule.ts';

export const clientId: OfflineRule = {
  id: 'client.id',
  title: 'Client ID',
  judge: (subject) => judgeCredential('clientId', subject, clientIdProblem),
};
