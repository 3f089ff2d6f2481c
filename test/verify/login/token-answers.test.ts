import { afterAll, expect, test } from 'vitest';
import type { CheckStatus } from '../../../src/checks/check.ts';
import { makeRedactor } from '../../../src/checks/redactor.ts';
import { duration } from '../../../src/verify/login/judge-lifetime.ts';
import { judgeRefusal } from '../../../src/verify/login/token-refusal.ts';
import {
  always,
  type Behavior,
  type MisbehavingServer,
  startMisbehaving,
} from '../../support/misbehaving-server.ts';
import { verifier as codeVerifier, credentials, sampleSetup } from '../../support/setup-fixture.ts';
import { checkNamed, fixText } from '../../support/verify-fixtures.ts';
import { type Ran, runVerifyHere } from '../../support/verify-run.ts';

const servers: MisbehavingServer[] = [];
afterAll(async () => {
  await Promise.all(servers.map((server) => server.close()));
});

const secrets = [
  'the-one-time-code-1234',
  'access-token-abcdef',
  'refresh-token-ghijkl',
  'second-refresh-mnopqr',
];
const [code = '', accessToken = '', refreshToken = '', secondRefresh = ''] = secrets;
const { redirectUri } = sampleSetup();

/** A login whose sign-in always succeeds, on a server with these responses to token requests. */
async function loginWith(behave: Behavior, methodRow = true): Promise<Ran & { server: MisbehavingServer }> {
  const server = await startMisbehaving(behave);
  servers.push(server);
  const urls = { authenticationUrl: `${server.origin}/authorize`, accessTokenUrl: `${server.origin}/token` };
  const ran = await runVerifyHere({
    setup: sampleSetup(urls, methodRow),
    flags: ['--login', '--no-open', '--timeout', '2'],
    terminal: true,
    secrets: () => secrets,
    paste: async (said) => {
      const state = /[?&]state=([\w-]+)/.exec(said)?.[1];
      return `${redirectUri}?code=${code}&state=${state}`;
    },
  });
  return { ...ran, server };
}

const good = {
  access_token: accessToken,
  refresh_token: refreshToken,
  token_type: 'bearer',
  expires_in: 86_400,
  scope: 'api:data:contact api:data:company',
};

const tokens = (changes: object): Behavior => always(200, { ...good, ...changes });

type Case = readonly [
  name: string,
  behave: Behavior,
  check: string,
  status: CheckStatus,
  says: RegExp,
  code?: string,
];

const form = new URLSearchParams({ ...good, expires_in: '86400' }).toString();

const twice = JSON.stringify(good).replace('{', '{"access_token":"second-refresh-mnopqr",');

