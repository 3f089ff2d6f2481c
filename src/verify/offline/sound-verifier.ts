import type { Subject } from '../../checks/subject.ts';
import { parseCodeVerifier } from '../../oauth/code-verifier.ts';
import { pairsLost } from '../../output/pair-guard.ts';
import type { Parameter } from '../../setup-file/schema.ts';
import { challengeProblem } from './challenge-problem.ts';
import type { ChallengeCode } from './pkce-mistakes.ts';

/** After these mistakes, the code verifier is public or isn't the right one. */
const spoiling: readonly (ChallengeCode | undefined)[] = ['plain', 'swapped', 'other-verifier'];

/**
 * Whether only the code challenge of a saved pair is wrong, for example derived with a line break, so that it can be
 * derived again.
 */
export function isVerifierSound(subject: Subject): boolean {
  const { codeVerifier = '', codeChallenge = '', authenticationRequest = [], tokenRequest = [] } = subject;
  const parsed = parseCodeVerifier(codeVerifier);
  return (
    parsed.ok &&
    parsed.warnings.length === 0 &&
    !spoiling.includes(challengeProblem(codeChallenge, codeVerifier)?.code) &&
    !hasOtherVerifier([...authenticationRequest, ...tokenRequest], subject)
  );
}

/** With two verifiers in a file, either may be the registered one, so only a new pair is safe. */
export const hasOtherVerifier = (rows: readonly Parameter[], { codeVerifier }: Subject): boolean =>
  pairsLost(Buffer.from(JSON.stringify(rows)), [codeVerifier]);
