import { describe, expect, test } from 'vitest';
import { type Break, isWrapped } from '../../src/diagnose/recognize/line-wraps.ts';
import { separatesScopes } from '../../src/diagnose/recognize/scope-words.ts';
import { unwrapped } from '../../src/diagnose/recognize/unwrapped.ts';
import { wordsOf } from '../../src/diagnose/recognize/words-in-lines.ts';
import { unescaped } from '../../src/oauth/paste-escapes.ts';
import { clientId } from '../support/setup-fixture.ts';

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
      [`${state}&redirect_uri=`, 'https://apps.na-east.jitterbit'],
      [`${state}&redirect_uri=https%3A%2F%2F`, 'b.example/x?y=1'],
      [`${host}/?u=%2Fx%3Fto%3D`, 'https://b.example/x?y=1'],
      [`${state}&redirect_uri=https://b.example`, '/x?y=1'],
      [`${state}&redirect_uri=https://`, 'b.example/x?y=1'],
      [`${host}/?state=(a)b`, 'def1'],
      [`${host}/gtm`, 'o%20auth-x'],
      ['https://api.zoo', 'minfo.com/x?client_id=1'],
      ['https://my-api', '.zoominfo.com/x?client_id=1'],
      ['https://my-api.zoo', 'minfo.com/x?client_id=1'],
      ['my-api.zoo', 'minfo/x?client_id=1'],
      ['/gtm/oa', 'uth?client_id=1', after],
      [host, '/x?client_id=1'],
      [`${host}/gtm`, '/oauth'],
      [`${host}/gtm`, 'oauth'],
      [`${host}/gtm/o%20`, 'auth-x?a'],
      [`${host}/gtm`, 'oauth?my-x'],
      ['htt', 'ps://a.example/?x=1'],
      ['"htt', 'ps://a.example/?x=1'],
      ['https:/', '/a.example/?x=1'],
      ['https', '%253A%252F%252Fa.example%252F%253Fx%253D1'],
      ['client_', 'id=x'],
      [state, '&scope=a', apart],
      [state, '&'],
      [state, '/a=b?c=1'],
      [state, '%26scope%3Da', apart],
      [`${state}&redirect`, '_uri=x'],
      [`${state}&redirect`, '_uri=x', spaced],
      [`${state}&my-x`, '.y-z=1', spaced],
      [`${state}&`, 'my-x.y%253D1', spaced],
      [`${state}%26my-x`, '.y-z=1', spaced],
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
      ...[...'.,)|"\'`<>'].map((mark): Row => [challenge, `BcD${mark}`, after]),
      [`${challenge}Bc`, 'd">Sign', after],
      [challenge.replace('=A', '%3DA'), 'BcD', after],
      [challenge.replace('=A', '%253DA'), 'BcD%2526', after],
      [`${host}/?code_challenge=${'0f'.repeat(21)}a`, 'f0'.repeat(10), { width: 'full' }],
      [`${host}/?response_type=co`, 'de,'],
      [`${host}/?scope=api%3Adata%3`, 'Aintent', after],
      [`${host}/?response_type=co`, 'de</td>', { width: 'full' }],
      [state, 'word</td>', { width: 'full' }],
      [`${state}&redirect_uri=`, 'http://apps.na-east.jitterbit.com/'],
      [`${host}/?response_type=code`, '%20token'],
      [`${host}/?response_type=code%`, '2520'],
      [`${host}/?response_type=code%2`, '0token'],
      [`${host}/?scope=api:data:company`, '+api:data:news'],
      [`${host}/?scope=api%3Adata%3Acom`, 'pany'],
      [`${host}/?scope=api%253Adata%253A`, 'company.'],
      [`${host}/?client_id=0oaTestClient`, 'Id12345'],
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
      [`${state}%3D`, 'https://b.example/'],
      [`${state}==`, 'https://b.example/'],
      [`${state}%252F`, 'https://b.example/', spaced],
      [`${state}%2F`, 'b.example/x?client_id=1'],
      [state, 'b.example/x?client_id=1'],
      [state, '/x?client_id=1'],
      [state, '?client_id=1'],
      [host, 'b.example/x?client_id=1'],
      [host, '/x?client_id=1', apart],
      [host, '?client_id=1', apart],
      [`${state}&redirect_uri=`, '(http://b.example/'],
      [state, '?my-x.y=1'],
      [state, 'b.example/x?my-y.z=1'],
      [`${state}&x`, 'word', spaced],
      [state, 'x=1', spaced],
      ...['com', 'net', 'org', 'io'].map((end): Row => [`https://a.${end}`, 'b.example/x?y=1']),
      [`${host}/gtm`, 'x1,y'],
      [`${host}/gtm`, 'a+b1'],
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
      ...['Thanks', 'anna-lena', '--', '%', '10:33'].map((word): Row => [challenge, word, { width: 'full' }]),
      ...['response_type=code', 'code_challenge_method=S256', 'scope=api%3Adata%3Acompany'].map(
        (end): Row => [`${host}/?${end}`, 'x1', { width: 'full' }],
      ),
      [`${host}/?client_id=${clientId}`, 'x1', { width: 'full' }],
      [`${host}/?client_id=1`, 'word', { width: 'full' }],
      [`${host}/?response_type=code`, '====='],
      [`${host}/?code_challenge=`, 'https://example.com/help/signing-in'],
      [`${host}/?redirect_uri=https%3A%2F%2Fapps`, 'Thanks'],
      [`${host}/?redirect_uri=https://apps`, '2026-11-26'],
      [`${host}/?redirect_uri=https://apps.`, 'https://example.com/help/signing-in'],
      [`${host}/?scope=api%3Adata%3Acom`, '10:33'],
      ...['FYI', 'abc123', 'x'].map((word): Row => [`${host}/?scope=api%3Adata%3Anews%`, word]),
      [`${host}/?code_challenge=${'-'.repeat(42)}`, 'Müller'],
      ...['Thanks', 'MacDonald', 'Anna-Lena', 'STOP', 'INC-0042', '404', '2026-11-26', '--'].map(
        (word): Row => [`${host}/?code_challenge=${'-'.repeat(43 - word.length)}`, word, { width: 'full' }],
      ),
      [`${host}/?code_challenge_method=`, 'bob@example.com'],
      ...['OK', 'It', '42'].map((word): Row => [`${host}/?code_challenge=${'-'.repeat(41)}`, word, after]),
      [`${state}&resp`, 'best'],
      [`${state}&scope`, '====='],
      [`${state}&`, 'word'],
      [`${challenge}BcD`, '.x', after],
      [`${challenge}BcD`, 'AAAA', after],
      [challenge, 'Bc', after],
      [challenge, 'Bc.D', after],
      [state, 'word', { width: 'short' }],
      [state, 'Forbidden'],
    ]),
  )('%s, then %s %j', (tail, word, further) => {
    expect(wraps(tail, word, further)).toBe(false);
  });
});

