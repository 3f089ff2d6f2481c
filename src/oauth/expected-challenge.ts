import { sha256 } from './sha256.ts';

/** By code verifier: a run compares few, but several times each. */
const known = new Map<string, string>();

/**
 * The code challenge that belongs to a code verifier, RFC 7636 section 4.6, for checking one. It doesn't need
 * `node:crypto`, which creates pairs.
 */
export function expectedCodeChallenge(codeVerifier: string): string {
  const challenge = known.get(codeVerifier) ?? sha256(codeVerifier).toString('base64url');
  known.set(codeVerifier, challenge);
  return challenge;
}
