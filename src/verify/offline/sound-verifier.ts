import type { Subject } from '../../checks/subject.ts';
import { parseCodeVerifier } from '../../oauth/code-verifier.ts';
import { expectedCodeChallenge } from '../../oauth/expected-challenge.ts';
import { verifierLength } from '../../oauth/verifier-length.ts';
import { pairsLost } from '../../output/pair-guard.ts';
import { isSameKey } from '../../setup-file/parameter-rows.ts';
import type { Parameter } from '../../setup-file/schema.ts';
import { unwrapped } from '../../text/wrapping.ts';
import { derivationOf } from './pkce-mistakes.ts';
import { spoiledBy, tellingLength } from './spoiled-challenge.ts';

/**
 * The code verifier of a pair that needn't be replaced: only its code challenge is wrong, made from it with a mistake or
 * cut off, or something was copied together with the code verifier. Undefined if the right one is unknown.
 */
export function soundVerifier(subject: Subject): string | undefined {
  const { codeVerifier = '' } = subject;
  const challenge = tellingChallenge(subject);
  const proven = challenge === undefined ? [] : partsOf(codeVerifier);
  return [codeVerifier, unwrapped(codeVerifier), ...proven].find((each) => isSound(each, challenge, subject));
}

/** The texts in a value that may be a code verifier, although it has a label, punctuation, or line breaks. */
const partsOf = (value: string): string[] => [
  value.replace(/[^\w-]/g, ''),
  ...(value.match(new RegExp(`[\\w-]{${verifierLength.min},}`, 'g')) ?? []),
];

function isSound(codeVerifier: string, challenge: string | undefined, subject: Subject): boolean {
  const { authenticationRequest = [], tokenRequest = [] } = subject;
  const parsed = parseCodeVerifier(codeVerifier);
  return (
    parsed.ok &&
    parsed.warnings.length === 0 &&
    (challenge === undefined || isMadeFrom(codeVerifier, challenge)) &&
    !hasOtherVerifier([...authenticationRequest, ...tokenRequest], codeVerifier)
  );
}

/**
 * The code challenge in a file that shows which code verifier it was made from; the row counts if the pair has none. One
 * made from the whole value, with whatever is around the code verifier, shows nothing about that.
 */
function tellingChallenge(subject: Subject): string | undefined {
  const { codeVerifier = '', codeChallenge = '', authenticationRequest = [] } = subject;
  if (codeChallenge === expectedCodeChallenge(codeVerifier)) return undefined;
  const rows = authenticationRequest.filter(({ key }) => isSameKey(key, 'code_challenge'));
  return [codeChallenge, ...rows.map(({ value }) => value)].find(({ length }) => length >= tellingLength);
}

/** Whether a code challenge was made from this verifier, and then perhaps copied or typed with mistakes. */
const isMadeFrom = (codeVerifier: string, codeChallenge: string): boolean =>
  spoiledBy(codeChallenge, expectedCodeChallenge(codeVerifier)) !== undefined ||
  derivationOf(codeVerifier, codeChallenge) !== undefined;

/** With two verifiers in a file, either may be the registered one, so only a new pair is safe. */
export const hasOtherVerifier = (rows: readonly Parameter[], codeVerifier: string | undefined): boolean =>
  pairsLost(Buffer.from(JSON.stringify(rows)), [codeVerifier]);
