import { describe, expect, test } from 'vitest';
import type { CheckStatus } from '../../src/checks/check.ts';
import { diagnose } from '../../src/diagnose/diagnose.ts';
import type { FoundUrl } from '../../src/diagnose/evidence/evidence.ts';
import { quotedValues } from '../../src/diagnose/response/quoted-values.ts';
import { redirectUriOf } from '../../src/facts/regions.ts';
import type { ServerError } from '../../src/oauth/server-error.ts';
import { cutRequest, evidenceOf, registered, requestWith, responseWith } from '../support/paste-fixtures.ts';
import { checkNamed, fixText } from '../support/verify-fixtures.ts';

const { clientId, clientSecret, redirectUri, scopes } = registered.setup;
const [scope = ''] = scopes;
const otherRegion = redirectUriOf('EMEA');

const explained = (
  error: string | ServerError,
  requests: readonly FoundUrl[] = [],
  against: typeof registered | undefined = registered,
) => {
  const message = typeof error === 'string' ? { words: error } : error;
  return checkNamed('message', diagnose(evidenceOf({ requests, messages: [message] }), against));
};

test.each([
  ['invalid_scope: api:data:lntent', 'api:data:intent'],
  ['invalid_scope: api:data:c0mpany', 'api:data:company'],
])('a value that may be misread from a picture proves nothing: %s', (words, right) => {
  const setup = { ...registered, setup: { ...registered.setup, scopes: [right] } };
  expect(explained(words, [], setup).detail).not.toMatch(/in the error|shows why/);
  expect(explained(words.replace('api:data', 'api:dat'), [], setup).detail).toContain('The error shows why.');
});

describe('a value that an error quotes is compared with the setup', () => {
  test.each<[words: string, says: RegExp, fix: RegExp]>([
    [
      `redirect_uri ${redirectUri} is not registered`,
      /redirect URI in the error is Jitterbit's.*doesn't list it/,
      /Sign-in Redirect URIs.*na-east/,
    ],
    [
      `The 'redirect_uri' parameter must be a Login redirect URI in the client app settings: ${redirectUri}`,
      /redirect URI in the error is Jitterbit's/,
      /na-east/,
    ],
    [
      `redirect_uri ${otherRegion} is not registered`,
      /error shows why.*belongs to region EMEA, but zoominfo\.json is for NA/,
      /emea-west.*--region EMEA/,
    ],
    [`redirect_uri=${otherRegion} is not registered`, /error shows why.*belongs to region EMEA/, /emea-west/],
    [`client_id ${clientId} not found`, /Client ID in the error matches zoominfo\.json/, /Client ID/],
    [
      'client_id 0oaSomethingElse1234 not found',
      /error shows why.*doesn't match the one in zoominfo\.json/,
      new RegExp(`Client ID to: ${clientId}`),
    ],
    [
      `Client authentication failed for client ${clientId}`,
      /Client ID in the error matches zoominfo\.json.*Client Secret in the app registration is wrong/,
      /Client Secret/,
    ],
    [`invalid scope: ${scope}`, /scopes in the error match zoominfo\.json/, /OAuth 2\.0 scopes/],
    [
      'invalid_scope: api:data:intent',
      /error shows why.*include api:data:intent, which zoominfo\.json doesn't contain/,
      /Scopes to:/,
    ],
  ])('%s', (words, says, fix) => {
    const check = explained(words);
    expect([check.status, check.detail, fixText(check).replace(/\s+/g, ' ')]).toEqual([
      'fail',
      expect.stringMatching(says),
      expect.stringMatching(fix),
    ]);
    expect(check.detail).not.toContain('not the rest of the message');
    expect(JSON.stringify(check)).not.toContain('0oaSomethingElse');
    expect(JSON.stringify(check)).not.toContain(clientSecret);
  });
});

