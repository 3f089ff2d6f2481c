import { sampleVerifier } from '../../oauth/code-verifier.ts';
import { expectedCodeChallenge } from '../../oauth/expected-challenge.ts';

/** What code challenges are derived from that no one can sign in with safely, or at all. */
const origins: readonly (readonly [verifier: string, says: string])[] = [
  [sampleVerifier, 'is the public example from RFC 7636'],
  ['<your_code_verifier>', "was derived from the placeholder in Jitterbit's documentation"],
  ['', 'was derived from an empty text'],
  ['\n', 'was derived from a line break alone'],
  ['\r\n', 'was derived from a line break alone'],
];

/** Why a code challenge can't be right, whatever is registered, to complete "The code challenge …". */
export const knownChallengeProblem = (challenge: string): string | undefined =>
  origins.find(([verifier]) => expectedCodeChallenge(verifier) === challenge)?.[1];
