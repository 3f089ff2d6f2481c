import { inconclusive, proven, type RequestRule } from './request-rule.ts';
import { copyAgain, valuesOf } from './request-values.ts';

const none = inconclusive('The request has no state, although Jitterbit sends one.', [
  copyAgain,
  "Don't add a state row.",
]);

export const requestState: RequestRule = {
  id: 'request.state',
  title: 'state',
  judge: ({ request }) => {
    const values = valuesOf(request, 'state');
    return values.length > 0 && !values.includes('') ? proven('Present.') : none;
  },
};
