import { describe, expect, test } from 'vitest';
import type { CheckStatus } from '../../src/checks/check.ts';
import { subjectOfSetup } from '../../src/checks/subject.ts';
import { diagnose } from '../../src/diagnose/diagnose.ts';
import type { FoundUrl } from '../../src/diagnose/evidence/evidence.ts';
import { documentedEndpoints } from '../../src/facts/endpoints.ts';
import type { Cause } from '../../src/facts/error-cause.ts';
import { errorCauses } from '../../src/facts/error-causes.ts';
import { redirectUriOf } from '../../src/facts/regions.ts';
import type { ServerError } from '../../src/oauth/server-error.ts';
import type { Parameter, Setup } from '../../src/setup-file/schema.ts';
import { checkOffline } from '../../src/verify/offline/rules.ts';
import {
  cutRequest,
  evidenceOf,
  registered,
  requestCheck,
  requestWith,
  responseWith,
} from '../support/paste-fixtures.ts';
import { rfcPair, sampleSetup, verifier } from '../support/setup-fixture.ts';
import { checkNamed, fixText } from '../support/verify-fixtures.ts';

const { setup } = registered;

type Paste = Partial<Record<'requests' | 'responses', readonly FoundUrl[]>>;

const explained = (error: ServerError, paste: Paste = {}, against: typeof registered | null = registered) =>
  checkNamed('message', diagnose(evidenceOf({ ...paste, messages: [error] }), against ?? undefined));

const pkceFailed = { code: 'invalid_grant', words: 'PKCE verification failed.' };
const redirect = {
  code: 'invalid_request',
  words: "The 'redirect_uri' parameter must be a Login redirect URI in the client app settings: https://x",
};