test.each<[words: string, says: RegExp, fix: RegExp]>([
  [
    `redirect_uri ${otherRegion} is not registered`,
    /in the error is Jitterbit's/,
    /^(?!.*na-east).*emea-west/s,
  ],
  ['client_id 0oaSomethingElse1234 not found', /doesn't belong to your ZoomInfo application/, /Client ID/],
  ['invalid_scope: api:data:contacts', /error shows why.*api:data:contact\b/, /Scopes/],
  ['invalid_scope: api:data:news', /in the app registration isn't selected/, /Scopes/],
])('without a setup, its form is judged: %s', (words, says, fix) => {
  const messages = [{ words }];
  const check = checkNamed('message', diagnose(evidenceOf({ messages })));
  expect([check.status, check.detail, fixText(check)]).toEqual([
    'fail',
    expect.stringMatching(says),
    expect.stringMatching(fix),
  ]);
});

describe('beside a request', () => {
  test.each([
    [`redirect_uri ${otherRegion} is not registered`, 'redirect URI'],
    ['client_id 0oaSomethingElse1234 not found', 'Client ID'],
    ['invalid_scope: api:data:intent', 'scope'],
  ])('another value than that of the request is from another attempt: %s', (words, name) => {
    const check = explained(words, [requestWith()]);
    expect([check.status, check.detail, fixText(check)]).toEqual([
      'inconclusive',
      expect.stringContaining(`quotes a different ${name} than the request`),
      expect.stringContaining('from the same attempt'),
    ]);
  });

  test.each([
    [`redirect_uri ${redirectUri} is not registered`, {}],
    [`redirect_uri ${otherRegion} is not registered`, { redirect_uri: otherRegion }],
    [`client_id ${clientId} not found`, {}],
    [`invalid_scope: ${scope}`, {}],
  ])('the same value is the one that the request shows: %s', (words, changes) => {
    const check = explained(words, [requestWith(changes)]);
    expect([check.status, check.detail]).toEqual(['fail', expect.stringMatching(/[Tt]he request/)]);
  });

  test('that is cut off in the value, the error shows it', () => {
    const check = explained(`redirect_uri ${redirectUri} is not registered`, [
      cutRequest('redirect_uri', 'https://apps'),
    ]);
    expect(check.detail).toContain("redirect URI in the error is Jitterbit's");
  });
});

test('a redirect URI that is rejected after a code came is not compared with the request', () => {
  const error = { code: 'invalid_grant', words: `Invalid redirect_uri ${otherRegion}` };
  const check = explained(error, [requestWith()]);
  expect([check.status, check.detail, fixText(check)]).toEqual([
    'inconclusive',
    expect.stringContaining('redirect URI in the token request'),
    expect.stringContaining('redirect_uri row'),
  ]);
});

test('the URL of an error page shows values, too', () => {
  const parameters = { error: 'invalid_scope', scope: 'api:data:intent', redirect_uri: otherRegion };
  const responses = [responseWith(parameters, 'https://login.zoominfo.com/error')];
  const check = checkNamed('response.error', diagnose(evidenceOf({ responses }), registered));
  expect([check.status, check.detail]).toEqual(['fail', expect.stringContaining('include api:data:intent')]);
});

test.each<[status: CheckStatus, words: string]>([
  ['inconclusive', 'I read about invalid_scope for api:data:intent'],
  ['inconclusive', 'insufficient_scope: api:data:intent is required'],
  ['fail', 'invalid_scope. Supported scopes: api:data:intent'],
  ['fail', 'Scope api:data:intent is required'],
  ['fail', 'invalid_scope: the client requires api:data:intent'],
  ['fail', 'invalid_scope: expected api:data:intent'],
  ['fail', `redirect_uri is invalid. Registered: ${redirectUri}, ${otherRegion}`],
])('a value that was not sent says nothing: %s %s', (status, words) => {
  const check = explained(words);
  expect([check.status, check.detail]).toEqual([status, expect.not.stringContaining('error shows')]);
});

test.each<[words: string, ...values: string[]]>([
  [`Unknown client: ${clientId}.`, clientId ?? ''],
  [`The client '${clientId}' is not registered`, clientId ?? ''],
  [`Client ID not found: ${clientId}`, clientId ?? ''],
  [`ERROR [client_id=${clientId}] invalid_client`, clientId ?? ''],
  [`client_id=${clientId}&x=1`, clientId ?? ''],
  [`invalid_client: Your Client ID is:\n${clientId}. Contact support.`, clientId ?? ''],
  ["Invalid value for 'client_id' parameter."],
  [`client ${clientId} and client 0oaSomethingElse1234`],
  ['invalid_client from upstream, client: 203.0.113.77, server: api.zoominfo.com'],
  ['HTTP 401 invalid_client (client: okhttp/4.12.0)'],
  ["invalid_client: Client 'Jitterbit-Prod-2' authentication failed"],
  ...['\u2026', '...', '#1', '%20', '=20', '/', '-', '|', '*', '***'].map((mark): [string] => [
    `client_id ${clientId}${mark} not found`,
  ]),
  ['client_id 0oaTest\nClientId1234 not found'],
  ['client_id 0oaTes****1234, 0oaTes...1234'],
  ['api:data:news: scope not allowed', 'api:data:news'],
  ['api:data:news, api:data:intent: scope not allowed'],
  ['scope api:data:news... is not allowed'],
  ['the requested scope api:data:co\nmpany is invalid'],
  ["scope 'a.b:c' is not allowed"],
  ['scope https://x.example/api is not allowed'],
  ['The scope must be one of api:data:intent'],
  ['This application has api:data:intent only.'],
  ['scope is not allowed for this client. Allowed scopes are: api:data:intent'],
  [`${redirectUri}. It is not listed.`, redirectUri],
  [`redirect_uri_mismatch: ${redirectUri};`, redirectUri],
  [`The redirect URI does not match the ones registered for this client: ${otherRegion}`],
  [`${redirectUri.slice(0, 40)}...`],
  [`${redirectUri}/`],
  [`${redirectUri}|`],
  ['https://x.example/callback'],
])('the values in %s', (words, ...values) => {
  const found = quotedValues(words, [], ['redirectUris', 'clientId', 'scopes']);
  expect(found.map(({ value }) => value)).toEqual(values);
  expect(quotedValues(words, [], ['promptRow'])).toEqual([]);
});

test.each([
  'https://okta-login.zoominfo.com/oauth2/default/v1/authorize/error',
  'https://acme.okta.com/error',
])("the page of another sign-in shows nothing about Jitterbit's: %s", (page) => {
  const others = {
    client_id: '0oaSomethingElse1234',
    scope: 'openid profile',
    redirect_uri: 'https://a.example/cb',
  };
  for (const error of ['invalid_client', 'invalid_scope', 'redirect_uri_mismatch']) {
    const responses = [responseWith({ error, ...others }, page)];
    const check = checkNamed('response.error', diagnose(evidenceOf({ responses }), registered));
    expect(check.detail).not.toContain('error shows');
  }
});
