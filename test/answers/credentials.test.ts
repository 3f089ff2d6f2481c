import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  credentialMixUp,
  enteredSecretProblem,
  mayContainSecret,
  parseClientId,
  parseClientSecret,
  secretFormProblem,
  secretProblem,
} from '../../src/answers/credentials.ts';
import { problemOf } from '../../src/text/result.ts';
import { anyText } from '../support/any-text.ts';

describe('a Client ID', () => {
  test.each([
    '0oa1b2c3d4E5F6g7h8i9',
    'abc-DEF_123.456~x',
    'a'.repeat(64),
    '123-abc.apps.example.com',
    'me@acme',
    'a.b/c',
    '0oa.abc#1',
    '0oa.abc/1',
    'com.acme.app?x',
    'com.acme.app/9f3',
    'node.js/9f3',
    'acme.com#1',
    'v1.2:9f3',
    'abc.',
    'a,b;c',
    '3f2504e0-4f89-11d3-9a0c-0305e82c3301',
  ])('%s is accepted', (clientId) => {
    expect(problemOf(parseClientId(clientId))).toBeUndefined();
  });

  test.each([
    ['0oa1 b2', 'a space at position 5'],
    ['0oa\u200b', 'a zero-width space (U+200B) at position 4'],
    ['\ufeff0oa', 'a byte order mark (U+FEFF) at position 1'],
    ['0oa\n', 'a line break at position 4'],
    ['0oä', 'non-ASCII character (U+00E4) at position 3'],
    ['😀', 'non-ASCII character (U+1F600) at position 1'],
    ['\x1b[2J', 'an escape character (U+001B) at position 1'],
    ['"0oa"', 'is in double quotation marks'],
    ["'0oa'", 'is in single quotation marks'],
    ["0oa'", 'a single quotation mark at position 4'],
    ['0oa1 ', 'has a trailing space (position 5)'],
    ['::set-output name=x::y', 'CI logs read'],
    ['0oa##[group]x', 'CI logs read'],
    ['<your client id>', 'looks like a placeholder'],
    ['YOUR_CLIENT_ID', 'looks like a placeholder'],
    ['${CLIENT_ID}', 'looks like a placeholder'],
    ['{{client_id}}', 'looks like a placeholder'],
    ['client-id', 'looks like a placeholder'],
    ['xxxxxxxx', 'looks like a placeholder'],
    ['...', 'looks like a placeholder'],
    ['••••••••', 'is masked'],
    ['https://developer.zoominfo.com/app/1', 'is a URL'],
    ['me@acme.com', 'is an email address'],
    ['mailto:first.last+zi@mail.acme.co.uk', 'is an email address'],
    [' me@acme.com ', 'is an email address'],
    ['developer.zoominfo.com', 'is a URL'],
    ['gtm-studio.zoominfo.com/#/builder/apps', 'is a URL'],
    ['apps.na-east.jitterbit.com:443', 'is a URL'],
    ['acme.com/apps?id=1', 'is a URL'],
    ...[',', '.', ';', ':', '/'].map((mark) => [
      `0oaAbCdEfGhIjKlMnOpQ${mark}`,
      `has a trailing "${mark}" (position 21)`,
    ]),
    ...['me@acme.com,', 'me@acme.com.', 'me@acme.com?subject=x', 'me@localhost', 'mailto:me@localhost;'].map(
      (address) => [address, 'is an email address'],
    ),
    ...[
      '//api.zoominfo.com/x',
      '//acme.example',
      'api.zoominfo.com.',
      'api.zoominfo.com,',
      'acme.com./x',
    ].map((address) => [address, 'is a URL']),
    ...['localhost:8080/callback', '127.0.0.1:8910/callback', '127.0.0.1/x', 'acme.example:443'].map(
      (address) => [address, 'is a URL'],
    ),
    ['acme.co.jp/x', 'is a URL'],
    ['api:data:company', 'is a scope'],
    ['api:gtm-config:read', 'is a scope'],
    ['eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.', 'is a token'],
    ['ZoomInfo', 'looks like a placeholder'],
  ])('%j is rejected', (clientId, problem) => {
    expect(problemOf(parseClientId(clientId))).toContain(problem);
  });
});

