import { afterAll, describe, expect, test } from 'vitest';
import { deriveCodeChallenge, pkcePairOf } from '../../src/oauth/pkce.ts';
import type { Parameter, Setup } from '../../src/setup-file/schema.ts';
import { type MisbehavingServer, startMisbehaving } from '../support/misbehaving-server.ts';
import { clientSecret, sampleSetup, verifier } from '../support/setup-fixture.ts';
import { checkNamed } from '../support/verify-fixtures.ts';
import { runVerifyHere } from '../support/verify-run.ts';

const servers: MisbehavingServer[] = [];
afterAll(async () => {
  await Promise.all(servers.map((server) => server.close()));
});

const challenge = deriveCodeChallenge(verifier);
const otherVerifier = 'Another-Verifier_0123456789-abcdefghijklmnopq';
const row = (key: string, value: string, sendIn = 'Request URL'): Parameter => ({ key, value, sendIn });

const withRows = (setup: Setup, authentication: Parameter[], token: Parameter[] = []): Setup => {
  const { authenticationRequest, tokenRequest } = setup.advancedOptions;
  return {
    ...setup,
    advancedOptions: {
      authenticationRequest: { parameters: [...authenticationRequest.parameters, ...authentication] },
      tokenRequest: { parameters: [...tokenRequest.parameters, ...token] },
    },
  };
};

const replaced = (setup: Setup, from: string, to: string): Setup =>
  JSON.parse(JSON.stringify(setup).replaceAll(from, to));

const withPrevious = (setup: Setup): Setup => ({ ...setup, previousPkce: pkcePairOf(otherVerifier) });

type Case = readonly [what: string, change: (setup: Setup) => Setup];

const authorizationCases: readonly Case[] = [
  ['a row code_verifier', (setup) => withRows(setup, [row('code_verifier', verifier)])],
  [
    'a row code_verifier with another verifier',
    (setup) => withRows(setup, [row('code_verifier', otherVerifier)]),
  ],
  ['a row Code_Verifier', (setup) => withRows(setup, [row(' Code_Verifier', verifier)])],
  ['a row client_secret', (setup) => withRows(setup, [row('client_secret', clientSecret)])],
  [
    'a row client_secret with another secret',
    (setup) => withRows(setup, [row('client_secret', otherVerifier)]),
  ],
  ['a row whose value is the secret', (setup) => withRows(setup, [row('x', clientSecret)])],
  ['a row whose value contains the verifier', (setup) => withRows(setup, [row('x', `v=${verifier}&y`)])],
  [
    'a row whose value contains a part of the secret',
    (setup) => withRows(setup, [row('x', clientSecret.slice(3, 14))]),
  ],
  [
    'a row whose value is the secret, encoded',
    (setup) => withRows(setup, [row('x', encodeURIComponent(clientSecret))]),
  ],
  ['a row whose key is the secret', (setup) => withRows(setup, [row(clientSecret, 'x')])],
  ['a plain challenge', (setup) => replaced(setup, challenge, verifier)],
  [
    'verifier and challenge swapped',
    (setup) =>
      replaced(replaced(replaced(setup, verifier, 'PLACE'), challenge, verifier), 'PLACE', challenge),
  ],
  [
    'the secret in the Authentication URL',
    (setup) => ({
      ...setup,
      authenticationUrl: `${setup.authenticationUrl}?k=${encodeURIComponent(clientSecret)}`,
    }),
  ],
  [
    'the previous verifier as the challenge',
    (setup) => withPrevious(replaced(setup, challenge, otherVerifier)),
  ],
  [
    'a row whose key is the previous verifier',
    (setup) => withPrevious(withRows(setup, [row(otherVerifier, 'x')])),
  ],
  ['the verifier among the scopes', (setup) => ({ ...setup, scopes: [...setup.scopes, `a:${verifier}`] })],
];

