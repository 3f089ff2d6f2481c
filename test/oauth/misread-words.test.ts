import { expect, test } from 'vitest';
import { withoutMisreadings } from '../../src/oauth/misread-words.ts';
import { protocolWords } from '../../src/oauth/protocol-words.ts';

const joined = protocolWords.filter((word) => word.includes('_'));

/** How a picture of a word can be read. */
const misread: readonly (readonly [what: string, reading: (word: string) => string])[] = [
  ['l for i', (word) => word.replaceAll('i', 'l')],
  ['I for l', (word) => word.replaceAll('l', 'I')],
  ['1 for i', (word) => word.replaceAll('i', '1')],
  ['| for l', (word) => word.replaceAll('l', '|')],
  ['0 for o', (word) => word.replaceAll('o', '0')],
  ['ligatures', (word) => word.replaceAll('fi', '\ufb01')],
  ['a space before underscores', (word) => word.replaceAll('_', ' _')],
  ['a space after underscores', (word) => word.replaceAll('_', '_ ')],
  ['spaces around underscores', (word) => word.replaceAll('_', ' _ ')],
];

test.each(misread)('%s in the words of OAuth', (_, reading) => {
  for (const word of joined)
    for (const around of ['', "'", '"', '(', ': ']) {
      const text = (shown: string) => `Error ${around}${shown}${around} in the sign-in`;
      expect(withoutMisreadings(text(reading(word)))).toBe(text(word));
    }
});

test.each([
  ['PKCE veri\ufb01cation failed.', 'PKCE verification failed.'],
  ['The code veri\ufb01er is missing', 'The code verifier is missing'],
  ['"\ufb02ow"', '"flow"'],
])('ligatures in other words: %s', (text, plain) => {
  expect(withoutMisreadings(text)).toBe(plain);
});

test.each([
  'invalid_client',
  'INVALID_CLIENT',
  'invalid client',
  'x_invaIid_scope',
  'invaIid_scope_x',
  'my-invaIid_scope',
  'invaIid_scope-x',
  'invaIid_scope/x',
  'invaIid_scope:x',
  'https://x.example/invaIid_scope',
  'cIient',
  'api:gtm-con\ufb01g:read',
  'https://x.example/\ufb01le',
  '\ufb01le.txt',
  'a\ufb010b',
  '0oaIl10O_Il10O',
])('nothing else changes: %s', (text) => {
  expect(withoutMisreadings(text)).toBe(text);
});