describe('a Client Secret', () => {
  test.each([`it's-$ecret"`, 'a+b/c=d%20', "o'clock", 'p@ss.word', 'x.yz/Ab1', 'eyJ-x.y', 'a@b'])(
    '%s is accepted',
    (secret) => {
      expect(problemOf(parseClientSecret(secret))).toBeUndefined();
    },
  );

  test.each([
    ['"quoted-secret"', 'quotation marks'],
    ['*****', 'is masked'],
    ['<secret>', 'looks like a placeholder'],
    ['sec\tret', 'a tab at position 4'],
    ['https://apps.na-east.jitterbit.com/design-studio/api/v1/oauth/authcode', 'is a URL'],
    ['developer.zoominfo.com/apps', 'is a URL'],
    ['api:data:news', 'is a scope'],
    ['me@example.com', 'is an email address'],
    ['mailto:first.last@acme.co.uk', 'is an email address'],
    ['eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ4In0.Zm9v_-', 'is a token'],
    ['eyJhbGciOiJkaXIifQ..aXY.Y2lwaGVy.dGFn', 'is a token'],
    ['ZoomInfo', 'looks like a placeholder'],
    ['Jitterbit', 'looks like a placeholder'],
  ])('%j is rejected', (secret, problem) => {
    expect(problemOf(parseClientSecret(secret))).toContain(problem);
  });

  test('is never echoed', () => {
    fc.assert(
      fc.property(
        anyText({ minLength: 12 }),
        (secret) => !problemOf(parseClientSecret(secret))?.includes(secret),
      ),
    );
  });
});

test.each([
  ['a-secret-text', 'contains the Client Secret.'],
  ['It is a-secret-text!', 'contains the Client Secret.'],
  ['a-secret', undefined],
  ['A-SECRET-TEXT', undefined],
  ['x'.repeat(43), 'contains the code verifier.'],
  ['short', undefined],
])('%j as a text that anyone may see: %s', (text, problem) => {
  const secrets = { clientSecret: 'a-secret-text', codeVerifier: 'x'.repeat(43) };
  expect(secretProblem(text, secrets)).toBe(problem);
  expect(secretProblem(text, { clientSecret: 'short' })).toBeUndefined();
});

test.each([
  ['same-text', 'same-text', 'equal'],
  ['aSecretOfFortyCharactersOrSo', '0oaAbCdEfGhIjKlMnOpQ', 'swapped'],
  ['0oaAbCdEfGhIjKlMnOpQ', 'aSecretOfFortyCharactersOrSo', undefined],
  ['0oaAbCdEfGhIjKlMnOpQ', '0oaAbCdEfGhIjKlMnOpR', undefined],
])('Client ID %s with Client Secret %s: %s', (clientId, secret, mixUp) => {
  expect(credentialMixUp(clientId, secret)).toBe(mixUp);
});

const [id, otherId, secret] = [
  '0oaAbCdEfGhIjKlMnOpQ',
  '0oaAbCdEfGhIjKlMnOpR',
  'aSecretOfFortyCharactersOrSo',
];

test.each<[secret: string, id: string | null, saved: RegExp | undefined, entered: RegExp | undefined]>([
  [secret, id, undefined, undefined],
  [secret, null, undefined, undefined],
  [otherId, id, /^looks like a Client ID\. Copy/, /^looks like a Client ID\. Copy/],
  [otherId, null, /^looks like/, /^looks like/],
  // Both are mix-ups, and only the first shows at the prompt which one is wrong.
  [id, id, undefined, /^is the same as the Client ID\. Copy/],
  [id, secret, undefined, undefined],
  [secret, secret, undefined, undefined],
])('Client Secret %s with Client ID %s: %s when saved, %s when entered', (given, with_, saved, entered) => {
  expect(secretFormProblem(given, with_) ?? '').toMatch(saved ?? /^$/);
  expect(enteredSecretProblem(given, with_) ?? '').toMatch(entered ?? /^$/);
});

test.each([
  [id, false],
  [`"${id}"`, false],
  [`${id} ${otherId}`, false],
  ['0oa 1', false],
  [`${id} ${secret}`, true],
  [`${secret}\t${id}`, true],
  [`${id}${secret}`, true],
  ['Zk3_q-9f Pw7L', true],
])('a rejected Client ID %s may contain a secret: %s', (text, may) => {
  expect(mayContainSecret(text)).toBe(may);
});
