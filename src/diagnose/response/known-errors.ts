import { type KnownError, unknownError } from '../../facts/error-meaning.ts';
import { errorsByCode } from '../../facts/errors-by-code.ts';
import { errorsByStatus } from '../../facts/errors-by-status.ts';
import { errorsWithoutOAuth } from '../../facts/errors-without-oauth.ts';
import { errorsByWords } from '../../facts/server-words.ts';
import { wordsIn } from './everyday-words.ts';

/** Words that servers are known to write in the gaps of the patterns. */
const fillers =
  'the a an is of for in to this that your parameter client app settings specified request required login provided must be';

/** Every word of the patterns, without their escapes such as `\b`. All of these are public. */
const vocabulary: ReadonlySet<string> = new Set(
  [
    ...errorsByWords.flatMap(({ words, everyday }) => [words?.source ?? '', everyday?.source ?? '']),
    fillers,
  ].flatMap(
    (text) =>
      text
        .replace(/\\[a-z]/gi, ' ')
        .toLowerCase()
        .match(/[a-z]+/g) ?? [],
  ),
);

/** Whether a word is the number of an error, or consists of known words and of pieces too short for a secret. */
const isPublic = (word: string): boolean =>
  /^(?:AADSTS|AADB2C|MSIS|E0000|PFAPI|ZI)\d{1,7}$/.test(word) ||
  (word.toLowerCase().match(/[a-z\d]+/g) ?? []).every((part) => vocabulary.has(part) || part.length < 3);

/** The words by which an error was recognized, without text in the gaps of the pattern, which may contain a secret. */
const publicWords = (words: string): string =>
  words
    .split(/\s+/)
    .map((word) => (isPublic(word.replace(/^\W+|\W+$/g, '')) ? word : '\u2026'))
    .join(' ')
    .replace(/\u2026(?: \u2026)+/g, '\u2026');

/** What remains of a text beside the recognized words, as a sign that they aren't the whole. */
const omitted = (rest: string): string => (/\w/.test(rest) ? '\u2026' : '');

/** The recognized words of a text, without any others. */
function publicPart(text: string, { 0: words, index }: RegExpExecArray): string {
  const [before, after] = [text.slice(0, index), text.slice(index + words.length)];
  return [omitted(before), publicWords(words), omitted(after)].filter(Boolean).join(' ');
}

/** By what an error was recognized: words or a code of OAuth, other words, an unknown code, or a status. */
export type Recognition = 'words' | 'code' | 'other' | 'unknown' | 'status';

/** What is known of an error, and the words by which it was recognized; empty if that was its code. */
interface KnownErrorMatch {
  readonly known: KnownError;
  readonly by: Recognition;
  readonly words: string;
}

/**
 * What is known of an error by its words, else by its OAuth code; undefined for a text that isn't an error.
 * @param isOfSignIn whether everyday words in it are about a sign-in
 */
export function knownErrorOf(
  code: string | undefined,
  text: string,
  isOfSignIn = true,
): KnownErrorMatch | undefined {
  for (const known of errorsByWords) {
    const found = wordsIn(text, known, isOfSignIn);
    if (found && (known.code ?? code) === code) return { known, by: 'words', words: publicPart(text, found) };
  }
  const coded = errorsByCode.find((row) => row.code === code);
  if (coded !== undefined) return { known: coded, by: 'code', words: '' };
  const other = matchIn(errorsWithoutOAuth, text, 'other', isOfSignIn);
  if (other !== undefined || code === undefined)
    return other ?? matchIn(errorsByStatus, text, 'status', isOfSignIn);
  return { known: unknownError, by: 'unknown', words: '' };
}

/** A match of patterns without gaps, so their words are public as they are. */
function matchIn(
  rows: readonly KnownError[],
  text: string,
  by: Recognition,
  isOfSignIn: boolean,
): KnownErrorMatch | undefined {
  for (const known of rows) {
    const [words] = wordsIn(text, known, isOfSignIn) ?? [];
    if (words !== undefined) return { known, by, words };
  }
  return undefined;
}
