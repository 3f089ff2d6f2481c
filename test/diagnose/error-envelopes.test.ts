import { describe, expect, test } from 'vitest';
import type { Check, CheckStatus } from '../../src/checks/check.ts';
import { diagnose } from '../../src/diagnose/diagnose.ts';
import { recognize } from '../../src/diagnose/recognize/recognize.ts';
import { distinctErrors } from '../../src/diagnose/response/distinct-errors.ts';
import { registered } from '../support/paste-fixtures.ts';
import { fixText } from '../support/verify-fixtures.ts';

const landing = registered.setup.redirectUri;

/** How a server, a page or Jitterbit itself shows an error. */
const envelopes: Readonly<Record<string, (code: string, words: string) => string>> = {
  oauth: (error, error_description) => JSON.stringify({ error, error_description }),
  okta: (errorCode, errorSummary) =>
    JSON.stringify({ errorCode, errorSummary, errorLink: errorCode, errorId: 'oaeX1', errorCauses: [] }),
  gateway: (code, message) => JSON.stringify({ error: { code, message } }),
  jsonApi: (code, detail) => JSON.stringify({ errors: [{ status: '400', code, title: 'Error', detail }] }),
  jitterbit: (error, error_description) =>
    JSON.stringify({
      success: false,
      data: null,
      error: {
        errorMessage: `401 Unauthorized: ${JSON.stringify({ error, error_description })}`,
        errorCode: 500,
        errorId: 'e-1',
      },
    }),
  prose: (code, words) => `The sign-in failed (${code}): ${words}`,
  lines: (code, words) => `oops! something went wrong\nerror: ${code}\nerror_description: ${words}`,
  page: (code, words) =>
    `<!doctype html><html><body><h1>400 Bad Request</h1><p>Error Code: ${code}</p><p>Description: ${words.replaceAll("'", '&#39;')}</p></body></html>`,
  query: (error, error_description) =>
    `${landing}?${new URLSearchParams({ error, error_description, state: 'x' })}`,
  fragment: (error, error_description) =>
    `${landing}#${new URLSearchParams({ error, error_description, state: 'x' })}`,
  oktaCauses: (errorCode, errorSummary) =>
    JSON.stringify({ errorCode, errorSummary: 'Validation failed', errorCauses: [{ errorSummary }] }),
  form: (error, error_description) => new URLSearchParams({ error, error_description }).toString(),
  header: (error, words) => `WWW-Authenticate: Bearer error="${error}", error_description="${words}"`,
};

type Row = readonly [code: string, words: string, status: CheckStatus, pointsTo: RegExp];

const redirectUris = /Sign-in Redirect URIs/;
const challengeRow = /row code_challenge\b/;
const signInAgain = /Sign in (?:again|to the connection again)/;

