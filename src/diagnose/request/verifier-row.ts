import type { Check } from '../../checks/check.ts';
import { checkOf, type Finding, failed, passed, undecided } from '../../checks/finding.ts';
import { labels } from '../../facts/labels.ts';
import { verifierRow } from '../../facts/places.ts';
import { isSameKey } from '../../setup-file/parameter-rows.ts';
import { enterVerifier } from '../../verify/offline/pair-steps.ts';
import type { FoundParameter } from '../evidence/evidence.ts';
import { nameOf, type SetupWithFile } from '../evidence/registered.ts';
import { challengesIn, workingPairs } from '../evidence/registered-pairs.ts';
import { wrongSendIn } from './misplaced-parameters.ts';

const rule = { id: 'token-request.code-verifier', title: labels.codeVerifier };

/** Compares the last code_verifier row of a paste with the setup. No text contains its value. */
export function checkVerifierRow(
  rows: readonly FoundParameter[],
  registered: SetupWithFile | undefined,
): Check[] {
  const row = rows.at(-1);
  if (row === undefined || registered === undefined || workingPairs(registered).length === 0) return [];
  return [checkOf(rule, judgeRow(row, registered))];
}

function judgeRow({ value, sendIn }: FoundParameter, registered: SetupWithFile): Finding {
  const rights = workingPairs(registered).map(({ codeVerifier }) => codeVerifier);
  if (!rights.includes(value)) return judgeOther(value, rights, registered);
  if (sendIn !== undefined && !isSameKey(sendIn, labels.requestBody))
    return failed(
      `${labels.sendIn} isn't ${labels.requestBody} in the code_verifier row.`,
      `In ${verifierRow}, set ${labels.sendIn} to "${labels.requestBody}".`,
      wrongSendIn,
    );
  const note =
    sendIn === undefined ? ` ${labels.sendIn}, which wasn't checked, must be ${labels.requestBody}.` : '';
  return passed(`Matches ${nameOf(registered)}.${note}`);
}

function judgeOther(value: string, rights: readonly string[], registered: SetupWithFile): Finding {
  const { file } = registered;
  const fix = enterVerifier(file === undefined ? {} : { path: file });
  if (rights.some((right) => right.includes(value)))
    return undecided('The paste has only a part of the code verifier.', [
      'Copy the whole value again. If the row itself has only that part:',
      ...fix,
    ]);
  if (value === registered.setup.previousPkce?.codeVerifier)
    return failed('The code_verifier row contains the code verifier of the previous pair.', fix, 'rotated');
  if (challengesIn(registered).includes(value))
    return failed('The code_verifier row contains the code challenge.', fix, 'swapped');
  return failed(`The code verifier isn't the one in ${nameOf(registered)}.`, fix);
}
