/** Words as a list in a sentence: `a, b, or c`. */
export const alternatives = (words: readonly string[]): string => listOf('or', words);

/** Words as a list in a sentence: `a, b, and c`. */
export const allOf = (words: readonly string[]): string => listOf('and', words);

/** As `Intl.ListFormat` writes American English, without the data of every language, which takes long to load. */
function listOf(joint: 'and' | 'or', words: readonly string[]): string {
  return words.length < 3
    ? words.join(` ${joint} `)
    : [...words.slice(0, -1), `${joint} ${words.at(-1)}`].join(', ');
}
