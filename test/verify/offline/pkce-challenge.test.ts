import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { deriveCodeChallenge } from '../../../src/oauth/pkce.ts';
import { temporaryFolder } from '../../support/folder.ts';
import { testWith } from '../../support/requirements.ts';
import { verifier as codeVerifier } from '../../support/setup-fixture.ts';
import { fixText, offlineCheck } from '../../support/verify-fixtures.ts';

const judge = (codeChallenge: string, verifier: string | undefined = codeVerifier) =>
  offlineCheck('pkce.challenge', { codeVerifier: verifier, codeChallenge });

/** What people really type. `$V` is the verifier. */
const shellMistakes: readonly [code: string, command: string][] = [
  [
    'trailing-newline',
    `echo "$V" | openssl dgst -binary -sha256 | openssl base64 | tr -d '=' | tr '+/' '-_'`,
  ],
  [
    'trailing-crlf',
    `printf '%s\\r\\n' "$V" | openssl dgst -binary -sha256 | openssl base64 | tr -d '=' | tr '+/' '-_'`,
  ],
  [
    'utf16',
    `printf %s "$V" | iconv -t UTF-16LE | openssl dgst -binary -sha256 | openssl base64 | tr -d '=' | tr '+/' '-_'`,
  ],
  [
    'utf16',
    `printf '%s\\r\\n' "$V" | iconv -t UTF-16LE | openssl dgst -binary -sha256 | openssl base64 | tr -d '=' | tr '+/' '-_'`,
  ],
  [
    'utf16',
    `printf '\\377\\376' > "$T"; printf '%s\\r\\n' "$V" | iconv -t UTF-16LE >> "$T"; openssl dgst -binary -sha256 < "$T" | basenc --base64url | tr -d '='`,
  ],
  [
    'utf16',
    `printf %s "$V" | iconv -t UTF-16BE | openssl dgst -binary -sha256 | openssl base64 | tr -d '=' | tr '+/' '-_'`,
  ],
  ['hex-digest', `printf %s "$V" | sha256sum | cut -d ' ' -f 1`],
  ['hex-digest', `printf %s "$V" | openssl dgst -binary -sha256 | xxd -p -c 64`],
  ['hex-digest', `printf %s "$V" | openssl dgst -binary -sha256 | xxd -p -u -c 64`],
  [
    'hex-then-base64url',
    `printf %s "$V" | openssl dgst -sha256 -r | cut -d ' ' -f 1 | tr -d '\\n' | openssl base64 -A | tr -d '=' | tr '+/' '-_'`,
  ],
  [
    'hex-then-base64url',
    `printf %s "$V" | openssl dgst -sha256 -r | cut -d ' ' -f 1 | openssl base64 -A | tr -d '=' | tr '+/' '-_'`,
  ],
  [
    'hex-then-base64url',
    `printf %s "$V" | openssl dgst -sha256 | openssl base64 -A | tr -d '=' | tr '+/' '-_'`,
  ],
  [
    'hex-then-base64url',
    `printf %s "$V" | openssl dgst -binary -sha256 | xxd -p -c 64 | tr -d '\\n' | base64 -w 0`,
  ],
  ['padded', `printf %s "$V" | openssl dgst -binary -sha256 | openssl base64 | tr '+/' '-_'`],
  ['standard-base64', `printf %s "$V" | openssl dgst -binary -sha256 | openssl base64`],
  ['standard-base64', `printf %s "$V" | openssl dgst -binary -sha256 | openssl base64 | tr -d '='`],
  ['trailing-newline', `echo "$V" | sha256sum | cut -d ' ' -f 1`],
  ['trailing-newline', `echo "$V" | openssl dgst -binary -sha256 | openssl base64`],
];

/** Its standard base64 contains "+" and "/"; without them, that mistake would go unnoticed. */
const awkwardVerifier = Array.from(
  { length: 500 },
  (_, index) => `${codeVerifier.slice(4)}${1000 + index}`,
).find((verifier) => /(?=.*-)(?=.*_)/.test(deriveCodeChallenge(verifier))) as string;

describe('a challenge derived wrongly on a command line', () => {
  testWith(['openssl', 'xxd', 'iconv', 'basenc', 'sha256sum']).each(shellMistakes)(
    '%s: %s',
    (code, command) => {
      const env = { ...process.env, V: awkwardVerifier, T: join(temporaryFolder(), 'utf16') };
      const made = execFileSync('sh', ['-c', command], { env, encoding: 'utf8' }).trim();
      const check = judge(made, awkwardVerifier);
      expect(check).toMatchObject({ status: 'fail', code });
      expect(fixText(check)).toContain(deriveCodeChallenge(awkwardVerifier));
      expect(fixText(check)).toContain('Authentication request > Parameters > row code_challenge');
    },
  );

  testWith(['openssl'])('the documented command derives the correct one', () => {
    const command = `echo -n "$V" | openssl dgst -binary -sha256 | openssl base64 | tr -d '=' | tr '+/' '-_'`;
    const made = execFileSync('bash', ['-c', command], {
      env: { ...process.env, V: codeVerifier },
      encoding: 'utf8',
    });
    expect(judge(made.trim())).toMatchObject({ status: 'pass' });
  });
});

