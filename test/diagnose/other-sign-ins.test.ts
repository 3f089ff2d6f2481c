import { expect, test } from 'vitest';
import { diagnose } from '../../src/diagnose/diagnose.ts';
import { recognize } from '../../src/diagnose/recognize/recognize.ts';
import { registered } from '../support/paste-fixtures.ts';

const { clientId, redirectUri } = registered.setup;
const verdicts = (paste: string) =>
  [registered, undefined].flatMap((setup) =>
    diagnose(recognize(paste), setup)
      .filter(({ id }) => id === 'message' || id === 'response.error')
      .map(({ status, detail }) => [status, detail]),
  );

const scopeError = 'error=invalid_scope&error_description=One+or+more+scopes+are+not+configured';
const uriError = "The 'redirect_uri' parameter must be a Login redirect URI";

/** Where another sign-in ends, and what names it. */
test.each([
  ['https://login.microsoftonline.com/common/oauth2/authorize', 'Microsoft Entra ID'],
  ['https://login.live.com/err.srf', 'Microsoft Entra ID'],
  ['https://sts.windows.net/acme', 'Microsoft Entra ID'],
  ['https://accounts.google.com/signin/oauth/error', 'Google'],
  ['https://oauth2.googleapis.com/token', 'Google'],
  ['https://acme.us.auth0.com/error', 'Auth0'],
  ['https://sso.acme.example/realms/acme/protocol/openid-connect/auth', 'Keycloak'],
  ['https://acme.auth.us-east-1.amazoncognito.com/error', 'Amazon Cognito'],
  ['https://acme.onelogin.com/oidc/2/auth', 'OneLogin'],
  ['https://auth.pingone.eu/acme/as/authorize', 'Ping Identity'],
  ['https://acme.my.salesforce.com/services/oauth2/authorize', 'Salesforce'],
  ['https://api.hubapi.com/oauth/v1/token', 'HubSpot'],
  ['https://slack.com/oauth/v2/authorize', 'Slack'],
  ['https://github.com/login/oauth/authorize', 'GitHub'],
])('an error at %s is from %s, in its URL or beside it', (url, name) => {
  for (const paste of [
    `${url}?${scopeError}`,
    `${url}#${scopeError}`,
    `${url}\n${uriError}`,
    `POST ${url}\n401 {"error":"invalid_request","error_description":${JSON.stringify(uriError)}}`,
  ]) {
    const found = verdicts(paste);
    expect(found).toHaveLength(2);
    for (const [status, detail] of found)
      expect([paste, status, detail]).toEqual([
        paste,
        'inconclusive',
        expect.stringContaining(`The error is from ${name}`),
      ]);
  }
});

test.each([
  'Error 400: invalid_scope. Request details: flowName=GeneralOAuthFlow',
  'invalid_scope for 12-ab.apps.googleusercontent.com',
  'unauthorized_client: The client is not enabled for consumers. The scope is invalid: invalid_scope',
  'Keycloak says: invalid_scope',
  `https://acme.okta.com/oauth2/v1/authorize/error?${scopeError}`,
  `https://app.acme.example/callback?${scopeError}`,
  `https://okta-login.zoominfo.com/error?${scopeError}&client_id=0oaZIownClient1234567`,
  'redirect_uri did not match any configured URIs. Passed URI: https://app.acme.example/cb',
  'Callback URL mismatch. https://app.acme.example/cb is not in the list of allowed callback URLs',
])('an error of another sign-in accuses nothing: %s', (paste) => {
  expect(verdicts(paste).map(([status]) => status)).toEqual(['inconclusive', 'inconclusive']);
});

test.each([
  `${redirectUri}?${scopeError}`,
  `https://okta-login.zoominfo.com/error?${scopeError}`,
  `https://acme.okta.com/error?${scopeError}&redirect_uri=${encodeURIComponent(redirectUri)}`,
  `https://api.zoominfo.com/gtm/oauth/v1/error?${scopeError}&client_id=0oaZIownClient1234567`,
  scopeError,
  'ZoomInfo sent me to https://login.microsoftonline.com/x, then to Jitterbit: invalid_scope',
  'invalid_scope at github.com/acme/sync/main.go:12',
])('an error of the sign-in that Jitterbit started still does: %s', (paste) => {
  expect(verdicts(paste).map(([status]) => status)).toEqual(['fail', 'fail']);
});

test('an error at ZoomInfo about the Client ID of the setup accuses a value', () => {
  const url = `https://okta-login.zoominfo.com/error?${scopeError}&client_id=${clientId}`;
  expect(verdicts(url).map(([status]) => status)).toEqual(['fail', 'inconclusive']);
});

test('a text that names another sign-in accuses nothing beside a request of Jitterbit', () => {
  const request = `https://api.zoominfo.com/gtm/oauth/v1/authorize?client_id=${clientId}&state=1`;
  expect(verdicts(`${request}\n\nKeycloak says: invalid_scope`).map(([status]) => status)).toEqual([
    'inconclusive',
    'inconclusive',
  ]);
});

test('a text that names another sign-in has no error without one', () => {
  expect(verdicts('We sign in with https://login.microsoftonline.com/ and acme.us.auth0.com')).toEqual([]);
});
