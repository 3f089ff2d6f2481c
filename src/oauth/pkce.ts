import { crypto } from './crypto.ts';
import { verifierLength } from './verifier-length.ts';

/** A PKCE pair as RFC 7636 section 4 defines it. */
export interface PkcePair {
  readonly codeVerifier: string;
  readonly codeChallenge: string;
  readonly codeChallengeMethod: 'S256';
}

/** The part of a pair that each parameter sends, RFC 7636 sections 4.3 and 4.5. */
export const pairParameters = { code_challenge: 'codeChallenge', code_verifier: 'codeVerifier' } as const;

/** The bytes that encode to exactly this many characters; for 4n + 1, one byte more, truncated after encoding. */
const bytesFor = (characters: number): number =>
  characters % 4 === 1 ? Math.ceil((characters * 3) / 4) : Math.floor((characters * 3) / 4);

/**
 * Generates a code verifier of `length` base64url characters, with six random bits each; the last one has four if the
 * length is 4n + 3, and two if it is 4n + 2. RFC 7636 section 4.1, which recommends the default, 43 characters from 32
 * bytes.
 */
export function createCodeVerifier(length: number = verifierLength.min): string {
  return crypto().randomBytes(bytesFor(length)).toString('base64url').slice(0, length);
}

/** The length of a code challenge in characters: 32 bytes in base64url without padding. */
export const challengeLength = 43;

/** BASE64URL(SHA-256(ASCII(codeVerifier))) without padding, RFC 7636 section 4.2. */
export function deriveCodeChallenge(codeVerifier: string): string {
  return crypto().hash('sha256', codeVerifier, 'base64url');
}

/** The pair for a code verifier. S256 only; `plain` is never used. */
export function pkcePairOf(codeVerifier: string): PkcePair {
  return { codeVerifier, codeChallenge: deriveCodeChallenge(codeVerifier), codeChallengeMethod: 'S256' };
}

/** Code verifiers that are encoded at once. */
const verifiersInPool = 500;

/**
 * Generates code verifiers endlessly. Each is what `createCodeVerifier` would make of its bytes, but many are drawn and
 * encoded at once, since a call costs more than its bytes. Zeros up to a multiple of three bytes keep them apart.
 * The pool is overwritten when it is used up; no byte is used twice.
 */
export function* codeVerifiers(length: number): Generator<string, never> {
  const bytes = bytesFor(length);
  const padded = Math.ceil(bytes / 3) * 3;
  const pool = Buffer.allocUnsafe(padded * verifiersInPool);
  for (;;) {
    crypto().randomFillSync(pool);
    for (let at = 0; at < pool.length; at += padded) pool.fill(0, at + bytes, at + padded);
    const text = pool.toString('base64url');
    for (let at = 0; at < text.length; at += (padded / 3) * 4) yield text.slice(at, at + length);
  }
}