describe('several mistakes at once', () => {
  const inputs = [
    ['trailing-newline', Buffer.from(`${awkwardVerifier}\n`)],
    ['trailing-crlf', Buffer.from(`${awkwardVerifier}\r\n`)],
    ['trailing-crlf', Buffer.from(`${awkwardVerifier} \r\n`)],
    ['utf16', Buffer.from(awkwardVerifier, 'utf16le')],
  ] as const;
  const outputs: readonly [says: string, encode: (digest: Buffer) => string][] = [
    ['hexadecimal', (digest) => digest.toString('hex')],
    ['hexadecimal', (digest) => digest.toString('hex').toUpperCase()],
    ['hexadecimal digest', (digest) => Buffer.from(digest.toString('hex')).toString('base64url')],
    ['hexadecimal digest', (digest) => Buffer.from(digest.toString('hex').toUpperCase()).toString('base64')],
    ['without padding', (digest) => `${digest.toString('base64url')}=`],
    // Without "+" and "/", only the padding differs.
    ['(?:standard base64|without padding)', (digest) => digest.toString('base64')],
  ];
  const both = inputs.flatMap(([code, bytes]) =>
    outputs.map(
      ([says, encode]) => [code, says, encode(createHash('sha256').update(bytes).digest())] as const,
    ),
  );

  test.each(both)('%s is the code, and the text says "%s", too: %s', (code, says, challenge) => {
    const check = judge(challenge, awkwardVerifier);
    expect(check.code).toBe(code);
    expect(check.detail).toMatch(new RegExp(`from the verifier .*; it .*${says}`));
  });
});

const hexOf = (challenge: string): string => Buffer.from(challenge, 'base64url').toString('hex');

describe('a challenge that belongs to something else', () => {
  const other = deriveCodeChallenge(`${codeVerifier.slice(1)}Z`);

  test.each([
    ['plain', codeVerifier],
    ['other-verifier', other],
    ['hex-digest', hexOf(other)],
    ['hex-digest', hexOf(other).toUpperCase()],
    ['hex-then-base64url', Buffer.from(hexOf(other)).toString('base64url')],
    ['hex-then-base64url', Buffer.from(`SHA2-256(stdin)= ${hexOf(other)}\n`).toString('base64url')],
    ['padded', `${other.slice(0, 42)}A=`],
    ['standard-base64', `+/${'a'.repeat(41)}`],
    ['standard-base64', `+/${'a'.repeat(41)}=`],
  ])('%s', (code, challenge) => {
    expect(judge(challenge)).toMatchObject({ status: 'fail', code });
  });

  test.each([
    `${'a'.repeat(64)}g`,
    `g${'a'.repeat(64)}`,
    `${'A'.repeat(64)}G`,
    `G${'A'.repeat(64)}`,
    'a'.repeat(85),
    'a'.repeat(86),
    'a'.repeat(110),
    other + other,
    'a'.repeat(111),
    `a${other}=`,
    `${other}=a`,
    `+/${'a'.repeat(42)}`,
    `+/${'a'.repeat(42)}=`,
    `+/${'a'.repeat(41)}=a`,
  ])('%s is of an unknown kind', (challenge) => {
    const check = judge(challenge);
    expect(check.status).toBe('fail');
    expect(check.code).toBeUndefined();
  });

  const right = deriveCodeChallenge(codeVerifier);
  test.each([
    ['differs in capitalization from', right.toLowerCase(), 'other-verifier'],
    ['differs in capitalization from', right.toUpperCase(), 'other-verifier'],
    ['is only part of', right.slice(0, -1), undefined],
    ['is only part of', right.slice(1), undefined],
    ['is only part of', right.slice(20, 28).toLowerCase(), undefined],
    ['is longer than', `${right}A`, undefined],
    ['is longer than', right + right, undefined],
    ['only partly matches', right.replace(/^./, '_'), 'other-verifier'],
    ['only partly matches', `${right.slice(0, 9)}___${right.slice(12)}`, 'other-verifier'],
    ['only partly matches', `__${right.slice(1)}`, undefined],
    ['only partly matches', `${right.slice(3, 20)}x`, undefined],
  ])('a challenge that %s the right one: %s', (difference, challenge, code) => {
    const check = judge(challenge);
    expect(check).toMatchObject({ status: 'fail', detail: expect.stringContaining(difference) });
    expect(check.code).toBe(code);
    expect(fixText(check)).toContain(right);
    expect(fixText(check)).not.toContain('is correct');
  });

  test("a piece that another challenge may have isn't compared", () => {
    expect(judge(right.slice(0, 7)).detail).toContain('7 characters');
  });

  test('swapped, and neither is shown', () => {
    const check = judge(codeVerifier, deriveCodeChallenge(codeVerifier));
    expect(check).toMatchObject({ status: 'fail', code: 'swapped' });
    expect(JSON.stringify(check)).not.toContain(codeVerifier);
  });

  test("text that isn't a challenge at all has no code, but is described", () => {
    const check = judge('abc def');
    expect(check.code).toBeUndefined();
    expect(check.detail).toContain('a space at position 4');
    expect(judge('abc-def').detail).toMatch(/\b7 characters/);
  });
});

test("without a verifier, only the format is judged, and a valid one isn't a pass", () => {
  const alone = (codeChallenge: string) =>
    offlineCheck('pkce.challenge', { codeVerifier: undefined, codeChallenge });
  expect(alone(deriveCodeChallenge(codeVerifier)).status).toBe('skip');
  expect(alone(`${deriveCodeChallenge(codeVerifier)}=`)).toMatchObject({ status: 'fail', code: 'padded' });
});

test('the method plain fails with any challenge', () => {
  expect(offlineCheck('pkce.challenge', { codeChallengeMethod: 'plain' })).toMatchObject({
    status: 'fail',
    code: 'plain',
  });
});

test("another method also fails, but isn't plain", () => {
  const check = offlineCheck('pkce.challenge', { codeChallengeMethod: 'S512' });
  expect(check.status).toBe('fail');
  expect(check.code).toBeUndefined();
});
