import { expect, test } from 'vitest';
import { lookup } from '../../src/text/lookup.ts';
import { sourceFiles } from '../support/source.ts';

const inherited = Object.getOwnPropertyNames(Object.prototype);

test.each(inherited)('%s is only found in a table that contains it', (name) => {
  expect(lookup({ known: 1 }, name)).toBeUndefined();
  expect(lookup(JSON.parse(`{"${name}": 1}`), name)).toBe(1);
});

test('a number or undefined can be looked up, too', () => {
  expect(lookup({ 404: 'wrong' }, 404)).toBe('wrong');
  expect(lookup({ known: 1 }, undefined)).toBeUndefined();
});

/** Constants with any text or number as a key: only these can be indexed with a missing key. */
const tables = sourceFiles.flatMap(({ path, text }) =>
  [...text.matchAll(/\bconst (\w+): (?:Readonly<)?Record<(?:string|number), /g)].map(([, name = '']) => ({
    path,
    name,
    isIndexed: new RegExp(`(?<![\\w.])${name}(?:\\?\\.)?\\[(?!')`).test(text),
  })),
);

test('no table in the source is indexed directly', () => {
  expect(tables.length).toBeGreaterThan(8);
  expect(tables.filter(({ isIndexed }) => isIndexed)).toEqual([]);
});

test('no source file checks for a key with "in"', () => {
  const users = sourceFiles.filter(({ text }) => /\(\w+ in \w+\)/.test(text)).map(({ path }) => path);
  expect(users).toEqual([]);
});
