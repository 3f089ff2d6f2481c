import { hash, randomBytes, randomFillSync } from 'node:crypto';
import { foreignCharacter } from './characters.ts';
import { accepted, type Parsed, refused } from './parsed.ts';

/** A PKCE pair as RFC 7636 section 4 defines it. */
export interface PkcePair {
  readonly codeVerifier: string;
  readonly codeChallenge: string;
  readonly codeChallengeMethod: 'S256';
}

/** Which part of a pair stands in the row of which key, RFC 7636 sections 4.3 and 4.5. */
export const pairRows = { code_challenge: 'codeChallenge', code_verifier: 'codeVerifier' } as const;

export const pairKeys: readonly string[] = Object.keys(pairRows);

/** Characters of a code verifier, RFC 7636 section 4.1: 43 (32 octets) to 128. */
export const verifierLength = { min: 43, max: 128 } as const;

/** As many as fill the characters exactly; where no number does (4n + 1 characters), one more, cut after encoding. */
const octetsFor = (characters: number): number =>
  characters % 4 === 1 ? Math.ceil((characters * 3) / 4) : Math.floor((characters * 3) / 4);

/**
 * A new code verifier of `length` base64url characters, each of them six bits from the system's generator.
 * RFC 7636 section 4.1; the default, 43 characters from 32 octets, is the one that the RFC recommends.
 */
export function createCodeVerifier(length: number = verifierLength.min): string {
  return randomBytes(octetsFor(length)).toString('base64url').slice(0, length);
}

/** BASE64URL(SHA-256(ASCII(codeVerifier))) without padding, RFC 7636 section 4.2. */
export function deriveCodeChallenge(codeVerifier: string): string {
  return hash('sha256', codeVerifier, 'base64url');
}

/** The pair that belongs to a code verifier. S256 only: `plain` is never made. */
export function pkcePairOf(codeVerifier: string): PkcePair {
  return { codeVerifier, codeChallenge: deriveCodeChallenge(codeVerifier), codeChallengeMethod: 'S256' };
}

const poolOctets = 32 * 1024;

/**
 * Code verifiers without end. Random octets are drawn 32 KiB at a time, since the call costs more than the octets.
 * The pool is overwritten with the next octets, never handed out twice.
 */
export function* codeVerifiers(length: number): Generator<string, never> {
  const octets = octetsFor(length);
  const pool = Buffer.allocUnsafe(poolOctets);
  for (;;) {
    randomFillSync(pool);
    for (let at = 0; at + octets <= poolOctets; at += octets) {
      yield pool.toString('base64url', at, at + octets).slice(0, length);
    }
  }
}

/** What is wrong with the form of a code verifier, or undefined. Never echoes it. */
export function verifierProblem(text: string): string | undefined {
  const foreign = foreignCharacter(text, /^[A-Za-z0-9_-]$/);
  const { min, max } = verifierLength;
  if (foreign !== undefined) return `has ${foreign}: a code verifier is made of A-Z a-z 0-9 - _ only.`;
  if (text.length >= min && text.length <= max) return undefined;
  return `has ${text.length} characters: a code verifier has ${min} to ${max}.`;
}

/** The verifier of RFC 7636 appendix B, which everybody knows. */
const sampleVerifier = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';

/** Fewer different characters than this were not made by a random generator. */
const fewestCharacters = 10;

/** Why a well-formed code verifier is not a secret, or undefined. */
export function verifierWeakness(codeVerifier: string): string | undefined {
  if (codeVerifier === sampleVerifier)
    return 'is the sample of RFC 7636, which everybody knows: make a new one.';
  if (new Set(codeVerifier).size < fewestCharacters) {
    return `has fewer than ${fewestCharacters} different characters, so it is easy to guess: make a new one.`;
  }
  return isOneBlockRepeated(codeVerifier)
    ? 'is one block of characters repeated, so it is easy to guess: make a new one.'
    : undefined;
}

/** The last repetition may be cut short: 43 characters are a prime number of them. */
function isOneBlockRepeated(text: string): boolean {
  const longestBlock = Math.floor(text.length / 2);
  return Array.from({ length: longestBlock }, (_, index) => index + 1).some(
    (block) => text.slice(block) === text.slice(0, -block),
  );
}

export function parseCodeVerifier(text: string): Parsed<string> {
  const problem = verifierProblem(text);
  if (problem !== undefined) return refused(problem);
  const weakness = verifierWeakness(text);
  return accepted(text, weakness === undefined ? [] : [`The code verifier ${weakness}`]);
}
