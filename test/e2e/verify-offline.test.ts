import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { renderJson } from '../../src/render/json.ts';
import { testWith } from '../support/needs.ts';
import { onPosix } from '../support/requirements.ts';
import { newFolder, runVerifyBin, savedSetup } from '../support/verify-bin.ts';
import { codeVerifier, credentials, goodSetup } from '../support/verify-fixtures.ts';
import { expectNoSecret } from '../support/verify-world.ts';

const broken = () => {
  const setup = goodSetup();
  return {
    ...setup,
    redirectUri: setup.redirectUri.replace('na-east', 'emea-west'),
    refreshTokenUrl: `${setup.refreshTokenUrl}s`,
    clientSecret: 'has a space in it',
  };
};

describe('the real program, offline', () => {
  test('a good file: exit 0, nothing on standard error, the published JSON', async () => {
    const ran = await runVerifyBin([savedSetup(goodSetup()), '-f', 'json']);
    expect(ran).toMatchObject({ exitCode: 0, stderr: '' });
    const result = JSON.parse(ran.stdout);
    expect(Object.keys(result)).toEqual(['schemaVersion', 'verdict', 'checks']);
    expect(result).toMatchObject({ schemaVersion: 1, verdict: 'pass' });
    expect(result.checks).toHaveLength(10);
  });

  test('a broken file: exit 3, every failure in full, no secret', async () => {
    const ran = await runVerifyBin([savedSetup(broken())]);
    expect(ran.exitCode).toBe(3);
    for (const id of ['(region.redirect-uri, other-region)', '(client.secret)', '(endpoints)'])
      expect(ran.stdout).toContain(id);
    expectNoSecret(ran.stdout + ran.stderr, [codeVerifier, 'has a space in it']);
  });

  test('standard input', async () => {
    const ran = await runVerifyBin(['-', '-f', 'json'], { input: renderJson(goodSetup()) });
    expect(ran.exitCode).toBe(0);
    expect(JSON.parse(ran.stdout).checks.at(-1)).toMatchObject({ id: 'file.permissions', status: 'skip' });
  });

  onPosix('a file that others can read is warned of', async () => {
    const path = savedSetup(goodSetup());
    chmodSync(path, 0o644);
    const ran = await runVerifyBin([path, '-f', 'json']);
    expect(ran.exitCode).toBe(0);
    expect(JSON.parse(ran.stdout)).toMatchObject({ verdict: 'warn' });
  });

  test('values from flags are checked, not refused', async () => {
    const ran = await runVerifyBin([
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
    expect(ran.exitCode).toBe(3);
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
    const { pkce, redirectUri, scopes } = goodSetup();
    const env = {
      ZI_OAUTH_REGION: 'NA',
      ZI_OAUTH_REDIRECT_URI: redirectUri,
      ZI_OAUTH_SCOPES: scopes.join(' '),
      ZI_OAUTH_CLIENT_ID: credentials.clientId,
      ZI_OAUTH_CLIENT_SECRET: `${credentials.clientSecret}\n`,
      ZI_OAUTH_CODE_VERIFIER: pkce.codeVerifier,
      ZI_OAUTH_CODE_CHALLENGE: pkce.codeChallenge,
    };
    const ran = await runVerifyBin(['-f', 'json'], { env });
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
  });

  test('with a file the environment is ignored, but for a credential that the file lacks', async () => {
    const env = {
      ZI_OAUTH_REGION: 'nonsense',
      ZI_OAUTH_CLIENT_ID: 'also nonsense',
      ZI_OAUTH_CLIENT_SECRET: 'with space',
    };
    expect((await runVerifyBin([savedSetup(goodSetup())], { env })).exitCode).toBe(0);
    const lacking = savedSetup(goodSetup({ clientSecret: null }));
    expect((await runVerifyBin([lacking])).exitCode).toBe(0);
    expect((await runVerifyBin([lacking], { env })).exitCode).toBe(3);
    const secret = join(newFolder(), 'secret');
    writeFileSync(secret, `${credentials.clientSecret}\n`);
    expect((await runVerifyBin([lacking, '--client-secret-file', secret], { env })).exitCode).toBe(0);
  });

  test.each([
    [[], 'There is nothing to verify'],
    [['FILE', '-r', 'NA'], '--region does not go with a file'],
    [['FILE', '--client-id', 'x'], '--client-id does not go with a file'],
    [['FILE', 'more'], 'one word too many'],
    [['FILE', '--loopback', 'http://127.0.0.1:1/x'], 'goes with --login'],
    [['FILE', '--login'], 'Give --loopback'],
    [['FILE', '--timeout', '0'], 'whole number'],
    [['FILE', '--onlin'], 'Did you mean --online'],
  ])('a command line that is wrong: %j', async (words, says) => {
    const path = savedSetup(goodSetup());
    const ran = await runVerifyBin(words.map((word) => (word === 'FILE' ? path : word)));
    expect(ran).toMatchObject({ exitCode: 2, stdout: '' });
    expect(ran.stderr).toContain(says);
  });

  test('a file that is not there: exit 6; one that is no setup: exit 3', async () => {
    expect((await runVerifyBin(['/does/not/exist.json'])).exitCode).toBe(6);
    expect((await runVerifyBin(['-'], { input: '{' })).exitCode).toBe(3);
  });

  testWith(['strace'])('no socket is opened', async () => {
    const log = join(newFolder(), 'trace');
    const wrapper = ['strace', '-f', '-qq', '-e', 'trace=socket,connect,bind,sendto', '-o', log];
    const ran = await runVerifyBin([savedSetup(goodSetup())], { wrapper });
    expect(ran.exitCode).toBe(0);
    expect(readFileSync(log, 'utf8').match(/^.*AF_(?:INET|UNIX).*$/gm) ?? []).toEqual([]);
    const online = await runVerifyBin(
      [
        savedSetup(
          goodSetup({ authenticationUrl: 'http://127.0.0.1:1/a', accessTokenUrl: 'http://127.0.0.1:1/t' }),
        ),
        '--online',
      ],
      { wrapper },
    );
    expect(online.exitCode).toBe(4);
    expect(readFileSync(log, 'utf8')).toContain('AF_INET');
  });
});
