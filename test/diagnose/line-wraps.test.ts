import { describe, expect, test } from 'vitest';
import { type Break, isWrapped, separatesScopes } from '../../src/diagnose/recognize/line-wraps.ts';

const host = 'https://api.zoominfo.com';
const state = `${host}/authorize?state=abc`;
const challenge = `${host}/authorize?code_challenge=${'A'.repeat(40)}`;

type Row = readonly [tail: string, word: string, further?: Partial<Break>];

const complete = (rows: readonly Row[]) =>
  rows.map(([tail, word, further = {}]): [string, string, Partial<Break>] => [tail, word, further]);

/** Unless a row says otherwise, the word is alone on the next line. */
const wraps = (tail: string, word: string, further: Partial<Break>): boolean => {
  const isQuery = tail.includes('?');
  return isWrapped({ tail, word, isQuery, lineBreaks: 1, isAlone: true, width: undefined, ...further });
};

const after = { isAlone: false };
const spaced = { lineBreaks: 0 };
const apart = { lineBreaks: 2 };

describe('the URL before continues', () => {
  test.each(
    complete([
      [`${state}&`, 'client_id=x'],
      [`${state}&redirect_uri=`, 'https://b.example/'],
      [`${state}&redirect_uri=https%3A%2F%2F`, 'b.example/x?y=1'],
      [`${state}&redirect_uri=https://b.example`, '/x?y=1'],
      ['https://api.zoo', 'minfo.com/x?client_id=1'],
      ['https://my-api', '.zoominfo.com/x?client_id=1'],
      [host, '/x?client_id=1'],
      [`${host}/gtm`, '/oauth'],
      [`${host}/gtm`, 'oauth'],
      [`${host}/gtm/o%20`, 'auth-x?a'],
      ['htt', 'ps://a.example/?x=1'],
      ['"htt', 'ps://a.example/?x=1'],
      ['https:/', '/a.example/?x=1'],
      ['client_', 'id=x'],
      [state, '&scope=a', apart],
      [state, '%26scope%3Da', apart],
      [`${state}&redirect`, '_uri=x'],
      [`${state}&redirect`, '_uri=x', spaced],
      [`${state}&redirect`, '_uri%3Dx', after],
      [state, 'def&scope=x', spaced],
      [`${state}&nonce=`, 'word'],
      [`${state}&nonce=`, 'Kj-x', after],
      [`${state}%2`, 'Word'],
      [`${state}+`, 'Word'],
      [state, 'word', { width: 'full', ...after }],
      [state, 'Word', { width: 'full' }],
      [state, 'Kj-x', { width: 'full', ...after }],
      [challenge, 'BcD', after],
      [challenge, 'BcD&', after],
      ...[...'.,)|"\'`>'].map((mark): Row => [challenge, `BcD${mark}`, after]),
      [challenge.replace('=A', '%3DA'), 'BcD', after],
      [challenge.replace('=A', '%253DA'), 'BcD%2526', after],
      [state, 'word'],
      [state, 'x1', after],
      [state, 'Kj-x', { width: 'short' }],
    ]),
  )('%s, then %s %j', (tail, word, further) => {
    expect(wraps(tail, word, further)).toBe(true);
  });
});

describe('the URL before has ended', () => {
  test.each(
    complete([
      [state, 'client_id=x'],
      [state, 'client_id=x', { width: 'full' }],
      [state, 'https://b.example/'],
      [state, '(https://b.example/'],
      [state, 'b.example/x?client_id=1'],
      [state, '/x?client_id=1'],
      [state, '?client_id=1'],
      [host, 'b.example/x?client_id=1'],
      [host, '/x?client_id=1', apart],
      ['see', 'there'],
      ['see', 'https://b.example/x'],
      [`${host}/gtm`, 'Forbidden'],
      [`${host}/gtm`, 'oauth', after],
      [state, 'def1', apart],
      [state, 'def1', spaced],
      ...[...'"\'`”’»)]}>', '".', ')?!'].map((mark): Row => [`${state}${mark}`, 'def1']),
      ...[...'"\'“‘«<>{}[]()|\\…'].map((mark): Row => [`${state}&nonce=`, `${mark}x1`]),
      ...['HTTP/1.1', 'https:', 'Host:', 'x-y:'].map((word): Row => [`${state}&nonce=`, word]),
      [`${state}&nonce=`, 'Word', after],
      [state, 'Word', { width: 'full', ...after }],
      [state, 'word', after],
      [challenge, 'BcDe', after],
      [challenge, 'Bc', after],
      [challenge, 'Bc.D', after],
      [state, 'word', { width: 'short' }],
      [state, 'Forbidden'],
    ]),
  )('%s, then %s %j', (tail, word, further) => {
    expect(wraps(tail, word, further)).toBe(false);
  });
});

test.each([
  ['?scope=api:data:company', 'api:data:contact', true],
  ['&scope=api:da-ta', 'a-pi:da-ta&state=x', true],
  ['scope=a', 'b:c', true],
  ['?scope=a,', 'b:c', false],
  ['?scope=a&state=b', 'b:c', false],
  ['?xscope=a', 'b:c', false],
  ['?scope=a', 'and', false],
  ['?scope=a', 'B:c', false],
  ['?scope=a', 'b:c.', false],
])('a space between %s and %s separates scopes: %s', (tail, word, separates) => {
  expect(separatesScopes(tail, word)).toBe(separates);
});
