import { inconclusive, proven, type RequestRule } from './request-rule.ts';
import { copyAgain, valuesOf } from './request-values.ts';

const none = inconclusive(
  'The URL has no state. Jitterbit always sends one, so the URL seems to be cut off.',
  [copyAgain, "Don't add a row for the state. Jitterbit generates it."],
);

export const requestState: RequestRule = {
  id: 'request.state',
  title: 'state',
  judge: ({ request }) => {
    const values = valuesOf(request, 'state');
    return values.length > 0 && !values.includes('') ? proven('Present.') : none;
  },
};
