import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseClientId, parseClientSecret } from '../../src/answers/credentials.ts';
import { placeholderProblem } from '../../src/answers/placeholders.ts';
import { problemOf } from '../../src/text/result.ts';
import { clientId, clientSecret } from '../support/setup-fixture.ts';

/** By kind: placeholders in documentation, templates, shells, consoles and logs. */
const placeholders: Readonly<Record<string, readonly string[]>> = {
  brackets: [
    '<CLIENT-SECRET>',
    '<your client id>',
    '[client secret]',
    '{client_id}',
    '(not set)',
    '«id»',
    '＜secret＞',
    '【ID】',
    '<<SECRET>>',
    '[[id]]',
  ],
  'template syntax': [
    '{{ client_id }}',
    '{{client_id}}',
    '${CLIENT_ID}',
    '${{ secrets.CLIENT_SECRET }}',
    '$(CLIENT_SECRET)',
    '<%= secret %>',
    '{% id %}',
    '#{id}',
    '#{client.secret}#',
    '@{variables("id")}',
    '%{CLIENT_ID}',
    '$[variables.id]',
  ],
  variables: [
    '$CLIENT_SECRET',
    '$clientSecret',
    '$secret',
    '$env:CLIENT_SECRET',
    '%CLIENT_ID%',
    '%%CLIENT_ID%%',
    '!SECRET!',
    '@@SECRET@@',
    '__CLIENT_SECRET__',
    ':client_id',
    ':client_id:',
    '#SECRET#',
    '**SECRET**',
    'process.env.CLIENT_ID',
    "os.environ['ID']",
    'secrets.CLIENT_SECRET',
    'env.CLIENT_ID',
    'var.client_id',
  ],
  'secret stores': [
    'op://vault/item/secret',
    '@Microsoft.KeyVault(SecretUri=x)',
    '!vault',
    'arn:aws:secretsmanager:x',
    'vault:secret/data/x#id',
  ],
  words: [
    'YOUR_CLIENT_ID',
    'your-client-id',
    'YourClientSecret',
    'yourclientsecret',
    'client-id',
    'clientId',
    'CLIENT_SECRET',
    'client_secret_here',
    'MyClientId',
    'zoominfo-client-id',
    'theSecret',
    'secret',
    'app secret',
    'client id',
    'SECRET_1',
    'client-secret-123',
    'pending',
    'skipped',
    'api key',
    'dummy',
    'DUMMY_SECRET',
    'dummy-client-id',
    'fake-secret',
    'sample_id',
    'example',
    'exampleClientId',
    'placeholder',
    'password',
    'Password123',
    'changeme',
    'change-me',
    'replace me',
    'REPLACEME',
    'todo',
    'TODO: secret',
    'tbd',
    'TBA',
    'n/a',
    'N/A',
    'none',
    'null',
    'undefined',
    'nil',
    'unknown',
    'empty',
    'foo',
    'foobar',
    'oauth2secret',
    'qwerty',
    'string',
  ],
  orders: [
    'REPLACE_WITH_CLIENT_SECRET',
    'REPLACE_WITH_ACME_VALUE',
    'insert-acme-secret',
    'Enter Your Secret Here',
    'paste_it_between_these',
    'PUT-SECRET-HERE',
    'add_from_vault',
    'your-acme-app-id',
    'TODO_ASK_ADMIN',
  ],
  runs: [
    '0oaxxxxxxxx',
    'xxxxxxxx',
    'XXXX-XXXX-XXXX',
    'x x x',
    'xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx',
    '00000000',
    '0000-0000',
    '1111',
    '123456',
    '1234567890',
    '12345678901234567890',
  ],
  'nothing but marks': ['...', '…', '……', '---', '___', '????', '-', '.', '- - -', '///', '=', '~~~'],
  'cut values': ['0oa1...', '0oa1…f7', 'abc...xyz'],
  redacted: [
    '[REDACTED]',
    'REDACTED',
    '<redacted>',
    'removed',
    '(hidden)',
    'masked',
    '[Filtered]',
    'confidential',
  ],
};

