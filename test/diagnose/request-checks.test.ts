import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { type CheckStatus, exitCodeOf } from '../../src/checks/check.ts';
import { diagnose } from '../../src/diagnose/diagnose.ts';
import type { FoundParameter, FoundUrl } from '../../src/diagnose/evidence/evidence.ts';
import { recognize } from '../../src/diagnose/recognize/recognize.ts';
import { redirectUriOf } from '../../src/facts/regions.ts';
import { pkcePairOf } from '../../src/oauth/pkce.ts';
import { rotateSetup } from '../../src/setup-file/rotate.ts';
import {
  cutRequest,
  evidenceOf,
  formCheck,
  goodParameters,
  registered,
  requestCheck,
  requestWith,
  responseWith,
} from '../support/paste-fixtures.ts';
import { clientSecret, rfcPair, sampleSetup, verifier } from '../support/setup-fixture.ts';
import { checkNamed, fixText } from '../support/verify-fixtures.ts';

const { setup } = registered;
const { clientId } = setup;
const { codeChallenge } = setup.pkce;
const ids = [
  'request.endpoint',
  'request.response-type',
  'request.client-id',
  'request.redirect-uri',
  'request.scopes',
  'request.code-challenge',
  'request.code-challenge-method',
  'request.state',
  'request.parameters',
];

const sha256 = (text: string): Buffer => createHash('sha256').update(text).digest();
const rotated = { setup: rotateSetup(setup, pkcePairOf('n'.repeat(10) + verifier)), file: 'zoominfo.json' };

test('a correct request passes every check, in this order, with and without a setup', () => {
  for (const against of [registered, undefined]) {
    const checks = diagnose(evidenceOf({ requests: [requestWith()] }), against);
    expect(checks.map(({ id, status }) => [id, status])).toEqual(ids.map((id) => [id, 'pass']));
    expect(checks.at(-1)?.detail).toBe('No misplaced or duplicate parameters.');
  }
});

test('without a setup, a pass says that only the format was judged', () => {
  expect(formCheck('request.client-id', {}).detail).toMatch(/not compared/i);
  expect(formCheck('request.code-challenge', {}).detail).toMatch(/not compared/i);
});

type Row = readonly [
  id: string,
  changes: Readonly<Record<string, string | undefined>>,
  status: CheckStatus,
  code: string | undefined,
  says: RegExp,
];

