import type { PkcePair } from '../../oauth/pkce.ts';

/** Columns of the longest name, and a gap. */
const nameColumns = 23;

/** A pair under the names of its rows and parameters. In a window that is too narrow, each value has its own line. */
export function renderPair(
  { codeVerifier, codeChallenge, codeChallengeMethod }: PkcePair,
  window: number,
): string {
  const rows = [
    ['code_verifier', codeVerifier],
    ['code_challenge', codeChallenge],
    ['code_challenge_method', codeChallengeMethod],
  ] as const;
  const fits = rows.every(([, value]) => nameColumns + value.length <= window);
  return rows
    .map(([name, value]) => (fits ? `${name.padEnd(nameColumns)}${value}\n` : `${name}\n  ${value}\n`))
    .join('');
}
