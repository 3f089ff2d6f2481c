import { expect, test } from 'vitest';
import { allOf, alternatives } from '../../src/text/word-list.ts';

const letters = ['a', 'b', 'c', 'd'];

test.each([0, 1, 2, 3, 4])('%i words are listed as American English lists them', (count) => {
  const words = letters.slice(0, count);
  const listed = (type: Intl.ListFormatType): string => new Intl.ListFormat('en-US', { type }).format(words);
  expect([alternatives(words), allOf(words)]).toEqual([listed('disjunction'), listed('conjunction')]);
});