const maskedTexts = [
  '********',
  '***',
  '••••',
  '•',
  '●●●●●●',
  '∙∙∙∙',
  '····',
  '◦◦◦◦',
  '▪▪▪▪',
  '■■■■',
  '⬤⬤⬤',
  '○○○○',
  '◉◉◉',
  '‣‣‣',
  '⁃⁃⁃',
  '∗∗∗∗',
  '⋅⋅⋅',
  '＊＊＊＊',
  '・・・',
  '░░░░',
  '████',
  '★★★',
  '***REMOVED***',
  '0oa1********',
  '••••••••aB3x',
  'abcd****wxyz',
];

describe.each(Object.entries(placeholders))('%s', (_kind, texts) => {
  test.each(texts)('%s is rejected as a Client ID and as a Client Secret', (text) => {
    expect(placeholderProblem(text)).toBe('looks like a placeholder');
    expect(placeholderProblem(`  ${text}\n`)).toBe('looks like a placeholder');
    expect(problemOf(parseClientId(text))).toBeDefined();
    expect(problemOf(parseClientSecret(text))).toBeDefined();
  });
});

test.each(maskedTexts)('%s is masked', (text) => {
  expect(problemOf(parseClientId(text))).toContain('is masked. Reveal it');
  expect(problemOf(parseClientSecret(text))).toContain('is masked. Reveal it');
});

test.each([
  'Client ID: 0oa1b2c3d4E5F6g7h8i9',
  'Client Secret: abc',
  'client_secret=q7Hs2kd9Lx',
  'ZI_OAUTH_CLIENT_ID=0oa1b2c3',
])('%s is a value with its label', (text) => {
  expect(problemOf(parseClientId(text))).toContain('includes the name of a field. Copy only the value');
  expect(problemOf(parseClientSecret(text))).toContain('includes the name of a field. Copy only the value');
});

test.each(['sec ret', 'se cret', 'clie nt id', 'p lease'])("%s isn't made of words", (text) => {
  expect(problemOf(parseClientSecret(text))).toContain('a space at position');
});

/** Texts like those of a secret generator, unlike fast-check's own, which prefer odd ones such as one repeated letter. */
const random = fc
  .record({
    seed: fc.nat(),
    length: fc.integer({ min: 20, max: 64 }),
    encoding: fc.constantFrom('base64url' as const, 'hex' as const),
  })
  .map(({ seed, length, encoding }) =>
    createHash('sha512').update(String(seed)).digest(encoding).slice(0, length),
  );

test('random text is never rejected', () => {
  fc.assert(
    fc.property(random, (text) => {
      expect(problemOf(parseClientId(text))).toBeUndefined();
      expect(problemOf(parseClientSecret(text))).toBeUndefined();
    }),
    { numRuns: 10_000 },
  );
});

test.each([
  clientId,
  clientSecret,
  '0oa1b2c3d4E5F6g7h8i9',
  'my-App',
  'zoominfo-dev',
  '12',
  'test-1',
  'acme-crm',
  'a1b2c3',
  '5f2b6c1e-7d3a-4f0e-9b1c-2d3e4f5a6b7c',
  'it\'s-$ecret"',
  'correct-horse-battery-staple',
  'd41d8cd98f00b204e9800998ecf8427e',
  'Secret_12345x',
  '{q7Hs2kd9Lx)',
  'q7Hs2kd9Lx...Vn4Rt8Bm',
  'S3cr3t!',
])('%s may be real', (text) => {
  expect(placeholderProblem(text)).toBeUndefined();
});

test('long text is judged in no time', () => {
  for (const part of ['a', 'x1', 'client', 'id', '(', '${', ':', 'an a '])
    expect(placeholderProblem(part.repeat(60_000 / part.length))).toBeUndefined();
}, 2000);
