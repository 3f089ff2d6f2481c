import { describe, expect, test } from 'vitest';
import { subjectOfSetup } from '../../src/checks/subject.ts';
import { requestRules } from '../../src/diagnose/request/request-rules.ts';
import { knownErrorOf } from '../../src/diagnose/response/known-errors.ts';
import { type Cause, errorCauses } from '../../src/facts/error-causes.ts';
import { errorsByWords } from '../../src/facts/server-words.ts';
import { checkOffline } from '../../src/verify/offline/rules.ts';
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
    'AADSTS50011',
  ],
  [
    "The server doesn't recognize the Client ID.",
    "Invalid value for 'client_id'",
    'Invalid value for clientId',
    'Client not found',
    'unknown client',
    'Client is invalid',
    'AADSTS700016',
  ],
  [
    'The authorization request contained no code challenge.',
    'PKCE code challenge is required',
    'code_challenge is required',
    "'code_challenge' parameter is missing",
    'The policy requires PKCE',
    'PKCE code challenge should be specified',
  ],
  ['The code challenge is malformed.', 'PKCE code challenge contains illegal characters'],
  [
    'The server rejected the code challenge method.',
    'code_challenge_method is required',
    'The challenge method must be S256',
    'code_challenge_method (plain) is invalid',
    'challenge method not supported',
    'challenge method is not allowed',
    'code_challenge_method: not valid',
  ],
  [
    'The server rejected the whole request because of a scope.',
    'Scopes are not configured for the server',
    'The scope is not allowed',
    'scope is not permitted',
    'scopes are not supported',
    'Invalid scope: x',
    'Invalid scopes: x, y',
    'AADSTS70011',
    'AADSTS650053',
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
    'The response type is not supported',
    'unsupported response_type',
  ],
  [
    "The user isn't allowed to use this application.",
    'User is not assigned to the application',
    'Policy evaluation failed',
    'AADSTS50105',
    'AADSTS65004',
  ],
  ['The request told ZoomInfo not to show its sign-in page.', 'The client specified not to prompt'],
  [
    'The server rejected the Client Secret.',
    'The client secret supplied is wrong',
    'Invalid client secret',
    'invalid client_secret',
    'AADSTS7000215',
    'AADSTS7000222',
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
    'codeVerifier is invalid',
    'Invalid code verifier',
    'Failed to verify code_verifier',
    'AADSTS501481',
  ],
  [
    'The token request contained no code verifier.',
    'code_verifier is required',
    "The 'code_verifier' parameter is missing",
    'code verifier not specified',
    'Missing required parameter: code_verifier',
    "missing parameter(s) 'code_verifier'",
  ],
  [
    'The code expired or was already used.',
    'The authorization code is invalid',
    'Invalid authorization code',
    'Code not valid',
    'AADSTS54005',
    'AADSTS70008',
    'The code is expired',
    'This code has expired',
    'The code (of the user) has expired',
  ],
  [
    "The connection's refresh token is invalid or expired.",
    'The refresh token is invalid',
    'Refresh token is expired',
  ],
  ["The application isn't allowed to use the grant type", 'Configured grant types: [x]'],
  ["The server's error page doesn't give a reason.", 'Your request resulted in an error.'],
  ['The access token is missing or expired.', 'ZI0001'],
  ['The access token lacks a scope', 'ZI0002'],
  ["Your ZoomInfo package doesn't include the data", 'ZI0003'],
  ['ZoomInfo received too many requests.', 'ZI0004'],
  ["The URL of an API call doesn't exist at ZoomInfo.", 'ZI9998'],
  ['An API request was invalid.', 'PFAPI0012'],
  ['The server rejected the code, the code verifier, or the refresh token.', 'grant request is invalid'],
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

  test('every alternative of a pattern has a text here', () => {
    const all = [...texts.map(([text]) => text), ...twice];
    const unused = errorsByWords.flatMap(({ words = /^/ }) =>
      alternativesOf(words.source).filter((each) => !all.some((text) => new RegExp(each, 'i').test(text))),
    );
    expect(unused).toEqual([]);
  });
});

/** The top-level alternatives of a regular expression. */
function alternativesOf(source: string): string[] {
  const parts = [''];
  let depth = 0;
  for (const [piece] of source.matchAll(/\\.|\[(?:\\.|[^\]])*\]|./g)) {
    depth += piece === '(' ? 1 : piece === ')' ? -1 : 0;
    if (piece === '|' && depth === 0) parts.push('');
    else parts.push(`${parts.pop()}${piece}`);
  }
  return parts;
}

test('the checks of every cause exist', () => {
  const causes: readonly Cause[] = Object.values(errorCauses);
  const named = (key: 'check' | 'inFile') => causes.flatMap((cause) => cause[key] ?? []);
  expect(requestRules.map(({ id }) => id)).toEqual(expect.arrayContaining(named('check')));
  const offline = checkOffline(subjectOfSetup(sampleSetup()));
  expect(offline.map(({ id }) => id)).toEqual(expect.arrayContaining(named('inFile')));
});
