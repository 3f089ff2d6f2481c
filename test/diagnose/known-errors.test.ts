import { describe, expect, test } from 'vitest';
import { subjectOfSetup } from '../../src/checks/subject.ts';
import { textWindows } from '../../src/diagnose/recognize/text-windows.ts';
import { requestRules } from '../../src/diagnose/request/request-rules.ts';
import { knownErrorOf } from '../../src/diagnose/response/known-errors.ts';
import type { Cause } from '../../src/facts/error-cause.ts';
import { errorCauses } from '../../src/facts/error-causes.ts';
import type { KnownError } from '../../src/facts/error-meaning.ts';
import { errorsByCode } from '../../src/facts/errors-by-code.ts';
import { errorsByStatus } from '../../src/facts/errors-by-status.ts';
import { errorsWithoutOAuth } from '../../src/facts/errors-without-oauth.ts';
import { errorAboutUnknown } from '../../src/facts/parameter-errors.ts';
import { errorsByWords } from '../../src/facts/server-words.ts';
import { checkOffline } from '../../src/verify/offline/rules.ts';
import { unusedAlternatives } from '../support/pattern-alternatives.ts';
import { sampleSetup } from '../support/setup-fixture.ts';

/** Messages of servers by their meaning, with a text for every alternative of a pattern. */
const said: readonly (readonly [means: string, ...texts: string[]])[] = [
  [
    'The server rejected the redirect URI.',
    "The 'redirect_uri' parameter must be a valid URL",
    'redirectUri parameter must be absolute',
    'It must be a Login redirect URI in the app settings',
    'redirect_uri_mismatch',
    'Callback URL mismatch.',
    'Redirect URI https://x.example/ does not match',
    'The redirect URI did not match any',
    "The redirect URI doesn't match",
  ],
  [
    'The error is from Microsoft Entra ID',
    'AADSTS50011',
    'AADSTS7000215: Invalid client secret provided.',
    'AADSTS70011: The scope is not allowed',
    'AADB2C90006',
  ],
  ['The error is from Microsoft AD FS', 'MSIS7065'],
  [
    'The error is from Microsoft Entra ID',
    'Need admin approval',
    'Your sign-in was successful but does not meet the criteria to access this resource.',
  ],
  [
    'The error is from Google',
    "It doesn't comply with Google's OAuth 2.0 policy.",
    "It doesn't comply with Google's secure policy.",
    "It doesn't comply with Google's policies.",
    'Error 403: org_internal',
    'Error 400: admin_policy_enforced',
    'Error 403: disallowed_useragent',
    'Access blocked: Authorization Error',
    "Access blocked: This app's request is invalid",
    'This browser or app may not be secure.',
    'The OAuth client was not found.',
    'Some requested scopes were invalid. {valid=[openid], invalid=[api:data:x]}',
    "The developer hasn't given you access to this app.",
  ],
  [
    "The redirect URI in the token request doesn't match",
    "The 'redirect_uri' does not match the redirection URI used in the authorization request.",
    'The redirect URI differs from that of the authorization code',
    'redirect_uri is not the same as in the authorization request',
  ],
  [
    "The server doesn't recognize the Client ID.",
    "Invalid value for 'client_id'",
    'Invalid value for clientId',
    'Client not found',
    'unknown client',
    'Client is invalid',
  ],
  [
    'The authorization request contained no code challenge.',
    'PKCE code challenge is required',
    'code_challenge is required',
    "'code_challenge' parameter is missing",
    'The policy requires PKCE',
    'PKCE is required',
    'The authorization server requires PKCE',
    'PKCE code challenge should be specified',
  ],
  [
    'The code challenge is malformed.',
    'PKCE code challenge contains illegal characters',
    "The 'code_challenge' parameter must be a base64url string of 43 characters",
    'code_challenge must have 43 characters',
    'The code challenge value is malformed',
    'code_challenge is invalid',
  ],
  [
    'The server reports that the application is inactive.',
    'The client is disabled',
    'This application has been deactivated',
    'Client disabled.',
    'This app has been disabled',
    'The client is not active',
    'This application was not enabled',
    "The app isn't approved",
  ],
  [
    'The server rejected the code challenge method.',
    'code_challenge_method is required',
    'code_challenge_method is missing',
    'The challenge method must be S256',
    'code_challenge_method (plain) is invalid',
    'challenge method not supported',
    'challenge method is not allowed',
    'code_challenge_method: not valid',
    'code_challenge_method plain is not supported',
    'transform algorithm not supported',
  ],
  [
    'The server rejected the whole request because of a scope.',
    'Scopes are not configured for the server',
    'The scope is not allowed',
    'scope is not permitted',
    'scopes are not supported',
    'Invalid scope: x',
    'Invalid scopes: x, y',
  ],
  [
    'The authorization request contained no scopes.',
    'There are no configured default scopes',
    "'scope' must be provided",
    "'scope' is required",
    "'scope' is missing",
    'Missing parameter: scope',
    "missing required parameter(s) 'scope'",
  ],
  [
    'The server rejected the response_type.',
    'The authorization server does not support obtaining an authorization code using this method.',
    'The response type is not supported',
    'unsupported response_type',
  ],
  [
    "The user isn't allowed to use this application.",
    'User is not assigned to the application',
    'Policy evaluation failed',
    'Policy evaluation failed for this request',
    'E0000006',
    'E0000015',
  ],
  ['The request told ZoomInfo not to show its sign-in page.', 'The client specified not to prompt'],
  [
    'The server rejected the Client Secret.',
    'The client secret supplied is wrong',
    'Invalid client secret',
    'Client secret is expired',
    'The client secret has expired',
    'invalid client_secret',
  ],
  [
    'The server rejected the Client ID or the Client Secret.',
    'Client authentication failed',
    'No client credentials found',
    'Invalid client credentials',
  ],
  [
    "The code verifier in the token request didn't match",
    'PKCE verification failed',
    'code_verifier does not match',
    "The code verifier doesn't match",
    'Code challenge mismatch',
    'codeVerifier is invalid',
    'Invalid code verifier',
    'Failed to verify code_verifier',
  ],
  [
    'The token request contained no code verifier.',
    'code_verifier is required',
    "The 'code_verifier' parameter is missing",
    'code verifier not specified',
    "The token request must specify a 'code_verifier' parameter.",
    'Missing required parameter: code_verifier',
    "missing parameter(s) 'code_verifier'",
  ],
  [
    'The code expired or was already used.',
    'The authorization code is invalid',
    'Invalid authorization code',
    'Code not valid',
    'The code is expired',
    'This code has expired',
    'The code (of the user) has expired',
  ],
  [
    "The connection's refresh token is invalid or expired.",
    'The refresh token is invalid',
    'Refresh token is expired',
    'The refresh token has expired',
    'refresh_token has been revoked',
  ],
  [
    "The application isn't allowed to use the grant type",
    'Configured grant types: [x]',
    "Grant type 'authorization_code' not allowed for the client.",
  ],
  [
    'The token request contained two different Client IDs.',
    'The client_id in the request body does not match the header.',
    "The client_id in the request body doesn't match the header.",
  ],
  ['The access token is missing, invalid, or expired.', 'ZI0001', 'E0000011'],
  ['The access token lacks a scope', 'ZI0002'],
  ["Your ZoomInfo package doesn't include the data", 'ZI0003'],
  ['The server received too many requests.', 'ZI0004', 'E0000047'],
  ["The URL of an API call doesn't exist at ZoomInfo.", 'ZI9998'],
  ['An API request was invalid.', 'PFAPI0012'],
  [
    'The server rejected the code, the code verifier, or the refresh token.',
    'grant request is invalid',
    'The provided authorization grant (e.g., authorization code, resource owner credentials) or refresh token is invalid, expired, revoked, does not match the redirection URI used in the authorization request, or was issued to another client.',
  ],
  [
    'A parameter is missing, duplicate, or invalid.',
    'The request is missing a required parameter, includes an invalid parameter value, includes a parameter more than once, or is otherwise malformed.',
    'E0000001',
    'E0000002',
    'E0000003',
  ],
  ['The user or a policy denied access.', 'The resource owner or authorization server denied the request.'],
  [
    "The application isn't allowed to use this kind of sign-in.",
    'The client is not authorized to request an authorization code using this method.',
    'The authenticated client is not authorized to use this authorization grant type.',
    'The client is not allowed',
    'This application was not permitted',
    "The app isn't authorized",
    'The client is not authorised',
  ],
  [
    'The server has an internal problem.',
    'The authorization server encountered an unexpected condition that prevented it from fulfilling the request.',
    'encountered an unexpected condition which prevented it from',
    'The authorization server is currently unable to handle the request due to a temporary overloading or maintenance of the server.',
    'E0000009',
    'E0000010',
  ],
  [
    "The state that came back to Jitterbit isn't the one that it sent.",
    'State mismatch',
    'state_mismatch',
    '(mismatching_state) CSRF Warning!',
    'State not equal in request and response.',
    'invalid_state',
    'Invalid state',
    'Error: invalid-state (1)',
    'error=invalid state',
    "Invalid 'state' parameter",
    'Missing state parameter',
    'unknown state value',
    'Expired state value',
    'The state parameter is invalid',
    'The state value was missing',
    'state parameter is expired',
    "'state' parameter is not valid",
    'The state did not match',
    'The state did not match.',
    '<error>The state did not match</error>',
    "The state doesn't match",
    'The returned state parameter does not match',
    'state value does not match',
  ],
  [
    "ZoomInfo couldn't sign you in.",
    ...['004', '005', '064', '068', '069', '079', '119'].map((number) => `E0000${number}`),
  ],
  ["The server doesn't know the URL", 'E0000007', 'E0000008', 'E0000021', 'E0000022'],
  ["This Okta error doesn't say", 'E0000013'],
  ...[
    'redirect_uri',
    'client_id',
    'client_secret',
    'response_type',
    'code_challenge',
    'code_challenge_method',
    'code_verifier',
    'scope',
    'grant_type',
  ].map(
    (name) =>
      [
        `The server reports that ${name} is missing or invalid.`,
        `invalid request parameter: ${name}`,
        `OAuth 2.0 parameter: ${name}`,
        `${name} not found`,
        `${name} 0oa1b2 is not registered`,
        `${name}=0oa1b2 is not registered`,
        `Illegal value for ${name} parameter.`,
        `The ${name} is illegal`,
        `The ${name} 'some value' isn't registered`,
      ] as const,
  ),
  ...['client_id', 'client_secret', 'code_challenge', 'code_verifier', 'scope'].map(
    (name) =>
      [
        `The server reports that ${name} is missing.`,
        `missing ${name.replaceAll('_', ' ')}`,
        `The '${name}' parameter wasn't provided`,
      ] as const,
  ),
];

