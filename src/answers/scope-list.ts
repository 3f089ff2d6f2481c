import { documentedScopes, openIdScopes, scopes } from '../facts/scopes.ts';
import { foreignCharacter, scopeCharacter } from '../text/characters.ts';
import { mostScopes } from '../text/limits.ts';
import { accepted, type Result, refused } from '../text/result.ts';
import { didYouMean } from '../text/suggest.ts';

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
  ...openIdScopes.map((scope): [string, string[]] => [scope, [scope]]),
]);

const knownWords = [...words.keys()];

/** The scopes that a known word stands for: a full name, a short name, or `all`. */
export function scopesOfWord(word: string): readonly string[] | undefined {
  return words.get(word);
}

/** The documented or OpenID scope nearest to an unknown one. */
export function scopeHint(scope: string): string {
  return didYouMean(scope, scope.includes(':') ? documentedScopes : knownWords);
}

/** The known spelling of a scope that is right but for its case. */
export function scopeInRightCase(scope: string): string | undefined {
  const lower = scope.toLowerCase();
  return lower !== scope && words.has(lower) ? lower : undefined;
}

/** Reads a list of scopes, separated by commas or white space: full names, short names, or `all`. */
export function parseScopes(text: string): Result<string[]> {
  const warnings: string[] = [];
  const chosen = new Set<string>();
  for (const word of text.split(/[\s,]+/).filter(Boolean)) {
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
  if (known !== undefined) return accepted(known);
  const foreign = foreignCharacter(word, scopeCharacter);
  if (foreign !== undefined) return refused(`has ${foreign} of a scope, which no scope can hold.`);
  const shown = word.slice(0, 60);
  const right = scopeInRightCase(word);
  if (right !== undefined)
    return refused(`has "${shown}" in the wrong case: scopes are case-sensitive, write ${right}.`);
  if (!hasParts(word)) {
    return refused(`has the unknown scope "${shown}".${scopeHint(word) || ` Known: ${scopeChoices}.`}`);
  }
  return accepted(
    [word],
    [`"${shown}" is not among the scopes that Jitterbit documents; it is kept as it is.${scopeHint(word)}`],
  );
}
