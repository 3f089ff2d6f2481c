import { expect, test } from 'vitest';
import { parseAnswer } from '../../../src/answers/parse-answer.ts';
import type { CheckStatus } from '../../../src/checks/check.ts';
import type { Subject } from '../../../src/checks/subject.ts';
import { redirectUriOf, regionNames } from '../../../src/facts/regions.ts';
import { documentedScopes } from '../../../src/facts/scopes.ts';
import type { Parameter } from '../../../src/setup-file/schema.ts';
import { checkOffline } from '../../../src/verify/offline/rules.ts';
import { clientId, verifier as codeVerifier, credentials, sampleSetup } from '../../support/setup-fixture.ts';
import { fixText, goodSubject, offlineCheck } from '../../support/verify-fixtures.ts';

test('a valid setup passes every check, in the published order', () => {
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

test('without values: every check is skipped and says why', () => {
  for (const check of checkOffline({})) {
    expect(check.status).toBe('skip');
    expect(check.detail).not.toBe('');
  }
});

test('each region accepts its own redirect URI and names the other one', () => {
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
  ['region.redirect-uri', 'fail', { redirectUri: `${na}/` }, /extra trailing slash/],
  ['region.redirect-uri', 'fail', { redirectUri: na.replace('https', 'http') }, /http:\/\//],
  ['region.redirect-uri', 'fail', { redirectUri: na.toUpperCase() }, /uppercase/],
  ['region.redirect-uri', 'fail', { redirectUri: `${na} ` }, /a space/],
  ['region.redirect-uri', 'fail', { redirectUri: `${na}?x=1` }, /after the path/],
  ['region.redirect-uri', 'fail', { redirectUri: `${na}//` }, /extra trailing slash/],
  ['region.redirect-uri', 'fail', { redirectUri: na.replace('https://', '') }, /https:.* is missing/],
  ['region.redirect-uri', 'fail', { redirectUri: `${na}#x` }, /after the path/],
  ['region.redirect-uri', 'fail', { redirectUri: `x${na}` }, /starting at character 1\./],
  ['region.redirect-uri', 'fail', { redirectUri: na.replace('v1', 'v2') }, /starting at character 55\./],
  ['region.redirect-uri', 'fail', { redirectUri: na.slice(0, -1) }, /starting at character 70\./],
  ['region.redirect-uri', 'fail', { redirectUri: `${na}s` }, /starting at character 71\./],
  ['region.redirect-uri', 'fail', { redirectUri: `${redirectUriOf('EMEA')}/` }, /starting at character 14\./],
  [
    'region.redirect-uri',
    'fail',
    { region: undefined, redirectUri: `${redirectUriOf('EMEA')}/` },
    /Jitterbit Harmony.* extra trailing slash/,
  ],
  ['region.redirect-uri', 'fail', { region: 'EMAE' }, /Did you mean EMEA/],
  ['region.redirect-uri', 'skip', { redirectUri: undefined }, /to compare with the region/],
  ['region.redirect-uri', 'skip', { region: undefined, redirectUri: undefined }, /^Not provided\.$/],
  ['scopes', 'fail', { scopes: [] }, /No scope/],
  ['scopes', 'warn', { scopes: ['api:data:contct'] }, /Did you mean api:data:contact/],
  ['scopes', 'warn', { scopes: ['company'] }, /Did you mean api:data:company/],
  ['scopes', 'fail', { scopes: ['API:data:news'] }, /case-sensitive.*"api:data:news"/],
  [
    'scopes',
    'fail',
    { scopes: ['API:data:news', 'api:data:contct'] },
    /Use "api:data:news".*Did you mean api:data:contact/,
  ],
  [
    'scopes',
    'warn',
    { scopes: ['api:data:news', 'api:data:intent', 'api:data:news'] },
    /^The scope "api:data:news" is a duplicate\.$/,
  ],
  [
    'scopes',
    'fail',
    { scopes: ['API:data:news', 'API:data:news'] },
    /^[^.]*case-sensitive\. Use [^.]*\. One of the scopes is a duplicate\.$/,
  ],
  ['scopes', 'fail', { scopes: ['api:data:news\u200b'] }, /zero-width space[^.]*\.$/],
  ...[',', ', ', ' ', ';', '|', '+', '%20', '%2c', '\n'].map((separator): Case => {
    const scopes = [`api:data:news${separator}API:data:intent`];
    return [
      'scopes',
      'fail',
      { scopes },
      /^One entry contains several scopes or a separator[^.]*\. [^.]*\.$/,
    ];
  }),
  ...['api:data:news,', ',', 'api:data:news,act', ',a'].map((scope): Case => {
    return ['scopes', 'fail', { scopes: [scope] }, /^One entry contains several scopes or a separator/];
  }),
  ['scopes', 'fail', { scopes: ['api:\\data'] }, /contains "\\" at position 5/],
  ['scopes', 'fail', { scopes: ['"api:data"'] }, /^There are quotation marks in the scopes\. [^.]*\.$/],
  [
    'scopes',
    'fail',
    { scopes: ['"api:data', "data'"] },
    /^There are quotation marks in the scopes\. [^.]*\.$/,
  ],
  ['scopes', 'fail', { scopes: ['api:data:news', ''] }, /^One scope is empty\. [^.]*\.$/],
  ['scopes', 'pass', { scopes: ['api:data:news'] }, /^1 known scope\.$/],
  ['scopes', 'pass', { scopes: ['api:data:news', 'api:data:intent'] }, /^2 known scopes\.$/],
  ['scopes', 'warn', { scopes: ['openid'] }, /may reject.* "openid"/],
  [
    'scopes',
    'warn',
    { scopes: ['offline_access', 'api:data:lookup'] },
    /may reject.* may reject.* "api:data:lookup"/,
  ],
  ['scopes', 'warn', { scopes: ['api:insights:read'] }, /document the scope "api:insights:read"[^?]*$/],
  ['region.redirect-uri', 'fail', { redirectUri: `"${na}"` }, /double quotation marks/],
  [
    'pkce.challenge',
    'fail',
    { codeVerifier: undefined, codeChallenge: `'${'a'.repeat(43)}'` },
    /single quotation marks/,
  ],
  ['client.id', 'warn', { clientId: null }, /hasn't been set/],
  ['client.id', 'warn', { clientId: '' }, /hasn't been set/],
  ['client.id', 'skip', { clientId: undefined }, /provided/],
  ['client.id', 'fail', { clientId: '0oa1b2c3d4 e5' }, /a space at position 11/],
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
  ['client.secret', 'fail', { clientSecret: credentials.clientId }, /identical/, 'equal'],
  ['client.secret', 'fail', { clientId: null, clientSecret: credentials.clientId }, /looks like a Client ID/],
  ['client.secret', 'fail', { clientSecret: '0oaAbCdEfGhIjKlMnOpR' }, /looks like a Client ID/],
  ['client.id', 'pass', { clientSecret: '0oaAbCdEfGhIjKlMnOpR' }, /characters/],
  [
    'client.secret',
    'fail',
    { clientSecret: 'abc\u200bdefghijkl' },
    /zero-width space \(U\+200B\) at position 4/,
  ],
  ['client.secret', 'fail', { clientSecret: '••••••••' }, /masked/],
  [
    'client.secret',
    'fail',
    { clientSecret: 'päss-word-long' },
    /non-ASCII character \(U\+00E4\) at position 2/,
  ],
  ['endpoints', 'fail', { authenticationUrl: 'http://api.zoominfo.com/gtm/oauth/v1/authorize' }, /http:\/\//],
  ['endpoints', 'fail', { refreshTokenUrl: 'https://api.zoominfo.com/other' }, /Refresh token URL/],
  ['endpoints', 'warn', { authenticationUrl: 'https://login.example/authorize' }, /documents/],
  ['pkce.verifier', 'fail', { codeVerifier: 'short' }, /5 characters/],
  ['pkce.verifier', 'fail', { codeVerifier: `${codeVerifier}\n` }, /line break/],
  ['pkce.verifier', 'fail', { codeVerifier: 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk' }, /RFC 7636/],
  ['pkce.verifier', 'fail', { codeVerifier: 'ab'.repeat(22) }, /fewer than 10/],
  ['pkce.verifier', 'fail', { codeVerifier: 'abcdefghijklmnop'.repeat(3) }, /repeats/],
  ['file.permissions', 'warn', { file: { name: 'a.json', readableByOthers: true } }, /Other users/],
  ['file.permissions', 'skip', { file: { name: '-' } }, /standard input/i],
];

for (const [id, status, changes, says, code] of cases) {
  test(`${id}: ${status}, ${says}`, () => {
    const check = offlineCheck(id, changes);
    expect(check.status).toBe(status);
    expect(check.detail).toMatch(says);
    expect(check.code).toBe(code);
    if (status === 'fail' || status === 'warn') expect(check.fix).toBeTruthy();
    expect(JSON.stringify(check)).not.toContain('undefined');
  });
}

test('a redirect URI of no region: lists the URI of each region', () => {
  const check = offlineCheck('region.redirect-uri', {
    region: undefined,
    redirectUri: 'https://a.example/x',
  });
  expect(check.detail).toContain('host or path');
  for (const region of regionNames) expect(fixText(check)).toContain(`${region}: ${redirectUriOf(region)}`);
});

const { authenticationUrl, accessTokenUrl } = sampleSetup();

test('swapped endpoints are reported as swapped, not as two foreign URLs', () => {
  const check = offlineCheck('endpoints', {
    authenticationUrl: accessTokenUrl,
    accessTokenUrl: authenticationUrl,
  });
  expect(check).toMatchObject({
    status: 'fail',
    code: 'swapped',
    detail: 'The Authentication URL and Access token URL are swapped.',
  });
  expect(fixText(check)).toMatch(/> Authentication URL .*\/authorize .*> Access token URL .*\/token$/);
});

test.each([
  ['Authentication URL', { authenticationUrl: accessTokenUrl }],
  ['Authentication URL', { authenticationUrl: 'https://login.example/TOKEN/' }],
  [
    'Authentication URL',
    {
      authenticationUrl: 'https://login.example/x',
      accessTokenUrl: 'https://login.example/x',
      refreshTokenUrl: 'https://login.example/x',
    },
  ],
  ['Access token URL', { accessTokenUrl: authenticationUrl }],
  ['Access token URL', { accessTokenUrl: 'https://login.example/Authorize/' }],
])('an %s that looks like the other one: %j', (label, changes) => {
  const check = offlineCheck('endpoints', changes);
  expect(check).toMatchObject({ status: 'fail', code: 'swapped' });
  expect(check.detail).toMatch(new RegExp(`^The ${label} looks like the [^.]*\\.$`));
  expect(fixText(check)).toMatch(new RegExp(`> ${label} [^>]*: https:\\S+$`));
});

test.each(documentedScopes)('a scope that is suggested is also in the steps: %s', (scope) => {
  const file = { name: 'zoominfo.json', path: 'zoominfo.json' };
  for (const typed of [scope.slice(0, -1), `${scope}s`, scope.split(':').at(-1) ?? ''])
    for (const other of ['api:data:news', 'API:data:news', 'api:data:news\u200b']) {
      const check = offlineCheck('scopes', { scopes: [typed, other], file });
      expect(check.detail).toContain(`Did you mean ${scope}?`);
      expect(fixText(check)).toContain(`--scopes ${[...new Set([scope, 'api:data:news'])].join(',')}`);
    }
});

test.each([
  [`${clientId} `, clientId],
  [`"${clientId}"`, clientId],
  [`\u200b\t\u201c${clientId}\u201d\n`, clientId],
  ...[',', '.', ';', ':', '/', '.,', '." '].map((end) => [clientId + end, clientId]),
  [`${clientId} x`, '<id>'],
  ['me@acme.com', '<id>'],
  [' aTextThatMayBeTheSecret ', '<id>'],
])('the command for the Client ID %j contains %s', (given, suggested) => {
  const file = { name: 'zoominfo.json', path: 'zoominfo.json' };
  const check = offlineCheck('client.id', { clientId: given, file });
  expect(check.status).toBe('fail');
  expect(fixText(check)).toMatch(new RegExp(`--client-id ${suggested}( |$)`, 'm'));
});

test('only the end of a URL determines its kind', () => {
  const check = offlineCheck('endpoints', {
    authenticationUrl: 'https://login.example/token/start',
    accessTokenUrl: 'https://login.example/authorize/finish',
    refreshTokenUrl: 'https://login.example/authorize/finish',
  });
  expect(check.status).toBe('warn');
});

test.each(['authenticationUrl', 'accessTokenUrl', 'refreshTokenUrl'] as const)(
  '%s alone is judged alone',
  (key) => {
    const none = { authenticationUrl: undefined, accessTokenUrl: undefined, refreshTokenUrl: undefined };
    const only = (value: string) => offlineCheck('endpoints', { ...none, [key]: value });
    expect(only(goodSubject()[key] ?? '').status).toBe('pass');
    expect(only('https://login.example/x').status).toBe('warn');
    expect(only('login.example/x').status).toBe('fail');
  },
);

const wrongUrls = [
  ['authenticationUrl', 'warn', 'https://login.zoominfo.com/'],
  ['authenticationUrl', 'warn', 'https://okta-login.zoominfo.com/oauth2/default/v1/authorize'],
  ['accessTokenUrl', 'warn', 'https://okta-login.zoominfo.com/oauth2/default/v1/token'],
  ['authenticationUrl', 'warn', 'https://login.zoominfo.com/auth/authorize'],
  ['authenticationUrl', 'warn', 'https://auth.zoominfo.com/authorize'],
  ['authenticationUrl', 'warn', 'https://mcp.zoominfo.com/oauth/authorize'],
  ['authenticationUrl', 'warn', 'https://www.zoominfo.com/oauth/authorize'],
  ['authenticationUrl', 'fail', 'https://api.zoominfo.com/auth/authorize'],
  ['authenticationUrl', 'fail', 'https://API.zoominfo.com/gtm/oauth/v1/authorize/'],
  ['accessTokenUrl', 'fail', 'https://api.zoominfo.com/oauth/token'],
  ['accessTokenUrl', 'fail', 'https://api.zoominfo.com/authenticate'],
  ['accessTokenUrl', 'fail', 'https://api.zoominfo.com/gtm/oauth/v2/token'],
] as const;

test.each(wrongUrls)('%s, %s: %s is known to be wrong, and the correct one is shown', (key, status, url) => {
  const refresh = key === 'accessTokenUrl' ? { refreshTokenUrl: url } : {};
  const check = offlineCheck('endpoints', { [key]: url, ...refresh });
  expect(check.status).toBe(status);
  expect(check.detail).not.toContain('Jitterbit documents');
  expect(fixText(check)).toContain(sampleSetup()[key]);
  const parsed = parseAnswer(key, url);
  expect(parsed).toMatchObject({ ok: true, warnings: [expect.stringContaining(sampleSetup()[key])] });
});

test.each([
  ['authenticationUrl', 'https://api.zoominfo.com/gtm/oauth/v1/authorize'],
  ['accessTokenUrl', 'http://127.0.0.1:1/oauth/token'],
  ['accessTokenUrl', 'https://proxy.example/token'],
] as const)("%s %s isn't known to be wrong", (key, url) => {
  expect(parseAnswer(key, url)).toMatchObject({ ok: true, warnings: [] });
});

test('loopback endpoints cause no warning', () => {
  const local = 'http://127.0.0.1:3000/token';
  const changes = {
    authenticationUrl: 'http://localhost:3000/authorize',
    accessTokenUrl: local,
    refreshTokenUrl: local,
  };
  expect(offlineCheck('endpoints', changes).status).toBe('pass');
});

const rows = sampleSetup({}, true).advancedOptions.authenticationRequest.parameters;
const [responseType, challenge, method] = rows as [Parameter, Parameter, Parameter];

const own: Parameter = { key: 'own', value: 'x', sendIn: 'Request URL' };

type RowCase = readonly [status: CheckStatus, rows: readonly Parameter[], says: RegExp];

const rowCases: readonly RowCase[] = [
  ['pass', [responseType, challenge], /match Jitterbit's documentation/],
  ['pass', [challenge, method, responseType], /match Jitterbit's documentation/],
  ['fail', [responseType], /code_challenge row is missing/],
  ['fail', [responseType, { ...challenge, value: 'x' }], /must be the code challenge/],
  ['fail', [responseType, { ...challenge, sendIn: 'Request Body' }], /must be Request URL/],
  ['fail', [responseType, { ...challenge, key: 'Code_Challenge ' }], /must be code_challenge/],
  ['fail', [responseType, challenge, challenge], /2 times/],
  ['fail', [{ ...responseType, value: 'token' }, challenge], /must be "code"/],
  ['fail', [responseType, challenge, { ...method, value: 'plain' }], /must be "S256"/],
  ['fail', [responseType, challenge, { ...own, value: 'a' }, { ...own, value: 'b' }], /"own" is a duplicate/],
  ['fail', [responseType, challenge, own, { ...own, key: 'own ' }], /"own " is a duplicate/],
  [
    'fail',
    [responseType, challenge, { ...own, key: 'prompt', value: 'none' }],
    /prompt row is set to "none"/,
  ],
  [
    'fail',
    [responseType, challenge, { ...own, key: 'Prompt', value: 'login None' }],
    /prompt row is set to "none"/,
  ],
  ['fail', [responseType, challenge, { ...own, key: 'client_secret' }], /contains the Client Secret/],
  ['fail', [responseType, challenge, { ...own, value: codeVerifier }], /"own" contains the code verifier/],
  [
    'fail',
    [responseType, challenge, { ...own, value: ` ${credentials.clientSecret}` }],
    /"own" contains the Client Secret/,
  ],
  [
    'fail',
    [responseType, { ...challenge, value: codeVerifier }],
    /"code_challenge" contains the code verifier/,
  ],
  ['warn', [responseType, challenge, own], /row "own"/],
  ['fail', [responseType, challenge, { ...own, key: codeVerifier }], /The row contains the code verifier/],
  ['fail', [responseType, challenge, { key: 'state', value: 'x', sendIn: 'Request URL' }], /state row/],
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
  expect(JSON.stringify(check)).not.toContain(credentials.clientSecret);
});

test("the Token request row is compared with the verifier, which isn't shown", () => {
  const tokenRequest = [{ key: 'code_verifier', value: `${codeVerifier}x`, sendIn: 'Request Body' }];
  const check = offlineCheck('parameters.token-request', { tokenRequest });
  expect(check).toMatchObject({ status: 'fail' });
  expect(fixText(check)).toContain('Token request > Parameters');
  expect(JSON.stringify(check)).not.toContain(codeVerifier);
});

test.each([
  [
    'Authentication request',
    [
      'response_type = code, Send in Request URL',
      'code_challenge = (the code challenge), Send in Request URL',
    ],
  ],
  ['Token request', ['code_verifier = (the code verifier), Send in Request Body']],
])('for a wrong row, the rows of the %s are listed, each on its own line', (tab, rows) => {
  const check = offlineCheck(`parameters.${tab.toLowerCase().replace(' ', '-')}`, {
    authenticationRequest: [],
    tokenRequest: [],
  });
  expect(check.status).toBe('fail');
  expect(check.fix).toEqual([
    expect.stringContaining(`${tab} > Parameters`),
    ...rows.map((value) => ({ value })),
  ]);
});

test.each<[string, Partial<Subject>]>([
  ['parameters.authentication-request', { authenticationRequest: undefined }],
  ['parameters.token-request', { tokenRequest: undefined }],
  ['parameters.token-request', { codeVerifier: undefined }],
  ['parameters.authentication-request', { codeChallenge: undefined }],
])('%s is skipped without rows or a value to compare: %j', (id, changes) => {
  expect(offlineCheck(id, changes).status).toBe('skip');
});

test.each(['clientId', 'clientSecret'] as const)('a value of the pair in the %s is named', (key) => {
  const { codeChallenge = '' } = goodSubject();
  const id = key === 'clientId' ? 'client.id' : 'client.secret';
  const said = (value: string): string => {
    const { status, detail } = offlineCheck(id, { [key]: value });
    return `${status}: ${detail}`;
  };
  expect(said(codeChallenge)).toMatch(/^fail: .* is the same as the code challenge/);
  expect(said(`${codeChallenge}=`)).toMatch(/^fail: .* contains the code challenge/);
  expect(said(`v=${codeVerifier}`)).toMatch(/^fail: .* contains the code verifier/);
  expect(said(`${codeVerifier.slice(1)}x`)).toMatch(/^pass/);
});