/** Errors about requests, not tokens. */
const twice = [
  'Duplicate parameter',
  'x was sent more than once',
  'The request included multiple values',
  'There are multiple client credentials',
  'multiple authentication methods',
  'The client used two ways to authenticate',
  'more than one method of client authentication',
  'two methods for authentication',
];

const texts = said.flatMap(([means, ...all]) => all.map((text) => [text, means] as const));

describe('an error is recognized by its words', () => {
  test.each(texts)('%s', (text, means) => {
    expect(knownErrorOf(undefined, text)).toMatchObject({
      by: 'words',
      known: { means: expect.stringContaining(means) },
    });
  });

  test.each(twice)('%s', (text) => {
    const { by, known } = knownErrorOf('invalid_request', text) ?? {};
    expect([by, known?.causes]).toEqual(['words', ['repeatedInUrl', 'repeatedInBody']]);
    expect(knownErrorOf('invalid_scope', text)?.by).toBe('code');
    expect(knownErrorOf(undefined, text)).toBeUndefined();
  });

  test('a page without a reason counts before a vague code, but not before a specific one', () => {
    const page = 'Your request resulted in an error.';
    expect(knownErrorOf('invalid_request', page)?.known.means).toContain("doesn't give a reason");
    expect(knownErrorOf('access_denied', page)?.by).toBe('code');
  });

  const codes = errorsByCode.flatMap(({ code = [] }) => code);

  test.each([...texts.map(([text]) => text), ...codes])('%s, in the middle of a long text', (text) => {
    const filler = 'All work and no play. '.repeat(100);
    expect(textWindows(`${filler}error: ${text}. ${filler}`)).toContainEqual(expect.stringContaining(text));
  });

  test('every alternative of a pattern is needed for a text here', () => {
    const all = [...texts.map(([text]) => text), ...twice];
    const own = errorsByWords.filter(({ means }) => !/is missing/.test(means));
    const patterns = own.flatMap(({ words, everyday }) => [words ?? [], everyday ?? []].flat());
    const generated = ['client', 'application'].map((name) => errorAboutUnknown(name).source);
    const written = patterns.filter(({ source }) => !generated.includes(source));
    const unused = written.flatMap((words) => unusedAlternatives(words, all));
    expect(unused).toEqual([]);
  });

  test.each(texts.map(([text]) => text).filter((text) => /^(?:AADSTS|MSIS|ZI)\d+$/.test(text)))(
    '%s, but not by a part of a longer number',
    (number) => {
      expect(knownErrorOf(undefined, `${number}0000`)).toBeUndefined();
      expect(knownErrorOf(undefined, `X${number}`)).toBeUndefined();
    },
  );

  test.each(['The authentication method of the client is invalid', 'An unknown clientele'])(
    'and not by others: %s',
    (text) => {
      expect(knownErrorOf(undefined, text)).toBeUndefined();
    },
  );
});

