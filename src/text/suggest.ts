import { closestMatch } from 'leven';

/** The candidate that a typing mistake was probably meant to be, or undefined when none is near. */
function nearest(typed: string, candidates: readonly string[]): string | undefined {
  const maxDistance = Math.max(1, Math.floor(typed.length / 2));
  return closestMatch(typed, [...candidates], { maxDistance });
}

/** ` Did you mean X?`, or nothing: to be put behind a sentence. */
export function didYouMean(typed: string, candidates: readonly string[]): string {
  const match = nearest(typed, candidates);
  return match === undefined ? '' : ` Did you mean ${match}?`;
}