const rows: readonly Row[] = [
  [
    'invalid_request',
    "The 'redirect_uri' parameter must be a Login redirect URI in the client app settings",
    'fail',
    redirectUris,
  ],
  ['invalid_client', "Invalid value for 'client_id' parameter.", 'fail', /Client ID/],
  ['invalid_request', 'PKCE code challenge is required by the application.', 'fail', challengeRow],
  [
    'invalid_request',
    "PKCE code challenge is required when the token endpoint authentication method is 'NONE'.",
    'fail',
    challengeRow,
  ],
  ['invalid_request', 'PKCE code challenge contains illegal characters.', 'fail', challengeRow],
  [
    'invalid_scope',
    'One or more scopes are not configured for the authorization server resource.',
    'fail',
    /Scopes/,
  ],
  [
    'invalid_scope',
    "The app does not have any configured default scopes, 'scope' must be provided.",
    'fail',
    /Scopes/,
  ],
  [
    'unsupported_response_type',
    'The response type is not supported by the authorization server.',
    'fail',
    /row response_type/,
  ],
  ['access_denied', 'User is not assigned to the client application.', 'inconclusive', /admin/],
  ['access_denied', 'Policy evaluation failed for this request', 'inconclusive', /admin/],
  [
    'login_required',
    'The client specified not to prompt, but the user is not signed in.',
    'fail',
    /prompt row|prompt = none row/,
  ],
  [
    'invalid_client',
    'The client secret supplied for a confidential client is invalid.',
    'fail',
    /Client Secret/,
  ],
  ['invalid_client', 'Client authentication failed', 'inconclusive', /Client Secret.*Client ID/],
  ['invalid_client', 'No client credentials found.', 'inconclusive', /Client Secret.*Client ID/],
  ['invalid_grant', 'PKCE verification failed', 'inconclusive', /code_challenge.*code_verifier/],
  [
    'invalid_request',
    'PKCE code challenge should be specified in the authorize request',
    'fail',
    challengeRow,
  ],
  ['invalid_grant', 'The authorization code is invalid or has expired.', 'inconclusive', signInAgain],
  ['invalid_grant', 'The refresh token is invalid or expired.', 'inconclusive', signInAgain],
  [
    'invalid_request',
    'The parameter client_id is included more than once.',
    'inconclusive',
    /duplicate|repeats/,
  ],
  ['unauthorized_client', 'Configured grant types: [client_credentials].', 'fail', /Authorization Code/],
  [
    'invalid_redirect_uri',
    "redirect_uri did not match any of the client's registered redirect_uris",
    'fail',
    redirectUris,
  ],
  ['invalid_request', "missing required parameter 'response_type'", 'fail', /row response_type/],
  ['invalid_request', 'missing required parameter(s) (response_type)', 'fail', /row response_type/],
  ['invalid_request', 'Invalid parameter: redirect_uri', 'fail', redirectUris],
  ['invalid_request', 'OAuth 2.0 Parameter: client_id', 'fail', /Client ID/],
  ['invalid_request', 'code_challenge must be provided with code_challenge_method', 'fail', challengeRow],
  ['invalid_request', 'not supported value of code_challenge_method', 'fail', /row code_challenge_method/],
  [
    'invalid_request',
    'Authorization Server policy requires PKCE to be used for this request',
    'fail',
    challengeRow,
  ],
  ['invalid_scope', 'requested scope is not allowed', 'fail', /Scopes/],
  ['invalid_scope', 'Invalid scopes: api:data:news', 'fail', /Scopes/],
  ['invalid_client', 'client is invalid', 'fail', /Client ID/],
  ['invalid_client', 'client authentication failed', 'inconclusive', /Client Secret.*Client ID/],
  ['unauthorized_client', 'Invalid client secret', 'fail', /Client Secret/],
  ['invalid_grant', 'grant request is invalid', 'inconclusive', /expired.*code_challenge/],
  ['invalid_grant', 'Code not valid', 'inconclusive', signInAgain],
  ['invalid_request', 'AADSTS50011: The redirect URI does not match.', 'inconclusive', /Microsoft Entra ID/],
  ['invalid_client', 'AADSTS7000215: Invalid client secret provided.', 'inconclusive', /Microsoft Entra ID/],
];

const errorIn = (paste: string): Check | undefined =>
  diagnose(recognize(paste), registered).find(({ id }) => id === 'message' || id === 'response.error');

describe('an error points to the same values in every envelope', () => {
  test.each(rows)('%s: %s', (code, words, status, pointsTo) => {
    for (const [name, envelope] of Object.entries(envelopes)) {
      const check = errorIn(envelope(code, words));
      expect([name, check?.status]).toEqual([name, status]);
      expect(`${name}: ${check?.detail} ${check && fixText(check)}`).toMatch(pointsTo);
    }
  });
});

/** What windows, mail programs, and log viewers do to a text. */
const copies: Readonly<Record<string, (text: string) => string>> = {
  'wrapped anywhere at 60 columns': (text) => text.replace(/.{60}/g, '$&\n'),
  'wrapped anywhere at 76 columns': (text) => text.replace(/.{76}/g, '$&\n'),
  'wrapped between words': (text) => text.replace(/(.{30}\S*) /g, '$1\n'),
  "with spaces that don't break": (text) => text.replaceAll(' ', '\u00a0'),
  'indented, with lines of Windows': (text) => `  ${text.replaceAll('\n', '\r\n  ')}`,
  'in the middle of a long text': (text) => [filler, text, filler].join('\n'),
};
const filler = 'All work and no play makes a dull page. '.repeat(60);

/** The code of each error in a text, and what it points to first. */
const errorsIn = (text: string) =>
  distinctErrors(recognize(text)).map(({ error, known }) => [error.code, known.causes[0] ?? known.means]);

const { query: _query, fragment: _fragment, ...texts } = envelopes;

