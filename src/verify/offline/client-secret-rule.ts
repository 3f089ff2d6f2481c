import { parseClientSecret } from '../../answers/credentials.ts';
import { labels } from '../../facts/labels.ts';
import { judgeCredential } from './judge-credential.ts';
import type { OfflineRule } from './rule.ts';

export const clientSecret: OfflineRule = {
  id: 'client.secret',
  title: labels.clientSecret,
  values: ['clientSecret'],
  quotesNothing: true,
  judge: (subject) => judgeCredential('clientSecret', subject, parseClientSecret),
};
