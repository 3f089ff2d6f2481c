import { describe, expect, test } from 'vitest';
import { documentedEndpoints } from '../../../src/facts/endpoints.ts';
import { redirectUriOf } from '../../../src/facts/regions.ts';
import {
  authorizationRequest,
  authorizationUrl,
  refreshRequest,
  tokenRequest,
} from '../../../src/oauth/requests.ts';
import { sendIn } from '../../../src/setup-file/parameter-rows.ts';
import type { Check } from '../../../src/verify/check.ts';
import { type Registration, registrationOf } from '../../../src/verify/online/registration.ts';
import { usableFor } from '../../../src/verify/online/usable.ts';
import { goodSubject } from '../../support/verify-fixtures.ts';

describe('the registration of values given one by one', () => {
  test('without any, the addresses are the documented ones and the rest is absent', () => {
    expect(registrationOf({})).toEqual({
      scopes: [],
      ...documentedEndpoints,
      refreshTokenUrl: documentedEndpoints.accessTokenUrl,
      authenticationRequest: [],
      tokenRequest: [],
    });
  });

  test('what is empty or still to come is absent', () => {
    for (const nothing of ['', null, undefined]) {
      const { clientId, clientSecret } = registrationOf({ clientId: nothing, clientSecret: nothing });
      expect([clientId, clientSecret]).toEqual([undefined, undefined]);
    }
  });

  test('the redirect URI is the given one, or that of the region', () => {
    expect(registrationOf({ region: 'emea' }).redirectUri).toBe(redirectUriOf('EMEA'));
    expect(registrationOf({ region: 'nowhere' }).redirectUri).toBeUndefined();
    expect(registrationOf({ region: 'NA', redirectUri: 'http://127.0.0.1/' }).redirectUri).toBe(
      'http://127.0.0.1/',
    );
  });

  test('tokens are refreshed where they come from, unless told otherwise', () => {
    const accessTokenUrl = 'https://a.example/token';
    expect(registrationOf({ accessTokenUrl }).refreshTokenUrl).toBe(accessTokenUrl);
    const refreshTokenUrl = 'https://a.example/refresh';
    expect(registrationOf({ accessTokenUrl, refreshTokenUrl }).refreshTokenUrl).toBe(refreshTokenUrl);
  });

  test('the rows are the documented ones for the pair', () => {
    const row = (key: string, value: string, place: string) => ({ key, value, sendIn: place });
    const documented = [row('response_type', 'code', sendIn.url), row('code_challenge', 'c', sendIn.url)];
    expect(registrationOf({ codeChallenge: 'c' }).authenticationRequest).toEqual(documented);
    expect(registrationOf({ codeChallenge: 'c', codeChallengeMethod: 'S256' }).authenticationRequest).toEqual(
      [...documented, row('code_challenge_method', 'S256', sendIn.url)],
    );
    expect(registrationOf({ codeVerifier: 'v' }).tokenRequest).toEqual([
      row('code_verifier', 'v', sendIn.body),
    ]);
  });

  test('rows of a file are taken as they are', () => {
    const rows = [{ key: 'a', value: 'b', sendIn: 'c' }];
    const found = registrationOf(goodSubject({ authenticationRequest: rows, tokenRequest: rows }));
    expect([found.authenticationRequest, found.tokenRequest]).toEqual([rows, rows]);
  });
});

const rows = [
  { key: 'in_url', value: 'ü & =', sendIn: sendIn.url },
  { key: 'in_body', value: 'b', sendIn: sendIn.body },
  { key: 'nowhere', value: 'c', sendIn: 'Request Header' },
];
const registration: Registration = {
  ...registrationOf(goodSubject()),
  authenticationUrl: 'https://auth.example/authorize?tenant=1',
  accessTokenUrl: 'https://auth.example/token?tenant=1',
  refreshTokenUrl: 'https://auth.example/refresh',
  authenticationRequest: rows,
  tokenRequest: rows,
};
const grant = { code: 'the code', redirectUri: 'https://app.example/back' };
const credentials = { clientId: 'id', clientSecret: 's%:ä' } as const;
const parametersOf = (url: string) => Object.fromEntries(new URL(url).searchParams);

