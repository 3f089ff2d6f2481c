import type { Subject } from '../../checks/subject.ts';
import { parseCodeVerifier } from '../../oauth/code-verifier.ts';
import { expectedCodeChallenge } from '../../oauth/expected-challenge.ts';
import { pairsLost } from '../../output/pair-guard.ts';
import type { Parameter } from '../../setup-file/schema.ts';
import { derivationOf } from './pkce-mistakes.ts';
import { spoiledBy } from './spoiled-challenge.ts';

/**
 * Whether only the code challenge of a saved pair is wrong, so that it can be derived again: it was made from the code
 * verifier, for example with a line break, so the verifier is the right one.
 */
export function isVerifierSound(subject: Subject): boolean {
  const { codeVerifier = '', codeChallenge = '', authenticationRequest = [], tokenRequest = [] } = subject;
  const parsed = parseCodeVerifier(codeVerifier);
  return (
    parsed.ok &&
    parsed.warnings.length === 0 &&
    isMadeFrom(codeVerifier, codeChallenge) &&
    !hasOtherVerifier([...authenticationRequest, ...tokenRequest], subject)
  );
}

/** Whether a code challenge was made from this verifier, and then perhaps copied or typed with mistakes. */
const isMadeFrom = (codeVerifier: string, codeChallenge: string): boolean =>
  spoiledBy(codeChallenge, expectedCodeChallenge(codeVerifier)) !== undefined ||
  derivationOf(codeVerifier, codeChallenge) !== undefined;

/** With two verifiers in a file, either may be the registered one, so only a new pair is safe. */
export const hasOtherVerifier = (rows: readonly Parameter[], { codeVerifier }: Subject): boolean =>
  pairsLost(Buffer.from(JSON.stringify(rows)), [codeVerifier]);
