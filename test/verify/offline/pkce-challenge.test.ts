import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { deriveCodeChallenge } from '../../../src/setup/pkce.ts';
import { temporaryFolder } from '../../support/folder.ts';
import { testWith } from '../../support/requirements.ts';
import { codeVerifier, offlineCheck } from '../../support/verify-fixtures.ts';

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

/** Its standard base64 has a "+" and a "/", without which that mistake would be none. */
const awkwardVerifier = Array.from(
  { length: 500 },
  (_, index) => `${codeVerifier.slice(4)}${1000 + index}`,
).find((verifier) => /(?=.*-)(?=.*_)/.test(deriveCodeChallenge(verifier))) as string;

describe('a challenge made wrongly on a command line', () => {
  testWith(['openssl', 'xxd', 'iconv', 'basenc', 'sha256sum']).each(shellMistakes)(
    '%s: %s',
    (code, command) => {
      const env = { ...process.env, V: awkwardVerifier, T: join(temporaryFolder(), 'utf16') };
      const made = execFileSync('sh', ['-c', command], { env, encoding: 'utf8' }).trim();
      const check = judge(made, awkwardVerifier);
      expect(check).toMatchObject({ status: 'fail', code });
      expect(check.fix).toContain(deriveCodeChallenge(awkwardVerifier));
      expect(check.fix).toContain('tab Authentication request, Parameters, row code_challenge');
    },
  );

  testWith(['openssl'])('the documented command makes the right one', () => {
    const command = `echo -n "$V" | openssl dgst -binary -sha256 | openssl base64 | tr -d '=' | tr '+/' '-_'`;
    const made = execFileSync('bash', ['-c', command], {
      env: { ...process.env, V: codeVerifier },
      encoding: 'utf8',
    });
    expect(judge(made.trim())).toMatchObject({ status: 'pass' });
  });
});

describe('a challenge that belongs to something else', () => {
  const other = deriveCodeChallenge(`${codeVerifier.slice(1)}Z`);

  test.each([
    ['plain', codeVerifier],
    ['other-verifier', other],
    ['hex-digest', Buffer.from(other, 'base64url').toString('hex')],
    ['padded', `${other.slice(0, 42)}A=`],
  ])('%s', (code, challenge) => {
    expect(judge(challenge)).toMatchObject({ status: 'fail', code });
  });

  test('swapped, and neither is shown', () => {
    const check = judge(codeVerifier, deriveCodeChallenge(codeVerifier));
    expect(check).toMatchObject({ status: 'fail', code: 'swapped' });
    expect(JSON.stringify(check)).not.toContain(codeVerifier);
  });

  test('a text that is no challenge at all has no code, but is described', () => {
    const check = judge('abc def');
    expect(check.code).toBeUndefined();
    expect(check.detail).toContain('a space (U+0020) at position 4');
  });
});

test('without a verifier only the form is judged, and a good form is no pass', () => {
  const alone = (codeChallenge: string) =>
    offlineCheck('pkce.challenge', { codeVerifier: undefined, codeChallenge });
  expect(alone(deriveCodeChallenge(codeVerifier)).status).toBe('skip');
  expect(alone(`${deriveCodeChallenge(codeVerifier)}=`)).toMatchObject({ status: 'fail', code: 'padded' });
});

test('the method plain fails, whatever the challenge', () => {
  expect(offlineCheck('pkce.challenge', { codeChallengeMethod: 'plain' })).toMatchObject({
    status: 'fail',
    code: 'plain',
  });
});
