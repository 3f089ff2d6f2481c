import { describe, expect, test } from 'vitest';
import { makeRedactor } from '../../../src/checks/redactor.ts';
import type { HttpAnswer } from '../../../src/context/http.ts';
import { errorInParameters, serverError } from '../../../src/oauth/server-error.ts';
import { judgeAuthorize, mayWantChallengeMethod } from '../../../src/verify/online/judge-authorize.ts';
import { judgeClient } from '../../../src/verify/online/judge-client.ts';
import { quoted, redirectTarget, strangeAnswer } from '../../../src/verify/online/quote.ts';
import { sampleSetup } from '../../support/setup-fixture.ts';
import { httpAnswer } from '../../support/verify-fixtures.ts';

const redactor = makeRedactor();
const asked = 'https://auth.example/authorize?state=x';
const { redirectUri } = sampleSetup();

const authorize = (given: HttpAnswer) => judgeAuthorize(given, { url: asked, redirectUri, redactor });
const to = (location: string, status = 302) => httpAnswer(status, '', { location });

describe('the answer to an authorization request', () => {
  test.each([
    ['to another host', 'https://login.example/authorize?state=x', 'pass', undefined],
    ['to another path', 'https://auth.example/login?state=x', 'pass', undefined],
    ['to a subpath', 'https://auth.example/authorize?step=2', 'pass', undefined],
    [
      'to the path of the redirect URI on another host',
      new URL(new URL(redirectUri).pathname, asked).href,
      'pass',
      undefined,
    ],
    [
      'to another path on the host of the redirect URI',
      new URL('/login', redirectUri).href,
      'pass',
      undefined,
    ],
    ['to itself', asked, 'inconclusive', 'redirect-loop'],
    [
      'to itself, spelled differently',
      asked.replaceAll('+', '%20').replaceAll('%3A', ':'),
      'inconclusive',
      'redirect-loop',
    ],
    [
      'with an error behind the path of a "#"',
      'https://login.example/#/error?error=invalid_client',
      'fail',
      'invalid_client',
    ],
    ['to the redirect URI', `${redirectUri}?code=abcdefgh`, 'inconclusive', undefined],
    ['with an error behind a "#"', `${redirectUri}#error=invalid_scope`, 'fail', 'invalid_scope'],
    ['with its own error elsewhere', 'https://login.example/a?error=E17', 'inconclusive', undefined],
    ['with an OAuth error elsewhere', 'https://login.example/a?error=access_denied', 'fail', 'access_denied'],
    ['with its own error at the redirect URI', `${redirectUri}?error=E17`, 'fail', undefined],
    ['with an empty error', 'https://login.example/a?error=&errorCode=', 'pass', undefined],
    ['with an error in capitals', `${redirectUri}?error=ACCESS_DENIED`, 'fail', 'access_denied'],
    ['with a server error', `${redirectUri}?error=server_error`, 'inconclusive', 'server_error'],
  ])('a redirect %s', (_name, location, status, code) => {
    const found = authorize(to(location));
    expect([found.status, found.code]).toEqual([status, code]);
  });

  test.each([
    [200, 'inconclusive', 'http-200'],
    [399, 'inconclusive', 'http-399'],
    [400, 'fail', 'invalid_client'],
    [403, 'fail', 'invalid_client'],
    [429, 'inconclusive', 'http-429'],
    [499, 'fail', 'invalid_client'],
    [500, 'inconclusive', 'http-500'],
  ])('%i with an error in it: %s', (status, verdict, code) => {
    const found = authorize(httpAnswer(status, { error: 'invalid_client' }));
    expect([found.status, found.code]).toEqual([verdict, code]);
  });

  test.each([
    [402, 'payment_required'],
    [403, 'request_blocked'],
    [404, 'not_found'],
    [405, 'method_not_allowed'],
    [408, 'request_timeout'],
  ])("%i %s isn't an OAuth error: inconclusive", (status, error) => {
    const found = authorize(httpAnswer(status, { error }));
    expect([found.status, found.code]).toEqual(['inconclusive', `http-${status}`]);
  });

  test.each([
    ';access_token=AtokQw8Er7Ty6Ui5',
    '/access_token=AtokQw8Er7Ty6Ui5',
    '/s/AtokQw8Er7Ty6Ui5Zx2Cv4Bn/y',
  ])("a token in the path of a redirect isn't shown: %s", (path) => {
    expect(authorize(to(`https://login.example/cb${path}`)).detail).not.toContain('AtokQw8Er7Ty6Ui5');
  });

  test.each([
    ['invalid_client', /^Copy the Client ID/],
    ['unauthorized_client', /Authorization Code Flow\.$/],
    ['invalid_scope', /^Select each scope/],
    ['redirect_uri_mismatch', /exact redirect URI/],
    ['invalid_redirect_uri', /exact redirect URI/],
    ['invalid_request', /^Check\b.* Authentication request > Parameters\.$/],
    ['Unheard', /^Check\b.* Authentication request > Parameters\.$/],
  ])('%s: what to do', (error, fix) => {
    expect(authorize(httpAnswer(400, { error })).fix).toMatch(fix);
  });

  test('a second request is sent if the rejection may be about the missing method', () => {
    const failed = { status: 'fail', detail: '' } as const;
    expect(mayWantChallengeMethod(failed)).toBe(true);
    expect(mayWantChallengeMethod({ ...failed, code: 'invalid_request' })).toBe(true);
    expect(mayWantChallengeMethod({ ...failed, code: 'invalid_client' })).toBe(false);
    expect(mayWantChallengeMethod({ status: 'pass', detail: '' })).toBe(false);
  });
});

