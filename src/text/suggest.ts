import { closestMatch } from 'leven';
import { excerpt } from './sanitize.ts';

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