const cases: readonly Case[] = [
  ['all right', tokens({}), 'lifetime', 'pass', /valid for 1 day/],
  [
    'narrower scopes',
    tokens({ scope: 'api:data:company' }),
    'scopes',
    'fail',
    /Not granted: api:data:contact/,
    'scopes-narrowed',
  ],
  [
    'more scopes',
    tokens({ scope: `${good.scope} api:data:news` }),
    'scopes',
    'pass',
    /Also granted: api:data:news/,
  ],
  ['no scope', tokens({ scope: undefined }), 'scopes', 'pass', /didn't list/],
  ['a list of scopes', tokens({ scope: good.scope.split(' ') }), 'scopes', 'pass', /^All requested scopes/],
  ['scope of another type', tokens({ scope: 7 }), 'scopes', 'warn', /unreadable/],
  ['expires_in absent', tokens({ expires_in: undefined }), 'lifetime', 'warn', /doesn't say/, 'absent'],
  ['expires_in as text', tokens({ expires_in: '3600' }), 'lifetime', 'warn', /as text/, 'not-a-number'],
  ['expires_in negative', tokens({ expires_in: -5 }), 'lifetime', 'warn', /-5 seconds/, 'not-positive'],
  ['expires_in very short', tokens({ expires_in: 30 }), 'lifetime', 'warn', /very short/, 'short'],
  [
    'not JSON',
    always(200, '<p>access_token=access-token-abcdef</p>'),
    'token',
    'inconclusive',
    /isn't JSON\.$/,
    'no-token',
  ],
  ['a form', always(200, form), 'token', 'warn', /access token \(Bearer\)\. .*form-encoded/, 'form-encoded'],
  ['form-encoded scopes', always(200, form), 'scopes', 'pass', /^All requested scopes/],
  ['form-encoded lifetime', always(200, form), 'lifetime', 'pass', /valid for 1 day/],
  ['a byte order mark', always(200, `\ufeff${JSON.stringify(good)}`), 'token', 'pass', /Bearer/],
  ['201', always(201, good), 'token', 'warn', /The status is 201/, 'http-201'],
  ['299', always(299, good), 'token', 'warn', /The status is 299/, 'http-299'],
  [
    'a lone surrogate in a token',
    tokens({ access_token: `${accessToken}\ud800` }),
    'token',
    'warn',
    /characters/,
    'token-characters',
  ],
  [
    'a lone surrogate in a refresh token',
    tokens({ refresh_token: `${refreshToken}\udc00` }),
    'refresh',
    'inconclusive',
    /incomplete character/,
    'token-characters',
  ],
  [
    'tokens and an error',
    tokens({ error: 'a_b' }),
    'token',
    'warn',
    /an error in addition/,
    'token-and-error',
  ],
  [
    'a name that every object inherits',
    always(200, '{"error":"__proto__"}'),
    'token',
    'inconclusive',
    /__proto__/,
    'no-token',
  ],
  ['a duplicate key', always(200, twice), 'token', 'pass', /Bearer/],
  [
    'tokens in another envelope',
    always(200, { data: good, message: accessToken }),
    'token',
    'inconclusive',
    /no access token\.$/,
    'no-token',
  ],
  ['no token', tokens({ access_token: undefined }), 'token', 'inconclusive', /no access token/, 'no-token'],
  ['another token type', tokens({ token_type: 'mac' }), 'token', 'inconclusive', /"mac"/, 'token-type'],
  ['no token type', tokens({ token_type: undefined }), 'token', 'warn', /missing/, 'token-type'],
  ['an empty token type', tokens({ token_type: '' }), 'token', 'warn', /missing/, 'token-type'],
  ['a token type in capitals', tokens({ token_type: ' BEARER ' }), 'token', 'pass', /Bearer/],
  [
    'no refresh token',
    tokens({ refresh_token: undefined }),
    'refresh',
    'warn',
    /no refresh token/,
    'no-refresh-token',
  ],
  [
    'escape sequences',
    always(400, { error: 'invalid_request', error_description: '\u001b]0;title\u0007\u001b[2Jgone' }),
    'token',
    'fail',
    /"gone"/,
    'invalid_request',
  ],
  [
    'the message contains code and verifier',
    always(400, {
      error: 'invalid_request',
      error_description: `${code} ${codeVerifier} ${credentials.clientSecret}`,
    }),
    'token',
    'fail',
    /withheld/,
    'invalid_request',
  ],
  [
    'invalid_client',
    always(401, { error: 'invalid_client' }),
    'token',
    'fail',
    /rejected the Client ID/,
    'invalid_client',
  ],
  ['bare 401', always(401), 'token', 'fail', /OAuth endpoint/, 'not-an-endpoint'],
  [
    'redirect',
    always(302, '', { location: 'https://elsewhere.example/' }),
    'token',
    'inconclusive',
    /nothing was sent there/,
    'redirected',
  ],
  ['503', always(503), 'token', 'inconclusive', /503/, 'http-503'],
  ['time-out', () => {}, 'token', 'inconclusive', /Timed out/, 'timeout'],
];

for (const [name, behave, check, status, says, expectedCode] of cases) {
  test.concurrent(`${name}: login.${check} ${status}`, async () => {
    const ran = await loginWith(behave);
    const found = checkNamed(`login.${check}`, ran.checks);
    expect(found.status, found.detail).toBe(status);
    expect(found.detail).toMatch(says);
    expect(found.code).toBe(expectedCode);
  });
}

test('assumes a plain challenge and fails at the token request: the missing row is named', async () => {
  const ran = await loginWith(always(400, { error: 'invalid_grant' }), false);
  const found = checkNamed('login.token', ran.checks);
  expect(found).toMatchObject({ status: 'fail', code: 'challenge-method-required' });
  expect(found.detail).toContain('assumed plain');
  expect(fixText(found)).toContain('--challenge-method-row');
  expect(ran.exitCode).toBe(5);
});

const grantWith =
  (respond: (refresh: boolean) => [number, object]): Behavior =>
  (seen, response) => {
    const isRefresh = new URLSearchParams(seen.body).get('grant_type') === 'refresh_token';
    const [status, body] = respond(isRefresh);
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  };

test('a refresh that rotates, and a refresh that is rejected', async () => {
  const rotates = await loginWith(
    grantWith((refresh) => [200, refresh ? { ...good, refresh_token: secondRefresh } : good]),
  );
  expect(checkNamed('login.refresh', rotates.checks)).toMatchObject({ status: 'pass' });
  expect(checkNamed('login.refresh', rotates.checks).detail).toContain('new refresh token');
  const bodies = rotates.server.seen.map(({ body }) => new URLSearchParams(body));
  expect(bodies).toHaveLength(2);
  expect(Object.fromEntries(bodies[1] ?? [])).toEqual({
    grant_type: 'refresh_token',
    refresh_token: refreshToken,
  });
  const refused = await loginWith(
    grantWith((refresh) =>
      refresh ? [400, { error: 'invalid_grant', error_description: `unknown ${refreshToken}` }] : [200, good],
    ),
  );
  expect(checkNamed('login.refresh', refused.checks)).toMatchObject({
    status: 'fail',
    code: 'invalid_grant',
  });
});

const refusal = (words: string, codeAgeAtMost: number, hasMethodRow: boolean) =>
  judgeRefusal(
    {
      status: 400,
      headers: {},
      body: JSON.stringify({ error: 'invalid_grant', error_description: words }),
    },
    {
      url: 'https://a.example/',
      redactor: makeRedactor(),
      clientAuthentication: 'basic',
      codeAgeAtMost,
      hasMethodRow,
    },
  );

test.each([
  ['', 10, true, 'code-used', /already have been used/],
  ['', 10, false, 'challenge-method-required', /plain/],
  ['', 100, true, 'code-expired', /expired/],
  ['', 100, false, 'code-expired', /expired.*plain/],
  ['The code has expired', 5, false, 'code-expired', /expired/],
  ['redirect_uri does not match', 5, false, 'redirect-uri', /redirect URI that differs/],
] as const)('invalid_grant "%s" after %d s, method row %s: %s', (words, age, row, expected, says) => {
  const found = refusal(words, age, row);
  expect(found.code).toBe(expected);
  expect(found.detail).toMatch(says);
  expect(found.fix).toBeTruthy();
});

test.each([
  [86_400, '1 day'],
  [3600, '1 hour'],
  [5400, '90 minutes'],
  [59, '59 seconds'],
  [1, '1 second'],
  [129_600, '36 hours'],
  [9000, '2.5 hours'],
  [0.3, '0 seconds'],
])('%d seconds are %s', (seconds, text) => {
  expect(duration(seconds)).toBe(text);
});
