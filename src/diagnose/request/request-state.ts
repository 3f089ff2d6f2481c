import { inconclusive, proven, type RequestRule } from './request-rule.ts';
import { judgeParameter } from './request-values.ts';

const none = () =>
  inconclusive(
    'The request has no state, although Jitterbit sends one.',
    "Copy the whole URL again. Don't add a state row.",
  );

export const requestState: RequestRule = {
  id: 'request.state',
  title: 'state',
  judge: ({ request }) =>
    judgeParameter(request, 'state', {
      whole: (value) => (value === '' ? none() : proven('Present.')),
      absent: none,
      beginning: () => proven('Present.'),
    }),
};