test.each(Object.entries(copies))('an error means the same %s', (_name, copy) => {
  for (const [code, words] of rows)
    for (const [name, envelope] of Object.entries(texts)) {
      const text = envelope(code, words);
      expect([name, errorsIn(copy(text))]).toEqual([name, errorsIn(text)]);
    }
});

test.each([
  [{ error: 'Access Denied', message: 'No way' }, [['access_denied', expect.stringContaining('denied')]]],
  [{ error: 'Server Error', message: 'No way' }, [['server_error', expect.stringContaining('internal')]]],
  [{ error: 'Login required', message: 'No way' }, []],
  [{ error: 'LoginRequired', message: 'No way' }, [['login_required', 'promptRow']]],
])('everyday words are a code if an envelope calls them an error: %j', (value, errors) => {
  expect(errorsIn(JSON.stringify(value))).toEqual(errors);
});

test('typographic quotation marks change nothing', () => {
  for (const words of ["The code verifier doesn't match", "Invalid value for 'client_id'"]) {
    const typographic = words.replace(/ '(\w+)'/, ' \u2018$1\u2019').replaceAll("'", '\u2019');
    const [one, other] = [words, typographic].map((text) => distinctErrors(recognize(text))[0]?.known);
    expect(other).toBe(one);
  }
});

test.each([
  ['lnvalid_cIient', 'invalid_client'],
  ['error: invalid _ scope', 'invalid_scope'],
  [
    "The 'redlrect_uri' parameter must be a Login redirect URI",
    "The 'redirect_uri' parameter must be a Login redirect URI",
  ],
  ['PKCE veri\ufb01cation failed', 'PKCE verification failed'],
])('an error that was misread from a picture means the same: %s', (misread, text) => {
  expect(errorsIn(misread)).toEqual(errorsIn(text));
  expect(errorsIn(text)).toHaveLength(1);
});

describe('of two errors in one paste, each is reported', () => {
  const joints = ['\n', '\n\n', '\n--- and then ---\n'];

  test.each(Object.entries(texts))('%s', (_name, envelope) => {
    rows.forEach(([code, words], index) => {
      const [otherCode, otherWords] = rows[(index + 5) % rows.length] ?? ['', ''];
      if (code === otherCode) return;
      const both = [envelope(code, words), envelope(otherCode, otherWords)];
      expect(errorsIn(both.join(joints[index % joints.length]))).toEqual(both.flatMap(errorsIn));
    });
  });

  test('in a page and the text before or after it', () => {
    const page = envelopes.page?.('invalid_scope', 'No');
    const text = 'error: invalid_client\nerror_description: No';
    const codesIn = (...both: readonly unknown[]) => errorsIn(both.join('\n')).map(([code]) => code);
    expect(codesIn(page, text)).toEqual(['invalid_scope', 'invalid_client']);
    expect(codesIn(text, page)).toEqual(['invalid_client', 'invalid_scope']);
  });

  test('with a code after its words', () => {
    const paste = `error: invalid_client\n\nNo such scope\nError code: invalid_scope`;
    expect(recognize(paste).messages.map(({ code, words }) => [code, words])).toEqual([
      ['invalid_client', 'error: invalid_client'],
      ['invalid_scope', 'No such scope Error code: invalid_scope'],
    ]);
  });

  test('in a list', () => {
    const listed = [
      { code: 'invalid_scope', title: 'No' },
      { code: 'invalid_client', title: 'No' },
    ];
    for (const value of [{ errors: listed }, listed.map(({ code: error }) => ({ error }))])
      expect(errorsIn(JSON.stringify(value)).map(([code]) => code)).toEqual([
        'invalid_scope',
        'invalid_client',
      ]);
  });

  test('but not the codes in a list of all', () => {
    const all = ['invalid_request', 'invalid_client', 'invalid_grant', 'invalid_scope', 'access_denied'];
    expect(errorsIn(all.map((code) => `${code}: means something`).join('\n'))).toHaveLength(1);
  });
});

test.each([
  ['ZI0001', 'Unauthorized', /Sign in/],
  ['ZI0002', 'Forbidden', /scope/],
  ['ZI0003', 'Forbidden', /package|entitlement/],
  ['ZI0004', 'Too many requests', /Wait/],
  ['ZI9998', 'Not found', /URL/],
  ['PFAPI0005', 'Invalid field', /API request/],
])("a gateway's code in every envelope: %s", (code, words, pointsTo) => {
  const { query: _, fragment: __, header: ___, form: ____, ...bodies } = envelopes;
  for (const [name, envelope] of Object.entries(bodies)) {
    const check = errorIn(envelope(code, words));
    expect([name, check?.status]).toEqual([name, 'inconclusive']);
    expect(`${name}: ${check?.detail} ${check && fixText(check)}`).toMatch(pointsTo);
  }
});

