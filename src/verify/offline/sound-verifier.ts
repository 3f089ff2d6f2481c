import type { Subject } from '../../checks/subject.ts';
import { parseCodeVerifier } from '../../oauth/code-verifier.ts';
import { expectedCodeChallenge } from '../../oauth/expected-challenge.ts';
import { pairsLost } from '../../output/pair-guard.ts';
import { isSameKey } from '../../setup-file/parameter-rows.ts';
import type { Parameter } from '../../setup-file/schema.ts';
import { derivationOf } from './pkce-mistakes.ts';
import { spoiledBy, tellingLength } from './spoiled-challenge.ts';

/**
 * Whether only the code challenge of a saved pair is wrong, so that it can be derived again: it was made from the code
 * verifier, for example with a line break, or too little of it is left to be that of another one.
 */
export function isVerifierSound(subject: Subject): boolean {
  const { codeVerifier = '', authenticationRequest = [], tokenRequest = [] } = subject;
  const parsed = parseCodeVerifier(codeVerifier);
  const challenge = tellingChallenge(subject);
  return (
    parsed.ok &&
    parsed.warnings.length === 0 &&
    (challenge === undefined || isMadeFrom(codeVerifier, challenge)) &&
    !hasOtherVerifier([...authenticationRequest, ...tokenRequest], subject)
  );
}

/** The code challenge in a file that shows which code verifier it was made from; the row counts if the pair has none. */
function tellingChallenge({ codeChallenge = '', authenticationRequest = [] }: Subject): string | undefined {
  const rows = authenticationRequest.filter(({ key }) => isSameKey(key, 'code_challenge'));
  return [codeChallenge, ...rows.map(({ value }) => value)].find(({ length }) => length >= tellingLength);
}

/** Whether a code challenge was made from this verifier, and then perhaps copied or typed with mistakes. */
const isMadeFrom = (codeVerifier: string, codeChallenge: string): boolean =>
  spoiledBy(codeChallenge, expectedCodeChallenge(codeVerifier)) !== undefined ||
  derivationOf(codeVerifier, codeChallenge) !== undefined;

/** With two verifiers in a file, either may be the registered one, so only a new pair is safe. */
export const hasOtherVerifier = (rows: readonly Parameter[], { codeVerifier }: Subject): boolean =>
  pairsLost(Buffer.from(JSON.stringify(rows)), [codeVerifier]);
