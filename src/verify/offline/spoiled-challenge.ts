import { base64urlCharacter, foreignCharacter } from '../../text/characters.ts';

/** A piece of a value that is at least this long isn't in another value by accident; less could be from any. */
export const tellingLength = 8;

/**
 * How a text differs from the right code challenge if it was copied or typed from it, to complete "The code challenge …
 * the right one". Undefined if they have nothing in common, as with that of another code verifier.
 */
export function spoiledBy(challenge: string, right: string): string | undefined {
  const given = challenge.toLowerCase();
  const whole = right.toLowerCase();
  if (given === whole) return 'differs in capitalization from';
  if (given.includes(whole)) return 'is longer than';
  if (!sharesPiece(given, whole) && !isMostlySame(given, whole)) return undefined;
  return whole.includes(given) ? 'is only part of' : 'only partly matches';
}

/** The same for a text in the alphabet of code challenges. Another character in it is a mistake of its own. */
export const spoiledOnlyBy = (challenge: string, right: string): string | undefined =>
  foreignCharacter(challenge, base64urlCharacter) === undefined ? spoiledBy(challenge, right) : undefined;

function sharesPiece(text: string, whole: string): boolean {
  const starts = Array.from({ length: whole.length - tellingLength + 1 }, (_, start) => start);
  return starts.some((start) => text.includes(whole.slice(start, start + tellingLength)));
}

/** With typing errors all over it, most characters are still in their place. */
function isMostlySame(text: string, whole: string): boolean {
  const same = [...whole].filter((character, position) => character === text.charAt(position));
  return same.length > whole.length / 2;
}