test.each<readonly [tail: string, word: string, separates: boolean]>([
  ['?scope=api:data:company', 'api:data:contact', true],
  ['&scope=api:da-ta', 'a-pi:da-ta&state=x', true],
  ['scope=a', 'b:c', true],
  ['?scope=a,', 'b:c', false],
  ['?scope=a&state=b', 'b:c', false],
  ['?xscope=a', 'b:c', false],
  ['?scope=a', 'and', false],
  ['?scope=a', 'B:c', false],
  ...[...'"\'`’”»)]}>.,;!?', '>).'].map((end) => ['?scope=a', `b:c${end}`, true] as const),
  ['?scope=a', 'b:c.d', false],
  ['?scope=a', '(b:c', false],
  ['?scope=a%20', 'b:c', false],
  ['?scope=a', 'offline_access&x=1', true],
  ['?scope=a', 'email', true],
  ['?scope=a', 'emails', false],
])('a space between %s and %s separates scopes: %s', (tail, word, separates) => {
  expect(separatesScopes({ tail, word, lineBreaks: 0 })).toBe(separates);
});

test.each([
  ['?scope=api:data:company', 'api:data:contact', 1, true],
  ['?scope=api:data:company', 'api:data:contact&state=x', 1, true],
  ['?scope=api:data:company', 'api:data:contact', 2, false],
  ['?scope=api:data:company', 'data:contact', 1, false],
  ['?scope=api:data:company', 'openid&x=1', 1, true],
  ['?scope=api:data:company', 'api:insights:read', 1, true],
  ['?scope=api:data:company', 'api:insights:reads', 1, false],
  ['?scope=api:data:company', 'email', 1, false],
  ['?scope=api:data:company%20', 'api:data:contact', 1, false],
  ['?scope=api:data:company+', 'api:data:contact', 1, false],
])(
  'white space between %s and %s with %i line breaks separates scopes: %s',
  (tail, word, lineBreaks, separates) => {
    expect(separatesScopes({ tail, word, lineBreaks })).toBe(separates);
  },
);

