import { type CodePair, provenPairs } from '../../checks/code-pairs.ts';
import { subjectOfSetup } from '../../checks/subject.ts';
import { isCodeVerifier } from '../../oauth/code-verifier.ts';
import { expectedCodeChallenge } from '../../oauth/expected-challenge.ts';
import { oncePer } from '../../text/once.ts';
import type { SetupWithFile } from './registered.ts';

/**
 * The pairs of a setup that can work, the one to register first: those that its values prove, then the one that belongs to
 * its code verifier. None if the setup doesn't show which code verifier is registered.
 */
export const workingPairs = oncePer(({ setup }: SetupWithFile): readonly CodePair[] => {
  const proven = provenPairs(subjectOfSetup(setup));
  const { codeVerifier } = setup.pkce;
  const isKnown = proven.some((pair) => Object.values(pair).includes(codeVerifier));
  if (isKnown || !isCodeVerifier(codeVerifier)) return proven;
  return [...proven, { codeVerifier, codeChallenge: expectedCodeChallenge(codeVerifier) }];
});

/** The code verifiers in a setup. A code challenge in the place of one isn't secret. */
export function verifiersIn(registered: SetupWithFile): string[] {
  const { pkce, previousPkce } = registered.setup;
  const pairs = workingPairs(registered);
  const all = [...pairs.map((pair) => pair.codeVerifier), pkce.codeVerifier, previousVerifier(previousPkce)];
  return all.filter(
    (text): text is string => Boolean(text) && !pairs.some(({ codeChallenge }) => codeChallenge === text),
  );
}

/** The secret part of the previous pair, even if a file has the two swapped. */
const previousVerifier = (pair: CodePair | undefined): string | undefined =>
  pair !== undefined && expectedCodeChallenge(pair.codeChallenge) === pair.codeVerifier
    ? pair.codeChallenge
    : pair?.codeVerifier;
