import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import type { Check, CheckStatus } from '../../../src/checks/check.ts';
import { basicCredentials } from '../../../src/oauth/client-authentication.ts';
import {
  always,
  type Behavior,
  freePort,
  type MisbehavingServer,
  startMisbehaving,
} from '../../support/misbehaving-server.ts';
import { verifier as codeVerifier, credentials, sampleSetup } from '../../support/setup-fixture.ts';
import { checkNamed } from '../../support/verify-fixtures.ts';
import { type Ran, runVerifyHere } from '../../support/verify-run.ts';

const servers: MisbehavingServer[] = [];
afterAll(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

async function start(behave: Behavior): Promise<MisbehavingServer> {
  const server = await startMisbehaving(behave);
  servers.push(server);
  return server;
}

const setupAt = (origin: string) =>
  sampleSetup({ authenticationUrl: `${origin}/authorize`, accessTokenUrl: `${origin}/token` });

const tried = async (
  behave: Behavior,
  flags: readonly string[] = [],
): Promise<Ran & { server: MisbehavingServer }> => {
  const server = await start(behave);
  const ran = await runVerifyHere({
    setup: setupAt(server.origin),
    flags: ['--online', '--timeout', '15', ...flags],
  });
  return { ...ran, server };
};

const signInPage = (target: string): Behavior => always(302, '', { location: target });
const redirectUri = sampleSetup().redirectUri;

type Expectation = readonly [
  name: string,
  behave: Behavior,
  status: CheckStatus,
  says: RegExp,
  code?: string,
];

const authorizeCases: readonly Expectation[] = [
  [
    'a sign-in page elsewhere',
    signInPage('https://login.example/oauth2?session=s3cr3t-session'),
    'pass',
    /https:\/\/login\.example\/oauth2, .*confirms the URL/,
  ],
  ['a sign-in page on the same host', signInPage('/login'), 'pass', /\/login/],
  [
    'an error at the redirect URI',
    signInPage(`${redirectUri}?error=invalid_scope&error_description=No+such+scope`),
    'fail',
    /invalid_scope, "No such scope"/,
    'invalid_scope',
  ],
  [
    'an error at another URL',
    signInPage('https://login.example/error?error=invalid_client'),
    'fail',
    /invalid_client/,
    'invalid_client',
  ],
  [
    'a server error in a redirect',
    signInPage(`${redirectUri}?error=temporarily_unavailable`),
    'inconclusive',
    /internal problem/,
    'temporarily_unavailable',
  ],
  ['a code without a sign-in', signInPage(`${redirectUri}?code=abcdefgh`), 'inconclusive', /straight back/],
  ['a redirect without a target', signInPage('javascript:alert(1)'), 'inconclusive', /302/, 'http-302'],
  [
    'HTML 400',
    always(
      400,
      '<html><head><title>x</title></head><body><h1>Bad &nbsp;request</h1><script>no()</script></body></html>',
    ),
    'fail',
    /"Bad request"/,
  ],
  [
    'Okta style',
    always(400, { errorCode: 'invalid_client', errorSummary: 'Invalid value for client_id' }),
    'fail',
    /invalid_client, "Invalid value for client_id"/,
    'invalid_client',
  ],
  [
    'gateway style',
    always(400, { error: { code: 'ZI0001', message: 'Bad input' } }),
    'fail',
    /"ZI0001: Bad input"/,
  ],
  [
    'JSON:API style',
    always(400, { errors: [{ title: 'Bad', detail: 'Very bad' }] }),
    'fail',
    /"Bad: Very bad"/,
  ],
  ['bare 401', always(401), 'fail', /OAuth endpoint/, 'not-an-endpoint'],
  ['401 of a gateway', always(401, { error: 'Unauthorized' }), 'fail', /OAuth endpoint/, 'not-an-endpoint'],
  [
    '401 with an OAuth error',
    always(401, { error: 'invalid_client' }),
    'fail',
    /invalid_client/,
    'invalid_client',
  ],
  [
    'captive-portal 200',
    always(200, '<html><body>Welcome to the hotel</body></html>'),
    'inconclusive',
    /200 .*Welcome to the hotel/,
    'http-200',
  ],
  ['304 with a Location', always(304, '', { location: '/login' }), 'inconclusive', /304/, 'http-304'],
  ['404', always(404), 'inconclusive', /the URL may be wrong/, 'http-404'],
  ['429', always(429), 'inconclusive', /too many requests/, 'http-429'],
  ['503 with an OAuth error', always(503, { error: 'invalid_client' }), 'inconclusive', /503/, 'http-503'],
  [
    'escape sequences in the words',
    always(400, { error: 'invalid_request', error_description: '\u001b[31mred\u0007\u202e' }),
    'fail',
    /"red"/,
    'invalid_request',
  ],
  [
    'its message contains our secret',
    always(400, {
      error: 'invalid_client',
      error_description: `got ${credentials.clientSecret} ${codeVerifier}`,
    }),
    'fail',
    /withheld/,
    'invalid_client',
  ],
  [
    'a body of 20 MB',
    (_, response) =>
      void response.writeHead(400, { 'content-type': 'text/plain' }).end('x'.repeat(20_000_000)),
    'fail',
    /xxx\.\.\."/,
  ],
  [
    'a gzip bomb',
    (_, response) =>
      void response.writeHead(400, { 'content-type': 'text/plain', 'content-encoding': 'gzip' }).end(bomb),
    'fail',
    /yyy\.\.\."/,
  ],
  [
    'broken gzip',
    (_, response) => void response.writeHead(400, { 'content-encoding': 'gzip' }).end('not gzip'),
    'inconclusive',
    /isn't valid HTTP/,
    'not-http',
  ],
  [
    'endless headers',
    (_, __, socket) => drip(socket, 'HTTP/1.1 200 OK\r\n', 'x-more: 1\r\n'),
    'inconclusive',
    /Timed out/,
    'timeout',
  ],
  [
    'an endless body',
    (_, __, socket) => drip(socket, 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n', '1\r\nx\r\n'),
    'inconclusive',
    /Timed out/,
    'timeout',
  ],
  ['an endless body, at full speed', (_, response) => pour(response.writeHead(400)), 'fail', /xxx\.\.\."/],
  ['silence', () => {}, 'inconclusive', /Timed out.*ETIMEDOUT/, 'timeout'],
  [
    'reset',
    (_, __, socket) => void socket.resetAndDestroy(),
    'inconclusive',
    /closed the connection before/,
    'reset',
  ],
  [
    'not HTTP',
    (_, __, socket) => void socket.end('SSH-2.0-OpenSSH\r\n'),
    'inconclusive',
    /isn't valid HTTP/,
    'not-http',
  ],
];

const bomb = gzipSync(Buffer.alloc(50_000_000, 'y'));

/** Far more than is read, without an end. */
function pour(response: import('node:http').ServerResponse): void {
  for (let count = 0; count < 40; count += 1) response.write('x'.repeat(100_000));
}

function drip(socket: import('node:net').Socket, first: string, more: string): void {
  socket.write(first);
  const timer = setInterval(() => socket.write(more), 20);
  socket.on('error', () => {}).on('close', () => clearInterval(timer));
}

describe.concurrent('online.authorize', () => {
  for (const [name, behave, status, says, code] of authorizeCases) {
    test(name, async () => {
      const ran = await tried(behave, code === 'timeout' ? ['--timeout', '1'] : []);
      expectCheck(checkNamed('online.authorize', ran.checks), status, says, code);
      expect(ran.stdout + ran.stderr).not.toContain('s3cr3t-session');
    });
  }

  test('a redirect to itself', async () => {
    const loop: Behavior = ({ path, query }, response) =>
      void response.writeHead(302, { location: `${path}?${query}` }).end();
    const ran = await tried(loop);
    expectCheck(
      checkNamed('online.authorize', ran.checks),
      'inconclusive',
      /redirects to itself/,
      'redirect-loop',
    );
    expect(ran.server.seen.filter(({ path }) => path === '/authorize')).toHaveLength(1);
  });

  test('assumes S256 without a method: passes with one request that has the parameters of the rows', async () => {
    const ran = await tried(signInPage('/login'));
    const asked = ran.server.seen.filter(({ path }) => path === '/authorize');
    expect(asked).toHaveLength(1);
    expect(Object.fromEntries(asked[0]?.query ?? [])).toEqual({
      response_type: 'code',
      code_challenge: sampleSetup().pkce.codeChallenge,
      client_id: credentials.clientId,
      redirect_uri: redirectUri,
      scope: 'api:data:company api:data:contact',
      state: expect.stringMatching(/^[\w-]{43}$/),
    });
  });

  test('rejected with and without the method row: the first response counts', async () => {
    const ran = await tried(always(400, { error: 'invalid_request', error_description: 'nonsense' }));
    expectCheck(checkNamed('online.authorize', ran.checks), 'fail', /nonsense/, 'invalid_request');
    expect(ran.server.seen.filter(({ path }) => path === '/authorize')).toHaveLength(2);
  });
});

const clientCases: readonly Expectation[] = [
  [
    'invalid_client in the second of several challenges',
    (_, response) => {
      response.setHeader('WWW-AUTHENTICATE', ['Negotiate', 'Basic realm="x", error="invalid_client"']);
      response.writeHead(401).end();
    },
    'fail',
    /rejected the Client ID/,
    'invalid_client',
  ],
  ['invalid_grant', always(400, { error: 'invalid_grant' }), 'pass', /not the Client ID/],
  [
    'invalid_client',
    always(401, { error: 'invalid_client' }),
    'fail',
    /rejected the Client ID/,
    'invalid_client',
  ],
  [
    'Okta style invalid_client',
    always(401, { errorCode: 'invalid_client', errorSummary: 'x' }),
    'fail',
    /rejected the Client ID/,
    'invalid_client',
  ],
  [
    'unauthorized_client',
    always(400, { error: 'unauthorized_client' }),
    'fail',
    /isn't allowed to use/,
    'unauthorized_client',
  ],
  ['bare 401', always(401), 'fail', /OAuth endpoint/, 'not-an-endpoint'],
  [
    'gateway style 400',
    always(400, { error: { code: 'ZI0001', message: 'no' } }),
    'inconclusive',
    /ZI0001/,
    'http-400',
  ],
  [
    'invalid_request',
    always(400, { error: 'invalid_request' }),
    'inconclusive',
    /invalid_request/,
    'http-400',
  ],
  [
    'tokens for a dummy code',
    always(200, { access_token: 'never-show-this-token' }),
    'inconclusive',
    /200/,
    'http-200',
  ],
  ['429', always(429), 'inconclusive', /429/, 'http-429'],
];

describe.concurrent('online.client', () => {
  for (const [name, behave, status, says, code] of clientCases) {
    test(name, async () => {
      const ran = await tried(behave);
      expectCheck(checkNamed('online.client', ran.checks), status, says, code);
      expect(ran.stdout + ran.stderr).not.toContain('never-show-this-token');
      expect(ran.server.seen.filter(({ path }) => path === '/token')).toHaveLength(1);
    });
  }

  test("a POST redirected to another host isn't followed, so that host gets nothing", async () => {
    const other = await start(always(400, { error: 'invalid_grant' }));
    const ran = await tried(always(307, '', { location: `${other.origin}/token` }));
    expectCheck(
      checkNamed('online.client', ran.checks),
      'inconclusive',
      /redirects \(307\) to .*nothing was sent there/,
      'redirected',
    );
    expect(other.seen).toEqual([]);
  });
});

test.each(['a-b_c:d%e+f/g=h i', credentials.clientSecret, 'ä-not-ascii'])(
  'the exact bytes of Basic: %s',
  async (clientSecret) => {
    const bytes = Buffer.from(basicCredentials('id-_x', clientSecret), 'base64').toString();
    expect(bytes).toBe(`id-_x:${clientSecret}`);
  },
);

test('client authentication on the wire: Basic unencoded, or in the body', async () => {
  const server = await start(always(400, { error: 'invalid_grant' }));
  const clientSecret = 'a-b_c:d%e+f~g/h=1234';
  const setup = { ...setupAt(server.origin), clientSecret };
  await runVerifyHere({ setup, flags: ['--online'] });
  await runVerifyHere({ setup, flags: ['--online', '--client-auth', 'post'] });
  const [basic, post] = server.seen.filter(({ path }) => path === '/token');
  expect(basic?.headers.authorization).toBe(
    `Basic ${Buffer.from(`${credentials.clientId}:${clientSecret}`).toString('base64')}`,
  );
  expect(basic?.body).not.toContain('client_secret');
  expect(post?.headers.authorization).toBeUndefined();
  expect(post?.body).toContain('client_secret=a-b_c%3Ad%25e%2Bf%7Eg%2Fh%3D1234');
  expect(new URLSearchParams(post?.body).get('client_id')).toBe(credentials.clientId);
  expect(new URLSearchParams(post?.body).get('code_verifier')).toBe(codeVerifier);
});

test('nothing is listening: inconclusive, exit 4', async () => {
  const host = `127.0.0.1:${await freePort()}`;
  const ran = await runVerifyHere({ setup: setupAt(`http://${host}`), flags: ['--online'] });
  const says = new RegExp(`^The request to ${host} failed\\. .*refused.*ECONNREFUSED`);
  for (const id of ['online.authorize', 'online.client'])
    expectCheck(checkNamed(id, ran.checks), 'inconclusive', says, 'refused');
  expect(ran).toMatchObject({ exitCode: 4, verdict: 'inconclusive' });
});

test('unknown host: inconclusive', async () => {
  const ran = await runVerifyHere({
    setup: setupAt('https://does-not-exist.invalid'),
    flags: ['--online', '--timeout', '5'],
  });
  const says = /^The request to does-not-exist\.invalid failed\. Host not found/;
  expectCheck(checkNamed('online.client', ran.checks), 'inconclusive', says, 'unknown-host');
});

test('no secret is sent to a URL that failed offline', async () => {
  const setup = { ...setupAt('http://127.0.0.1:1'), accessTokenUrl: 'http://api.zoominfo.com/token' };
  const ran = await runVerifyHere({ setup, flags: ['--online'] });
  expect(checkNamed('online.client', ran.checks)).toMatchObject({ status: 'skip' });
  expect(ran.exitCode).toBe(3);
});

function expectCheck(check: Check, status: CheckStatus, says: RegExp, code?: string): void {
  expect(check.status, check.detail).toBe(status);
  expect(check.detail).toMatch(says);
  expect(check.code).toBe(code);
}

test('a verifier in place of the challenge is hidden like any other', async () => {
  const server = await start(({ query }, response) => {
    const error_description = `what is ${query.get('code_challenge')}?`;
    response.writeHead(400, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ error: 'invalid_request', error_description }));
  });
  const good = setupAt(server.origin);
  const { codeVerifier: verifier, codeChallenge: challenge } = good.pkce;
  const swapped = JSON.stringify(good)
    .replaceAll(verifier, 'placeholder')
    .replaceAll(challenge, verifier)
    .replaceAll('placeholder', challenge);
  const ran = await runVerifyHere({
    setup: JSON.parse(swapped),
    flags: ['--online'],
    secrets: () => [codeVerifier],
  });
  expect(checkNamed('pkce.challenge', ran.checks).code).toBe('swapped');
});
