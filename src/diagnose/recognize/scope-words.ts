import { knownScopes, openIdScopes } from '../../facts/scopes.ts';
import type { Break } from './line-wraps.ts';

const name = `(?:[a-z][\\w-]*(?::[\\w-]+)+|${openIdScopes.join('|')})`;
/** A scope, and what may end it: the next parameter, or the marks that close the URL. */
const scopeAlone = new RegExp(`^${name}(?:&|["'\`’”»)\\]}>.,;!?]*$)`);

/** Whether a word is a scope, possibly the last one. */
export const isScope = (word: string): boolean => scopeAlone.test(word);

const scopeAtStart = new RegExp(`^(?:${knownScopes.join('|')})(?![\\w:-])`);

/** Whether a text begins with a whole scope, so that it doesn't continue one. */
export const beginsScope = (text: string): boolean => scopeAtStart.test(text);

const scopeAtEnd = new RegExp(`(?:^|\\s)(?:${knownScopes.join('|')})$`);

/** Whether a text ends with a whole scope. */
export const endsWithScope = (text: string): boolean => scopeAtEnd.test(text);

/** A URL that ends in its scopes. A space that is encoded precedes the next one itself. */
const inScopes = /(?:^|[?&])scope=[^&]*[\w-]$(?<!%20)/;

type Gap = Pick<Break, 'tail' | 'word' | 'lineBreaks'>;

/**
 * Whether the white space before a word separates two scopes of a URL that was copied decoded. After a line break, a word
 * that looks like a scope may also be the end of one.
 */
export function separatesScopes({ tail, word, lineBreaks }: Gap): boolean {
  if (lineBreaks > 1 || !inScopes.test(tail)) return false;
  return lineBreaks === 0 ? isScope(word) : beginsScope(word);
}
