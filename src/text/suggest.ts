import { closestMatch } from 'leven';
import { excerpt } from './sanitize.ts';

/** ` Did you mean X?`, or nothing: to be put behind a sentence. @param maxDistance edits, half the characters by default */
export function didYouMean(
  typed: string,
  candidates: readonly string[],
  maxDistance: number = Math.max(1, Math.floor(typed.length / 2)),
): string {
  const match = closestMatch(typed, [...candidates], { maxDistance });
  return match === undefined ? '' : ` Did you mean ${match}?`;
}

/** From this length on, a text may be a secret. */
const shortestSecret = 16;

/**
 * A refused value as it may be shown, or undefined where it must not be shown: it may be a secret, unless it is short or
 * nearly a known word.
 */
export function shownValue(value: string, known: readonly string[] = []): string | undefined {
  const isNear = closestMatch(value, [...known], { maxDistance: Math.floor(value.length / 3) }) !== undefined;
  return value.length < shortestSecret || isNear ? excerpt(value) : undefined;
}
