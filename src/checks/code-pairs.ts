import { isCodeVerifier } from '../oauth/code-verifier.ts';
import { expectedCodeChallenge } from '../oauth/expected-challenge.ts';
import type { PkcePair } from '../oauth/pkce.ts';
import type { Parameter } from '../setup-file/schema.ts';
import { oncePer } from '../text/once.ts';
import { fragmentLength } from './fragments.ts';
import type { Subject } from './subject.ts';

/** A code verifier and its code challenge. */
export type CodePair = Pick<PkcePair, 'codeVerifier' | 'codeChallenge'>;

/** All rows of a registration. */
export const rowsOf = ({ authenticationRequest = [], tokenRequest = [] }: Subject): readonly Parameter[] => [
  ...authenticationRequest,
  ...tokenRequest,
];

/**
 * The pairs among the values of a registration, wherever they are: a value whose digest is another value is a code
 * verifier, and that one its code challenge. Those that are in their own fields come first.
 */
export const pairsIn = oncePer((subject: Subject): readonly CodePair[] => {
  const { codeVerifier, codeChallenge } = subject;
  const all = [codeVerifier, codeChallenge, ...rowsOf(subject).map(({ value }) => value)];
  const values = new Set(all.filter((value) => value !== undefined));
  return [...values]
    .map((value) => ({ codeVerifier: value, codeChallenge: expectedCodeChallenge(value) }))
    .filter((pair) => values.has(pair.codeChallenge));
});

/**
 * The texts, without empty ones and code challenges: one in the place of a secret isn't secret, even with a few
 * characters before or after it.
 */
export function withoutChallenges(
  texts: readonly (string | null | undefined)[],
  pairs: readonly CodePair[],
): string[] {
  return texts.flatMap((text) => {
    if (!text) return [];
    const rest = pairs.reduce((each, { codeChallenge }) => each.replaceAll(codeChallenge, ''), text);
    return rest === text || rest.length >= fragmentLength ? [rest] : [];
  });
}

/** The pairs in a registration that can work. */
export const provenPairs = (subject: Subject): readonly CodePair[] =>
  pairsIn(subject).filter((pair) => isCodeVerifier(pair.codeVerifier));
