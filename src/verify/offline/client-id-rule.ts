import { parseClientId } from '../../answers/credentials.ts';
import { labels } from '../../facts/labels.ts';
import { judgeCredential } from './judge-credential.ts';
import type { OfflineRule } from './rule.ts';

export const clientId: OfflineRule = {
  id: 'client.id',
  title: labels.clientId,
  values: ['clientId'],
  quotesNothing: true,
  judge: (subject) => judgeCredential('clientId', subject, parseClientId),
};
