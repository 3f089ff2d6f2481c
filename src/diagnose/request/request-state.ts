import { areRows } from './registered-rows.ts';
import { inconclusive, parametersOnly, proven, type RequestRule } from './request-rule.ts';
import { copyAgain, valuesOf } from './request-values.ts';

const none = inconclusive(
  'The URL has no state. Jitterbit always sends one, so the URL seems to be cut off.',
  [copyAgain, "Don't add a state row. Jitterbit generates the state."],
);

export const requestState: RequestRule = {
  id: 'request.state',
  title: 'state',
  judge: ({ request }) => {
    if (areRows(request)) return parametersOnly;
    const values = valuesOf(request, 'state');
    return values.length > 0 && !values.includes('') ? proven('Present.') : none;
  },
};