describe('the answer to a token request with a dummy code', () => {
  const client = (given: HttpAnswer, clientAuthentication: 'basic' | 'post' = 'basic') =>
    judgeClient(given, { url: 'https://auth.example/token', redactor, clientAuthentication });

  test.each([
    [200, 'invalid_grant', 'inconclusive', 'http-200'],
    [299, 'invalid_grant', 'inconclusive', 'http-299'],
    [300, 'invalid_grant', 'inconclusive', 'http-300'],
    [304, 'invalid_grant', 'inconclusive', 'http-304'],
    [307, 'invalid_grant', 'inconclusive', 'redirected'],
    [399, 'invalid_grant', 'inconclusive', 'http-399'],
    [400, 'invalid_grant', 'pass', undefined],
    [401, 'invalid_request', 'inconclusive', 'http-401'],
    [401, 'Unauthorized', 'fail', 'not-an-endpoint'],
    [403, 'Forbidden', 'inconclusive', 'http-403'],
    [429, 'invalid_client', 'inconclusive', 'http-429'],
    [503, 'invalid_grant', 'inconclusive', 'http-503'],
  ])('%i %s: %s', (status, error, verdict, code) => {
    const found = client(httpAnswer(status, { error }));
    expect([found.status, found.code]).toEqual([verdict, code]);
  });

  test('a rejected client gets the other authentication method suggested', () => {
    const refused = httpAnswer(401, { error: 'invalid_client' });
    expect(client(refused, 'basic').fix).toMatch(/--client-auth post\.$/);
    expect(client(refused, 'post').fix).toMatch(/--client-auth basic\.$/);
  });

  test('a redirect is reported with its target, if any', () => {
    expect(client(to('https://a.example/b?c=d', 307)).detail).toContain('(307) to https://a.example/b. ');
    expect(client(httpAnswer(307)).detail).toContain('(307) elsewhere. ');
  });
});

