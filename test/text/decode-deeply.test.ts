import { describe, expect, test } from 'vitest';
import { decodedDeeply } from '../../src/text/decode-deeply.ts';
import { respelled } from '../../src/text/loose-spellings.ts';

/** The named entities of ASCII punctuation, in order; `-` and `~` have none. */
const marks = '!"#$%&\'()*+,./:;<=>?@[\\]^_`{|}';
const names =
  'excl quot num dollar percnt amp apos lpar rpar ast plus comma period sol colon semi lt equals gt quest commat lsqb bsol rsqb Hat lowbar grave lcub verbar rcub';

test('punctuation is decoded from named entities', () => {
  const entities = names.split(' ').map((name) => `&${name};`);
  expect(entities.map((each) => decodedDeeply(each))).toEqual([...marks]);
  expect(decodedDeeply('&lbrack;&rbrack;&lbrace;&rbrace;&vert;')).toBe('[]{}|');
  expect(decodedDeeply('a&shy;b&zwj;c&zwnj;d&ZeroWidthSpace;e')).toBe('abcde');
  expect(decodedDeeply('a&nbsp;b&Tab;c&NewLine;d')).toBe('a b\tc\nd');
});

test.each([
  ['%41%6a%6A%7e', 'Ajj~'],
  ['%C3%A9\\u00e9&#233;&#xE9;&#Xe9;', 'ééééé'],
  ['\\x41\\u0041&#65;&#x41;', 'AAAA'],
  ['&#x00000041;&#00000065;', 'AA'],
  ['&#x10ffff;', '\u{10ffff}'],
  [`\\"\\'\\/\\\``, '"\'/`'],
  ['a\\nb\\rc\\td\\be\\ff\\vg\\0h', 'abcdefgh'],
  ['a\\\\q\\\\n', 'a\\q'],
  ['%2541%252541', 'AA'],
  ['&amp;#65;&amp;amp;#65;', 'AA'],
  ['%26%2365%3B', 'A'],
  ['\\u0026#65;\\\\u0041', 'AA'],
  ['%3', '%3'],
  ['%g1%1g', '%g1%1g'],
  ['%@A%`A%/A%:A%GA', '%@A%`A%/A%:A%GA'],
  ['&nope;&#x110000;&#;&;', '&nope;&#x110000;&#;&;'],
  ['&x#65;&#65x;&#x41x;', '&x#65;&#65x;&#x41x;'],
  ['\\q', '\\q'],
  ['a<b>c</b>d', 'a<b>c</b>d'],
])('%j is decoded to %j', (text, decoded) => {
  expect(decodedDeeply(text)).toBe(decoded);
});

test.each([
  '41',
  'x41',
  'u0041',
  '\\x4g',
  '\\u004g',
  '\\uz041',
  '\\u0z41',
  '\\u00z1',
  '\\q0041',
  '\\q41',
  '/x41',
  '/u0041',
])("%j isn't an escape", (text) => {
  expect(decodedDeeply(text)).toBe(text);
});

describe('tags', () => {
  test.each([
    ['a<b>c</b>d', 'acd'],
    ['a<b<c>d>e', 'ae'],
    ['a<b<c>d', 'a<bd'],
    ['a&lt;b&gt;c%3cd%3ee', 'ace'],
    ['a > b < c', 'a > b < c'],
    ['%<b>41', 'A'],
    ['<<%3e>a', 'a'],
  ])('%j is %j without them', (text, rest) => {
    expect(decodedDeeply(text, true)).toBe(rest);
  });
});

test.each([
  ['&#65&#66 &#x41&#X42g', '&#65;&#66; &#x41;&#X42;g'],
  ['&#65;&#x41;', '&#65;&#x41;'],
  ['&#65f', '&#65;f'],
  ['%u0041%uD83D', '\\u0041\\uD83D'],
  ['%u004', '%u004'],
  ['\\u{41}\\u{0041}\\u{000041}', '\\u0041\\u0041\\u0041'],
  ['a\\\nb\\\r\nc', 'abc'],
  ['\\101\\176\\477', 'A~\\477'],
  ['a&thinsp;b&amp;c&x;d', 'ab&amp;c&x;d'],
])('%j is respelled as %j', (text, expected) => {
  expect(respelled(text)).toBe(expected);
});