const tokenCases: readonly Case[] = [
  ['code_verifier sent in the URL', (setup) => withTokenRows(setup, [row('code_verifier', verifier)])],
  ['client_secret sent in the URL', (setup) => withRows(setup, [], [row('client_secret', clientSecret)])],
  ['a row with the verifier, sent in the URL', (setup) => withRows(setup, [], [row('x', verifier)])],
  [
    'the secret in the Access token URL',
    (setup) => {
      const url = `${setup.accessTokenUrl}?client_secret=${encodeURIComponent(clientSecret)}`;
      return { ...setup, accessTokenUrl: url, refreshTokenUrl: url };
    },
  ],
];

function withTokenRows(setup: Setup, parameters: Parameter[]): Setup {
  return { ...setup, advancedOptions: { ...setup.advancedOptions, tokenRequest: { parameters } } };
}

async function tried(change: Case[1], ...flags: string[]) {
  const urls: string[] = [];
  const opened: string[] = [];
  const server = await startMisbehaving(({ path, query }, response) => {
    urls.push(`${path}?${query}`);
    response.writeHead(path === '/authorize' ? 302 : 400, {
      location: '/login',
      'content-type': 'application/json',
    });
    response.end(path === '/authorize' ? '' : '{"error":"invalid_grant"}');
  });
  servers.push(server);
  const setup = sampleSetup({
    authenticationUrl: `${server.origin}/authorize`,
    accessTokenUrl: `${server.origin}/token`,
  });
  const ran = await runVerifyHere({
    setup: change(setup),
    flags: [...flags, '--timeout', '20'],
    terminal: true,
    secrets: () => [verifier, clientSecret, otherVerifier],
    browser: async (url) => {
      opened.push(url);
      return true;
    },
    paste: async () => undefined,
  });
  return { ...ran, urls: [...urls, ...opened].map(decodeURIComponent), server };
}

function expectNoneIn(urls: readonly string[]): void {
  for (const url of urls)
    for (const secret of [verifier, clientSecret, otherVerifier])
      for (let at = 0; at + 8 <= secret.length; at += 1) expect(url).not.toContain(secret.slice(at, at + 8));
}

describe.each(authorizationCases)('%s', (_what, change) => {
  test('is in no URL of --online, whose authorization request is skipped', async () => {
    const { urls, checks } = await tried(change, '--online');
    expectNoneIn(urls);
    expect(checkNamed('online.authorize', checks)).toMatchObject({ status: 'skip' });
  });

  test("is in no URL of --login, which doesn't start", async () => {
    const { urls, checks } = await tried(change, '--login');
    expect(urls).toEqual([]);
    expect(checkNamed('login.authorization', checks)).toMatchObject({ status: 'skip' });
  });
});

test.each(authorizationCases.slice(0, 11))('%s fails offline', async (_what, change) => {
  const { checks, exitCode } = await tried(change);
  expect(checkNamed('parameters.authentication-request', checks).status).toBe('fail');
  expect(exitCode).toBe(3);
});

describe.each(tokenCases)('%s', (_what, change) => {
  test('is in no URL of --online or --login', async () => {
    const online = await tried(change, '--online');
    expectNoneIn(online.urls);
    expect((await tried(change, '--login')).urls).toEqual([]);
  });
});

test('the client is tried without the row that would expose a secret', async () => {
  for (const [, change] of tokenCases.slice(0, 3)) {
    const { checks, exitCode } = await tried(change, '--online');
    expect(checkNamed('online.client', checks).status).toBe('pass');
    expect(checkNamed('parameters.token-request', checks).status).toBe('fail');
    expect(exitCode).toBe(3);
  }
});

test("the user's rows without a secret are sent unchanged", async () => {
  const own = [row('audience', 'https://api.example/v1'), row('prompt', 'consent')];
  const { urls, checks } = await tried((setup) => withRows(setup, own, [row('tenant', 'acme')]), '--online');
  expect(checkNamed('online.authorize', checks).status).toBe('pass');
  expect(urls.join('\n')).toMatch(/audience=https:\/\/api\.example\/v1&prompt=consent[\s\S]*tenant=acme/);
});
