import { labels } from '../facts/labels.ts';
import { pairParameters } from '../oauth/pkce.ts';
import { lookup } from '../text/lookup.ts';
import { excerpt } from '../text/sanitize.ts';
import { nearest } from '../text/suggest.ts';
import type { Parameter } from './schema.ts';

/** The Parameters tables of Advanced options: the rows of a PKCE pair, and how a table can differ from them. */

export const challengeMethodKey = 'code_challenge_method';

/** The choices of the Management Console's Send in menu that we use. */
export const sendIn = { url: labels.requestUrl, body: labels.requestBody } as const;

/** Sends the challenge method to the authorization server; we only use S256. */
export const methodRow: Parameter = { key: challengeMethodKey, value: 'S256', sendIn: sendIn.url };

/** The rows of the "Authentication request" tab, as Jitterbit's prerequisites page documents them. */
export function authenticationRequestRows(codeChallenge: string, challengeMethodRow: boolean): Parameter[] {
  const row = (key: string, value: string): Parameter => ({ key, value, sendIn: sendIn.url });
  const documented = [row('response_type', 'code'), row('code_challenge', codeChallenge)];
  return challengeMethodRow ? [...documented, methodRow] : documented;
}

/** The row of the "Token request" tab. */
export function tokenRequestRows(codeVerifier: string): Parameter[] {
  return [{ key: 'code_verifier', value: codeVerifier, sendIn: sendIn.body }];
}

/** The part of the pair that a row contains, which a rotation replaces; undefined for other rows. */
export function partOfPair({ key }: Pick<Parameter, 'key'>): 'codeVerifier' | 'codeChallenge' | undefined {
  return Object.entries(pairParameters).find(([name]) => name === key)?.[1];
}

/** Whether the rows send the challenge method. */
export function hasChallengeMethodRow(rows: readonly Parameter[] = []): boolean {
  return rows.some((row) => row.key === challengeMethodKey);
}

const origins: Readonly<Record<string, string>> = {
  response_type: '"code"',
  code_challenge: 'the code challenge of the pair',
  code_verifier: 'the code verifier of the pair',
  [challengeMethodKey]: '"S256"',
};

const lettersOf = (key: string): string => key.toLowerCase().replace(/[^a-z\d]/g, '');

/** Whether a key differs from the expected one only in case and in the separators of its words, as in `Response-Type`. */
export const isSameKey = (left: string, right: string): boolean => lettersOf(left) === lettersOf(right);

/** Letters that a misspelled key may have wrong. */
const mostWrong = 2;

/** Whether a key is the expected one misspelled: in case or separators, or in a letter or two, as in `code_chalenge`. */
export const isMisspelledKey = (found: string, key: string): boolean =>
  found !== key &&
  (isSameKey(found, key) ||
    nearest(lettersOf(found), [lettersOf(key)], key.length < 8 ? 1 : mostWrong) !== undefined);

/** Whether a `prompt` forbids the sign-in page: `none`, also as one of several values (OpenID Connect Core section 3.1.2.1). */
export const isSilentPrompt = (value: string): boolean => /(?:^|\s)none(?:\s|$)/i.test(value);

/**
 * How the row of a table differs from the expected one. The user's own rows aren't checked. Values are never shown, since
 * a row may contain the code verifier, or a secret pasted into the wrong field.
 */
export function rowProblems(expected: Parameter, rows: readonly Parameter[]): string[] {
  const { key } = expected;
  const found = rows.filter((row) => row.key === key);
  const [row] = found;
  if (row === undefined) return [missingRow(key, rows)];
  if (found.length > 1) return [`The ${key} row appears ${found.length} times.`];
  return [
    ...(row.value === expected.value
      ? []
      : [`In the ${key} row, the value must be ${lookup(origins, key) ?? 'the documented one'}.`]),
    ...(row.sendIn === expected.sendIn
      ? []
      : [`In the ${key} row, ${labels.sendIn} must be ${expected.sendIn}.`]),
  ];
}

function missingRow(key: string, rows: readonly Parameter[]): string {
  const near = rows.find((other) => isMisspelledKey(other.key, key));
  return near === undefined
    ? `The ${key} row is missing.`
    : `The key "${excerpt(near.key, 60)}" must be ${key}.`;
}
