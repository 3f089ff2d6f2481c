import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { renderJson } from '../../src/render/json.ts';
import { runBin } from '../support/bin.ts';
import { sharedFolder } from '../support/folder.ts';
import { onPosix, testWith } from '../support/requirements.ts';
import { savedSetup } from '../support/saved-setup.ts';
import { verifier as codeVerifier, credentials, sampleSetup } from '../support/setup-fixture.ts';
import { expectNoSecret } from '../support/verify-run.ts';

const broken = () => {
  const setup = sampleSetup();
  return {
    ...setup,
    redirectUri: setup.redirectUri.replace('na-east', 'emea-west'),
    refreshTokenUrl: `${setup.refreshTokenUrl}s`,
    clientSecret: 'has a space in it',
  };
};

describe('the real program, offline', () => {
  test('a valid file: exit 0, nothing on standard error, the published JSON', async () => {
    const ran = await runBin(['verify', savedSetup(sampleSetup()), '-f', 'json']);
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    const result = JSON.parse(ran.stdout);
    expect(Object.keys(result)).toEqual(['schemaVersion', 'verdict', 'checks']);
    expect(result).toMatchObject({ schemaVersion: 1, verdict: 'pass' });
    expect(result.checks).toHaveLength(10);
  });

  test('a broken file: exit 3, every failure in full, no secret', async () => {
    const ran = await runBin(['verify', savedSetup(broken())]);
    expect(ran.code).toBe(3);
    for (const id of ['(region.redirect-uri, other-region)', '(client.secret)', '(endpoints)'])
      expect(ran.stdout).toContain(id);
    expectNoSecret(ran.stdout + ran.stderr, [codeVerifier, 'has a space in it']);
  });

  test('standard input', async () => {
    const ran = await runBin(['verify', '-', '-f', 'json'], { stdin: renderJson(sampleSetup()) });
    expect(ran.code).toBe(0);
    expect(JSON.parse(ran.stdout).checks.at(-1)).toMatchObject({ id: 'file.permissions', status: 'skip' });
  });

  onPosix('a file that others can read causes a warning', async () => {
    const path = savedSetup(sampleSetup());
    chmodSync(path, 0o644);
    const ran = await runBin(['verify', path, '-f', 'json']);
    expect(ran.code).toBe(0);
    expect(JSON.parse(ran.stdout)).toMatchObject({ verdict: 'warn' });
  });

  test('values from options are checked, not rejected', async () => {
    const ran = await runBin([
      'verify',
      '-r',
      'NAA',
      '-s',
      'API:data:news',
      '--client-id',
      'a b',
      '--code-challenge',
      'x',
      '-f',
      'json',
    ]);
    expect(ran.code).toBe(3);
    const failed = JSON.parse(ran.stdout).checks.filter(
      ({ status }: { status: string }) => status === 'fail',
    );
    expect(failed.map(({ id }: { id: string }) => id)).toEqual([
      'region.redirect-uri',
      'scopes',
      'client.id',
      'pkce.challenge',
    ]);
  });

  test('values from the environment, as --format env writes them', async () => {
    const { pkce, redirectUri, scopes } = sampleSetup();
    const env = {
      ZI_OAUTH_REGION: 'NA',
      ZI_OAUTH_REDIRECT_URI: redirectUri,
      ZI_OAUTH_SCOPES: scopes.join(' '),
      ZI_OAUTH_CLIENT_ID: credentials.clientId,
      ZI_OAUTH_CLIENT_SECRET: `${credentials.clientSecret}\n`,
      ZI_OAUTH_CODE_VERIFIER: pkce.codeVerifier,
      ZI_OAUTH_CODE_CHALLENGE: pkce.codeChallenge,
    };
    const ran = await runBin(['verify', '-f', 'json'], { env });
    const { checks } = JSON.parse(ran.stdout);
    expect(
      Object.fromEntries(checks.map((check: { id: string; status: string }) => [check.id, check.status])),
    ).toMatchObject({
      'region.redirect-uri': 'pass',
      scopes: 'pass',
      'client.id': 'pass',
      'client.secret': 'fail',
      endpoints: 'skip',
      'pkce.verifier': 'pass',
      'pkce.challenge': 'pass',
      'parameters.token-request': 'skip',
    });
    expectNoSecret(ran.stdout + ran.stderr, [pkce.codeVerifier, credentials.clientSecret]);
    const urls = {
      ZI_OAUTH_ACCESS_TOKEN_URL: 'https://a.example/token',
      ZI_OAUTH_REFRESH_TOKEN_URL: 'https://b.example/token',
    };
    expect((await runBin(['verify'], { env: urls })).stdout).toContain('differs from the Access token URL');
  });

  test('with a file, the environment is ignored, except for a credential that the file lacks', async () => {
    const env = {
      ZI_OAUTH_REGION: 'nonsense',
      ZI_OAUTH_CLIENT_ID: 'also nonsense',
      ZI_OAUTH_CLIENT_SECRET: 'with space',
    };
    expect((await runBin(['verify', savedSetup(sampleSetup())], { env })).code).toBe(0);
    const lacking = savedSetup(sampleSetup({ clientSecret: null }));
    expect((await runBin(['verify', lacking])).code).toBe(0);
    expect((await runBin(['verify', lacking], { env })).code).toBe(3);
    const secret = join(sharedFolder(), 'secret');
    writeFileSync(secret, `${credentials.clientSecret}\n`);
    expect((await runBin(['verify', lacking, '--client-secret-file', secret], { env })).code).toBe(0);
  });

  test.each([
    [[], 'Nothing to verify. Specify a setup file (- for standard input)'],
    [['FILE', '-r', 'NA'], "--region can't be combined with a setup file"],
    [['FILE', '--client-id', 'x'], "--client-id can't be combined with a setup file"],
    [['FILE', 'more'], 'Unexpected argument'],
    [['FILE', '--loopback', 'http://127.0.0.1:1/x'], 'requires --login'],
    [['FILE', '--login'], 'Use --loopback'],
    [['FILE', '--timeout', '0'], 'whole number'],
    [['FILE', '--onlin'], 'Did you mean --online'],
  ])('an invalid command line: %j', async (words, says) => {
    const path = savedSetup(sampleSetup());
    const ran = await runBin(['verify', ...words.map((word) => (word === 'FILE' ? path : word))]);
    expect(ran).toMatchObject({ code: 2, stdout: '' });
    expect(ran.stderr).toContain(says);
  });

  test("a missing file: exit 6; one that isn't a setup: exit 3", async () => {
    expect((await runBin(['verify', '/does/not/exist.json'])).code).toBe(6);
    expect((await runBin(['verify', '-'], { stdin: '{' })).code).toBe(3);
  });

  testWith(['strace'])('no socket is opened', async () => {
    const log = join(sharedFolder(), 'trace');
    const wrapper = ['strace', '-f', '-qq', '-e', 'trace=socket,connect,bind,sendto', '-o', log];
    const ran = await runBin(['verify', savedSetup(sampleSetup())], { wrapper });
    expect(ran.code).toBe(0);
    expect(readFileSync(log, 'utf8').match(/^.*AF_(?:INET|UNIX).*$/gm) ?? []).toEqual([]);
    const online = await runBin(
      [
        'verify',
        savedSetup(
          sampleSetup({ authenticationUrl: 'http://127.0.0.1:1/a', accessTokenUrl: 'http://127.0.0.1:1/t' }),
        ),
        '--online',
      ],
      { wrapper },
    );
    expect(online.code).toBe(4);
    expect(readFileSync(log, 'utf8')).toContain('AF_INET');
  });
});
