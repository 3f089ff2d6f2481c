import type { Redactor } from '../../checks/redactor.ts';
import { foreignWords } from '../../verify/online/quote.ts';

/** A name of words, as parameters have them: `login_hint`, `acrValues`. A secret that was pasted there isn't one. */
const wordy = /^[a-z]{1,20}(?:(?:[-_.]|(?=[A-Z]))[A-Za-z][a-z]{2,20}){0,4}\d?$/;

const shortest = 16;

/** The name of a parameter in the paste for a message; undefined if it may be a secret. */
export function shownName(name: string, redactor: Redactor): string | undefined {
  if (redactor.holds(name) || (name.length >= shortest && !wordy.test(name))) return undefined;
  const shown = foreignWords(name, redactor, 40);
  return shown === '' || shown.startsWith('(') ? undefined : shown;
}

const mostNames = 10;

/** Names for a sentence. Those that can't be shown, or are too many, are counted. */
export function shownNames(names: readonly string[], redactor: Redactor): string {
  const all = [...new Set(names)];
  const first = all.slice(0, mostNames).map((name) => shownName(name, redactor));
  const shown = first.filter((name) => name !== undefined);
  const rest = all.length - shown.length;
  if (rest === 0) return shown.join(', ');
  return [
    ...shown,
    `${rest} ${shown.length > 0 ? 'more' : `whose ${rest === 1 ? 'name' : 'names'} can't be shown`}`,
  ].join(', ');
}