describe('an error alone, with a correct setup', () => {
  test.each<[words: string, code: string | undefined, status: CheckStatus, says: RegExp]>([
    [redirect.words, 'invalid_request', 'fail', /Sign-in Redirect URIs.*na-east/],
    ["Invalid value for 'client_id' parameter.", 'invalid_client', 'fail', /Client ID/],
    ['Your request resulted in an error.', undefined, 'inconclusive', /Client ID.*Sign-in Redirect URIs/],
    [
      'PKCE code challenge is required by the application.',
      'invalid_request',
      'fail',
      /row code_challenge.*Request URL/,
    ],
    [
      "PKCE code challenge is required when the token endpoint authentication method is 'NONE'.",
      undefined,
      'fail',
      /row code_challenge/,
    ],
    ['PKCE code challenge contains illegal characters.', undefined, 'fail', /row code_challenge/],
    ['Invalid parameter: code_challenge', undefined, 'fail', /^(?!.*If it still fails).*row code_challenge/],
    [
      'One or more scopes are not configured for the authorization server resource.',
      'invalid_scope',
      'fail',
      /OAuth 2\.0 scopes.*Scopes/,
    ],
    [
      "The app does not have any configured default scopes, 'scope' must be provided.",
      undefined,
      'fail',
      /Scopes/,
    ],
    [
      'The response type is not supported by the authorization server.',
      'unsupported_response_type',
      'fail',
      /row response_type/,
    ],
    ['User is not assigned to the client application.', 'access_denied', 'inconclusive', /DevPortal/],
    ['Policy evaluation failed for this request', 'access_denied', 'inconclusive', /No registered value/],
    [
      'The client specified not to prompt, but the user is not logged in.',
      'login_required',
      'fail',
      /prompt/,
    ],
    [
      'The client secret supplied for a confidential client is invalid.',
      'invalid_client',
      'fail',
      /Client Secret/,
    ],
    [
      'Client authentication failed.',
      'invalid_client',
      'inconclusive',
      /steps below.*Client Secret.*Client ID/,
    ],
    ['No client credentials found.', 'invalid_client', 'inconclusive', /Client Secret.*Client ID/],
    [
      'PKCE verification failed.',
      'invalid_grant',
      'inconclusive',
      /code_challenge.*code_challenge_method.*code_verifier/,
    ],
    [
      'PKCE code challenge should be specified in the authorize request',
      'invalid_request',
      'fail',
      /row code_challenge/,
    ],
    ['The authorization code is invalid or has expired.', 'invalid_grant', 'inconclusive', /Sign in again/],
    ['The refresh token is invalid or expired.', 'invalid_grant', 'inconclusive', /Sign in/],
    ['A parameter is included more than once', 'invalid_request', 'inconclusive', /Token request/],
    ['Configured grant types: [client_credentials].', 'unauthorized_client', 'fail', /Authorization Code/],
    ['ZI0001: Access token missing', undefined, 'inconclusive', /Sign in/],
    ['ZI0002: scope', undefined, 'inconclusive', /sign in to the connection again.*step below.*same scopes/],
    ['ZI0003: entitlement', undefined, 'inconclusive', /package/],
    ['ZI0004: rate limit', undefined, 'inconclusive', /too many/i],
    ['ZI9998: not found', undefined, 'inconclusive', /URL/],
    ['PFAPI0005: Invalid field', undefined, 'inconclusive', /aren't at fault/],
    ['', 'invalid_scope', 'fail', /Scopes/],
    ['', 'invalid_client', 'inconclusive', /Client Secret.*Client ID/],
    ['', 'invalid_grant', 'inconclusive', /expired.*code_challenge row.*method row.*code_verifier row/],
    [
      '',
      'invalid_request',
      'inconclusive',
      /doesn't say which.*Redirect URIs.*row code_challenge\b.*row response_type.*method row.*duplicate row/,
    ],
    ['', 'unauthorized_client', 'inconclusive', /Authorization Code/],
    ['', 'unsupported_grant_type', 'inconclusive', /Access token URL/],
    ['', 'access_denied', 'inconclusive', /denied/],
    ['', 'server_error', 'inconclusive', /Try again later/],
    ['', 'temporarily_unavailable', 'inconclusive', /Try again later/],
    ['', 'invalid_redirect_uri', 'fail', /Sign-in Redirect URIs.*na-east/],
    ['', 'redirect_uri_mismatch', 'fail', /Sign-in Redirect URIs.*na-east/],
    ['', 'unsupported_response_type', 'fail', /row response_type/],
    ['', 'login_required', 'fail', /prompt row/],
    ['', 'interaction_required', 'fail', /prompt row/],
    ['', 'consent_required', 'fail', /prompt row/],
    [
      "The 'client_id' parameter must be provided in your request",
      undefined,
      'fail',
      /Client ID field.*is empty/,
    ],
    ['Missing client_secret', undefined, 'fail', /Client Secret field.*is empty/],
    [
      "The 'code_challenge' parameter must be a base64url string of 43 characters",
      undefined,
      'fail',
      /^(?!.*missing).*row isn't a code challenge/,
    ],
    ['The PKCE code verifier is required.', undefined, 'fail', /^(?!.*wrong value).*row is missing or empty/],
    ['code_challenge_method plain is not supported', undefined, 'fail', /missing or isn't set to S256/],
    ['transform algorithm not supported', 'invalid_request', 'fail', /missing or isn't set to S256/],
    ['The client is disabled', undefined, 'inconclusive', /inactive.*activate it/],
    ['', 'too_many_requests', 'inconclusive', /too many requests.*Wait/],
    ['', 'rate_limit_exceeded', 'inconclusive', /too many requests.*Wait/],
    ['', 'slow_down', 'inconclusive', /too many requests.*Wait/],
    ['', 'invalid_token', 'inconclusive', /API call/],
    ['', 'insufficient_scope', 'inconclusive', /API call.*Scopes/],
    ['', 'some_new_code', 'inconclusive', /isn't a known/],
  ])('%s %s is %s', (words, code, status, says) => {
    const check = explained({ words, ...(code === undefined ? {} : { code }) });
    expect(check.status).toBe(status);
    expect(`${check.detail} ${fixText(check)}`).toMatch(says);
    expect(`${check.detail} ${fixText(check)}`).not.toContain('undefined');
    if (status === 'fail') expect(fixText(check)).toMatch(/Management Console|Developer Portal/);
    if (code !== undefined) expect(check.detail).toContain(`Recognized: ${code}`);
    expect(check.code).toBe(code === 'some_new_code' ? undefined : code);
  });
});

test.each([
  ['redirect_uri', 'fail', /Sign-in Redirect URIs/],
  ['client_id', 'fail', /Client ID again from .*registration > Client ID/],
  ['client_secret', 'fail', /Client Secret again from .*registration > Client Secret/],
  ['response_type', 'fail', /row response_type/],
  ['code_challenge', 'fail', /row code_challenge,/],
  ['code_challenge_method', 'fail', /row code_challenge_method = S256/],
  ['code_verifier', 'fail', /row code_verifier/],
  ['scope', 'fail', /OAuth 2\.0 scopes|Enter the scopes/],
  ['grant_type', 'inconclusive', /only the code_verifier row.*Access token URL/],
])('an error about %s points to its place', (name, status, places) => {
  for (const words of [`Invalid request parameter: ${name}`, `The parameter ${name} is missing`]) {
    const check = explained({ words }, {}, null);
    expect([check.status, fixText(check)]).toEqual([status, expect.stringMatching(places)]);
  }
});

test.each([
  ['redirect_uri_mismatch', 'Oops! redirect_uri_mismatch', 'Recognized: redirect_uri_mismatch. '],
  ['invalid_request', 'redirect_uri_mismatch', 'Recognized: invalid_request, "redirect_uri_mismatch". '],
])("words that are only the code %s aren't repeated: %s", (code, words, shown) => {
  expect(explained({ code, words }).detail.startsWith(shown)).toBe(true);
});

test.each([
  "The 'scope' parameter contains a value that isn't configured for this client",
  'The scope parameter contains an invalid value.',
  'The \u201cscope\u201d parameter has a value which is not supported',
  'The requested scope is unknown',
  'This scope isn\u2019t allowed',
  'The scope was not recognised.',
  'The scope could not be found.',
  'api:data:x is not a valid scope',
  'The client is not allowed to request the scope api:data:x',
  "The application isn't authorized for the requested scopes",
  'Unrecognized scope: api:data:x',
  'The requested scope is invalid, unknown, or malformed.',
])('a scope that the server rejects, in other words: %s', (words) => {
  const check = explained({ words }, {}, null);
  expect([check.status, fixText(check)]).toEqual(['fail', expect.stringMatching(/Scopes/)]);
});

describe('PKCE verification failed', () => {
  test('with the right challenge and no method: the row code_challenge_method', () => {
    const check = explained(pkceFailed, { requests: [requestWith()] });
    expect(check.status).toBe('fail');
    expect(check.detail).toContain('matches the code verifier in zoominfo.json');
    expect(fixText(check)).toMatch(/code_challenge_method.*S256.*If it still fails.*code_verifier/);
    const method = requestCheck('request.code-challenge-method', {});
    expect([method.status, method.detail]).toEqual(['pass', expect.stringMatching(/^Not sent/)]);
  });

  test('with the right challenge and S256: the row code_verifier', () => {
    const check = explained(pkceFailed, { requests: [requestWith({ code_challenge_method: 'S256' })] });
    expect(check.status).toBe('fail');
    expect(fixText(check)).toMatch(/Token request.*row code_verifier/);
    expect(fixText(check)).not.toContain('add the row code_challenge_method');
  });

  test('with a wrong challenge: the challenge, as the request shows', () => {
    const check = explained(pkceFailed, { requests: [requestWith({ code_challenge: `${verifier}` })] });
    expect(check.status).toBe('fail');
    expect(check.detail).toMatch(/request shows/);
    expect(fixText(check)).toContain('rotate zoominfo.json');
  });

  test('with a challenge of which only the format is known: inconclusive', () => {
    expect(explained(pkceFailed, { requests: [requestWith()] }, null).status).toBe('inconclusive');
  });

  test("with a setup whose pair doesn't match: the setup shows it", () => {
    const pkce = { ...setup.pkce, codeChallenge: `${setup.pkce.codeChallenge.slice(0, -1)}A` };
    const check = explained(pkceFailed, {}, { setup: { ...setup, pkce }, file: 'zoominfo.json' });
    expect(check.status).toBe('fail');
    expect(check.detail).toMatch(/zoominfo\.json shows/);
  });
});

describe('PKCE verification failed after the pair was rotated', () => {
  const rotated = { setup: { ...setup, previousPkce: { ...setup.pkce, ...rfcPair } }, file: 'zoominfo.json' };
  const [stale, method] = [/pair was rotated.*previous code verifier/, /method row is missing/];

  test.each<[what: string, paste: Paste, status: CheckStatus, steps: readonly RegExp[]]>([
    ['alone', {}, 'inconclusive', [stale, /code_challenge row/, method]],
    [
      'with the right challenge and no method',
      { requests: [requestWith()] },
      'inconclusive',
      [stale, method],
    ],
    [
      'with the right challenge and S256',
      { requests: [requestWith({ code_challenge_method: 'S256' })] },
      'fail',
      [stale, /row code_verifier/],
    ],
    [
      'with the previous challenge',
      { requests: [requestWith({ code_challenge: rfcPair.codeChallenge })] },
      'fail',
      [/request shows why. The code challenge is the previous one/],
    ],
  ])('%s', (_, paste, status, steps) => {
    const check = explained(pkceFailed, paste, rotated);
    expect(check.status).toBe(status);
    expect(`${check.detail} ${fixText(check)}`).toMatch(
      new RegExp(steps.map(({ source }) => source).join('.*')),
    );
  });
});

const otherRedirectUri =
  "The 'redirect_uri' does not match the redirection URI used in the authorization request.";

describe('a redirect URI that the server rejects after it issued a code', () => {
  const returned = { responses: [responseWith({ code: 'one-time-code', state: 'x' })] };

  test.each<[words: string, code: string | undefined, paste: Paste]>([
    [otherRedirectUri, 'invalid_grant', {}],
    [otherRedirectUri, undefined, {}],
    ['redirect_uri_mismatch', 'invalid_grant', {}],
    ['Invalid redirect_uri', 'invalid_grant', {}],
    ["redirect URI 'https://a.example/' does not match", 'invalid_grant', {}],
    [redirect.words, undefined, returned],
    ['', 'redirect_uri_mismatch', returned],
    ['', 'invalid_redirect_uri', returned],
  ])('is that of the token request: %s %s', (words, code, paste) => {
    const check = explained({ words, ...(code === undefined ? {} : { code }) }, paste);
    expect(check.status).toBe('inconclusive');
    expect(fixText(check)).toMatch(/redirect_uri row.*Token request > Parameters/);
    expect(`${check.detail} ${fixText(check)}`).not.toContain('Sign-in Redirect URIs');
  });

  test('is not what a vague error means', () => {
    const check = explained({ words: '', code: 'invalid_request' }, returned);
    expect([check.detail, fixText(check)]).toEqual([
      expect.stringContaining('accepted the redirect URI'),
      expect.not.stringContaining('Sign-in Redirect URIs'),
    ]);
  });
});

describe("a message that quotes a redirect URI that isn't Jitterbit's accuses nothing", () => {
  const elsewhere = 'https://login.zoominfo.com/sso/callback';

  test.each([
    `The redirect URI '${elsewhere}' specified in the request does not match the ones configured.`,
    `redirect_uri_mismatch: redirect_uri=${elsewhere}`,
    `redirect_uri ${elsewhere} is not registered for this client`,
    `${elsewhere} is not a registered redirect URI`,
    `Invalid redirect_uri: ${setup.redirectUri}/`,
    `redirect_uri=${elsewhere} is not registered`,
    `The redirect URI in the request, ${elsewhere}, does not match the ones authorized.`,
    'The redirect URI sent in the request: http://localhost, did not match.',
    'redirect_uri_mismatch: the redirect URI received (http://localhost:8080)',
  ])('%s', (words) => {
    const alone = explained({ words });
    expect([alone.status, alone.detail]).toEqual([
      'inconclusive',
      expect.stringContaining("isn't Jitterbit's"),
    ]);
    expect(fixText(alone)).not.toContain('Sign-in Redirect URIs');
    const withRequest = explained({ words }, { requests: [requestWith()] });
    expect([withRequest.status, withRequest.detail]).toEqual([
      'inconclusive',
      expect.stringContaining('may be from another attempt'),
    ]);
    const wrong = explained({ words }, { requests: [requestWith({ redirect_uri: elsewhere })] });
    expect([wrong.status, wrong.detail]).toEqual(['fail', expect.stringContaining('request shows why')]);
  });

  test.each([
    `The redirect URI '${setup.redirectUri}' does not match.`,
    `redirect_uri ${setup.redirectUri.slice(0, -5)}\u2026 is not registered for this client`,
    `redirect_uri ${setup.redirectUri}. is not registered for this client`,
    `redirect_uri=${setup.redirectUri} is not registered`,
    `The redirect URI in the request, ${setup.redirectUri}, does not match the ones authorized.`,
    `${redirect.words}: https://x.example/help`,
  ])('unlike: %s', (words) => {
    expect(explained({ words }).status).toBe('fail');
  });
});

describe('says what the rest of the paste rules out', () => {
  const right = requestWith({ code_challenge_method: 'S256' });
  const rest = requestWith({ nonce: 'n-0S6' }, { isCut: true });
  const another = /may be from another attempt/;

  test.each<[words: string, FoundUrl, hasSetup: boolean, status: CheckStatus, says: RegExp]>([
    [
      'HTTP 404',
      right,
      true,
      'inconclusive',
      /Authentication URL matches zoominfo\.json.*Access token URL is wrong/,
    ],
    ['HTTP 404', requestWith({}, { endpoint: 'https://a.example/x' }), true, 'fail', /request shows why/],
    ["Invalid value for 'client_id'", right, true, 'fail', /matches zoominfo\.json.*deleted or replaced/],
    ["Invalid value for 'client_id'", right, false, 'fail', /doesn't belong to your ZoomInfo application/],
    ['scopes are not configured', right, true, 'fail', /scopes in the request match.*isn't selected/],
    ['scopes are not configured', right, false, 'fail', /in the app registration isn't selected/],
    ['redirect_uri_mismatch', right, false, 'fail', /in the request is Jitterbit's.*doesn't list it/],
    ['no configured default scopes', right, false, 'inconclusive', another],
    ['unsupported response_type', right, false, 'inconclusive', another],
    ['code challenge is required', right, false, 'inconclusive', another],
    ['code challenge contains illegal', right, false, 'inconclusive', another],
    ['code_challenge_method must be S256', right, true, 'inconclusive', another],
    ['code_challenge_method must be S256', rest, true, 'fail', /method row is missing/],
    ['client specified not to prompt', right, true, 'inconclusive', another],
    ['client specified not to prompt', rest, true, 'fail', /prompt = none row/],
    ['invalid_request: Duplicate parameter', right, true, 'fail', /contains no duplicate.*Token request tab/],
    [
      'unauthorized_client',
      right,
      true,
      'fail',
      /Client ID in the request matches zoominfo\.json.*authentication method/,
    ],
    ['unauthorized_client', right, false, 'inconclusive', /authentication method.*Client ID/],
    [
      'PKCE verification failed',
      rest,
      true,
      'inconclusive',
      /verifier row is missing.*method row is missing/,
    ],
    ['invalid parameter: code_challenge', right, true, 'inconclusive', another],
    ['invalid parameter: code_challenge', rest, true, 'inconclusive', another],
  ])('%s', (words, request, hasSetup, status, says) => {
    const [, code] = /^([a-z]+_[a-z]+)(?::|$)/.exec(words) ?? [];
    const error = { words, ...(code === undefined ? {} : { code }) };
    const check = explained(error, { requests: [request] }, hasSetup ? registered : null);
    expect(check.status).toBe(status);
    expect(`${check.detail} ${fixText(check)}`).toMatch(says);
  });

  test('the Client ID of the setup leaves the Client Secret', () => {
    const check = explained(
      { code: 'invalid_client', words: 'Client authentication failed' },
      { requests: [requestWith()] },
    );
    expect(check.status).toBe('fail');
    expect(check.detail).toContain('Client ID in the request matches zoominfo.json');
    expect(fixText(check)).toMatch(/Client Secret again[\s\S]*Client ID in zoominfo\.json may be wrong/);
  });

  test('a returned code shows that the Client ID of the setup is right, too', () => {
    const requests = [requestWith()];
    const responses = [responseWith({ code: 'one-time-code', state: 'St4te-0fJitterb1t' })];
    const check = explained({ code: 'invalid_client', words: '' }, { requests, responses });
    expect(check.detail).toContain('accepted the Client ID');
    expect(fixText(check)).not.toContain('may be wrong');
  });

  test('a returned code does the same', () => {
    const responses = [responseWith({ code: 'one-time-code', state: 'x' })];
    const check = explained({ code: 'invalid_client', words: '' }, { responses });
    expect([check.status, check.detail]).toEqual(['fail', expect.stringContaining('issued a code')]);
  });

  test.each([
    'invalid_scope',
    'redirect_uri_mismatch',
    "Invalid value for 'client_id'",
    'no configured default scopes',
    'unsupported response_type',
    'client specified not to prompt',
  ])('a returned code accuses nothing that ZoomInfo had to accept before: %s', (words) => {
    const responses = [responseWith({ code: 'one-time-code', state: 'x' })];
    expect(explained({ words }, { responses }).status).toBe('inconclusive');
    expect(explained({ words }).status).toBe('fail');
  });

  test('a correct redirect URI leaves the list in ZoomInfo', () => {
    const check = explained(redirect, { requests: [requestWith()] });
    expect(check.status).toBe('fail');
    expect(check.detail).toContain("redirect URI in the request is Jitterbit's");
  });

  test('the redirect URI of another region is what the request shows', () => {
    const requests = [requestWith({ redirect_uri: redirectUriOf('APAC') })];
    const check = explained(redirect, { requests });
    expect(check.detail).toMatch(/request shows/);
    expect(fixText(check)).toContain('--region APAC');
  });

  test('without a setup, the redirect URI of the request is the one to add', () => {
    const requests = [requestWith({ redirect_uri: redirectUriOf('APAC') })];
    expect(fixText(explained(redirect, { requests }, null))).toContain(redirectUriOf('APAC'));
  });

  test('everything: the error is from another attempt', () => {
    const error = { words: 'PKCE code challenge is required by the application.' };
    const check = explained(error, { requests: [requestWith()] });
    expect([check.status, check.detail]).toEqual([
      'inconclusive',
      expect.stringContaining('another attempt'),
    ]);
  });

  test("a failing value that doesn't explain the error isn't blamed for it", () => {
    const check = explained(redirect, { requests: [requestWith({ scope: 'api:data:company' })] });
    expect(check.detail).not.toContain('scope');
  });
});

describe('the URL where a sign-in ended', () => {
  const response = (parameters: Record<string, string>, endpoint?: string) =>
    diagnose(evidenceOf({ responses: [responseWith(parameters, endpoint)] }), registered);

  test('with an error is explained like a message', () => {
    const [check, ...others] = response({
      error: 'invalid_scope',
      error_description: 'One or more scopes are not configured for the authorization server resource.',
    });
    expect([check?.id, check?.status, others]).toEqual(['response.error', 'fail', []]);
    expect(check && fixText(check)).toContain(setup.scopes.join(' '));
  });

  test('with a code passes, and says what to check next', () => {
    const [check] = response({ code: 'one-time-code' });
    expect([check?.id, check?.status]).toEqual(['response.code', 'pass']);
    expect(check?.detail).toMatch(/Client Secret.*code_verifier.*Access token URL.*expired/);
  });

  test('with a code for another host is from another sign-in', () => {
    const [check] = response({ code: 'one-time-code' }, 'https://api.zoominfo.com/gtm/oauth/v1/callback');
    expect([check?.status, check?.detail]).toEqual([
      'inconclusive',
      expect.stringContaining(
        'sent to api.zoominfo.com instead of Jitterbit, so it belongs to another sign-in',
      ),
    ]);
  });

  test.each([
    ['https://apps.na-west.jitterbit.com/authcode', ' (on apps.na-west.jitterbit.com) that'],
    ['https://a8Xk2-q9Zt4.jitterbit.com/authcode', 'a URL of Jitterbit that'],
  ])('with a code for another host of Jitterbit, %s, is not said to be instead of Jitterbit', (url, says) => {
    const [check] = response({ code: 'one-time-code' }, url);
    expect([check?.status, check?.detail]).toEqual(['inconclusive', expect.stringContaining(says)]);
  });

  test('with a code for another path of Jitterbit is not called another host', () => {
    const [check] = response({ code: 'one-time-code' }, `${redirectUriOf('NA')}/`);
    expect([check?.status, check?.detail]).toEqual([
      'inconclusive',
      expect.stringContaining("that isn't a redirect URI of this connector"),
    ]);
  });

  test('with a code at the redirect URI of the setup passes, wherever that is', () => {
    const redirectUri = 'https://apps.example.com/authcode';
    const own = { setup: { ...setup, redirectUri }, file: 'zoominfo.json' };
    const responses = [responseWith({ code: 'one-time-code' }, redirectUri)];
    expect(diagnose(evidenceOf({ responses }), own)[0]?.status).toBe('pass');
  });

  test('with a code for a host that may be a secret says only that', () => {
    const [check] = response({ code: 'x' }, 'https://q7zt0ppxc3vbn1ml9kjh.example/');
    expect(check?.detail).toContain('The code was sent to another host instead');
  });

  test.each([
    ['no code', { state: 'x' }],
    ['an empty code', { code: '', state: 'x' }],
  ])('with %s has no check', (_, parameters) => {
    expect(response(parameters)).toEqual([]);
  });

  test("with an error that isn't OAuth's says so", () => {
    const [check] = response({ error: 'Something went wrong' });
    expect([check?.status, check?.detail]).toEqual([
      'inconclusive',
      expect.stringContaining('not an OAuth error'),
    ]);
  });

  test.each([{ code: 'x', error: 'invalid_scope' }, { code: '', state: 'x' }, { state: 'x' }])(
    'with %j rules nothing out',
    (parameters) => {
      const responses = [responseWith(parameters)];
      expect(explained({ code: 'invalid_client', words: '' }, { responses }).status).toBe('inconclusive');
    },
  );

  test('as a query alone with a code passes', () => {
    const responses = [{ parameters: [{ name: 'code', value: 'x' }], isCut: false }];
    expect(diagnose(evidenceOf({ responses }))[0]?.status).toBe('pass');
  });

  test('is the last one, at Jitterbit or elsewhere', () => {
    for (const endpoint of [setup.redirectUri, 'https://a.example/']) {
      const responses = ['invalid_scope', 'access_denied'].map((error) => responseWith({ error }, endpoint));
      expect(diagnose(evidenceOf({ responses }))[0]?.code).toBe('access_denied');
    }
  });

  test('at Jitterbit counts before a later one elsewhere', () => {
    const responses = [
      responseWith({ error: 'access_denied' }),
      responseWith({ code: 'x' }, 'https://a.example/'),
    ];
    expect(diagnose(evidenceOf({ responses })).map(({ id }) => id)).toEqual(['response.error']);
  });
});

describe('a sign-in that ended in another region than that of the setup', () => {
  const id = 'request.redirect-uri';
  const landed = redirectUriOf('EMEA');
  const endings = [{ code: 'x' }, { error: 'invalid_scope' }].map((each) => responseWith(each, landed));

  test.each(endings)('points to the region of the setup, not to a registered value: %j', (response) => {
    const checks = diagnose(evidenceOf({ responses: [response] }), registered);
    const check = checkNamed(id, checks);
    expect([check.status, check.code]).toEqual(['warn', 'other-region']);
    expect(fixText(check)).toMatch(/^To correct the region .*--region EMEA/);
    expect(checks.length).toBe(2);
  });

  test.each<[what: string, paste: Paste, against?: typeof registered]>([
    ['in the same region', { responses: [responseWith({ code: 'x' })] }, registered],
    ['without a setup', { responses: endings }],
    ['elsewhere', { responses: [responseWith({ code: 'x' }, 'https://a.example/')] }, registered],
    [
      'in a query alone',
      { responses: [{ parameters: [{ name: 'code', value: 'x' }], isCut: false }] },
      registered,
    ],
    [
      'against a setup without a known region',
      { responses: endings },
      { ...registered, setup: { ...setup, region: 'LATAM' } },
    ],
  ])("isn't told from one %s", (_, paste, against) => {
    expect(diagnose(evidenceOf(paste), against).map((check) => check.id)).not.toContain(id);
  });

  test('is told from the request, if there is one', () => {
    const requests = [requestWith({ redirect_uri: landed })];
    const checks = diagnose(evidenceOf({ requests, responses: endings }), registered);
    expect(checks.filter((check) => check.id === id).map(({ status }) => status)).toEqual(['fail']);
  });
});

describe('an incorrect setup shows the cause', () => {
  const file = 'zoominfo.json';
  const { authenticationRequest, tokenRequest } = setup.advancedOptions;
  const [responseType] = authenticationRequest.parameters;
  const withRows = (authentication: readonly Parameter[], token: readonly Parameter[]): Setup => ({
    ...setup,
    advancedOptions: {
      authenticationRequest: { parameters: [...authentication] },
      tokenRequest: { parameters: [...token] },
    },
  });
  const withoutVerifier = withRows(authenticationRequest.parameters, []);
  const withoutResponseType = withRows(
    authenticationRequest.parameters.filter((row) => row !== responseType),
    tokenRequest.parameters,
  );
  const rows = authenticationRequest.parameters.map((row) =>
    row.key === 'code_challenge' ? { ...row, value: rfcPair.codeChallenge } : row,
  );
  const withChallenge = {
    ...withRows(rows, tokenRequest.parameters),
    pkce: { ...setup.pkce, codeChallenge: rfcPair.codeChallenge },
  };

  const ofTokenRequest = ['client.secret', 'parameters.token-request', 'endpoints'];

  test.each<[id: string, wrong: Setup, errors: readonly ServerError[]]>([
    [
      'region.redirect-uri',
      { ...setup, redirectUri: redirectUriOf('EMEA') },
      [redirect, { words: 'Your request resulted in an error.' }],
    ],
    [
      'client.id',
      { ...setup, clientId: 'abc def-ghi-jkl' },
      [{ words: "Invalid value for 'client_id'" }, { code: 'unauthorized_client', words: '' }],
    ],
    [
      'client.secret',
      { ...setup, clientSecret: 'abc def-ghi-jkl-mno' },
      [{ words: 'Invalid client secret' }, { code: 'invalid_client', words: '' }],
    ],
    ['pkce.challenge', withChallenge, [pkceFailed, { words: 'PKCE code challenge contains illegal' }]],
    [
      'parameters.token-request',
      withoutVerifier,
      [pkceFailed, { words: 'code_verifier is required' }, { code: 'unsupported_grant_type', words: '' }],
    ],
    ['scopes', { ...setup, scopes: ['API:data:company'] }, [{ code: 'invalid_scope', words: '' }]],
    [
      'parameters.authentication-request',
      withoutResponseType,
      [{ words: 'unsupported response_type' }, { code: 'login_required', words: '' }],
    ],
    [
      'endpoints',
      { ...setup, authenticationUrl: 'http://api.zoominfo.com/gtm/oauth/v1/authorize' },
      [{ words: 'HTTP 404: Not Found' }, { code: 'unsupported_grant_type', words: '' }],
    ],
  ])('%s', (id, wrong, errors) => {
    const failures = checkOffline(subjectOfSetup(wrong)).filter(({ status }) => status === 'fail');
    expect(failures.map((check) => check.id)).toEqual([id]);
    for (const error of errors) {
      const check = explained(error, {}, { setup: wrong, file });
      expect([check.status, check.detail]).toEqual([
        'fail',
        expect.stringContaining(`${file} shows why. ${failures[0]?.detail}`),
      ]);
      expect(fixText(check)).toBe(failures[0] && fixText(failures[0]));
    }
    const responses = [responseWith({ code: 'one-time-code' })];
    const [passed] = diagnose(evidenceOf({ responses }), { setup: wrong, file });
    expect(passed?.detail.includes(`In ${file}: ${failures[0]?.detail}`)).toBe(ofTokenRequest.includes(id));
    expect(explained({ code: 'access_denied', words: '' }, {}, { setup: wrong, file }).status).toBe(
      'inconclusive',
    );
  });
});

test('a value that the request shows to be right is not blamed on the setup', () => {
  const wrong = { setup: { ...setup, redirectUri: redirectUriOf('EMEA') }, file: 'zoominfo.json' };
  const shows = (request: FoundUrl) => explained(redirect, { requests: [request] }, wrong).detail;
  expect(shows(requestWith())).not.toContain('zoominfo.json shows');
  expect(shows(cutRequest('redirect_uri', 'https://apps'))).toContain('zoominfo.json shows');
});

const scopeRejected = { code: 'invalid_scope', words: 'Scopes are not configured for the resource.' };
const secretRejected = { code: 'invalid_client', words: 'The client secret supplied is invalid.' };
const code = (name: string): ServerError => ({ code: name, words: '' });
const text = (words: string): ServerError => ({ words });

test.each<[what: string, messages: readonly ServerError[], reported: readonly (string | undefined)[]]>([
  ['two errors', [scopeRejected, secretRejected], ['invalid_scope', 'invalid_client']],
  ['two codes', [code('access_denied'), code('invalid_scope')], ['access_denied', 'invalid_scope']],
  ['words and another code', [scopeRejected, code('invalid_client')], ['invalid_scope', 'invalid_client']],
  ['an error twice', [secretRejected, scopeRejected, secretRejected], ['invalid_client', 'invalid_scope']],
  ['a code twice', [code('invalid_scope'), code('invalid_scope')], ['invalid_scope']],
  ['words and their code', [scopeRejected, code('invalid_scope')], ['invalid_scope']],
  ['a code and words without one', [code('invalid_scope'), text(scopeRejected.words)], ['invalid_scope']],
  [
    'a vague code and its words',
    [code('invalid_grant'), text('The authorization code is invalid')],
    ['invalid_grant'],
  ],
  [
    'a code and words about another value',
    [code('invalid_scope'), text(secretRejected.words)],
    ['invalid_scope', undefined],
  ],
  ['a denial and its words', [code('access_denied'), text('User is not assigned')], ['access_denied']],
  ['a known and an unknown code', [code('invalid_scope'), code('some_new_code')], ['invalid_scope']],
  ['an unknown and a known code', [code('some_new_code'), code('invalid_scope')], ['invalid_scope']],
  ['two unknown codes', [code('some_new_code'), code('some_other_code')], [undefined]],
  ['a status and a code', [text('HTTP 404'), code('invalid_scope')], ['invalid_scope']],
  ['a mention and a code', [text('Read about invalid_scope'), code('invalid_client')], ['invalid_client']],
  ['two statuses', [text('HTTP 404'), text('HTTP 403')], [undefined]],
])('of %s, each different error is reported', (_, messages, reported) => {
  const checks = diagnose(evidenceOf({ messages }));
  expect(checks.map((check) => [check.id, check.code])).toEqual(reported.map((each) => ['message', each]));
});

test.each<[asks: boolean, error: ServerError, paste: Paste]>([
  [true, pkceFailed, {}],
  [false, pkceFailed, { requests: [requestWith()] }],
  [false, { code: 'access_denied', words: '' }, {}],
])('without a request that could narrow down the causes, it is asked for: %s', (asks, error, paste) => {
  const { status, detail } = explained(error, paste, null);
  expect([status, detail.includes('paste the URL of the sign-in window')]).toEqual(['inconclusive', asks]);
});

test('words in two pieces are read as one text', () => {
  const messages = [{ words: 'Invalid value for' }, { words: "'client_id'" }];
  expect(checkNamed('message', diagnose(evidenceOf({ messages }))).detail).toContain(
    'recognize the Client ID',
  );
});

test("of several messages, the most specific counts, even if it's in pieces", () => {
  const messages = [
    { words: '400 Bad Request' },
    { code: 'invalid_request', words: 'Error Code: invalid_request' },
    { words: `Description: ${redirect.words}` },
  ];
  const check = checkNamed('message', diagnose(evidenceOf({ messages }), registered));
  expect(fixText(check)).toContain('Sign-in Redirect URIs');
});

test('an unsaved setup is named without a file', () => {
  const unsaved = { setup: sampleSetup() };
  const requests = [requestWith({ code_verifier: verifier })];
  const check = checkNamed('request.parameters', diagnose(evidenceOf({ requests }), unsaved));
  expect(fixText(check)).toMatch(/[Ss]ave.*rotate <file>/);
});

test('endpoints of a message without a setup are the documented ones', () => {
  const check = explained({ code: 'unsupported_grant_type', words: '' }, {}, null);
  expect(fixText(check)).toContain(documentedEndpoints.accessTokenUrl);
});

test("a returned code points to what's wrong in the setup itself", () => {
  const wrong = { setup: { ...setup, clientSecret: 'abc def-ghi-jkl-mno' }, file: 'zoominfo.json' };
  const [check] = diagnose(evidenceOf({ responses: [responseWith({ code: 'one-time-code' })] }), wrong);
  expect([check?.status, check?.detail]).toEqual([
    'pass',
    expect.stringContaining('In zoominfo.json: The Client Secret'),
  ]);
});

test.each([
  ['', false],
  ['invalid_scope', false],
  ['Error Code: invalid_scope', false],
  ['error_description=invalid_scope', false],
  ['ERROR DESCRIPTION: invalid_scope', false],
  ['Erroneous: invalid_scope', true],
  ['Nope', true],
  ['Something that no table has', true],
])('unknown words are reported as unknown: %s', (words, isSaid) => {
  expect(explained({ code: 'invalid_scope', words }).detail.includes('not the rest of the message')).toBe(
    isSaid,
  );
});

test.each([
  ['some_new_code', true],
  ['new', false],
  ['_new_code', false],
  ['correct_horsebatterystaplexyz', false],
  ['Qz7_pL2x9', false],
])('an unknown code is shown only if it looks like one: %s', (code, isShown) => {
  expect(explained({ code, words: '' }).detail.includes(code)).toBe(isShown);
});

test("the setup's challenge is shown even if it was pasted as the verifier", () => {
  const { codeChallenge } = setup.pkce;
  const requests = [requestWith({ code_challenge: undefined, code_verifier: codeChallenge })];
  const checks = diagnose(evidenceOf({ requests }), registered);
  expect(fixText(checkNamed('request.code-challenge', checks))).toContain(codeChallenge);
});

test.each(Object.entries<Cause>(errorCauses))(
  '%s: a value that only matches the setup is not called correct',
  (_, { ruledOut, narrowed, formIsEnough }) => {
    const shown = { shownIn: 'request', source: 'zoominfo.json' } as const;
    for (const says of [ruledOut?.(shown), narrowed?.(shown)])
      expect(says ?? '').not.toMatch(/\bis (?:correct|right|valid)\b/);
    const isCompared = formIsEnough === undefined && narrowed !== undefined;
    if (isCompared) expect(narrowed?.(shown)).toContain('zoominfo.json');
  },
);
