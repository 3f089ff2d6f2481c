import { base64urlCharacter, foreignCharacterProblem } from '../text/characters.ts';
import { counted } from '../text/counted.ts';
import { quotationProblem } from '../text/quotation.ts';
import { accepted, type Result, refused } from '../text/result.ts';
import { verifierLength } from './verifier-length.ts';

/**
 * Parses a code verifier. A well-formed one that can be guessed (RFC 7636 section 7.1) is accepted with a warning.
 * No problem or warning contains the value.
 */
export function parseCodeVerifier(text: string): Result<string> {
  const quotation = quotationProblem(text);
  if (quotation !== undefined) return refused(quotation);
  const foreign = foreignCharacterProblem(text, base64urlCharacter);
  const { min, max } = verifierLength;
  if (foreign !== undefined)
    return refused(`${foreign}. A code verifier may contain only A-Z, a-z, 0-9, - and _.`);
  if (text.length < min || text.length > max)
    return refused(`has ${counted(text.length, 'character')}. It must have ${min} to ${max}.`);
  const weakness = weaknesses.find(({ applies }) => applies(text));
  return accepted(text, weakness === undefined ? [] : [`The code verifier ${weakness.says}`]);
}

/** Whether a text has the form of a code verifier, RFC 7636 section 4.1. */
export const isCodeVerifier = (text: string): boolean => parseCodeVerifier(text).ok;

/** The verifier of RFC 7636 appendix B, which is public. */
export const sampleVerifier = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';

/** A random code verifier never has fewer different characters than this. */
const fewestCharacters = 10;

/** Why a well-formed code verifier can be guessed. */
const weaknesses: readonly { applies: (codeVerifier: string) => boolean; says: string }[] = [
  {
    applies: (codeVerifier) => codeVerifier === sampleVerifier,
    says: 'is the public example from RFC 7636; generate a new one.',
  },
  {
    applies: (codeVerifier) => new Set(codeVerifier).size < fewestCharacters,
    says: `has fewer than ${fewestCharacters} different characters and is easy to guess; generate a new one.`,
  },
  {
    applies: isOneBlockRepeated,
    says: 'repeats one block of characters and is easy to guess; generate a new one.',
  },
];

/** The last repetition may be incomplete, since the default length, 43, is a prime number. */
function isOneBlockRepeated(text: string): boolean {
  const longestBlock = Math.floor(text.length / 2);
  return Array.from({ length: longestBlock }, (_, index) => index + 1).some(
    (block) => text.slice(block) === text.slice(0, -block),
  );
}
