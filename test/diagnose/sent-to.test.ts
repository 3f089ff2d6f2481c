import { describe, expect, test } from 'vitest';
import { diagnose } from '../../src/diagnose/diagnose.ts';
import { recognize } from '../../src/diagnose/recognize/recognize.ts';
import { registered } from '../support/paste-fixtures.ts';
import { checkNamed, fixText } from '../support/verify-fixtures.ts';

const { accessTokenUrl: token, authenticationUrl: authorize } = registered.setup;
const folder = token.replace(/token$/, '');

const verdictOn = (paste: string, setup: typeof registered | undefined = registered) => {
  const check = checkNamed('message', diagnose(recognize(paste), setup));
  return { ...check, steps: fixText(check) };
};

/** What programs say of a request to a URL without telling what is wrong with it. */
const failed: readonly ((method: string, url: string) => string)[] = [
  (method, url) => `400 Bad Request on ${method} request for "${url}": "{"error":"invalid_request"}"`,
  (method, url) => `401 Unauthorized on ${method} request for "${url}": [no body]`,
  (method, url) => `${method} ${url} 404 (Not Found)`,
  (method, url) => `HTTP 404 Not Found: ${method} ${url}.`,
  (method, url) => `${method} ${url} returned 405`,
];

type Row = readonly [
  method: string,
  url: string,
  field: 'Access token URL' | 'Authentication URL',
  right: string,
];

const wrong: readonly Row[] = [
  ['POST', `${token}s`, 'Access token URL', token],
  ['POST', `${token}/`, 'Access token URL', token],
  ['POST', `${folder}tokne`, 'Access token URL', token],
  ['POST', token.replace('/v1', '/v2'), 'Access token URL', token],
  ['POST', 'https://api.zoominfo.com/oauth2/token', 'Access token URL', token],
  ['POST', authorize, 'Access token URL', token],
  ['POST', `${folder}authorise`, 'Access token URL', token],
  ['GET', `${folder}authorise`, 'Authentication URL', authorize],
  ['GET', 'https://api.zoominfo.com/oauth/authorize', 'Authentication URL', authorize],
];

describe('an error that names the URL of its request points to the field of a wrong one', () => {
  const cases = wrong.flatMap((row) => failed.map((said) => [said(row[0], row[1]), row[2], row[3]] as const));

  test.each(cases)('%s', (paste, field, right) => {
    for (const setup of [registered, undefined]) {
      const { status, detail, steps } = verdictOn(paste, setup);
      expect([status, detail]).toEqual(['fail', expect.stringContaining(`The ${field} is wrong.`)]);
      expect(steps.match(/https:\/\/\S+/g)).toEqual([right]);
    }
  });

  test.each([
    [`404 Not Found ${folder}authorise`, 'Authentication URL'],
    [`404 Not Found ${token}s`, 'Access token URL'],
  ])('also without a method: %s', (paste, field) => {
    expect(verdictOn(paste).detail).toContain(`The ${field} is wrong.`);
  });

  test('a misspelled host points to the field with the path that follows it', () => {
    const url = token.replace('zoominfo', 'zoominf');
    for (const paste of [`HTTP/1.1 401 from ${url}`, `java.net.UnknownHostException: POST ${url}`]) {
      const { detail, steps } = verdictOn(paste);
      expect(detail).toContain('it must be api.zoominfo.com');
      expect([steps.includes(token), steps.includes(authorize), steps.includes('Secret')]).toEqual([
        true,
        false,
        false,
      ]);
    }
  });
});

test.each([
  `404 Not Found: POST ${token}`,
  `POST ${token} returned 405`,
  `I/O error on POST request for "${token}": Connection refused`,
])('the right URL of a POST rules out both URLs: %s', (paste) => {
  const { status, detail, steps } = verdictOn(paste);
  expect([status, detail]).toEqual(['inconclusive', expect.stringContaining('correct Access token URL')]);
  expect(steps).toMatch(/^Try another network/);
});

describe('accuses no URL', () => {
  test.each([
    ['of an API', 'https://api.zoominfo.com/gtm/data/v1/companies'],
    ['of another endpoint', `${folder}revoke`],
    ['of another host', 'https://auth.acme.example/gtm/oauth/v1/tokens'],
    ['that is cut', `${folder}tok`],
    ['that is cut with a mark', `${folder}au...`],
    ['that is misread', `${folder}t0ken`],
    ['of the token request', token],
  ])('%s', (_, url) => {
    for (const said of failed) expect(verdictOn(said('POST', url)).status).toBe('inconclusive');
  });

  test('that was opened in a browser', () => {
    for (const said of failed) {
      expect(verdictOn(said('GET', token)).status).toBe('inconclusive');
      expect(verdictOn(said('GET', authorize)).status).toBe('inconclusive');
    }
  });

  test('if a server tells its reason', () => {
    const { detail } = verdictOn(
      `POST ${token}s: The client secret supplied for a confidential client is invalid.`,
    );
    expect(detail).toContain('The Client Secret in the app registration is wrong');
  });

  test('of two that differ', () => {
    expect(verdictOn(`404 Not Found: POST ${token}s or POST ${token}`).status).toBe('inconclusive');
    expect(verdictOn(`404 Not Found: GET ${authorize}, POST ${token}s`).status).toBe('inconclusive');
  });

  test('with the path of another host', () => {
    const accessTokenUrl = authorize.replace('api.', 'token.');
    const setup = { ...registered, setup: { ...registered.setup, accessTokenUrl } };
    expect(verdictOn(`400 Bad Request: POST ${accessTokenUrl}`, setup).detail).not.toContain(
      'in the place of',
    );
  });

  test('that the setup has', () => {
    const accessTokenUrl = 'https://auth.acme.example/tokens';
    const setup = { ...registered, setup: { ...registered.setup, accessTokenUrl } };
    expect(verdictOn(`400 Bad Request: POST ${accessTokenUrl}`, setup).status).toBe('inconclusive');
    expect(verdictOn('400 Bad Request: POST https://auth.acme.example/token', setup).detail).not.toContain(
      'misspelled',
    );
  });
});

test.each([
  `400 Bad Request on POST request for "${token}": "{"error":"invalid_request"}"`,
  `HTTP/1.1 400 from ${token}`,
  `401 Unauthorized: [no body] on POST request for "${token}"`,
])('an error of the token request lists the causes of that: %s', (paste) => {
  const { status, detail, steps } = verdictOn(`${paste}\nclient_id ${registered.setup.clientId}`);
  expect([status, detail]).toEqual(['inconclusive', expect.stringContaining('token request')]);
  expect(steps).not.toMatch(/Sign-in Redirect URIs|response_type|Authentication URL|Access token URL to:/);
});
