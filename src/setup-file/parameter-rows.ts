import { labels } from '../facts/labels.ts';
import { pairParameters } from '../oauth/pkce.ts';
import { lookup } from '../text/lookup.ts';
import { excerpt } from '../text/sanitize.ts';
import type { Parameter } from './schema.ts';

/** The Parameters tables of Advanced options: which rows a PKCE pair makes, and how a table can differ from that. */

export const challengeMethodKey = 'code_challenge_method';

/** Where the Management Console puts a parameter: the choices of its Send in menu that are used here. */
export const sendIn = { url: labels.requestUrl, body: labels.requestBody } as const;

/** Tells the authorization server the method; S256 is the only one that is written here. */
export const methodRow: Parameter = { key: challengeMethodKey, value: 'S256', sendIn: sendIn.url };

/** The rows of Advanced options, tab Authentication request, as Jitterbit's prerequisites page documents them. */
export function authenticationRequestRows(codeChallenge: string, challengeMethodRow: boolean): Parameter[] {
  const row = (key: string, value: string): Parameter => ({ key, value, sendIn: sendIn.url });
  const documented = [row('response_type', 'code'), row('code_challenge', codeChallenge)];
  return challengeMethodRow ? [...documented, methodRow] : documented;
}

/** The row of Advanced options, tab Token request. */
export function tokenRequestRows(codeVerifier: string): Parameter[] {
  return [{ key: 'code_verifier', value: codeVerifier, sendIn: sendIn.body }];
}

/** The part of a pair that a row holds, so that it changes with a rotation; undefined for other rows. */
export function partOfPair({ key }: Pick<Parameter, 'key'>): 'codeVerifier' | 'codeChallenge' | undefined {
  return Object.entries(pairParameters).find(([name]) => name === key)?.[1];
}

/** Whether the rows tell the authorization server the method. */
export function hasChallengeMethodRow(rows: readonly Parameter[] = []): boolean {
  return rows.some((row) => row.key === challengeMethodKey);
}

const origins: Readonly<Record<string, string>> = {
  response_type: '"code"',
  code_challenge: 'the code challenge of the pair',
  code_verifier: 'the code verifier of the pair',
  [challengeMethodKey]: '"S256"',
};

/** Whether a key was probably meant to be another one. */
export const isSameKey = (left: string, right: string): boolean => left.trim().toLowerCase() === right;

/**
 * How the row of a table differs from the expected one; rows of the user's own are not judged.
 * Values are compared, never shown: a row may hold the verifier, or a secret pasted into the wrong place.
 */
export function rowProblems(expected: Parameter, rows: readonly Parameter[]): string[] {
  const { key } = expected;
  const found = rows.filter((row) => row.key === key);
  const [row] = found;
  if (row === undefined) return [missingRow(key, rows)];
  if (found.length > 1) return [`The row ${key} stands there ${found.length} times.`];
  return [
    ...(row.value === expected.value
      ? []
      : [`The row ${key} has another value than ${lookup(origins, key) ?? 'documented'}.`]),
    ...(row.sendIn === expected.sendIn
      ? []
      : [`The row ${key} has another ${labels.sendIn}: it should be ${expected.sendIn}.`]),
  ];
}

function missingRow(key: string, rows: readonly Parameter[]): string {
  const near = rows.find((other) => isSameKey(other.key, key));
  return near === undefined
    ? `The row ${key} is missing.`
    : `The key "${excerpt(near.key, 60)}" should be ${key}.`;
}