test('a word is measured in its lines', () => {
  const text = `ab c\n\n  a&#61;b \t\n${'x'.repeat(1200)} \n f g \nh`;
  const words = [...wordsOf(unescaped(text), text)];
  expect(words.map(({ lineBreaks, isAlone, widthBefore }) => [lineBreaks, isAlone, widthBefore])).toEqual([
    [0, false, 0],
    [0, true, 0],
    [2, true, 4],
    [1, true, 9],
    [1, false, 1000],
    [0, true, 0],
    [1, true, 4],
  ]);
});

describe('wrapped lines are joined', () => {
  const piecesOf = (text: string) => unwrapped(unescaped(text), text).map((piece) => piece.text);

  test.each([
    'https://a.example/gtm|/oauth|/x?client_id=1',
    'HTT|PS://a.example/x?client_id=1',
    'http://a.example/gtm|/oauth|/x?client_id=1',
    '&my-x.y|_z=1&client_id=2',
    '&x=1|&client_id=2',
    '&|client_id=1&state=2',
    'client_id=1|&state=word',
    '"htt|ps://a.example/x?client_id=1',
    'h|ttps://a.example/x?client_id=1',
    'a.exam|ple/x?client_id=1',
    'a.example/gt-|m/x?client_id=1',
    '/gtm/oa|uth?client_id=1',
    '(client_|id=x1&state=s1',
    'clien|t_id=x1&state=s1',
    '&my|_x=1&client_id=2',
    '?x%3D1|%26client_id%3D2',
    'https%3A%2F%2Fa.example%2F|x%3Fclient_id%3D1',
    '?client_id=1|&state=word|word',
    '?client_id=1&nonce=1|Kj-x',
    '?client_id=abcdefghi|&state=ABCDEFGHIJ|word',
    '?client_id=1& state=abc',
    '?client_id=1& state%3Dabc',
    '?client_id=1&sta|te=abc',
    '?client_id=abcdefghi|&state=ABCDEFGHIJKLM|Word',
    '?client_id=abcdefghi|&state=A b&nonce=abcd|Word',
  ])('%s', (text) => {
    expect(piecesOf(`x\n\n${text.replaceAll('|', '\n')}`)).toEqual([text.replace(/[| ]/g, '')]);
  });

  test.each([
    'https://a.example/gtm x?client_id=1',
    '?client_id=1 word',
    '?client_id=1&sta te',
    '?client_id=1&state=word\n\nx1',
    '?client_id=abcdefghi\n&state=A\nword',
    '?client_id=abcdefghi\n&state=ABCDEFGHIJK\nWord',
  ])('except %j', (text) => {
    const [end, begin] = text.split(/\s+/).slice(-2);
    expect(piecesOf(text)).not.toContainEqual(expect.stringContaining(`${end}${begin}`));
  });

  test('in which every character keeps its place', () => {
    const text = 'x ?client_id=1\n &amp;scope=a:b b:c\n &state=word';
    const plain = unescaped(text);
    const [piece] = unwrapped(plain, text);
    expect(piece?.text).toBe('?client_id=1&scope=a:b+b:c&state=word');
    expect([...(piece?.text ?? '')].map((_, index) => plain.text[piece?.placeOf(index) ?? 0]).join('')).toBe(
      piece?.text.replace('+', ' '),
    );
  });
});
