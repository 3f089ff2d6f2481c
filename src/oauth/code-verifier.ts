import { foreignCharacter } from '../text/characters.ts';
import { accepted, type Result, refused } from '../text/result.ts';

/** Characters of a code verifier, RFC 7636 section 4.1: 43 (32 octets) to 128. */
export const verifierLength = { min: 43, max: 128 } as const;

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

export function parseCodeVerifier(text: string): Result<string> {
  const problem = verifierProblem(text);
  if (problem !== undefined) return refused(problem);
  const weakness = verifierWeakness(text);
  return accepted(text, weakness === undefined ? [] : [`The code verifier ${weakness}`]);
}
