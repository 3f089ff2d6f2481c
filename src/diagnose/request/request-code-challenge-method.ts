import { labels } from '../../facts/labels.ts';
import { parameterRow } from '../../facts/places.ts';
import { challengeMethodKey, sendIn } from '../../setup-file/parameter-rows.ts';
import { unwrapped } from '../../text/wrapping.ts';
import { nameOf, type SetupWithFile } from '../evidence/registered.ts';
import { type Judgment, plausible, proven, wrong } from './request-rule.ts';
import { isBeginningOf, parameterRule } from './request-values.ts';

const row = parameterRow('authenticationRequest', challengeMethodKey);
const fix = `In ${row}, set the value to "S256", and ${labels.sendIn} to "${labels.requestUrl}".`;

export const requestCodeChallengeMethod = parameterRule(
  { id: 'request.code-challenge-method', title: challengeMethodKey, name: challengeMethodKey },
  (registered) => ({
    whole: judgeMethod,
    absent: () => judgeAbsent(registered),
    fix: () => fix,
    isUnfinished: (start) => isBeginningOf(start, 'S256'),
    otherwise: judgeMethod,
  }),
);

function judgeMethod(value: string): Judgment {
  if (value === 'S256') return proven('Set to S256.');
  const bare = unwrapped(value);
  if (bare === 'S256')
    return wrong(`The ${challengeMethodKey} row has white space or quotation marks around S256.`, fix);
  if (bare.toLowerCase() === 'plain')
    return wrong(
      `The ${challengeMethodKey} row is set to plain, but the code challenge uses S256.`,
      fix,
      'plain',
    );
  const how = bare === 's256' ? 'must be uppercase: S256' : 'has the wrong value. It must be S256.';
  return wrong(`The ${challengeMethodKey} row ${how}`, fix);
}

/** The documented table has no such row; a setup may have it. */
function judgeAbsent(registered: SetupWithFile | undefined): Judgment {
  const rows = registered?.setup.advancedOptions.authenticationRequest.parameters ?? [];
  const isExpected = rows.some(
    ({ key, sendIn: place }) => key === challengeMethodKey && place === sendIn.url,
  );
  if (registered !== undefined && isExpected)
    return wrong(
      `The request has no ${challengeMethodKey}, but ${nameOf(registered)} contains that row.`,
      fix,
      'missing',
    );
  return plausible("Not sent, as in Jitterbit's documentation.");
}