describe('the address of a sign-in', () => {
  const request = { clientId: 'id', redirectUri: grant.redirectUri, state: 'x' };

  test('has the rows that go into the URL, and what the console adds', () => {
    expect(parametersOf(authorizationUrl(registration, request))).toEqual({
      tenant: '1',
      in_url: 'ü & =',
      client_id: 'id',
      redirect_uri: grant.redirectUri,
      scope: 'api:data:company api:data:contact',
      state: 'x',
    });
  });

  test('is asked for as a page or as JSON, by name', () => {
    expect(authorizationRequest('https://a.example/')).toStrictEqual({
      method: 'GET',
      url: 'https://a.example/',
      headers: {
        accept: 'application/json, text/html;q=0.9, */*;q=0.5',
        'user-agent': 'zi-oauth-setup',
      },
    });
  });

  test('has no scope where none is asked for', () => {
    expect(parametersOf(authorizationUrl({ ...registration, scopes: [] }, request))).not.toHaveProperty(
      'scope',
    );
  });

  test('a row of the same name wins over what the console would add', () => {
    const own = [{ key: 'scope', value: 'mine', sendIn: sendIn.url }];
    const url = new URL(authorizationUrl({ ...registration, authenticationRequest: own }, request));
    expect(url.searchParams.getAll('scope')).toEqual(['mine']);
  });
});

describe('a request at the token address', () => {
  test.each([
    ['basic', {}, `Basic ${Buffer.from('id:s%:ä').toString('base64')}`],
    ['post', { client_id: 'id', client_secret: 's%:ä' }, undefined],
  ] as const)('with the client in its place: %s', (clientAuthentication, inBody, authorization) => {
    const client = { ...credentials, clientAuthentication };
    const token = tokenRequest(registration, client, grant);
    expect(token.method).toBe('POST');
    expect(parametersOf(token.url)).toEqual({ tenant: '1', in_url: 'ü & =' });
    expect(Object.fromEntries(new URLSearchParams(token.body))).toEqual({
      grant_type: 'authorization_code',
      code: 'the code',
      redirect_uri: grant.redirectUri,
      in_body: 'b',
      ...inBody,
    });
    const refresh = refreshRequest(registration, client, 'r');
    expect(refresh.url).toBe('https://auth.example/refresh');
    expect(Object.fromEntries(new URLSearchParams(refresh.body))).toEqual({
      grant_type: 'refresh_token',
      refresh_token: 'r',
      ...inBody,
    });
    for (const { headers } of [token, refresh])
      expect(headers).toStrictEqual({
        accept: 'application/json',
        'content-type': 'application/x-www-form-urlencoded',
        'user-agent': 'zi-oauth-setup',
        ...(authorization === undefined ? {} : { authorization }),
      });
  });
});

describe('what a request lacks', () => {
  const everything = [
    ...['endpoints', 'redirectUri', 'clientId', 'clientSecret', 'codeVerifier'],
    ...['codeChallenge', 'scopes', 'rows'],
  ] as Parameters<typeof usableFor>[0];
  const complete = registrationOf(goodSubject());
  const check = (id: string, status: Check['status']): Check => ({ id, status, title: '', detail: '' });

  test('nothing, where all is there and nothing has failed', () => {
    const offline = [check('client.id', 'pass'), check('scopes', 'warn'), check('endpoints', 'skip')];
    expect(usableFor(everything, complete, offline)).toEqual(complete);
  });

  test.each<[Partial<Registration>, string]>([
    [{ redirectUri: undefined }, 'the redirect URI or the region'],
    [{ clientId: undefined }, 'the Client ID'],
    [{ clientSecret: undefined }, 'the Client Secret'],
    [{ tokenRequest: [] }, 'the code verifier'],
    [{ tokenRequest: [{ key: 'other', value: 'x', sendIn: sendIn.body }] }, 'the code verifier'],
    [{ authenticationRequest: [] }, 'the code challenge'],
    [{ scopes: [] }, 'the scopes'],
    [{ clientId: undefined, scopes: [] }, 'the Client ID and the scopes'],
    [
      { clientId: undefined, clientSecret: undefined, scopes: [] },
      'the Client ID, the Client Secret and the scopes',
    ],
  ])('%j', (changes, lack) => {
    expect(usableFor(everything, { ...complete, ...changes }, [])).toBe(`Not possible without ${lack}.`);
    expect(usableFor(['endpoints', 'rows'], { ...complete, ...changes }, [])).toEqual({
      ...complete,
      ...changes,
    });
  });

  test.each([
    'endpoints',
    'region.redirect-uri',
    'client.id',
    'client.secret',
    'pkce.verifier',
    'scopes',
    'pkce.challenge',
    'parameters.authentication-request',
    'parameters.token-request',
  ])('%s, where it failed offline', (id) => {
    const offline = [check('file.permissions', 'fail'), check(id, 'fail')];
    expect(usableFor(everything, complete, offline)).toBe(`Not tried before ${id} is put right.`);
    expect(usableFor(['codeChallenge'], complete, offline)).toEqual(complete);
    expect(usableFor(everything, complete, [check(id, 'warn')])).toEqual(complete);
  });

  test('several that failed', () => {
    const offline = [check('scopes', 'fail'), check('endpoints', 'fail')];
    expect(usableFor(everything, complete, offline)).toBe(
      'Not tried before endpoints and scopes are put right.',
    );
  });
});
