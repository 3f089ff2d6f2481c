import { expect, test } from 'vitest';
import { parseUrl } from '../../src/text/parse-url.ts';
import { sourceFiles } from '../support/source.ts';

test.each([
  ['https://api.example/a?b=c', undefined, 'https://api.example/a?b=c'],
  ['https://B\u00fccher.invalid/x', undefined, 'https://xn--bcher-kva.invalid/x'],
  ['/a', 'https://api.example/b', 'https://api.example/a'],
  ['', undefined, undefined],
  ['api.example', undefined, undefined],
  ['http://a b/', undefined, undefined],
])('%j relative to %j', (text, base, href) => {
  expect(parseUrl(text, base === undefined ? undefined : new URL(base))?.href).toBe(href);
});

test('nothing calls URL.canParse, which rejects non-ASCII texts once Node.js 20 has optimized it', () => {
  expect(sourceFiles.filter(({ text }) => text.includes('canParse(')).map(({ path }) => path)).toEqual([]);
});
