import { describe, expect, test } from 'vitest';
import { foreignSecretHosts } from '../../src/checks/secret-hosts.ts';
import { documentedEndpoints } from '../../src/facts/endpoints.ts';
import { renderJson } from '../../src/render/json.ts';
import type { Setup } from '../../src/setup-file/schema.ts';
import { perform } from '../support/context.ts';
import { freePort } from '../support/misbehaving-server.ts';
import { clientId, clientSecret, sampleSetup } from '../support/setup-fixture.ts';

const foreign = 'https://idp.invalid/token';
const fileWith = (changes: Partial<Setup> = {}): string =>
  renderJson({
    ...sampleSetup(),
    clientSecret: null,
    accessTokenUrl: foreign,
    refreshTokenUrl: foreign,
    ...changes,
  });
const env = { ZI_OAUTH_CLIENT_SECRET: clientSecret };
/** A proxy through which nothing can be reached, so that every attempt fails immediately. */
const deadEnd = async () => ({ HTTPS_PROXY: `http://127.0.0.1:${await freePort()}` });

const run = async (args: readonly string[], savedFile: string, more: Record<string, string> = {}) =>
  perform(['verify', 'f.json', '-f', 'json', '--timeout', '5', ...args], {
    savedFile,
    terminal: true,
    env: { ...env, ...(await deadEnd()), ...more },
    paste: async () => undefined,
  });

describe("a secret that isn't from the file", () => {
  const other = 'https://refresh.invalid/token';

  test.each<[what: string, args: string[], changes: Partial<Setup>, missing: string[]]>([
    ['a foreign host', ['--online'], {}, ['idp.invalid']],
    ['a foreign host, at a sign-in', ['--login', '--no-open'], {}, ['idp.invalid']],
    ['two hosts', ['--online'], { refreshTokenUrl: other }, ['idp.invalid', 'refresh.invalid']],
    [
      'one of two allowed',
      ['--online', '--allow-host', 'idp.invalid'],
      { refreshTokenUrl: other },
      ['refresh.invalid'],
    ],
    ['only another one allowed', ['--online', '--allow-host', 'evil.invalid'], {}, ['idp.invalid']],
    ['a parent domain allowed', ['--online', '--allow-host', 'invalid'], {}, ['idp.invalid']],
    ['another port allowed', ['--online', '--allow-host', 'idp.invalid:8443'], {}, ['idp.invalid']],
    [
      'the documented host at another port',
      ['--online'],
      {
        accessTokenUrl: 'https://api.zoominfo.com:8443/x',
        refreshTokenUrl: 'https://api.zoominfo.com:8443/x',
      },
      ['api.zoominfo.com:8443'],
    ],
  ])('%s: exit 2, and what to add', async (_what, args, changes, missing) => {
    const { code, stdout, stderr } = await run(args, fileWith(changes));
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(missing.map((host) => `--allow-host ${host}`).join(' '));
    expect(stderr).toContain('Nothing was sent');
  });

  test.each<[what: string, args: string[], changes: Partial<Setup>]>([
    ['the host allowed', ['--allow-host', 'idp.invalid'], {}],
    ['the host with the https port allowed', ['--allow-host', 'idp.invalid:443'], {}],
    ['the host allowed in a different case', ['--allow-host', 'IDP.Invalid'], {}],
    [
      'the host and its port allowed',
      ['--allow-host', 'idp.invalid:444'],
      { accessTokenUrl: 'https://idp.invalid:444/t', refreshTokenUrl: 'https://idp.invalid:444/t' },
    ],
    [
      'both allowed',
      ['--allow-host', 'a.invalid', '--allow-host', 'idp.invalid'],
      { accessTokenUrl: 'https://a.invalid/t' },
    ],
    ['documented hosts', [], { ...documentedEndpoints, refreshTokenUrl: documentedEndpoints.accessTokenUrl }],
    ['loopback', [], { accessTokenUrl: 'http://127.0.0.1:1/t', refreshTokenUrl: 'http://localhost:1/t' }],
    ['the secret in the file', [], { clientSecret }],
  ])('%s: it is tried', async (_what, args, changes) => {
    const { code } = await run(['--online', ...args], fileWith(changes));
    expect(code).not.toBe(2);
  });

  test('offline, nothing is sent, so nothing needs to be allowed', async () => {
    expect((await run([], fileWith())).code).not.toBe(2);
    expect((await run(['--allow-host', 'idp.invalid'], fileWith())).code).toBe(2);
  });

  test.each(['https://idp.invalid/token', 'idp.invalid/x', 'a b!', 'user@idp.invalid'])(
    "--allow-host %j isn't a host: exit 2",
    async (host) => {
      expect((await run(['--online', '--allow-host', host], fileWith())).code).toBe(2);
    },
  );
});

test.each<[what: string, args: string[], env: Record<string, string>, code: 'refused' | 'tried']>([
  ['the URL on the command line', ['--access-token-url', foreign], env, 'tried'],
  ['both in the environment', [], { ...env, ZI_OAUTH_ACCESS_TOKEN_URL: foreign }, 'tried'],
  [
    'the URL in the environment, the secret in a file',
    ['--client-secret-file', '-'],
    { ZI_OAUTH_ACCESS_TOKEN_URL: foreign },
    'refused',
  ],
  [
    'the same with a refresh token URL',
    ['--client-secret-file', '-'],
    { ZI_OAUTH_REFRESH_TOKEN_URL: foreign },
    'refused',
  ],
])('without a setup file, %s: %s', async (_what, args, given, expected) => {
  const words = ['verify', '--online', '-r', 'na', '--client-id', clientId, '--code-challenge', 'x', ...args];
  const { code, stderr } = await perform([...words, '--timeout', '5'], {
    env: { ...given, ...(await deadEnd()) },
    stdin: clientSecret,
  });
  expect(code === 2, stderr).toBe(expected === 'refused');
});

test('hosts are compared as URLs contain them', () => {
  const at = (url: string, ...allowed: string[]) => foreignSecretHosts({ accessTokenUrl: url }, allowed);
  expect(at('https://API.ZoomInfo.com/x')).toEqual([]);
  expect(at('https://api.zoominfo.com@evil.invalid/x')).toEqual(['evil.invalid']);
  expect(at('https://[::1]:8/x')).toEqual([]);
  expect(at('https://127.0.0.1.evil.invalid/x')).toEqual(['127.0.0.1.evil.invalid']);
  expect(at('no URL')).toEqual([]);
  expect(at('https://Bücher.invalid/x')).toEqual(['xn--bcher-kva.invalid']);
});

describe('in the wizard', () => {
  const file = fileWith();
  const typed = ['Continue', 'All', 'Verify', 'Online: '];

  test.each<[reply: boolean, saysSkipped: boolean]>([
    [false, false],
    [true, true],
  ])('a secret typed for a file with a foreign host: asks first; %s', async (reply, isTried) => {
    const { questions, stderr } = await perform(['--from', 'f.json', '--no-open'], {
      savedFile: file,
      terminal: true,
      env: await deadEnd(),
      replies: [clientSecret, ...typed, reply, 'Quit', true],
    });
    expect(questions.some((question) => /idp\.invalid.*Send the Client Secret/.test(question))).toBe(true);
    expect(/at the server/.test(stderr)).toBe(isTried);
  });
});
