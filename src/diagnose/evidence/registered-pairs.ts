import { type CodePair, provenPairs, withoutChallenges } from '../../checks/code-pairs.ts';
import { subjectOfSetup } from '../../checks/subject.ts';
import { isCodeVerifier } from '../../oauth/code-verifier.ts';
import { expectedCodeChallenge } from '../../oauth/expected-challenge.ts';
import { partOfPair } from '../../setup-file/parameter-rows.ts';
import { oncePer } from '../../text/once.ts';
import type { SetupWithFile } from './registered.ts';

/**
 * The pairs of a setup that can work, the one to register first: those that its values prove, then those of its other code
 * verifiers. None if the setup doesn't show which code verifier is registered.
 */
export const workingPairs = oncePer(({ setup }: SetupWithFile): readonly CodePair[] => {
  const proven = provenPairs(subjectOfSetup(setup));
  const isKnown = (text: string): boolean => proven.some((pair) => Object.values(pair).includes(text));
  const rows = setup.advancedOptions.tokenRequest.parameters.filter(
    (row) => partOfPair(row) === 'codeVerifier',
  );
  const others = [setup.pkce.codeVerifier, ...rows.map(({ value }) => value)]
    .filter((text) => isCodeVerifier(text) && !isKnown(text))
    .map((codeVerifier) => ({ codeVerifier, codeChallenge: expectedCodeChallenge(codeVerifier) }));
  return [...proven, ...others];
});

/** The code challenges in a setup, even if they are wrong. */
export function challengesIn(registered: SetupWithFile): string[] {
  const { pkce, previousPkce } = registered.setup;
  const pairs = [...workingPairs(registered), pkce, ...(previousPkce === undefined ? [] : [previousPkce])];
  return pairs.map(({ codeChallenge }) => codeChallenge);
}

/** The code verifiers in a setup. A code challenge in the place of one isn't secret. */
export function verifiersIn(registered: SetupWithFile): string[] {
  const { pkce, previousPkce } = registered.setup;
  const pairs = workingPairs(registered);
  const all = [...pairs.map((pair) => pair.codeVerifier), pkce.codeVerifier, previousVerifier(previousPkce)];
  return withoutChallenges(all, pairs);
}

/** The secret part of the previous pair, even if a file has the two swapped. */
const previousVerifier = (pair: CodePair | undefined): string | undefined =>
  pair !== undefined && expectedCodeChallenge(pair.codeChallenge) === pair.codeVerifier
    ? pair.codeChallenge
    : pair?.codeVerifier;
