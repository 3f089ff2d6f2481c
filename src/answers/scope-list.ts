import { isDocumentedScope, riskyScopes } from '../facts/scopes.ts';
import { foreignCharacter, scopeCharacter } from '../text/characters.ts';
import { mostScopes } from '../text/limits.ts';
import { listItems } from '../text/list-items.ts';
import { anyQuotationProblem, quotationProblem } from '../text/quotation.ts';
import { accepted, type Result, refused } from '../text/result.ts';
import { excerpt } from '../text/sanitize.ts';
import { nearest, shownValue, suggestionOf } from '../text/suggest.ts';
import { joinedScopes, separatedScope } from './joined-scopes.ts';
import { hasParts, knownWords, scopeChoices, scopeInRightCase, scopesOfWord } from './known-words.ts';

/**
 * The known scope that was probably meant by an unknown one. The longer the last part of the scope, the more of its
 * characters may differ; a scope with a different name gets no suggestion.
 */
export function likelyScope(scope: string): string | undefined {
  if (scopesOfWord(scope) !== undefined) return undefined;
  const lastPart = scope.slice(scope.lastIndexOf(':') + 1);
  const candidates = knownWords.filter((word) => word.includes(':') === scope.includes(':'));
  return nearest(scope, candidates, Math.max(1, Math.floor(lastPart.length / 3)));
}

const scopeHint = (scope: string): string => suggestionOf(likelyScope(scope));

/**
 * Says that a scope isn't documented. A text without the format of a scope may be a secret pasted by mistake, and isn't
 * repeated.
 * @param hint a sentence after a space, or nothing
 */
export function undocumentedScope(scope: string, hint: string): string {
  const isShowable = shownValue(scope, knownWords) !== undefined || hasShortParts(scope);
  const named = isShowable ? `the scope "${excerpt(scope, 60)}"` : 'one of the scopes';
  return `Jitterbit doesn't document ${named}.${hint}`;
}

/** The warning about an accepted scope, or undefined if Jitterbit documents it. */
export function scopeWarning(scope: string): string | undefined {
  if (isDocumentedScope(scope)) return undefined;
  if (riskyScopes.includes(scope))
    return `ZoomInfo may reject the whole sign-in because of the scope "${excerpt(scope, 60)}". Remove it unless you know that it works.`;
  if (scopesOfWord(scope) !== undefined) return undocumentedScope(scope, ' The connector may not use it.');
  return undocumentedScope(scope, scopeHint(scope) || ' Check its spelling.');
}

/** Parses a list of scopes separated by commas or white space: full names, short names, or `all`. */
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
  if (chosen.size === 0) return refused(`contains no scope. Use at least one of: ${scopeChoices}.`);
  if (chosen.size > mostScopes)
    return refused(`contains too many scopes (${chosen.size}; maximum ${mostScopes}). Remove some.`);
  return accepted([...chosen], warnings);
}

/** Parts as short as words; a part that is longer may be a secret. */
const hasShortParts = (word: string): boolean =>
  hasParts(word) && word.split(/[:/.]/).every((part) => shownValue(part) !== undefined);

function parseScope(word: string): Result<readonly string[]> {
  const known = scopesOfWord(word);
  if (known !== undefined)
    return accepted(
      known,
      known.map(scopeWarning).filter((warning) => warning !== undefined),
    );
  if (joinedScopes(word) !== undefined)
    return refused('contains scopes without a valid separator. Separate them with spaces or commas.');
  const foreign = foreignCharacter(word, scopeCharacter);
  if (foreign !== undefined)
    return refused(`contains an invalid scope: ${foreign} isn't allowed. Remove it.`);
  const right = scopeInRightCase(word);
  if (right !== undefined)
    return refused(`contains "${excerpt(word, 60)}": scopes are case-sensitive; use "${right}".`);
  const separated = separatedScope(word);
  if (separated !== undefined) return refused(`contains "${excerpt(word, 60)}". Use "${separated}".`);
  if (!hasParts(word)) return refused(unknownScope(word));
  const warning = scopeWarning(word);
  return accepted([word], warning === undefined ? [] : [warning]);
}

function unknownScope(word: string): string {
  const shown = shownValue(word, knownWords);
  const what = shown === undefined ? 'an unknown scope' : `the unknown scope "${shown}"`;
  return `contains ${what}.${scopeHint(word) || ` Use one or more of: ${scopeChoices}.`}`;
}
