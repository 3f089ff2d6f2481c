import { expect, test } from 'vitest';
import { redirectUriOf, regionNames } from '../../../src/setup/regions.ts';
import type { Parameter } from '../../../src/setup/schema.ts';
import type { CheckStatus } from '../../../src/verify/check.ts';
import { checkOffline } from '../../../src/verify/offline/rules.ts';
import type { Subject } from '../../../src/verify/subject.ts';
import {
  codeVerifier,
  credentials,
  goodSetup,
  goodSubject,
  offlineCheck,
} from '../../support/verify-fixtures.ts';

test('a good setup passes every check, in the published order', () => {
  const checks = checkOffline(goodSubject());
  expect(checks.map(({ id, status }) => `${id} ${status}`)).toEqual([
    'region.redirect-uri pass',
    'scopes pass',
    'client.id pass',
    'client.secret pass',
    'endpoints pass',
    'pkce.verifier pass',
    'pkce.challenge pass',
    'parameters.authentication-request pass',
    'parameters.token-request pass',
    'file.permissions pass',
  ]);
  expect(Object.keys(checks[0] ?? {})).toEqual(['id', 'status', 'title', 'detail']);
});

test('nothing given: every check is skipped and says why', () => {
  for (const check of checkOffline({})) {
    expect(check.status).toBe('skip');
    expect(check.detail).not.toBe('');
  }
});

test('each region takes its own redirect URI and names the other one', () => {
  for (const region of regionNames)
    for (const other of regionNames) {
      const check = offlineCheck('region.redirect-uri', { region, redirectUri: redirectUriOf(other) });
      expect(check.status).toBe(region === other ? 'pass' : 'fail');
      if (region !== other) expect(check.detail).toContain(`belongs to region ${other}`);
    }
});

const na = redirectUriOf('NA');

type Case = readonly [
  id: string,
  status: CheckStatus,
  changes: Partial<Subject>,
  says: RegExp,
  code?: string,
];

