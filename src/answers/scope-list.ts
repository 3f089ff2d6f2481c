import { documentedScopes, otherScopes, riskyScopes, scopes } from '../facts/scopes.ts';
import { foreignCharacter, scopeCharacter } from '../text/characters.ts';
import { mostScopes } from '../text/limits.ts';
import { listItems } from '../text/list-items.ts';
import { anyQuotationProblem, quotationProblem } from '../text/quotation.ts';
import { accepted, type Result, refused } from '../text/result.ts';
import { excerpt } from '../text/sanitize.ts';
import { didYouMean, shownValue } from '../text/suggest.ts';

const everything = 'all';

/** The short words for scopes, for messages. */
export const scopeChoices = [...documentedScopes.map((scope) => scopes[scope].short), everything].join(', ');

/** Every word that stands for a known scope, with the scopes that it stands for. */
const words = new Map<string, readonly string[]>([
  [everything, documentedScopes],
  ...documentedScopes.flatMap((scope): [string, string[]][] => [
    [scope, [scope]],
    [scopes[scope].short, [scope]],
  ]),
  ...[...otherScopes, ...riskyScopes].map((scope): [string, string[]] => [scope, [scope]]),
]);

const knownWords = [...words.keys()];

/** The scopes that a known word stands for: a full name, a short name, or `all`. */
export function scopesOfWord(word: string): readonly string[] | undefined {
  return words.get(word);
}

/**
 * The known scope of which another is probably a misspelling. A scope of another name is none: the more characters its
 * last part has, the more of them may be wrong.
 */
function scopeHint(scope: string): string {
  const lastPart = scope.slice(scope.lastIndexOf(':') + 1);
  const candidates = knownWords.filter((word) => word.includes(':') === scope.includes(':'));
  return didYouMean(scope, candidates, Math.max(1, Math.floor(lastPart.length / 3)));
}

/**
 * Says of a scope that it is none of the documented ones. What is not even of the form of one may be anything that was
 * pasted there, and is not repeated. @param hint a sentence after a space, or nothing
 */
export function undocumentedScope(scope: string, hint: string): string {
  const isShowable = hasParts(scope) || shownValue(scope, knownWords) !== undefined;
  const named = isShowable ? `"${excerpt(scope, 60)}"` : 'A scope';
  return `${named} is not among the scopes that Jitterbit documents.${hint}`;
}

/** What is to be said of a scope that is kept, or undefined for those that Jitterbit documents. */
export function scopeWarning(scope: string): string | undefined {
  if (documentedScopes.some((documented) => documented === scope)) return undefined;
  if (riskyScopes.includes(scope))
    return `"${excerpt(scope, 60)}": ZoomInfo may reject this scope, and with it the whole sign-in. Remove it unless you know that it works.`;
  return undocumentedScope(scope, words.has(scope) ? '' : scopeHint(scope));
}

/** The known spelling of a scope that is right but for its case. */
export function scopeInRightCase(scope: string): string | undefined {
  const lower = scope.toLowerCase();
  return lower !== scope && words.has(lower) ? lower : undefined;
}

/** Reads a list of scopes, separated by commas or white space: full names, short names, or `all`. */
export function parseScopes(text: string): Result<string[]> {
  const quotation = quotationProblem(text) ?? anyQuotationProblem(text);
  if (quotation !== undefined) return refused(quotation);
  const warnings: string[] = [];
  const chosen = new Set<string>();
  for (const word of listItems(text)) {
    const read = parseScope(word);
    if (!read.ok) return read;
    for (const scope of read.value) chosen.add(scope);
    warnings.push(...read.warnings);
  }
  if (chosen.size === 0) return refused(`names no scope: give at least one of ${scopeChoices}.`);
  if (chosen.size > mostScopes)
    return refused(`names ${chosen.size} scopes: at most ${mostScopes} are possible.`);
  return accepted([...chosen], warnings);
}

/** `a:b`, with something on either end. */
const hasParts = (word: string): boolean =>
  word.includes(':') && !word.startsWith(':') && !word.endsWith(':');

function parseScope(word: string): Result<readonly string[]> {
  const known = words.get(word);
  if (known !== undefined)
    return accepted(
      known,
      known.map(scopeWarning).filter((warning) => warning !== undefined),
    );
  const foreign = foreignCharacter(word, scopeCharacter);
  if (foreign !== undefined) return refused(`contains ${foreign} of a scope, which no scope can hold.`);
  const right = scopeInRightCase(word);
  if (right !== undefined)
    return refused(
      `has "${excerpt(word, 60)}" in the wrong case: scopes are case-sensitive, write ${right}.`,
    );
  if (isJoined(word)) return refused('has several scopes in one. Separate scopes by spaces or commas.');
  if (!hasParts(word)) return refused(unknownScope(word));
  const warning = scopeWarning(word);
  return accepted([word], warning === undefined ? [] : [warning]);
}

/** Known scopes joined by what separates nothing here: `company;contact`, `company%20contact`. */
const isJoined = (word: string): boolean => {
  const parts = word.split(/[;|+,]|%20|%2C/i);
  return parts.length > 1 && parts.every((part) => words.has(part));
};

function unknownScope(word: string): string {
  const shown = shownValue(word, knownWords);
  const what = shown === undefined ? 'an unknown scope' : `the unknown scope "${shown}"`;
  return `has ${what}.${scopeHint(word) || ` Known: ${scopeChoices}.`}`;
}
