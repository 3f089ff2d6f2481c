/** A piece of this length isn't in another code challenge by accident. */
const tellingLength = 8;

/**
 * How a text differs from the right code challenge if it was copied or typed from it, to complete "The code challenge …
 * the right one". Undefined if they have nothing in common, as with that of another code verifier.
 */
export function spoiledBy(challenge: string, right: string): string | undefined {
  const given = challenge.toLowerCase();
  const whole = right.toLowerCase();
  if (given === whole) return 'differs in capitalization from';
  if (given.includes(whole)) return 'is longer than';
  if (!sharesPiece(given, whole)) return undefined;
  return whole.includes(given) ? 'is only part of' : 'only partly matches';
}

function sharesPiece(text: string, whole: string): boolean {
  const starts = Array.from({ length: whole.length - tellingLength + 1 }, (_, start) => start);
  return starts.some((start) => text.includes(whole.slice(start, start + tellingLength)));
}
