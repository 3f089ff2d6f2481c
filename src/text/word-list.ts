/** Words as a list in a sentence: `a, b, or c`. */
export const alternatives = (words: readonly string[]): string => listOf('disjunction', words);

/** Words as a list in a sentence: `a, b, and c`. */
export const allOf = (words: readonly string[]): string => listOf('conjunction', words);

/** Made when it is needed, so that no start of the program waits for it. */
const listOf = (type: 'conjunction' | 'disjunction', words: readonly string[]): string =>
  new Intl.ListFormat('en-US', { type }).format(words);
