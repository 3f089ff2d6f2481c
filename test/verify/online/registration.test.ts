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
import {
  authorizationRequestOf,
  type Registration,
  registrationOf,
  tokenEndpointOf,
} from '../../../src/verify/online/registration.ts';
import { goodSubject } from '../../support/verify-fixtures.ts';

describe('the registration from single values', () => {
  test('without values, the URLs are the documented ones and the rest is empty', () => {
    expect(registrationOf({}, 'basic')).toEqual({
      redirectUri: '',
      client: { clientId: '', clientSecret: '', authentication: 'basic' },
      scopes: [],
      ...documentedEndpoints,
      refreshTokenUrl: documentedEndpoints.accessTokenUrl,
      authenticationRequest: [],
      tokenRequest: [],
      secrets: [],
    });
  });

  test("values that aren't provided or not set are empty", () => {
    for (const nothing of ['', null, undefined]) {
      const { client } = registrationOf({ clientId: nothing, clientSecret: nothing }, 'basic');
      expect([client.clientId, client.clientSecret]).toEqual(['', '']);
    }
  });

  test("the redirect URI is the provided one, or the region's", () => {
    expect(registrationOf({ region: 'emea' }, 'basic').redirectUri).toBe(redirectUriOf('EMEA'));
    expect(registrationOf({ region: 'nowhere' }, 'basic').redirectUri).toBe('');
    expect(registrationOf({ region: 'NA', redirectUri: 'http://127.0.0.1/' }, 'basic').redirectUri).toBe(
      'http://127.0.0.1/',
    );
  });

  test('tokens are refreshed at the Access token URL by default', () => {
    const accessTokenUrl = 'https://a.example/token';
    expect(registrationOf({ accessTokenUrl }, 'basic').refreshTokenUrl).toBe(accessTokenUrl);
    const refreshTokenUrl = 'https://a.example/refresh';
    expect(registrationOf({ accessTokenUrl, refreshTokenUrl }, 'basic').refreshTokenUrl).toBe(
      refreshTokenUrl,
    );
  });

  test('the rows are those documented for the pair', () => {
    const row = (key: string, value: string, place: string) => ({ key, value, sendIn: place });
    const documented = [row('response_type', 'code', sendIn.url), row('code_challenge', 'c', sendIn.url)];
    expect(registrationOf({ codeChallenge: 'c' }, 'basic').authenticationRequest).toEqual(documented);
    expect(
      registrationOf({ codeChallenge: 'c', codeChallengeMethod: 'S256' }, 'basic').authenticationRequest,
    ).toEqual([...documented, row('code_challenge_method', 'S256', sendIn.url)]);
    expect(registrationOf({ codeVerifier: 'v' }, 'basic').tokenRequest).toEqual([
      row('code_verifier', 'v', sendIn.body),
    ]);
  });

  test('rows of a file are used unchanged', () => {
    const rows = [{ key: 'a', value: 'b', sendIn: 'c' }];
    const found = registrationOf(goodSubject({ authenticationRequest: rows, tokenRequest: rows }), 'basic');
    expect([found.authenticationRequest, found.tokenRequest]).toEqual([rows, rows]);
  });
});

const rows = [
  { key: 'in_url', value: 'ü & =', sendIn: sendIn.url },
  { key: 'in_body', value: 'b', sendIn: sendIn.body },
  { key: 'nowhere', value: 'c', sendIn: 'Request Header' },
];
const registration: Registration = {
  ...registrationOf(goodSubject({ clientId: 'id', clientSecret: 's%:ä' }), 'basic'),
  redirectUri: 'https://app.example/back',
  authenticationUrl: 'https://auth.example/authorize?tenant=1',
  accessTokenUrl: 'https://auth.example/token?tenant=1',
  refreshTokenUrl: 'https://auth.example/refresh',
  authenticationRequest: rows,
  tokenRequest: rows,
};
const client = { clientId: 'id', clientSecret: 's%:ä' } as const;
const grant = { code: 'the code', redirectUri: 'https://app.example/back' };
const parametersOf = (url: string) => Object.fromEntries(new URL(url).searchParams);

describe('the URL of a sign-in', () => {
  const urlOf = (changes: Partial<Registration> = {}): string =>
    authorizationUrl(authorizationRequestOf({ ...registration, ...changes }, 'x'));

  test('has the rows that go into the URL, and what the console adds', () => {
    expect(parametersOf(urlOf())).toEqual({
      tenant: '1',
      in_url: 'ü & =',
      client_id: 'id',
      redirect_uri: grant.redirectUri,
      scope: 'api:data:company api:data:contact',
      state: 'x',
    });
  });

  test('is requested as a page or JSON, with our user agent', () => {
    expect(authorizationRequest('https://a.example/')).toStrictEqual({
      method: 'GET',
      url: 'https://a.example/',
      headers: {
        accept: 'application/json, text/html;q=0.9, */*;q=0.5',
        'user-agent': 'zi-oauth-setup',
      },
    });
  });

  test('has no scope if none is requested', () => {
    expect(parametersOf(urlOf({ scopes: [] }))).not.toHaveProperty('scope');
  });

  test('a row overrides the parameter of the same name', () => {
    const own = [{ key: 'scope', value: 'mine', sendIn: sendIn.url }];
    const url = new URL(urlOf({ authenticationRequest: own }));
    expect(url.searchParams.getAll('scope')).toEqual(['mine']);
  });
});

describe('a request to the token URL', () => {
  test.each([
    ['basic', {}, `Basic ${Buffer.from('id:s%:ä').toString('base64')}`],
    ['post', { client_id: 'id', client_secret: 's%:ä' }, undefined],
  ] as const)('with the client credentials: %s', (authentication, inBody, authorization) => {
    const asClient = { ...client, authentication };
    const token = tokenRequest(tokenEndpointOf({ ...registration, client: asClient }), grant);
    expect(token.method).toBe('POST');
    expect(parametersOf(token.url)).toEqual({ tenant: '1', in_url: 'ü & =' });
    expect(Object.fromEntries(new URLSearchParams(token.body))).toEqual({
      grant_type: 'authorization_code',
      code: 'the code',
      redirect_uri: grant.redirectUri,
      in_body: 'b',
      ...inBody,
    });
    const refresh = refreshRequest(registration.refreshTokenUrl, asClient, 'r');
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