const cases: readonly Case[] = [
  ['region.redirect-uri', 'pass', { region: undefined }, /region NA/],
  ['region.redirect-uri', 'fail', { redirectUri: `${na}/` }, /slash too many/],
  ['region.redirect-uri', 'fail', { redirectUri: na.replace('https', 'http') }, /http:\/\//],
  ['region.redirect-uri', 'fail', { redirectUri: na.toUpperCase() }, /capital letters/],
  ['region.redirect-uri', 'fail', { redirectUri: `${na} ` }, /a space/],
  ['region.redirect-uri', 'fail', { redirectUri: `${na}?x=1` }, /behind the path/],
  ['region.redirect-uri', 'fail', { redirectUri: na.replace('v1', 'v2') }, /from character \d+ on/],
  [
    'region.redirect-uri',
    'fail',
    { region: undefined, redirectUri: 'https://a.example' },
    /none of the three/,
  ],
  ['region.redirect-uri', 'fail', { region: 'EMAE' }, /Did you mean EMEA/],
  ['scopes', 'fail', { scopes: [] }, /no scope/],
  ['scopes', 'warn', { scopes: ['api:data:contct'] }, /Did you mean api:data:contact/],
  ['scopes', 'warn', { scopes: ['company'] }, /Did you mean api:data:company/],
  ['scopes', 'fail', { scopes: ['API:data:news'] }, /should be api:data:news/],
  [
    'scopes',
    'fail',
    { scopes: ['API:data:news', 'api:data:contct'] },
    /should be api:data:news.*Did you mean api:data:contact/,
  ],
  ['scopes', 'fail', { scopes: ['api:data:news\u200b'] }, /zero-width space/],
  ['client.id', 'warn', { clientId: null }, /still to come/],
  ['client.id', 'skip', { clientId: undefined }, /No Client ID/],
  ['client.id', 'fail', { clientId: '0oa1b2c3d4 e5' }, /a space \(U\+0020\) at position 11/],
  ['client.id', 'fail', { clientId: '<your client id>' }, /placeholder/],
  [
    'client.id',
    'fail',
    { clientId: credentials.clientSecret, clientSecret: credentials.clientId },
    /swapped/,
    'swapped',
  ],
  [
    'client.secret',
    'fail',
    { clientId: credentials.clientSecret, clientSecret: credentials.clientId },
    /swapped/,
    'swapped',
  ],
  ['client.secret', 'fail', { clientSecret: credentials.clientId }, /same text/, 'equal'],
  [
    'client.secret',
    'fail',
    { clientSecret: 'abc\u200bdefghijkl' },
    /zero-width space \(U\+200B\) at position 4/,
  ],
  ['client.secret', 'fail', { clientSecret: '••••••••' }, /masked/],
  ['client.secret', 'fail', { clientSecret: 'päss-word-long' }, /not ASCII \(U\+00E4\) at position 2/],
  ['endpoints', 'fail', { authenticationUrl: 'http://api.zoominfo.com/gtm/oauth/v1/authorize' }, /http:\/\//],
  ['endpoints', 'fail', { refreshTokenUrl: 'https://api.zoominfo.com/other' }, /Refresh token URL/],
  [
    'endpoints',
    'warn',
    { authenticationUrl: 'https://login.example/authorize' },
    /not the one that Jitterbit documents/,
  ],
  ['pkce.verifier', 'fail', { codeVerifier: 'short' }, /5 characters/],
  ['pkce.verifier', 'fail', { codeVerifier: `${codeVerifier}\n` }, /line break/],
  ['pkce.verifier', 'fail', { codeVerifier: 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk' }, /RFC 7636/],
  ['pkce.verifier', 'fail', { codeVerifier: 'ab'.repeat(22) }, /fewer than 10/],
  ['pkce.verifier', 'fail', { codeVerifier: 'abcdefghijklmnop'.repeat(3) }, /repeated/],
  ['file.permissions', 'warn', { file: { name: 'a.json', readableByOthers: true } }, /Other users/],
  ['file.permissions', 'skip', { file: { name: '-' } }, /no permissions/],
];

for (const [id, status, changes, says, code] of cases) {
  test(`${id}: ${status}, ${says}`, () => {
    const check = offlineCheck(id, changes);
    expect(check.status).toBe(status);
    expect(check.detail).toMatch(says);
    expect(check.code).toBe(code);
    if (status === 'fail' || status === 'warn') expect(check.fix).toBeTruthy();
  });
}

test('swapped endpoints are named so, not as two foreign addresses', () => {
  const { authenticationUrl, accessTokenUrl } = goodSetup();
  const check = offlineCheck('endpoints', {
    authenticationUrl: accessTokenUrl,
    accessTokenUrl: authenticationUrl,
  });
  expect(check).toMatchObject({ status: 'fail', code: 'swapped' });
});

test('loopback endpoints are nothing to warn of', () => {
  const local = 'http://127.0.0.1:3000/token';
  const changes = {
    authenticationUrl: 'http://localhost:3000/authorize',
    accessTokenUrl: local,
    refreshTokenUrl: local,
  };
  expect(offlineCheck('endpoints', changes).status).toBe('pass');
});

const rows = goodSetup({}, true).advancedOptions.authenticationRequest.parameters;
const [responseType, challenge, method] = rows as [Parameter, Parameter, Parameter];

type RowCase = readonly [status: CheckStatus, rows: readonly Parameter[], says: RegExp];

const rowCases: readonly RowCase[] = [
  ['pass', [responseType, challenge], /documented/],
  ['pass', [challenge, method, responseType], /documented/],
  ['fail', [responseType], /code_challenge is missing/],
  ['fail', [responseType, { ...challenge, value: 'x' }], /another value/],
  ['fail', [responseType, { ...challenge, sendIn: 'Request Body' }], /should be Request URL/],
  ['fail', [responseType, { ...challenge, key: 'Code_Challenge ' }], /should be code_challenge/],
  ['fail', [responseType, challenge, challenge], /2 times/],
  ['fail', [{ ...responseType, value: 'token' }, challenge], /another value than "code"/],
  ['fail', [responseType, challenge, { ...method, value: 'plain' }], /another value than "S256"/],
  ['fail', [responseType, challenge, { key: 'state', value: 'x', sendIn: 'Request URL' }], /row state/],
  [
    'fail',
    [responseType, challenge, { key: 'code_verifier', value: codeVerifier, sendIn: 'Request URL' }],
    /Token request/,
  ],
  ['warn', [responseType, challenge, { key: 'prompt', value: 'login', sendIn: 'Request URL' }], /"prompt"/],
];

test.each(rowCases)('parameters of the Authentication request: %s', (status, authenticationRequest, says) => {
  const check = offlineCheck('parameters.authentication-request', { authenticationRequest });
  expect(check.status).toBe(status);
  expect(check.detail).toMatch(says);
  expect(JSON.stringify(check)).not.toContain(codeVerifier);
});

test('the row of the Token request is compared with the verifier, which is not shown', () => {
  const tokenRequest = [{ key: 'code_verifier', value: `${codeVerifier}x`, sendIn: 'Request Body' }];
  const check = offlineCheck('parameters.token-request', { tokenRequest });
  expect(check).toMatchObject({ status: 'fail' });
  expect(check.fix).toContain('tab Token request, Parameters');
  expect(JSON.stringify(check)).not.toContain(codeVerifier);
});