const withSetup: readonly Row[] = [
  ['request.response-type', { response_type: undefined }, 'fail', 'missing', /row response_type/],
  ['request.response-type', { response_type: 'token' }, 'fail', undefined, /must be code/],
  ['request.response-type', { response_type: '' }, 'fail', undefined, /has no value/],
  ['request.response-type', { response_type: 'Code' }, 'fail', undefined, /case/],
  ['request.response-type', { response_type: 'code ' }, 'fail', undefined, /trailing space/],
  [
    'request.response-type',
    { response_type: undefined, Response_Type: 'code' },
    'fail',
    'misspelled-key',
    /"Response_Type"/,
  ],
  [
    'request.response-type',
    { response_type: undefined, respons_type: 'code' },
    'fail',
    'misspelled-key',
    /change the key of that row/,
  ],
  ['request.response-type', { response_type: undefined, respons_tipes: 'code' }, 'fail', 'missing', /row/],
  [
    'request.code-challenge-method',
    { code_challenge_methode: 'S256' },
    'fail',
    'misspelled-key',
    /"code_challenge_methode"/,
  ],
  [
    'request.client-id',
    { client_id: undefined, clientid: '0oaTestClientId12345' },
    'fail',
    'misspelled-key',
    /Remove that row.*Jitterbit sends client_id itself/,
  ],
  ['request.client-id', { client_id: undefined }, 'fail', 'missing', /no Client ID/],
  ['request.client-id', { client_id: '' }, 'fail', 'missing', /is empty/],
  ['request.client-id', { client_id: '0oaAnotherClient1234' }, 'fail', 'other-application', /doesn't match/],
  ['request.client-id', { client_id: clientId?.slice(0, -3) }, 'fail', 'other-application', /part of/],
  ['request.client-id', { client_id: clientId?.slice(1, 9) }, 'fail', 'other-application', /part of/],
  ['request.client-id', { client_id: clientId?.slice(1, 8) }, 'fail', 'other-application', /doesn't match/],
  [
    'request.client-id',
    { client_id: clientId?.toUpperCase() },
    'fail',
    'other-application',
    new RegExp(`capitalization.*Management Console.*${clientId}`),
  ],
  ['request.client-id', { client_id: clientSecret }, 'fail', 'swapped', /Create a new one/],
  ['request.client-id', { client_id: `"${clientSecret}" ` }, 'fail', 'swapped', /Create a new one/],
  ['request.client-id', { client_id: `${clientId} ` }, 'fail', undefined, /trailing space/],
  ['request.client-id', { client_id: `${clientId}\u200b` }, 'fail', undefined, /zero-width space/],
  ['request.client-id', { client_id: '<your-client-id>' }, 'fail', undefined, /placeholder/],
  ['request.client-id', { client_id: `"${clientId}"` }, 'fail', undefined, /quotation/],
  [
    'request.redirect-uri',
    { redirect_uri: redirectUriOf('EMEA') },
    'fail',
    'other-region',
    /--from zoominfo\.json --region EMEA/,
  ],
  ['request.redirect-uri', { redirect_uri: undefined }, 'fail', 'missing', /redirect_uri/],
  ['request.redirect-uri', { redirect_uri: `${setup.redirectUri}/` }, 'fail', undefined, /slash/],
  [
    'request.redirect-uri',
    { redirect_uri: 'http://127.0.0.1:8910/callback' },
    'inconclusive',
    undefined,
    /machine/,
  ],
  ['request.scopes', { scope: 'api:data:contact api:data:company' }, 'pass', undefined, /zoominfo\.json/],
  ['request.scopes', { scope: 'api:data:company,api:data:contact' }, 'fail', 'wrong-separator', /commas/],
  ['request.scopes', { scope: 'api:data:company%2Capi:data:contact' }, 'fail', 'wrong-separator', /commas/],
  ['request.scopes', { scope: 'api:data:companyapi:data:contact' }, 'fail', 'wrong-separator', /by spaces/],
  ['request.scopes', { scope: 'api:data:company/api:data:contact' }, 'fail', 'wrong-separator', /by spaces/],
  [
    'request.scopes',
    { scope: 'api:data:company\napi:data:contact' },
    'fail',
    'wrong-separator',
    /line breaks/,
  ],
  ['request.scopes', { scope: setup.scopes.join('\t') }, 'fail', 'wrong-separator', /by tabs/],
  ['request.scopes', { scope: setup.scopes.join('\f') }, 'fail', 'wrong-separator', /by line breaks/],
  ['request.scopes', { scope: setup.scopes.join('%20') }, 'fail', 'wrong-separator', /by encoded spaces/],
  ['request.scopes', { scope: 'API:data:company api:data:contact' }, 'fail', undefined, /case/],
  ['request.scopes', { scope: '"api:data:company api:data:contact"' }, 'fail', undefined, /quotation/],
  [
    'request.scopes',
    { scope: 'api:data:company' },
    'fail',
    'other-scopes',
    /^The scopes don't include api:data:contact\. /,
  ],
  [
    'request.scopes',
    { scope: `${setup.scopes.join(' ')} api:data:news` },
    'fail',
    'other-scopes',
    /api:data:news/,
  ],
  [
    'request.scopes',
    { scope: `Qz7-pL2x9 api:data:audit ${setup.scopes.join(' ')}` },
    'fail',
    'other-scopes',
    /^The scopes include api:data:audit, another one, which zoominfo\.json doesn't/,
  ],
  [
    'request.scopes',
    { scope: `${'Qz7-pL2x9 '.repeat(2)}Qz7-pL2x9/x abc123` },
    'fail',
    'other-scopes',
    /don't include api:data:company, api:data:contact, and they include 3 others, which/,
  ],
  [
    'request.scopes',
    { scope: 'API:data:company Qz7-pL2x9' },
    'fail',
    undefined,
    /doesn't have a valid format/,
  ],
  ['request.scopes', { scope: ` ${setup.scopes.join(' ')}` }, 'warn', undefined, /space before or after/],
  [
    'request.scopes',
    { scope: `${setup.scopes.join(' ')} a_b c-d ${[...'efghijklmn'].map((each) => `x:${each}`).join(' ')}` },
    'fail',
    'other-scopes',
    /include a_b, c-d, x:e, .*, x:l, 2 others, which/,
  ],
  ['request.scopes', { scope: ' ' }, 'fail', 'missing', /no scopes/],
  ['request.scopes', { scope: undefined }, 'fail', 'missing', /no scopes/],
  ['request.code-challenge', { code_challenge: '' }, 'fail', 'missing', /Send in .* Request URL/],
  ['request.code-challenge', { code_challenge: undefined }, 'fail', 'missing', /Send in .* Request URL/],
  [
    'request.code-challenge',
    { code_challenge: verifier },
    'fail',
    'swapped',
    /rotate zoominfo\.json\s+Enter both new values/,
  ],
  ['request.code-challenge', { code_challenge: `${verifier} ` }, 'fail', 'swapped', /rotate zoominfo\.json/],
  ['request.code-challenge', { code_challenge: `${codeChallenge} ` }, 'fail', undefined, /trailing space/],
  ['request.code-challenge', { code_challenge: `"${codeChallenge}"` }, 'fail', undefined, /quotation.* 1\b/],
  ['request.code-challenge', { code_challenge: `${codeChallenge}"` }, 'fail', undefined, /quotation.* 44\b/],
  [
    'request.code-challenge',
    { code_challenge: `"${sha256(`${verifier}\n`).toString('base64url')}"` },
    'fail',
    'trailing-newline',
    /line break/,
  ],
  ['request.code-challenge', { code_challenge: `${codeChallenge}=` }, 'fail', 'padded', /padding/],
  [
    'request.code-challenge',
    { code_challenge: codeChallenge.toLowerCase() },
    'fail',
    'other-verifier',
    /capitalization/,
  ],
  ['request.code-challenge', { code_challenge: codeChallenge.slice(1) }, 'fail', undefined, /only part of/],
  ['request.code-challenge', { code_challenge: `${codeChallenge}x` }, 'fail', undefined, /longer/],
  [
    'request.code-challenge',
    { code_challenge: sha256(`${verifier}\n`).toString('base64url') },
    'fail',
    'trailing-newline',
    /line break/,
  ],
  [
    'request.code-challenge',
    { code_challenge: sha256(`${verifier}\r\n`).toString('base64url') },
    'fail',
    'trailing-crlf',
    /line break/,
  ],
  [
    'request.code-challenge',
    {
      code_challenge: createHash('sha256').update(Buffer.from(verifier, 'utf16le')).digest('base64url'),
    },
    'fail',
    'utf16',
    /UTF-16/,
  ],
  [
    'request.code-challenge',
    { code_challenge: sha256(verifier).toString('hex') },
    'fail',
    'hex-digest',
    /hex/,
  ],
  [
    'request.code-challenge',
    { code_challenge: Buffer.from(sha256(verifier).toString('hex')).toString('base64url') },
    'fail',
    'hex-then-base64url',
    /hex/,
  ],
  [
    'request.code-challenge',
    { code_challenge: rfcPair.codeChallenge },
    'fail',
    'other-verifier',
    /public example from RFC 7636/,
  ],
  ['request.code-challenge-method', { code_challenge_method: 'S256' }, 'pass', undefined, /S256/],
  ['request.code-challenge-method', { code_challenge_method: undefined }, 'pass', undefined, /Not sent/],
  ['request.code-challenge-method', { code_challenge_method: 'plain' }, 'fail', 'plain', /plain/],
  ['request.code-challenge-method', { code_challenge_method: 's256' }, 'fail', undefined, /case/],
  ['request.code-challenge-method', { code_challenge_method: 'RS256' }, 'fail', undefined, /wrong value/],
  ['request.code-challenge-method', { code_challenge_method: 'S256\t' }, 'fail', undefined, /white space/],
  ['request.state', { state: undefined }, 'inconclusive', undefined, /no state/],
  ['request.state', { state: '' }, 'inconclusive', undefined, /no state/],
  ['request.parameters', { prompt: 'none' }, 'fail', 'prompt-none', /prompt/],
  ['request.parameters', { code_verifier: verifier }, 'fail', 'wrong-send-in', /rotate zoominfo\.json/],
  ['request.parameters', { 'Code_verifier ': verifier }, 'fail', 'wrong-send-in', /rotate zoominfo\.json/],
  ['request.parameters', { client_secret: clientSecret }, 'fail', 'wrong-send-in', /Create a new one/],
  [
    'request.parameters',
    { client_secret: clientSecret },
    'fail',
    'wrong-send-in',
    /^The URL contains the Client Secret\. Remove/,
  ],
  [
    'request.parameters',
    { code_challenge_method: 'S256' },
    'pass',
    undefined,
    /^No misplaced or duplicate parameters\. *$/,
  ],
  ['request.parameters', { note: 'none' }, 'pass', undefined, /Not checked: note/],
  ['request.parameters', { grant_type: 'authorization_code' }, 'fail', 'wrong-send-in', /grant_type/],
  ...['refresh_token', 'access_token', 'id_token', 'client_assertion', 'assertion', 'password'].map(
    (name): Row => [
      'request.parameters',
      { [name]: 's0me-value' },
      'fail',
      'wrong-send-in',
      new RegExp(`contains ${name}, .*Remove the ${name} row`),
    ],
  ),
  [
    'request.parameters',
    { note: `x${clientSecret}` },
    'fail',
    'wrong-send-in',
    /^The parameter note .*Create a new one/,
  ],
  ['request.parameters', { note: `${verifier}x` }, 'fail', 'wrong-send-in', /note.*rotate zoominfo\.json/],
  ['request.parameters', { [`${verifier}x`]: 'a' }, 'fail', 'wrong-send-in', /A parameter .*Remove that row/],
  ['request.parameters', { client_id: clientSecret }, 'pass', undefined, /No misplaced/],
  ['request.parameters', { prompt: 'login', login_hint: 'a' }, 'pass', undefined, /prompt, login_hint/],
];

const withoutSetup: readonly Row[] = [
  ['request.client-id', { client_id: `${clientId} ` }, 'fail', undefined, /trailing space/],
  ['request.redirect-uri', { redirect_uri: redirectUriOf('APAC') }, 'pass', undefined, /APAC/],
  ['request.scopes', { scope: undefined }, 'warn', 'missing', /no scopes/],
  ['request.scopes', { scope: '  ' }, 'warn', 'missing', /no scopes/],
  ['request.scopes', { scope: ' api:data:company' }, 'warn', undefined, /space before or after/],
  ['request.scopes', { scope: 'api:data:contacts Qz7-pL2x9' }, 'warn', undefined, /doesn't document one/],
  ['request.scopes', { scope: 'api:data:contacts' }, 'warn', undefined, /Did you mean api:data:contact/],
  ['request.scopes', { scope: 'api:data:company,api:data:news' }, 'fail', 'wrong-separator', /commas/],
  ['request.code-challenge', { code_challenge: `${codeChallenge}=` }, 'fail', 'padded', /"="/],
  ['request.code-challenge', { code_challenge: `${codeChallenge} ` }, 'fail', undefined, /space/],
  ['request.code-challenge', { code_challenge: 'f'.repeat(64) }, 'fail', 'hex-digest', /hex/],
  ['request.code-challenge', { code_challenge: 'a-B_c9'.repeat(9) }, 'fail', undefined, /54/],
  ['request.code-challenge', { code_challenge: undefined }, 'fail', 'missing', /code_challenge/],
  [
    'request.parameters',
    { code_verifier: verifier },
    'fail',
    'wrong-send-in',
    /zi-oauth-setup pkce\s+Enter both new values/,
  ],
];

test.each([
  ...withSetup.map((row) => ['with a setup', row, requestCheck] as const),
  ...withoutSetup.map((row) => ['without', row, formCheck] as const),
])('%s: %j', (_, [id, changes, status, code, says], checkOf) => {
  const check = checkOf(id, changes);
  expect([check.status, check.code]).toEqual([status, code]);
  expect(`${check.detail} ${fixText(check)}`).toMatch(says);
  if (status === 'fail') expect(fixText(check)).toMatch(/Management Console|Developer Portal/);
});

test.each([
  [redirectUriOf('NA'), 'https://api.zoominfo.com/gtm/oauth/v1/authorize', 'pass', /zoominfo\.json/],
  [redirectUriOf('NA'), 'api.zoominfo.com/gtm/oauth/v1/authorize', 'pass', /zoominfo\.json/],
  [redirectUriOf('NA'), '/gtm/oauth/v1/authorize', 'pass', /path matches zoominfo\.json.*host isn't/],
  [redirectUriOf('NA'), '//api.zoominfo.com/gtm/oauth/v1/authorize', 'pass', /^Matches zoominfo\.json\.$/],
  [redirectUriOf('NA'), 'pi.zoominfo.com/gtm/oauth/v1/authorize', 'skip', /beginning .* is missing/],
  [redirectUriOf('NA'), '/api.zoominfo.com/gtm/oauth/v1/authorize', 'skip', /beginning .* is missing/],
  [redirectUriOf('NA'), 'oauth/v1/authorize', 'skip', /beginning .* is missing/],
  [redirectUriOf('NA'), '/oauth/v1/authorize', 'inconclusive', /beginning .* may be missing/],
  [redirectUriOf('NA'), '/authorize', 'inconclusive', /beginning .* may be missing/],
  [redirectUriOf('NA'), '/login/authorize', 'fail', /must have the path/],
  [redirectUriOf('NA'), 'https://pi.zoominfo.com/gtm/oauth/v1/authorize', 'fail', /OAuth endpoint/],
  [redirectUriOf('NA'), '/gtm/oauth/v1/token', 'fail', /contains the Access token URL/],
  [redirectUriOf('NA'), 'proxy.example/https://api.zoominfo.com/authorize', 'fail', /proxy\.example/],
  [redirectUriOf('NA'), undefined, 'skip', /only parameters/i],
  [redirectUriOf('NA'), 'http://api.zoominfo.com/gtm/oauth/v1/authorize', 'fail', /http:/],
  [
    redirectUriOf('NA'),
    'https://api.zoominfo.com/gtm/oauth/v1/token',
    'fail',
    /contains the Access token URL/,
  ],
  [
    redirectUriOf('NA'),
    'https://okta-login.zoominfo.com/oauth2/default/v1/authorize',
    'fail',
    /sign-in service/,
  ],
  [redirectUriOf('NA'), 'https://login.example.com/gtm/oauth/v1/authorize', 'fail', /login\.example\.com/],
] as const)('the URL of a request to Jitterbit: %s %s is %s', (redirect_uri, endpoint, status, says) => {
  const { endpoint: _, ...request } = requestWith({ redirect_uri });
  const requests = [endpoint === undefined ? request : { ...request, endpoint }];
  const check = checkNamed('request.endpoint', diagnose(evidenceOf({ requests }), registered));
  expect(check.status).toBe(status);
  expect(check.detail).toMatch(says);
  if (status === 'fail') expect(fixText(check)).toContain(setup.authenticationUrl);
});

test.each([
  ['https://login.example.com/authorize', 'pass', /Matches zoominfo\.json/],
  [
    setup.authenticationUrl,
    'warn',
    /documented URL, but zoominfo\.json contains a different one.*zoominfo\.json --authentication-url https:/,
  ],
  [setup.accessTokenUrl, 'fail', /Authentication URL field contains the Access token URL/],
  ['https://other.example.com/authorize', 'fail', /other\.example\.com instead of login.*another connector/],
  ['http://login.example.com/authorize', 'fail', /begins with http:\/\/ instead of https:/],
  ['https://login.example.com/authorize/', 'fail', /trailing slash/],
  ['https://login.example.com/Authorize', 'fail', /capitalization/],
  ['https://login.example.com/authorized', 'fail', /doesn't have the path \/authorize/],
] as const)('a setup with another Authentication URL: %s is %s', (endpoint, status, says) => {
  const own = {
    setup: { ...setup, authenticationUrl: 'https://login.example.com/authorize' },
    file: 'zoominfo.json',
  };
  const [check] = diagnose(evidenceOf({ requests: [requestWith({}, { endpoint })] }), own);
  expect([check?.id, check?.status]).toEqual(['request.endpoint', status]);
  expect(check && `${check.detail} ${fixText(check)}`).toMatch(says);
  expect(check && fixText(check).includes('another connector')).toBe(endpoint.includes('other.'));
});

test('for an unsaved setup, the fix is to change its region', () => {
  const check = requestCheck('request.redirect-uri', { redirect_uri: redirectUriOf('APAC') }, { setup });
  expect(fixText(check)).toContain('Change the region of your setup to APAC.');
});

test.each(['+', ' '])('standard base64 is recognized with %j, which a plus sign in a URL becomes', (plus) => {
  const standard = sha256(verifier).toString('base64');
  expect(standard).toContain('+');
  for (const code_challenge of [standard, standard.replace('=', '')].map((each) =>
    each.replaceAll('+', plus),
  ))
    for (const checkOf of [requestCheck, formCheck])
      expect(checkOf('request.code-challenge', { code_challenge })).toMatchObject({
        status: 'fail',
        code: 'standard-base64',
      });
});

describe('after a rotation', () => {
  const previous = rotated.setup.previousPkce?.codeChallenge;

  test("the previous challenge means that its row wasn't updated", () => {
    const check = requestCheck('request.code-challenge', { code_challenge: previous }, rotated);
    expect([check.status, check.code]).toEqual(['fail', 'rotated']);
    expect(fixText(check)).toContain(rotated.setup.pkce.codeChallenge);
  });

  test('a mistake with the previous verifier is still named', () => {
    const made = sha256(`${verifier}\n`).toString('base64url');
    const check = requestCheck('request.code-challenge', { code_challenge: made }, rotated);
    expect([check.status, check.code]).toEqual(['fail', 'trailing-newline']);
    expect(check.detail).toContain('previous');
  });

  test('the previous verifier is exposed, too', () => {
    expect(requestCheck('request.code-challenge', { code_challenge: verifier }, rotated).code).toBe(
      'swapped',
    );
    expect(requestCheck('request.parameters', { note: verifier }, rotated).code).toBe('wrong-send-in');
  });

  test.each([
    [previous?.slice(0, 8), 'rotated'],
    [previous?.slice(0, 7), undefined],
    [verifier.slice(0, 8), 'swapped'],
    [verifier.slice(0, 7), undefined],
    [rfcPair.codeChallenge.slice(0, 8), 'other-verifier'],
  ])('the beginning %s is %s', (start = '', code) => {
    const checks = diagnose(evidenceOf({ requests: [cutRequest('code_challenge', start)] }), rotated);
    expect(checkNamed('request.code-challenge', checks).code).toBe(code);
  });
});

describe('a setup that is itself wrong', () => {
  test('has its own challenge judged', () => {
    const pkce = { ...setup.pkce, codeChallenge: sha256(`${verifier}\n`).toString('base64url') };
    const wrong = { setup: { ...setup, pkce }, file: 'zoominfo.json' };
    const check = requestCheck('request.code-challenge', { code_challenge: pkce.codeChallenge }, wrong);
    expect([check.status, check.code]).toEqual(['fail', 'trailing-newline']);
  });

  test('with verifier and challenge swapped, exposes the verifier', () => {
    const pkce = { ...setup.pkce, codeVerifier: codeChallenge, codeChallenge: verifier };
    const wrong = { setup: { ...setup, pkce }, file: 'zoominfo.json' };
    const judge = (code_challenge: string) =>
      requestCheck('request.code-challenge', { code_challenge }, wrong);
    expect([judge(verifier).code, fixText(judge(verifier))]).toEqual([
      'swapped',
      expect.stringContaining('Anyone who saw the URL'),
    ]);
    expect(fixText(judge(codeChallenge))).not.toContain('Anyone who saw the URL');
  });

  test('with Client ID and Client Secret swapped, is told from the request', () => {
    const wrong = { setup: { ...setup, clientId: clientSecret, clientSecret: clientId ?? '' } };
    const check = requestCheck('request.client-id', { client_id: clientSecret }, wrong);
    expect([check.status, check.code, fixText(check)]).toEqual([
      'fail',
      'swapped',
      expect.stringMatching(/Copy the Client ID from .* Create a new one/),
    ]);
  });

  test('has no scopes, or a region of its own: the request may be right', () => {
    const elsewhere = { ...setup, region: 'LATAM', redirectUri: 'https://apps.example.com/authcode' };
    expect(requestCheck('request.redirect-uri', {}, { setup: elsewhere }).status).toBe('warn');
    const without = { setup: { ...setup, scopes: [] } };
    expect(requestCheck('request.scopes', { scope: undefined }, without).status).toBe('warn');
    expect(requestCheck('request.scopes', {}, without).status).toBe('pass');
  });
});

describe('a row code_challenge_method in the setup', () => {
  const withRow = { setup: sampleSetup({}, true), file: 'zoominfo.json' };

  test.each([
    [undefined, 'fail', 'missing'],
    ['S256', 'pass', undefined],
  ])('%s is %s', (code_challenge_method, status, code) => {
    const check = requestCheck('request.code-challenge-method', { code_challenge_method }, withRow);
    expect([check.status, check.code]).toEqual([status, code]);
  });
});

test("a code_challenge_method row that isn't sent in the URL isn't expected there", () => {
  const own = sampleSetup({}, true);
  const { parameters } = own.advancedOptions.authenticationRequest;
  const rows = parameters.map((row) =>
    row.key === 'code_challenge_method' ? { ...row, sendIn: 'Request Body' } : row,
  );
  const advancedOptions = { ...own.advancedOptions, authenticationRequest: { parameters: rows } };
  const check = requestCheck('request.code-challenge-method', {}, { setup: { ...own, advancedOptions } });
  expect(check.status).toBe('pass');
});

test("the user's rows in the setup are expected, and aren't named", () => {
  const rows = [
    ...setup.advancedOptions.authenticationRequest.parameters,
    { key: 'audience', value: 'x', sendIn: 'Request URL' },
    { key: 'resource', value: 'x', sendIn: 'Request Body' },
  ];
  const own = {
    setup: {
      ...setup,
      advancedOptions: { ...setup.advancedOptions, authenticationRequest: { parameters: rows } },
    },
    file: 'zoominfo.json',
  };
  expect(requestCheck('request.parameters', { audience: 'x' }, own).detail).not.toContain('audience');
  for (const changes of [{}, { audience: 'y' }])
    expect(requestCheck('request.parameters', changes, own)).toMatchObject({
      status: 'warn',
      detail: expect.stringMatching(/different value: audience\./),
    });
  const cut = diagnose(evidenceOf({ requests: [requestWith({}, { isCut: true })] }), own);
  expect(checkNamed('request.parameters', cut).status).toBe('pass');
});

test('the same step is recommended once', () => {
  const check = requestCheck('request.parameters', { client_secret: clientSecret, note: clientSecret });
  expect(fixText(check).match(/Create a new one/g)).toHaveLength(1);
});

test('a row that another check misses is not missed twice', () => {
  expect(requestCheck('request.parameters', { response_type: undefined }).status).toBe('pass');
});

test('a duplicate parameter fails, and the worst of its values counts', () => {
  const { parameters } = requestWith();
  const requests = [
    requestWith({}, { parameters: [...parameters, { name: 'client_id', value: 'another' }] }),
  ];
  const checks = diagnose(evidenceOf({ requests }), registered);
  expect(checkNamed('request.parameters', checks)).toMatchObject({ status: 'fail', code: 'duplicate' });
  expect(checkNamed('request.client-id', checks).status).toBe('fail');
});

describe('a truncated request', () => {
  test.each(['response_type', 'client_id', 'redirect_uri', 'scope', 'code_challenge', 'state'])(
    "in %s: a missing parameter is inconclusive, and a correct beginning isn't wrong",
    (name) => {
      const value = requestWith().parameters.find((parameter) => parameter.name === name)?.value ?? '';
      for (const length of [0, 1, value.length - 2, value.length]) {
        const requests = [cutRequest(name, value.slice(0, length))];
        const checks = diagnose(evidenceOf({ requests }), registered);
        expect(checks.filter(({ status }) => status === 'fail')).toEqual([]);
        expect(checks.map(({ id }) => id)).toEqual(ids);
      }
    },
  );

  test.each(['%', '%4', '%e', '...', '\u2026'])("at a half-written character or %j isn't wrong", (mark) => {
    for (const name of ['client_id', 'redirect_uri', 'scope', 'code_challenge'])
      for (const against of [registered, undefined]) {
        const start = `${goodParameters[name]?.slice(0, 12)}${mark}`;
        const checks = diagnose(evidenceOf({ requests: [cutRequest(name, start)] }), against);
        expect(checks.filter(({ status }) => status === 'fail')).toEqual([]);
      }
  });

  test.each([
    ['api:data:company api:da', registered, /is cut off in the middle of scope\./],
    ['api:data:news api:da', registered, /remaining scopes don't match zoominfo\.json/],
    ['api:data:company api:data:news', registered, /remaining scopes don't match zoominfo\.json/],
    ['api:data:news api:da', undefined, /is cut off in the middle of scope\./],
    ['api:data:company x', undefined, /is cut off in the middle of scope\./],
    ['a b', { setup: { ...setup, scopes: [] } }, /is cut off in the middle of scope\./],
  ])('in scope after %j is inconclusive', (start, against, says) => {
    const checks = diagnose(evidenceOf({ requests: [cutRequest('scope', start)] }), against);
    expect(checkNamed('request.scopes', checks)).toMatchObject({
      status: 'inconclusive',
      detail: expect.stringMatching(says),
    });
  });

  test('in a key or before its parameters is inconclusive, and its endpoint is judged if it is whole', () => {
    const cut = (...parameters: FoundParameter[]) =>
      diagnose(evidenceOf({ requests: [requestWith({}, { parameters, isCut: true })] }), registered);
    expect(checkNamed('request.endpoint', cut()).status).toBe('inconclusive');
    const checks = cut({ name: 'Client_ID', value: clientId ?? '' });
    expect(checkNamed('request.endpoint', checks).status).toBe('pass');
    expect(checkNamed('request.client-id', checks).status).toBe('inconclusive');
  });

  test('in state is as good as a whole one', () => {
    const checks = diagnose(evidenceOf({ requests: [cutRequest('state', 'St4')] }), registered);
    expect(checkNamed('request.state', checks).status).toBe('pass');
  });

  test('has no parameter reported as missing', () => {
    const requests = [
      requestWith({}, { parameters: [{ name: 'client_id', value: clientId ?? '' }], isCut: true }),
    ];
    const statuses = new Set(diagnose(evidenceOf({ requests }), registered).map(({ status }) => status));
    expect(statuses).toEqual(new Set(['pass', 'inconclusive']));
  });

  test.each([
    ['client_id', '0oaAnother', 'request.client-id', 'other-application'],
    ['client_id', clientSecret.slice(0, 20), 'request.client-id', 'swapped'],
    ['code_challenge', verifier.slice(0, 20), 'request.code-challenge', 'swapped'],
    ['code_challenge', rfcPair.codeChallenge.slice(0, 20), 'request.code-challenge', 'other-verifier'],
    ['redirect_uri', 'https://apps.emea', 'request.redirect-uri', 'other-region'],
    ['redirect_uri', 'https://apps.na-west', 'request.redirect-uri', undefined],
    ['response_type', 'tok', 'request.response-type', undefined],
    ['code_challenge_method', 'pl', 'request.code-challenge-method', undefined],
    ['scope', 'api:data:company,api:da', 'request.scopes', 'wrong-separator'],
    ['scope', 'API:data:company api:da', 'request.scopes', undefined],
    ['scope', '"api:data:company api:da', 'request.scopes', undefined],
  ])('in %s after %s is still wrong', (name, start, id, code) => {
    const checks = diagnose(evidenceOf({ requests: [cutRequest(name, start)] }), registered);
    const check = checkNamed(id, checks);
    expect([check.status, check.code]).toEqual(['fail', code]);
  });
});

describe('a request that ends too early, without a mark', () => {
  const { state = '', ...others } = goodParameters;
  const url = `${setup.authenticationUrl}?${new URLSearchParams({ ...others, state })}`;
  const starts = Array.from({ length: url.length - state.length }, (_, at) => url.slice(0, at));
  const judged = (against: typeof registered | undefined) =>
    starts
      .map((start) => diagnose(recognize(start), against))
      .filter((checks) => checks.some(({ id }) => id === 'request.state'));

  test.each([
    ['with a setup', registered],
    ['without', undefined],
  ])('accuses no value, and asks for the whole URL, %s', (_, against) => {
    const requests = judged(against);
    expect(requests.length).toBeGreaterThan(200);
    for (const checks of requests) {
      expect(checks.filter(({ status }) => status === 'fail')).toEqual([]);
      expect(exitCodeOf(checks)).toBe(4);
      expect(fixText(checkNamed('request.state', checks))).toContain('Copy the whole URL again');
    }
  });

  test('still shows what is wrong in its whole values', () => {
    const start = url.replace('response_type=code', 'response_type=token').slice(0, -state.length - 60);
    expect(checkNamed('request.response-type', diagnose(recognize(start), registered)).status).toBe('fail');
  });
});

test('the key of state is never corrected, since Jitterbit sets it', () => {
  const check = requestCheck('request.state', { state: undefined, State: 'x' });
  expect([check.status, fixText(check)]).toEqual([
    'inconclusive',
    expect.stringContaining("Don't add a state row"),
  ]);
});

describe('the request that is judged', () => {
  const okta = {
    endpoint: 'https://okta-login.zoominfo.com/oauth2/v1/authorize',
    parameters: [
      { name: 'client_id', value: '0oaZoomInfosOwn12345' },
      { name: 'redirect_uri', value: 'https://api.zoominfo.com/gtm/oauth/v1/callback' },
    ],
    isCut: false,
  };

  test('ZoomInfo’s own is named, not judged, even if a value contains its host', () => {
    const state = { name: 'state', value: `${okta.endpoint}?x` };
    const requests = [{ ...okta, parameters: [...okta.parameters, state] }];
    const checks = diagnose(evidenceOf({ requests }), registered);
    expect(checks.map(({ id }) => id)).toEqual(ids);
    expect(new Set(checks.map(({ status }) => status))).toEqual(new Set(['inconclusive', 'skip']));
    expect(checks[0]?.detail).toContain('okta-login.zoominfo.com');
  });

  test('Jitterbit’s is judged, wherever it is in the paste', () => {
    for (const requests of [
      [okta, requestWith()],
      [requestWith(), okta],
    ]) {
      const checks = diagnose(evidenceOf({ requests }), registered);
      expect(new Set(checks.map(({ status }) => status))).toEqual(new Set(['pass']));
      expect(checks[0]?.detail).toContain('okta-login.zoominfo.com');
    }
  });

  test('others are counted, and each place is named once, up to three', () => {
    const places = ['a', 'b', 'a', 'c', 'd'].map((name) => ({
      ...okta,
      endpoint: `https://${name}.example/x`,
    }));
    const noteOn = (others: FoundUrl[]) =>
      checkNamed('request.endpoint', diagnose(evidenceOf({ requests: [requestWith(), ...others] }))).detail;
    expect(noteOn(places)).toMatch(/5 other requests in the paste, to a\.example, b\.example, c\.example\.$/);
    expect(noteOn(places.slice(0, 1))).toMatch(/another request in the paste, to a\.example\.$/);
    expect(noteOn([{ ...okta, endpoint: 'https://Qz7-pL2x9.example/x' }])).toMatch(
      /another request in the paste\.$/,
    );
    const [only] = diagnose(evidenceOf({ requests: places.slice(0, 1) }));
    const [both] = diagnose(evidenceOf({ requests: places.slice(0, 2) }));
    expect([only?.detail, both?.detail]).toEqual([
      expect.stringContaining("The request in the paste (to a.example) isn't from Jitterbit"),
      expect.stringContaining("The requests in the paste (to a.example, b.example) aren't from Jitterbit"),
    ]);
  });

  test('of several, the last one', () => {
    const requests = [requestWith({ client_id: 'x' }), requestWith()];
    expect(checkNamed('request.client-id', diagnose(evidenceOf({ requests }), registered)).status).toBe(
      'pass',
    );
  });

  const other = { client_id: '0oaAnotherClient1234', redirect_uri: 'https://a.example/callback' };

  test.each([
    ['its Authentication URL', other, setup.authenticationUrl],
    ['that, spelled differently', other, 'HTTP://API.zoominfo.com/GTM/oauth/v1/authorize/'],
    ['its Client ID', { ...other, client_id: ` ${clientId}` }, 'https://a.example/authorize'],
    [
      'its redirect URI',
      { ...other, redirect_uri: `${redirectUriOf('EMEA')} ` },
      'https://a.example/authorize',
    ],
  ])('one recognized as Jitterbit’s by %s', (_, changes, endpoint) => {
    const checks = diagnose(evidenceOf({ requests: [requestWith(changes, { endpoint })] }), registered);
    expect(checkNamed('request.redirect-uri', checks).status).toBe('fail');
  });

  test.each([
    ['to another path of ZoomInfo’s host', 'https://api.zoominfo.com/other'],
    ['to no URL', undefined],
    ['to the URL of another setup', 'https://a.example/authorize'],
  ])('not one of another client %s', (_, endpoint) => {
    const { endpoint: __, ...request } = requestWith(other);
    const requests = [endpoint === undefined ? request : { ...request, endpoint }];
    const [first] = diagnose(evidenceOf({ requests }), registered);
    expect(first?.status).toBe('inconclusive');
  });

  test('one to the Authentication URL of the setup', () => {
    const own = { setup: { ...setup, authenticationUrl: 'https://a.example/authorize' } };
    const [first] = diagnose(
      evidenceOf({ requests: [requestWith(other, { endpoint: 'a.example/Authorize/' })] }),
      own,
    );
    expect(first?.status).toBe('fail');
  });

  test('one with only the Client ID of the setup', () => {
    const requests = [{ parameters: [{ name: 'client_id', value: clientId ?? '' }], isCut: false }];
    expect(checkNamed('request.client-id', diagnose(evidenceOf({ requests }), registered)).status).toBe(
      'pass',
    );
  });
});

test('only what was pasted gets a check', () => {
  expect(diagnose(evidenceOf({}))).toEqual([]);
  expect(diagnose(evidenceOf({ messages: [{ words: 'All is well' }] }), registered)).toEqual([]);
  const [only, ...others] = diagnose(evidenceOf({ responses: [responseWith({ code: 'abc' })] }));
  expect([only?.id, others]).toEqual(['response.code', []]);
});
