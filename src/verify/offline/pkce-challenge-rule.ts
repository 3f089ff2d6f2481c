import { provenPairs } from '../../checks/code-pairs.ts';
import { failed, passed, skipped } from '../../checks/finding.ts';
import type { Subject } from '../../checks/subject.ts';
import { labels } from '../../facts/labels.ts';
import { challengeRow, pairRows, parameterRow, verifierRow } from '../../facts/places.ts';
import type { Line } from '../../message.ts';
import { isCodeVerifier } from '../../oauth/code-verifier.ts';
import { challengeMethodKey } from '../../setup-file/parameter-rows.ts';
import { type ChallengeProblem, challengeFormProblem, challengeProblem } from './challenge-problem.ts';
import { deriveAndEnterChallenge, enterChallenge, enterNewPair } from './pair-steps.ts';
import type { ChallengeCode } from './pkce-mistakes.ts';
import { rebuild, replacePair } from './repair.ts';
import type { OfflineFinding, OfflineRule } from './rule.ts';
import { soundVerifier } from './sound-verifier.ts';

const methodRow = parameterRow('authenticationRequest', challengeMethodKey);

export const pkceChallenge: OfflineRule = {
  id: 'pkce.challenge',
  title: labels.codeChallenge,
  values: ['codeChallenge', 'codeVerifier'],
  judge: (subject) => {
    const { codeVerifier, codeChallenge, codeChallengeMethod = 'S256' } = subject;
    const reason = whyNotCompared(codeVerifier);
    const problem = codeChallenge === undefined ? undefined : problemOf(codeChallenge, codeVerifier, reason);
    if (problem !== undefined) return { ...mismatch(problem, subject), values: wrongValues(problem) };
    if (codeChallengeMethod !== 'S256') return wrongMethod(codeChallengeMethod);
    if (codeChallenge === undefined) return skipped('Not provided.');
    return reason === undefined ? passed('Matches the code verifier (S256).') : skipped(reason);
  },
};

const problemOf = (
  codeChallenge: string,
  codeVerifier: string | undefined,
  whyNotCompared: string | undefined,
): ChallengeProblem | undefined =>
  codeVerifier === undefined || whyNotCompared !== undefined
    ? challengeFormProblem(codeChallenge)
    : challengeProblem(codeChallenge, codeVerifier);

/** With a code challenge of another verifier, or with both swapped, either value may be wrong; otherwise only the challenge. */
const wrongValues = ({ code, isVerifierRight }: ChallengeProblem): OfflineRule['values'] =>
  !isVerifierRight && (code === 'swapped' || code === 'other-verifier') ? undefined : ['codeChallenge'];

/** A code challenge can't be judged by a code verifier that is itself wrong. */
function whyNotCompared(codeVerifier: string | undefined): string | undefined {
  if (codeVerifier === undefined) return 'Valid format, but no code verifier to compare it with.';
  return isCodeVerifier(codeVerifier)
    ? undefined
    : 'Valid format, but no valid code verifier to compare it with.';
}

/** A file keeps a sound verifier, or else gets a new pair. Without a file, a verifier that is valid is assumed to be correct. */
function mismatch({ detail, code, isVerifierRight }: ChallengeProblem, subject: Subject): OfflineFinding {
  const { codeVerifier, codeChallenge = '', file } = subject;
  if (file?.path !== undefined) {
    const sound = soundVerifier(subject);
    return sound === undefined
      ? { ...failed(detail, enterNewPair(file), code), repair: replacePair }
      : { ...failed(detail, [...enterChallenge(sound), keepVerifier], code), repair: rebuild };
  }
  if (code === 'swapped') return failed(detail, `Swap them in ${pairRows}.`, code);
  if (codeVerifier === undefined) return failed(detail, deriveAndEnterChallenge, code);
  if (!isCodeVerifier(codeVerifier)) return failed(detail, enterNewPair(file), code);
  const isProven = provenPairs(subject).some((pair) => pair.codeChallenge === codeChallenge);
  const rightChallenge: Line[] = isProven
    ? [`Set ${challengeRow} to:`, { value: codeChallenge }]
    : enterChallenge(codeVerifier);
  const rightVerifier: Line[] =
    code === 'other-verifier' && !isVerifierRight
      ? [`If the code challenge is correct, enter its code verifier in ${verifierRow} instead.`]
      : [];
  return failed(detail, [...rightChallenge, ...rightVerifier], code);
}

const keepVerifier = `Make sure that ${verifierRow} contains the code verifier of the file.`;

function wrongMethod(method: string): OfflineFinding {
  return {
    ...failed(
      "The code challenge method isn't S256, the only one that ZoomInfo supports.",
      `If ${methodRow} exists, set it to S256.`,
      method === 'plain' ? ('plain' satisfies ChallengeCode) : undefined,
    ),
    values: ['codeChallengeMethod'],
    repair: rebuild,
  };
}
