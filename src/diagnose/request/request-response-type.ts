import { labels } from '../../facts/labels.ts';
import { parameterRow } from '../../facts/places.ts';
import { foreignCharacterProblem, visibleAscii } from '../../text/characters.ts';
import { unwrapped } from '../../text/wrapping.ts';
import { proven, wrong } from './request-rule.ts';
import { isBeginningOf, parameterRule } from './request-values.ts';

const row = parameterRow('authenticationRequest', 'response_type');
const fix = `In ${row}, set the value to "code", and ${labels.sendIn} to "${labels.requestUrl}".`;

export const requestResponseType = parameterRule(
  { id: 'request.response-type', title: 'response_type', name: 'response_type' },
  () => ({
    whole: (value) =>
      value === 'code' ? proven('Set to code.') : wrong(`The response_type row ${problemOf(value)}`, fix),
    absent: () =>
      wrong(
        `The request has no response_type. The row is missing, or its ${labels.sendIn} isn't ${labels.requestUrl}.`,
        fix,
        'missing',
      ),
    fix: () => fix,
    isUnfinished: (start) => isBeginningOf(start, 'code'),
    otherwise: () => wrong("The response_type row isn't set to code.", fix),
  }),
);

function problemOf(value: string): string {
  if (value === '') return 'has no value. It must be code.';
  if (value.toLowerCase() === 'code') return 'must be lowercase: code';
  const around =
    unwrapped(value) === 'code'
      ? (foreignCharacterProblem(value, visibleAscii) ?? 'has quotation marks around its value')
      : 'has the wrong value';
  return `${around}. It must be code.`;
}
