import { sha256 } from './sha256.ts';

/**
 * The code challenge that belongs to a code verifier, RFC 7636 section 4.6, for checking one. It doesn't need
 * `node:crypto`, which creates pairs.
 */
export const expectedCodeChallenge = (codeVerifier: string): string =>
  sha256(codeVerifier).toString('base64url');