test("an unknown code in an envelope's code field is reported as unknown", () => {
  const { prose: _, header: __, ...naming } = envelopes;
  for (const [name, envelope] of Object.entries(naming)) {
    const check = errorIn(envelope('invalid_target', 'The resource is strange.'));
    expect([name, check?.status, check?.code]).toEqual([name, 'inconclusive', undefined]);
    expect(`${name}: ${check?.detail}`).toMatch(/isn't a known/);
  }
});

test.each([
  'Is the redirect_uri required? And is our scope invalid?',
  'We checked that the redirect_uri is right and the scope is fine.',
  'The code_challenge is not the problem, nor is the client_id.',
  'Is the redirect URI required? And is our client secret wrong?',
  'The code challenge is not the problem, nor is the client ID.',
  "The scope isn't known yet.",
  'The state does not match the picture.',
  'The machine is in an invalid state.',
  'Shipping address: state is required.',
  "We aren't allowed to use that scope.",
  'catch (error) { return server_error; }',
  'Add .server_error to the styles.',
])("a remark about a parameter isn't an error: %s", (words) => {
  expect(errorIn(words)).toBeUndefined();
});

test.each([
  ['I read about invalid_scope.', 'inconclusive'],
  ['invalid_scope', 'fail'],
  ['Sign-in failed: invalid_scope', 'fail'],
  ['The server returned invalid_scope.', 'fail'],
])('a code that is only mentioned is inconclusive: %s', (words, status) => {
  expect(errorIn(words)?.status).toBe(status);
});

test.each([
  'server_error',
  'SERVER_ERROR\n',
  'server_error: Try again.',
  'The server returned server_error.',
  'Login failed: server_error',
  'temporarily_unavailable',
  'The service is temporarily_unavailable',
  '502 Bad Gateway',
])('a problem of the server is recognized as text: %s', (words) => {
  const check = errorIn(words);
  expect([check?.status, check?.detail]).toEqual([
    'inconclusive',
    expect.stringContaining('internal problem'),
  ]);
});

test.each(rows)('a status line changes nothing about %s: %s', (code, words) => {
  const error = JSON.stringify({ error: code, error_description: words });
  const alone = errorIn(error);
  for (const status of ['401 Unauthorized', '403 Forbidden', '404 Not Found', '502 Bad Gateway'])
    for (const paste of [`HTTP/1.1 ${status}\n\n${error}`, `${error}\n${status}`])
      expect([paste, errorIn(paste)]).toEqual([paste, alone]);
});

test.each(['HTTP 401 Unauthorized', '401 Unauthorized', '{"status":401,"error":"Unauthorized"}'])(
  'a bare 401 first means the credentials, then a URL: %s',
  (paste) => {
    const check = errorIn(paste);
    expect(check?.status).toBe('inconclusive');
    expect(check && fixText(check)).toMatch(
      /Client Secret[\s\S]*Client ID[\s\S]*Access token URL[\s\S]*Authentication URL/,
    );
  },
);

describe('an answer without an OAuth error', () => {
  const answers = [
    'HTTP 404: Not Found',
    'This page isn’t working\nHTTP ERROR 401',
    '404 Not Found\nnginx',
    JSON.stringify({ success: false, error: { errorMessage: 'HTTP 401: ', errorCode: 'OAUTH_ERROR' } }),
  ];

  test.each(answers)('may mean a wrong URL: %j', (answer) => {
    const check = errorIn(answer);
    expect(check?.status).toBe('inconclusive');
    expect(check && fixText(check)).toMatch(/Access token URL/);
  });

  test.each(answers)('after a code, may mean a wrong Access token URL: %j', (answer) => {
    const back = `${landing}?code=abcdefghijkl&state=s1s1s1s1`;
    const check = errorIn(`${back}\n\n${answer}`);
    expect(check?.status).toBe('inconclusive');
    expect(check && fixText(check)).toMatch(/Access token URL/);
    expect(check && fixText(check)).not.toMatch(/> Authentication URL/);
  });
});