describe('the error in an answer', () => {
  const html = { 'content-type': 'text/html; charset=utf-8' };

  test.each<[name: string, given: HttpAnswer, code: string | undefined, words: string]>([
    [
      'RFC 6749',
      httpAnswer(400, { error: 'invalid_grant', error_description: 'Old' }),
      'invalid_grant',
      'Old',
    ],
    [
      'a code of three words',
      httpAnswer(400, { error: 'redirect_uri_mismatch' }),
      'redirect_uri_mismatch',
      '',
    ],
    ['a code of one word', httpAnswer(400, { error: 'denied' }), undefined, 'denied'],
    ['words before a code', httpAnswer(400, { error: 'X invalid_client' }), undefined, 'X invalid_client'],
    ['words after a code', httpAnswer(400, { error: 'invalid_client X' }), undefined, 'invalid_client X'],
    [
      'two sets of words',
      httpAnswer(400, { error: 'a_b', error_description: 'c', message: 'd' }),
      'a_b',
      'c: d',
    ],
    [
      'words that are none',
      httpAnswer(400, { error: 'a_b', error_description: { c: 1 }, message: 7 }),
      'a_b',
      '',
    ],
    ['Okta', httpAnswer(400, { errorCode: 'E0000001', errorSummary: 'Bad' }), undefined, 'E0000001: Bad'],
    ['an object', httpAnswer(400, { error: { code: 'a_b', message: 'c' } }), 'a_b', 'c'],
    ['JSON:API', httpAnswer(400, { errors: [{ code: 'a_b', title: 'c', detail: 'd' }] }), 'a_b', 'c: d'],
    ['JSON:API without an error', httpAnswer(400, { errors: [], message: 'c' }), undefined, 'c'],
    ["errors that aren't a list", httpAnswer(400, { errors: 'c', message: 'd' }), undefined, 'd'],
    ['only a message', httpAnswer(403, { message: 'Forbidden' }), undefined, 'Forbidden'],
    ['a message that is none', httpAnswer(403, { message: 7 }), undefined, ''],
    ['a list', httpAnswer(400, '[{"error":"a_b"}]'), 'a_b', '[{"error":"a_b"}]'],
    ['plain text', httpAnswer(403, ' No <b>way</b>\n'), undefined, 'No <b>way</b>'],
    [
      'plain text with a code',
      httpAnswer(400, 'It was invalid_scope, sorry'),
      'invalid_scope',
      'It was invalid_scope, sorry',
    ],
    ['text that only contains a code', httpAnswer(400, 'xinvalid_scope'), undefined, 'xinvalid_scope'],
    ['HTML by its type', httpAnswer(400, '<p>No&nbsp;way</p>', html), undefined, 'No way'],
    ['HTML by its beginning', httpAnswer(400, '\n <!DOCTYPE html><p>No</p>'), undefined, 'No'],
    ['HTML by its first element', httpAnswer(400, '<html><p>No</p>'), undefined, 'No'],
    ['text about HTML', httpAnswer(400, 'No <html> here'), undefined, 'No <html> here'],
    ['a script', httpAnswer(400, '<p>No<script>a < b\n</script >way</p>', html), undefined, 'No way'],
    ['a style', httpAnswer(400, '<STYLE media=x>p { }</STYLE><p>No  \n way', html), undefined, 'No way'],
  ])('%s', (_name, given, code, words) => {
    expect(serverError(given)).toStrictEqual(code === undefined ? { words } : { code, words });
  });

  test('only the beginning of a long text is read', () => {
    for (const headers of [{}, html])
      expect(
        serverError(httpAnswer(400, `${'x'.repeat(20_000)} invalid_scope`, headers)).code,
      ).toBeUndefined();
  });

  test.each([
    ['error=a_b&error_description=c', { code: 'a_b', words: 'c' }],
    ['errorCode=a_b&errorSummary=c', { code: 'a_b', words: 'c' }],
    ['error=a_b', { code: 'a_b', words: '' }],
    ['code=x', undefined],
  ])('in parameters: %s', (parameters, error) => {
    expect(errorInParameters(new URLSearchParams(parameters))).toEqual(error);
  });
});

test.each([
  [{ code: 'a_b', words: 'c' }, ' The server says: a_b, "c".'],
  [{ code: 'a_b', words: '' }, ' The server says: a_b.'],
  [{ code: 'a_b', words: 'a_b' }, ' The server says: a_b.'],
  [{ words: 'c' }, ' The server says: "c".'],
  [{ words: '' }, ''],
])('%j is quoted as "%s"', (error, text) => {
  expect(quoted(error, redactor)).toBe(text);
});

test.each([
  [200, {}, 'The response was 200, which is inconclusive.'],
  [200, { 'content-type': 'text/html' }, 'The response was 200 (text/html), which is inconclusive.'],
  [404, {}, 'The response was 404, which is inconclusive: the URL may be wrong.'],
  [407, {}, 'The response was 407, which is inconclusive: a proxy requires a user name and password.'],
  [499, {}, 'The response was 499, which is inconclusive.'],
  [
    500,
    {},
    'The response was 500, which is inconclusive: the server has an internal problem. Try again later.',
  ],
])('an unrecognized %i %j', (status, headers, detail) => {
  expect(strangeAnswer(httpAnswer(status, '', headers as HttpAnswer['headers']), redactor)).toEqual({
    status: 'inconclusive',
    code: `http-${status}`,
    detail,
  });
});

const leadsOn = [301, 302, 303, 307, 308];
const doesNot = [201, 299, 300, 304, 305, 306, 309, 399, 400];

test.each<[status: number, location: string | undefined, target: string | undefined]>([
  ...leadsOn.map((status): [number, string, string] => [status, '/b', 'https://a.example/b']),
  ...doesNot.map((status): [number, string, undefined] => [status, '/b', undefined]),
  [302, 'b', 'https://a.example/b'],
  [302, '?step=2', 'https://a.example/a?step=2'],
  [302, '//b.example/c', 'https://b.example/c'],
  [302, ' https://b.example/c ', 'https://b.example/c'],
  [302, '', undefined],
  [302, ' ', undefined],
  [302, 'http://b.example/', 'http://b.example/'],
  [302, 'xhttps://b.example/', undefined],
  [302, 'data:text/html,x', undefined],
  [302, 'https://[', undefined],
  [302, undefined, undefined],
])('%i to %s leads to %s', (status, location, target) => {
  const headers = location === undefined ? {} : { location };
  expect(redirectTarget(httpAnswer(status, '', headers), 'https://a.example/a')?.href).toBe(target);
});
