import { request as httpRequest } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Check } from '../../../src/checks/check.ts';
import { freePort } from '../../support/misbehaving-server.ts';
import { type OauthServer, signIn, startOauthServer } from '../../support/oauth-server.ts';
import { checkNamed } from '../../support/verify-fixtures.ts';
import { type Ran, runVerifyHere, type VerifyRun } from '../../support/verify-run.ts';

const statuses = (checks: readonly Check[]): Record<string, string> =>
  Object.fromEntries(
    checks.filter(({ id }) => id.startsWith('login.')).map(({ id, status }) => [id.slice(6), status]),
  );

const allPass = { authorization: 'pass', token: 'pass', scopes: 'pass', refresh: 'pass', lifetime: 'pass' };

/** The authorization URL is alone on its line. */
const addressIn = (said: string): string => /^https?:\/\/\S+authorize\S+$/m.exec(said)?.[0] ?? '';

describe('login against oidc-provider', () => {
  let server: OauthServer;
  let loopback: string;
  beforeAll(async () => {
    loopback = `http://127.0.0.1:${await freePort()}/callback`;
    server = await startOauthServer({ redirectUris: [loopback, loopback.replace('127.0.0.1', 'localhost')] });
  });
  afterAll(() => server.close());

  const login = (options: Partial<VerifyRun> = {}): Promise<Ran> =>
    runVerifyHere({
      setup: server.setup(true),
      terminal: true,
      secrets: () => server.secrets,
      ...options,
      flags: ['--login', '--no-open', ...(options.flags ?? [])],
    });

  const byPaste = (
    paste: (address: string, state: string) => Promise<string>,
    options: Partial<VerifyRun> = {},
  ) =>
    login({
      ...options,
      paste: async (said) => {
        const address = addressIn(said);
        return paste(address, new URL(address).searchParams.get('state') ?? '');
      },
    });

  const { redirectUri } = {
    redirectUri: 'https://apps.na-east.jitterbit.com/design-studio/api/v1/oauth/authcode',
  };

  test('paste mode: everything passes, one refresh, nothing leaks', async () => {
    const ran = await byPaste((address) => signIn(address, redirectUri));
    expect(statuses(ran.checks)).toEqual(allPass);
    expect(ran.exitCode).toBe(0);
    expect(server.secrets.length).toBeGreaterThan(3);
    expect(ran.stderr).toContain('may end other sessions');
    expect(ran.stderr.match(/^> POST/gm)).toHaveLength(2);
    expect(checkNamed('login.refresh', ran.checks).detail).toContain('new access token');
  });

  const spellings: readonly (readonly [name: string, spell: (address: string) => string])[] = [
    ['&amp;', (address) => address.replaceAll('&', '&amp;')],
    ['line wraps', (address) => address.replace(/.{40}/g, '$&\r\n  ')],
    ['angle brackets', (address) => ` <${address}> `],
    ['only the query', (address) => address.slice(address.indexOf('?'))],
    ['only the query, without "?"', (address) => address.slice(address.indexOf('?') + 1)],
    ['quotes and a fragment', (address) => `"${address}#_=_"`],
    ['no https://', (address) => address.replace('https://', '')],
  ];
  for (const [name, spell] of spellings) {
    test(`pasted with ${name}`, async () => {
      const ran = await byPaste(async (address) => spell(await signIn(address, redirectUri)), {
        flags: ['--no-refresh'],
      });
      expect(statuses(ran.checks)).toEqual({ ...allPass, refresh: 'skip' });
    });
  }

  test('a foreign state, an incomplete URL, another URL: prompts again, then succeeds', async () => {
    const answers = [
      async () => `${redirectUri}?code=foreign-code-000&state=foreign`,
      async () => `${redirectUri}`,
      async () => 'https://elsewhere.example/?code=x&state=y',
      async (_: string, state: string) => `${redirectUri}?code=twice&code=twice&state=${state}`,
      (address: string) => signIn(address, redirectUri),
    ];
    const ran = await byPaste((address, state) =>
      (answers.shift() ?? answers[0] ?? (async () => ''))(address, state),
    );
    expect(statuses(ran.checks)).toEqual(allPass);
    expect(ran.stderr).toContain("state doesn't match");
    expect(ran.stderr).toContain('URL is incomplete');
    expect(ran.stderr).toContain("doesn't begin with the redirect URI");
    expect(ran.stderr).toContain('duplicate parameter: code');
    expect(ran.stderr).not.toContain('foreign-code-000');
  });

  test('consent denied', async () => {
    const ran = await byPaste((address) => signIn(address, redirectUri, true));
    expect(checkNamed('login.authorization', ran.checks)).toMatchObject({
      status: 'fail',
      code: 'access_denied',
    });
    expect(checkNamed('login.token', ran.checks).status).toBe('skip');
    expect(ran.exitCode).toBe(5);
  });

  test('a pasted error with escape sequences is shown without them', async () => {
    const ran = await byPaste(
      async (_, state) =>
        `${redirectUri}?error=access_denied&error_description=%1b%5b31mNo%07&state=${state}`,
    );
    expect(checkNamed('login.authorization', ran.checks).detail).toContain('"No"');
  });

  test('no URL is pasted in time', async () => {
    const ran = await login({ paste: async () => undefined });
    expect(checkNamed('login.authorization', ran.checks)).toMatchObject({
      status: 'inconclusive',
      code: 'nobody-came',
    });
    expect(ran.exitCode).toBe(4);
  });

  test('a wrong secret, a reused code: the token request says which', async () => {
    const wrong = await byPaste((address) => signIn(address, redirectUri), {
      setup: { ...server.setup(true), clientSecret: 'wrong-secret-0123456789' },
    });
    expect(checkNamed('login.token', wrong.checks)).toMatchObject({ status: 'fail', code: 'invalid_client' });
    const reused = await byPaste(async (address) => {
      const back = await signIn(address, redirectUri);
      await redeem(server, new URL(back).searchParams.get('code') ?? '');
      return back;
    });
    expect(checkNamed('login.token', reused.checks)).toMatchObject({ status: 'fail', code: 'code-used' });
  });

  test("it's skipped without a prompt if required values failed offline", async () => {
    const setup = { ...server.setup(true), clientId: 'has space' };
    const ran = await login({ setup });
    expect(new Set(Object.values(statuses(ran.checks)))).toEqual(new Set(['skip']));
    expect(ran.exitCode).toBe(3);
  });

  test('paste mode without a terminal is a usage error', async () => {
    expect((await login({ terminal: false })).exitCode).toBe(2);
    expect((await login({ env: { CI: 'true' } })).exitCode).toBe(2);
  });

  /** A scripted browser that receives the URL and finishes at the callback. */
  const byLoopback = async (
    visit: (address: string) => Promise<void>,
    flags: readonly string[] = [],
    uri = loopback,
  ) => {
    let visiting: Promise<void> | undefined;
    const ran = await runVerifyHere({
      setup: server.setup(true),
      secrets: () => server.secrets,
      flags: ['--login', '--loopback', uri, ...flags],
      browser: async (address) => {
        visiting = visit(address);
        return true;
      },
    });
    await visiting;
    return ran;
  };

  test('loopback mode: 303 to a page that is served once, without the code', async () => {
    const ran = await byLoopback(async (address) => {
      const back = await signIn(address, loopback);
      const answer = await get(back);
      expect(answer.status).toBe(303);
      const page = new URL(answer.headers.location ?? '', loopback);
      expect(page.pathname).toMatch(/^\/[0-9a-f]{32}$/);
      expect(page.search).toBe('');
      const visits = await Promise.allSettled([get(page.href), get(page.href)]);
      const served = visits.flatMap((visit) => (visit.status === 'fulfilled' ? [visit.value] : []));
      const [shown, ...more] = served.filter(({ status }) => status === 200);
      expect(more).toEqual([]);
      if (shown === undefined) throw new Error('the page was not served');
      expect(shown.status).toBe(200);
      expect(shown.body).toContain('Sign-in succeeded');
      expect(shown.body).not.toMatch(/<script|https?:/);
      expect(shown.headers['content-security-policy']).toMatch(/^default-src 'none'; style-src 'sha256-/);
      expect(shown.headers['cache-control']).toBe('no-store');
      expect(shown.headers['referrer-policy']).toBe('no-referrer');
    });
    expect(statuses(ran.checks)).toEqual(allPass);
    await expect(get(loopback)).rejects.toThrow('ECONNREFUSED');
  });

  test('a wrong Host, path, method, or state is rejected while the wait continues; both of two callbacks are redirected', async () => {
    const ran = await byLoopback(async (address) => {
      const state = new URL(address).searchParams.get('state');
      const host = new URL(loopback).host;
      expect((await get(`${loopback}?code=x&state=${state}`, { host: 'evil.example' })).status).toBe(421);
      expect((await get(`${loopback}/more?code=x&state=${state}`)).status).toBe(404);
      expect((await get(`http://${host}/favicon.ico`)).status).toBe(404);
      expect((await get(`${loopback}?code=x&state=${state}`, {}, 'POST')).status).toBe(405);
      expect((await get(`${loopback}?code=x&state=${state}`, {}, 'HEAD')).status).toBe(405);
      expect((await get(`${loopback}?code=x`)).status).toBe(400);
      expect((await get(`${loopback}?code=x&state=${state}&state=${state}`)).status).toBe(400);
      expect((await get(`${loopback}?code=x&code=y&state=${state}`)).status).toBe(400);
      const wrong = await get(`${loopback}?code=<b>evil</b>&state=wrong`);
      expect(wrong.status).toBe(400);
      expect(wrong.body).not.toContain('evil');
      const back = await signIn(address, loopback);
      const [first, second] = [get(back), get(back)];
      const answers = await Promise.all([first, second]);
      expect(answers.map(({ status }) => status)).toEqual([303, 303]);
      for (const { headers } of answers) {
        const page = await get(new URL(headers.location ?? '', loopback).href);
        expect([page.status, page.body.includes('Sign-in succeeded')]).toEqual([200, true]);
      }
    });
    expect(statuses(ran.checks)).toEqual(allPass);
  });

  test('listens on localhost in both address families', async () => {
    const uri = loopback.replace('127.0.0.1', 'localhost');
    const ran = await byLoopback(
      async (address) => {
        const { port } = new URL(uri);
        for (const ip of ['127.0.0.1', '[::1]'])
          expect((await get(`http://${ip}:${port}/x`, { host: `localhost:${port}` })).status).toBe(404);
        const back = await signIn(address, uri);
        const answer = await get(back);
        await get(new URL(answer.headers.location ?? '', uri).href);
      },
      [],
      uri,
    );
    expect(statuses(ran.checks)).toEqual(allPass);
  });

  test('the browser never arrives: inconclusive, and the port is free', async () => {
    const ran = await byLoopback(async () => {}, ['--login-timeout', '1']);
    expect(checkNamed('login.authorization', ran.checks)).toMatchObject({
      status: 'inconclusive',
      code: 'nobody-came',
    });
    await expect(get(loopback)).rejects.toThrow('ECONNREFUSED');
  });

  test("the browser doesn't fetch the last page: closes after 2 s at most", async () => {
    const ran = await byLoopback(async (address) => {
      const answer = await get(await signIn(address, loopback));
      expect(answer.status).toBe(303);
    });
    expect(ran.exitCode).toBe(0);
    await expect(get(loopback)).rejects.toThrow('ECONNREFUSED');
  });

  test('port in use: a usage error, before any sign-in', async () => {
    const { startMisbehaving, always } = await import('../../support/misbehaving-server.ts');
    const other = await startMisbehaving(always(200));
    const ran = await byLoopback(async () => {}, [], `http://localhost:${other.port}/callback`);
    await other.close();
    expect(ran.stderr).toContain(`Port ${other.port} is in use`);
    expect(ran.stderr).not.toContain('authorize?');
    expect(ran.exitCode).toBe(2);
  });

  test.each([
    'https://127.0.0.1:1/x',
    'http://example.com/cb',
    'http://127.0.0.1:0/cb',
    'http://127.0.0.1:1/cb?x=1',
    'nonsense',
  ])('--loopback %s is a usage error', async (uri) => {
    expect((await byLoopback(async () => {}, [], uri)).exitCode).toBe(2);
  });
});

test('no refresh token: a warning', async () => {
  const server = await startOauthServer({ refreshTokens: false });
  const ran = await runVerifyHere({
    setup: server.setup(true),
    flags: ['--login', '--no-open'],
    terminal: true,
    paste: (said) => signIn(addressIn(said), server.setup().redirectUri),
    secrets: () => server.secrets,
  });
  await server.close();
  expect(checkNamed('login.refresh', ran.checks)).toMatchObject({ status: 'warn', code: 'no-refresh-token' });
  expect(ran).toMatchObject({ exitCode: 0, verdict: 'warn' });
});

async function redeem(server: OauthServer, code: string): Promise<void> {
  const setup = server.setup(true);
  const response = await fetch(setup.accessTokenUrl, {
    method: 'POST',
    headers: {
      authorization: `Basic ${Buffer.from(`${setup.clientId}:${setup.clientSecret}`).toString('base64')}`,
    },
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      code,
      redirect_uri: setup.redirectUri,
      code_verifier: setup.pkce.codeVerifier,
    }),
  });
  expect(response.status).toBe(200);
}

interface Answer {
  readonly status: number;
  readonly headers: Record<string, string | undefined>;
  readonly body: string;
}

/** A request like that of a browser, but with any Host. */
function get(address: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = httpRequest(address, { method, headers, agent: false }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (chunk: string) => {
        body += chunk;
      });
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers as Answer['headers'], body }),
      );
    });
    request.on('error', reject).end();
  });
}
