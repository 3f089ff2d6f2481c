import { base64urlCharacter, foreignCharacterProblem } from '../text/characters.ts';
import { quotationProblem } from '../text/quotation.ts';
import { accepted, type Result, refused } from '../text/result.ts';

/** Characters of a code verifier, RFC 7636 section 4.1: 43 (32 bytes) to 128. */
export const verifierLength = { min: 43, max: 128 } as const;

/**
 * Reads a code verifier. One of the right form that is not a secret (RFC 7636 section 7.1) is accepted with a warning.
 * The value is never part of the answer.
 */
export function parseCodeVerifier(text: string): Result<string> {
  const quotation = quotationProblem(text);
  if (quotation !== undefined) return refused(quotation);
  const foreign = foreignCharacterProblem(text, base64urlCharacter);
  const { min, max } = verifierLength;
  if (foreign !== undefined) return refused(`${foreign}. A code verifier may contain only A-Z a-z 0-9 - _.`);
  if (text.length < min || text.length > max)
    return refused(`has ${text.length} characters: a code verifier has ${min} to ${max}.`);
  const weakness = weaknesses.find(({ applies }) => applies(text));
  return accepted(text, weakness === undefined ? [] : [`The code verifier ${weakness.says}`]);
}

/** The verifier of RFC 7636 appendix B, which is public. */
const sampleVerifier = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';

/** Fewer different characters than this did not come from a random generator. */
const fewestCharacters = 10;

/** What makes a well-formed code verifier no secret. */
const weaknesses: readonly { applies: (codeVerifier: string) => boolean; says: string }[] = [
  {
    applies: (codeVerifier) => codeVerifier === sampleVerifier,
    says: 'is the sample of RFC 7636, which everybody knows: make a new one.',
  },
  {
    applies: (codeVerifier) => new Set(codeVerifier).size < fewestCharacters,
    says: `has fewer than ${fewestCharacters} different characters, so it is easy to guess: make a new one.`,
  },
  {
    applies: isOneBlockRepeated,
    says: 'is one block of characters repeated, so it is easy to guess: make a new one.',
  },
];

/** The last repetition may be cut short: 43 characters are a prime number of them. */
function isOneBlockRepeated(text: string): boolean {
  const longestBlock = Math.floor(text.length / 2);
  return Array.from({ length: longestBlock }, (_, index) => index + 1).some(
    (block) => text.slice(block) === text.slice(0, -block),
  );
}