describe('the words by which an error was recognized', () => {
  test.each([
    ['AADSTS50011: a reply', 'AADSTS50011 \u2026'],
    ['AADSTS50011.', 'AADSTS50011'],
    ['PFAPI0012', 'PFAPI0012'],
    ["Oops! Invalid value for 'client_id'.", "\u2026 Invalid value for 'client_id'"],
    ['The redirect URI https://x.example/Qz7 does not match', '\u2026 redirect URI \u2026 does not match'],
    ['redirect uri Qz7pLAADSTS1 ZI1Qz7pL did not match', 'redirect uri \u2026 did not match'],
    ['redirect uri qzx-wvk-jhg did not match', 'redirect uri \u2026 did not match'],
    ['redirect uri a Qz7pL Qz7pM x did not match', 'redirect uri a \u2026 x did not match'],
    ['code_challenge_method (plain) is invalid', 'code_challenge_method \u2026 is invalid'],
  ])('are shown without text that may be a secret: %s', (text, words) => {
    expect(knownErrorOf(undefined, text)?.words).toBe(words);
  });
});

test('every error points to a value, or says what to do', () => {
  const rows: readonly KnownError[] = [
    ...errorsByWords,
    ...errorsByCode,
    ...errorsWithoutOAuth,
    ...errorsByStatus,
  ];
  const all = rows.flatMap((row) => [row, ...(row.afterCode === undefined ? [] : [row.afterCode])]);
  expect(all.filter(({ causes, advice }) => causes.length === 0 && advice === undefined)).toEqual([]);
});

test('the checks of every cause exist', () => {
  const causes: readonly Cause[] = Object.values(errorCauses);
  const named = (key: 'check' | 'inFile') => causes.flatMap((cause) => cause[key] ?? []);
  expect(requestRules.map(({ id }) => id)).toEqual(expect.arrayContaining(named('check')));
  const offline = checkOffline(subjectOfSetup(sampleSetup()));
  expect(offline.map(({ id }) => id)).toEqual(expect.arrayContaining(named('inFile')));
});
