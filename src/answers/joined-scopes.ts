import { containsTwo, hasParts, scopesOfWord, wordsIn } from './known-words.ts';

/**
 * The scopes in one word that contains several, such as `company;contact` or `api:data:newsapi:data:intent`; undefined
 * for a single scope. A comma always separates, anything else does between known scopes, and some characters do between
 * other scopes. A word that can't be separated stays whole.
 */
export function joinedScopes(word: string): readonly string[] | undefined {
  const known = wordsIn(word);
  if (known !== undefined && known.length > 1) return known;
  const parts = word.split(/[\s,;|+]|%20|%2C/i).filter(Boolean);
  const isSeparated = parts.length > 1 && parts.every(isScope);
  if (word.includes(',') || isSeparated) return parts.flatMap((part) => joinedScopes(part) ?? [part]);
  return containsTwo(word) ? [word] : undefined;
}

/** An unknown scope in the usual alphabet; other characters may belong to a separator, such as `&#160;`. */
const isScope = (word: string): boolean =>
  scopesOfWord(word) !== undefined || (hasParts(word) && /^[\w:./-]+$/.test(word));

/** The known scope in a word that has only separators around it, such as `api:data:news;`. */
export function separatedScope(word: string): string | undefined {
  const [scope, ...others] = wordsIn(word) ?? [];
  return scope === word || others.length > 0 ? undefined : scope?.toLowerCase();
}
