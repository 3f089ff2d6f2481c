import { documentedScopes, knownScopes, otherScopes, riskyScopes, scopes } from '../facts/scopes.ts';

const everything = 'all';

/** The short names of the scopes, for messages. */
export const scopeChoices = [...documentedScopes.map((scope) => scopes[scope].short), everything].join(', ');

/** The known words, each with the scopes that it means. */
const words = new Map<string, readonly string[]>([
  [everything, documentedScopes],
  ...documentedScopes.flatMap((scope): [string, string[]][] => [
    [scope, [scope]],
    [scopes[scope].short, [scope]],
  ]),
  ...[...otherScopes, ...riskyScopes].map((scope): [string, string[]] => [scope, [scope]]),
]);

export const knownWords: readonly string[] = [...words.keys()];

/** The scopes that a known word means: a full name, a short name, or `all`. */
export function scopesOfWord(word: string): readonly string[] | undefined {
  return words.get(word);
}

/** The correct spelling of a known scope that is in the wrong case. */
export function scopeInRightCase(scope: string): string | undefined {
  const lower = scope.toLowerCase();
  return lower !== scope && words.has(lower) ? lower : undefined;
}

/** `a:b`, with text on both sides. */
export const hasParts = (word: string): boolean =>
  word.includes(':') && !word.startsWith(':') && !word.endsWith(':');

const fullName = new RegExp(`(${knownScopes.join('|')})`, 'i');

/** What may be around known scopes: encoded or escaped separators, words, and characters that no known scope contains. */
const filler = /%(?:20|2c|3b|0[9ad])|&(?:amp|nbsp);|\\[nrt]|\b(?:and|scopes?)\b|[^\w:-]+/i;

/** The known words in a text, in any case, if the rest of it is only separators; undefined if it has other text. */
export function wordsIn(text: string): string[] | undefined {
  const rest = text
    .split(fullName)
    .flatMap((piece) => (fullName.test(piece) ? [piece] : piece.split(filler)));
  const found = rest.filter((piece) => /[a-z\d]/i.test(piece));
  return found.length > 0 && found.every((piece) => words.has(piece.toLowerCase())) ? found : undefined;
}

/** Whether a text contains two known scopes, so that it isn't one scope, whatever is between them. */
export const containsTwo = (text: string): boolean => text.split(fullName).length > 3;
