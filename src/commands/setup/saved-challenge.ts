import type { Answers } from '../../answers/questions.ts';
import { Failure } from '../../errors.ts';
import { verifierRow } from '../../facts/places.ts';
import { expectedCodeChallenge } from '../../oauth/expected-challenge.ts';
import type { Pkce, Setup } from '../../setup-file/schema.ts';
import type { Given } from './gather.ts';

/**
 * Rejects the code challenge of a saved pair in place of a code verifier, whose form it has.
 * @throws Failure (content)
 */
export function refuseSavedChallenge(
  { pkce, previousPkce }: Setup,
  { codeVerifier }: Partial<Answers>,
  origins: Given['origins'],
): void {
  if (codeVerifier === undefined || codeVerifier === pkce.codeVerifier) return;
  const pairs = previousPkce === undefined ? [pkce] : [pkce, previousPkce];
  if (!pairs.some((pair) => isChallengeOf(pair, codeVerifier))) return;
  throw new Failure(
    'content',
    `${origins.codeVerifier} contains a code challenge of the saved setup, not a code verifier.`,
    [`Copy the code verifier from ${verifierRow}. To keep the saved pair, omit the option.`],
  );
}

/** In a pair that is saved in each other's place, the text in place of the code challenge is the code verifier. */
const isChallengeOf = (pair: Pkce, text: string): boolean =>
  text === expectedCodeChallenge(pair.codeVerifier) ||
  (text === pair.codeChallenge && expectedCodeChallenge(text) !== pair.codeVerifier);
