import { closestMatch } from 'leven';
import { excerpt } from './sanitize.ts';

/** Edits that a misspelling may have: fewer than half of the characters, or a short one would match any word. */
const fewEdits = (typed: string): number => Math.max(1, Math.ceil(typed.length / 2) - 1);

/**
 * The candidate closest to a text, in any case, or undefined if none is within `maxDistance` edits. Of several, the first;
 * one with two neighboring characters swapped wins.
 */
export function nearest(
  typed: string,
  candidates: readonly string[],
  maxDistance: number = fewEdits(typed),
): string | undefined {
  const wanted = typed.toLowerCase();
  const lower = candidates.map((candidate) => candidate.toLowerCase());
  const swapped = maxDistance > 0 ? lower.find((candidate) => isSwapped(wanted, candidate)) : undefined;
  const match = swapped ?? closestMatch(wanted, lower, { maxDistance });
  return match === undefined ? undefined : candidates[lower.indexOf(match)];
}

/** Whether two neighboring characters trade places: the most common typing mistake, which leven counts as two edits. */
function isSwapped(typed: string, candidate: string): boolean {
  if (typed.length !== candidate.length) return false;
  const at = [...typed].findIndex((_, index) => typed[index] !== candidate[index]);
  if (at < 0) return false;
  const [first = '', second = ''] = typed.slice(at, at + 2);
  return candidate.slice(at) === `${second}${first}${typed.slice(at + 2)}`;
}

/**
 * ` Did you mean X?` to append to a sentence, or an empty text.
 * @param maxDistance edits; fewer than half the characters by default
 */
export function didYouMean(typed: string, candidates: readonly string[], maxDistance?: number): string {
  return suggestionOf(nearest(typed, candidates, maxDistance));
}

/** The same for a suggestion that is already known. */
export const suggestionOf = (suggestion: string | undefined): string =>
  suggestion === undefined ? '' : ` Did you mean ${suggestion}?`;

/** The only candidate with this abbreviation: the same first letter, the others in order. */
export function abbreviatedBy(typed: string, candidates: readonly string[]): string | undefined {
  const letters = [...typed.toLowerCase()];
  const found = candidates.filter(
    (candidate) => candidate.startsWith(letters[0] ?? ' ') && hasInOrder(candidate, letters),
  );
  return found.length === 1 ? found[0] : undefined;
}

function hasInOrder(text: string, letters: readonly string[]): boolean {
  let at = 0;
  return letters.every((letter) => {
    at = text.indexOf(letter, at) + 1;
    return at > 0;
  });
}

/** A text of at least this length may be a secret. */
const shortestSecret = 16;

/**
 * A rejected value that is safe to show, or undefined if it may be a secret: it is neither short nor close to a known
 * word.
 */
export function shownValue(value: string, known: readonly string[] = []): string | undefined {
  const isNear = closestMatch(value, [...known], { maxDistance: Math.floor(value.length / 3) }) !== undefined;
  return value.length < shortestSecret || isNear ? excerpt(value) : undefined;
}

/** How the problem of an invalid value begins: with the value, unless that may be a secret. */
export function invalidValue(value: string, known?: readonly string[]): string {
  const shown = shownValue(value, known);
  return shown ? `"${shown}" is invalid` : 'is invalid';
}
