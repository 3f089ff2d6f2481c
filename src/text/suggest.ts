import { closestMatch } from 'leven';
import { excerpt } from './sanitize.ts';

/**
 * ` Did you mean X?` to append to a sentence, or an empty text.
 * @param maxDistance edits; half the characters by default
 */
export function didYouMean(
  typed: string,
  candidates: readonly string[],
  maxDistance: number = Math.max(1, Math.floor(typed.length / 2)),
): string {
  const match = closestMatch(typed, [...candidates], { maxDistance });
  return match === undefined ? '' : ` Did you mean ${match}?`;
}

/** A text of at least this length may be a secret. */
const shortestSecret = 16;

/**
 * A refused value that is safe to show, or undefined if it may be a secret: it is neither short nor close to a known
 * word.
 */
export function shownValue(value: string, known: readonly string[] = []): string | undefined {
  const isNear = closestMatch(value, [...known], { maxDistance: Math.floor(value.length / 3) }) !== undefined;
  return value.length < shortestSecret || isNear ? excerpt(value) : undefined;
}
