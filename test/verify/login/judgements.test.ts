import { describe, expect, test } from 'vitest';
import { makeRedactor } from '../../../src/checks/redactor.ts';
import type { HttpOutcome, HttpRequest } from '../../../src/context/http.ts';
import { readCallback } from '../../../src/oauth/callback.ts';
import { readPasted } from '../../../src/oauth/pasted-url.ts';
import { secretsIn } from '../../../src/oauth/token-traces.ts';
import { readTokens } from '../../../src/oauth/tokens.ts';
import { accepted, problemOf, refused } from '../../../src/text/result.ts';
import { judgeCallback, nobodyCame } from '../../../src/verify/login/authorization.ts';
import { exchangeCode } from '../../../src/verify/login/exchange.ts';
import { judgeLifetime } from '../../../src/verify/login/judge-lifetime.ts';
import { judgeScopes, judgeTokenType } from '../../../src/verify/login/judge-tokens.ts';
import type { Login } from '../../../src/verify/login/plan.ts';
import { judgeRefusal } from '../../../src/verify/login/token-refusal.ts';
import { registrationOf } from '../../../src/verify/online/registration.ts';
import { sampleSetup } from '../../support/setup-fixture.ts';
import { fixText, goodSubject, httpAnswer } from '../../support/verify-fixtures.ts';

const redactor = makeRedactor();
const { redirectUri } = sampleSetup();

describe('what the browser returns with', () => {
  test.each<[parameters: string, expected: unknown]>([
    ['code=c&state=ours', accepted({ kind: 'code', code: 'c' })],
    [
      'error=access_denied&state=ours',
      accepted({ kind: 'error', error: { code: 'access_denied', words: '' } }),
    ],
    ['code=c&error=a_b&state=ours', accepted({ kind: 'error', error: { code: 'a_b', words: '' } })],
    ['code=c&code=d&state=ours', refused(expect.stringMatching(/duplicate.*code/))],
    ['code=c&state=ours&state=ours', refused(expect.stringMatching(/duplicate.*state/))],
    ['error=a&error=a&state=ours', refused(expect.stringMatching(/duplicate.*error/))],
    ['code=c', refused(expect.stringMatching(/no state/))],
    ['code=c&state=', refused(expect.stringMatching(/state doesn't match/))],
    ['code=c&state=other', refused(expect.stringMatching(/state doesn't match/))],
    ['state=ours', refused(expect.stringMatching(/neither a code nor an error/))],
    ['code=&state=ours', refused(expect.stringMatching(/neither a code nor an error/))],
  ])('%s', (parameters, expected) => {
    expect(readCallback(new URLSearchParams(parameters), 'ours')).toEqual(expected);
  });

  const judge = (error: string) =>
    judgeCallback(readCallback(new URLSearchParams(`state=ours&${error}`), 'ours'), redactor);

  test.each([
    ['code=c', 'pass', undefined, /returned a code/, undefined],
    ['', 'inconclusive', undefined, /^The browser returned .* neither a code nor an error\.$/, undefined],
    ['error=server_error', 'inconclusive', 'server_error', /internal problem/, /^Try again later/],
    [
      'error=temporarily_unavailable',
      'inconclusive',
      'temporarily_unavailable',
      /internal problem/,
      /^Try again/,
    ],
    ['error=access_denied', 'fail', 'access_denied', /denied/, /^Sign in again/],
    ['error=invalid_scope', 'fail', 'invalid_scope', /rejected the sign-in/, /^Select every scope/],
    ['error=unauthorized_client', 'fail', 'unauthorized_client', /rejected/, /Authorization Code Flow/],
    ['error=login_required', 'fail', 'login_required', /rejected the sign-in/, undefined],
    ['error=Strange', 'fail', undefined, /rejected .* says: "Strange"\.$/, undefined],
  ] as const)('"%s" is judged: %s', (error, status, code, detail, fix) => {
    const found = judge(error);
    expect([found.status, found.code]).toEqual([status, code]);
    expect(found.detail).toMatch(detail);
    if (fix === undefined) expect(found.fix).toBeUndefined();
    else expect(found.fix).toMatch(fix);
  });

  test('or nothing arrives', () => {
    expect(nobodyCame(5)).toMatchObject({ status: 'inconclusive', code: 'nobody-came' });
  });
});

describe('a pasted URL', () => {
  const good = 'code=c&state=s';

  test.each([
    `${redirectUri}?${good}`,
    `  ${redirectUri.slice(0, 30)}\r\n ${redirectUri.slice(30)}?code=c\n&state=s\n`,
    `<${redirectUri}?${good}>`,
    `"(${redirectUri}?${good})"`,
    `'${redirectUri}?${good}'`,
    `${redirectUri}?code=c&amp;state=s`,
    `${redirectUri}?code=c&AMP;state=s`,
    `${redirectUri}?${good}#_=_`,
    redirectUri.replace('https:', 'HTTPS:').concat('?', good),
    redirectUri.replace('https:', 'http:').concat('?', good),
    redirectUri.replace('https://', '').concat('?', good),
    `?${good}`,
    good,
    'state=s&code=c',
    'x=1&code=c&state=s',
    'x=1&state=s&code=c',
  ])('%j is read', (text) => {
    const found = readPasted(text, redirectUri);
    expect(found.ok ? [found.value.get('code'), found.value.get('state')] : found).toEqual(['c', 's']);
  });

  test('of a redirect URI with http may have https', () => {
    const found = readPasted(`https://a.example/b?${good}`, 'http://a.example/b');
    expect(found.ok ? found.value.get('code') : found).toBe('c');
  });

  test('keeps what is inside it', () => {
    const found = readPasted(`"${redirectUri}?code=a(b)c'd<e>f&state=s"`, redirectUri);
    expect(found.ok ? found.value.get('code') : found).toBe("a(b)c'd<e>f");
  });

  test.each([
    ['?error=a_b', 'a_b'],
    ['error=a_b&state=s', 'a_b'],
    [`${redirectUri}?error=a_b`, 'a_b'],
  ])('%j is an error', (text, error) => {
    const found = readPasted(text, redirectUri);
    expect(found.ok ? found.value.get('error') : found).toBe(error);
  });

  test.each([
    ['', /^Nothing was pasted/],
    [' \n', /^Nothing was pasted/],
    ['<>', /^Nothing was pasted/],
    ['#code=c', /^Nothing was pasted/],
    ['abcdefgh', /URL is incomplete/],
    ['mycode=c', /URL is incomplete/],
    [redirectUri, /URL is incomplete/],
    [`https://a.example/?${good}`, /doesn't begin with the redirect URI/],
    [`x${redirectUri}?${good}`, /doesn't begin with the redirect URI/],
    [`${redirectUri}/?${good}`, /doesn't begin with the redirect URI/],
    [`https://a.example/https://${redirectUri}?${good}`, /doesn't begin with the redirect URI/],
  ])('%j is rejected', (text, problem) => {
    expect(problemOf(readPasted(text, redirectUri))).toMatch(problem);
  });
});

const tokensOf = (changes: object) => {
  const found = readTokens(httpAnswer(200, { access_token: 'a', token_type: 'Bearer', ...changes }));
  if (!found.ok) throw new Error(found.problem);
  return found.value;
};

describe('tokens', () => {
  test.each([
    ['bearer', 'pass', /Bearer/],
    ['BEARER', 'pass', /Bearer/],
    ['xbearer', 'inconclusive', /"xbearer"/],
    ['bearer2', 'inconclusive', /"bearer2"/],
    [7, 'inconclusive', /isn't Bearer/],
  ])('of the type %j: %s', (token_type, status, says) => {
    const found = judgeTokenType(tokensOf({ token_type }), redactor);
    expect(found.status).toBe(status);
    expect(found.detail).toMatch(says);
  });

  const asked = ['api:data:company', 'openid'];
  const empty = /list of granted scopes is empty/;
  const unreadable = /unreadable/;
  const all = /^All requested scopes were granted\.$/;
  test.each([
    [undefined, 'pass', /didn't list scopes/],
    [null, 'warn', empty],
    ['', 'warn', empty],
    [' , \t', 'warn', empty],
    [[], 'warn', empty],
    [['', ' '], 'warn', empty],
    ['[]', 'warn', empty],
    ['openid api:data:company', 'pass', all],
    [' openid  api:data:company ', 'pass', all],
    ['openid api:data:company b a', 'pass', /^All .* were granted\. Also granted: b a\.$/],
    ['api:data:company', 'warn', /^Not granted: openid\.$/],
    ['openid', 'fail', /^Not granted: api:data:company\.$/],
    ['c', 'fail', /^Not granted: api:data:company openid\. Also granted: c\.$/],
    ['API:DATA:COMPANY openid', 'fail', /^Not granted: api:data:company\. Also granted: API:DATA:COMPANY\.$/],
    [[7], 'warn', unreadable],
    [true, 'warn', unreadable],
    [{}, 'warn', unreadable],
  ])('with the scopes %j: %s', (scope, status, detail) => {
    const found = judgeScopes(tokensOf({ scope }), asked, redactor);
    expect(found.status).toBe(status);
    expect(found.detail).toMatch(detail);
    expect(found.code).toBe(found.detail.startsWith('Not granted') ? 'scopes-narrowed' : undefined);
  });

  test('up to twenty further scopes are listed', () => {
    const scope = [...asked, ...Array.from({ length: 21 }, (_, index) => `s${index}`)];
    expect(judgeScopes(tokensOf({ scope }), asked, redactor).detail).toMatch(/: s0 .* s19\.$/);
  });

  test.each([
    [undefined, 'warn', 'absent'],
    [null, 'warn', 'absent'],
    ['60', 'warn', 'not-a-number'],
    ['60.5', 'warn', 'not-a-number'],
    ['1e999', 'warn', 'not-a-number'],
    ['NaN', 'warn', 'not-a-number'],
    ['', 'warn', 'not-a-number'],
    ['2027-01-01T00:00:00Z', 'warn', 'not-a-number'],
    [true, 'warn', 'not-a-number'],
    [[3600], 'warn', 'not-a-number'],
    [{}, 'warn', 'not-a-number'],
    [0, 'warn', 'not-positive'],
    [-1, 'warn', 'not-positive'],
    [1, 'warn', 'short'],
    [59, 'warn', 'short'],
    [60, 'pass', undefined],
    [3599.5, 'pass', undefined],
    [0.3, 'warn', 'short'],
    [-0.5, 'warn', 'not-positive'],
    [-1e300, 'warn', 'not-positive'],
    [315_360_000, 'pass', undefined],
    [315_360_001, 'warn', 'too-long'],
    [1_764_115_200, 'warn', 'too-long'],
    [1e300, 'warn', 'too-long'],
  ])('valid for %j: %s', (expires_in, status, code) => {
    const found = judgeLifetime(tokensOf({ expires_in }));
    expect([found.status, found.code]).toEqual([status, code]);
  });

  test.each([
    '1e999',
    '-1e999',
    '1e308',
    '-1e308',
    '-0',
    '1e-999',
    '3600.0',
    '0.0001',
    '99999999999999999999',
  ])('valid for %s are reported in words', (expires_in) => {
    const body = `{"access_token":"a","token_type":"Bearer","expires_in":${expires_in}}`;
    const read = readTokens(httpAnswer(200, body));
    const found = read.ok ? judgeLifetime(read.value).detail : read.problem;
    expect(found).toMatch(/is valid for (?:1 hour|less than 1 second)|The server sends a /);
    expect(found).not.toMatch(/Infinity|NaN|\de[+\d]/);
  });

  test('a lifetime that is text is still read', () => {
    expect(judgeLifetime(tokensOf({ expires_in: '3600' })).detail).toContain('valid for 1 hour');
    expect(judgeLifetime(tokensOf({ expires_in: ' -5 ' })).detail).toContain('-5 seconds');
  });

  test("a lifetime that isn't a number is named", () => {
    expect(judgeLifetime(tokensOf({ expires_in: '60' })).detail).toContain('as text');
    expect(judgeLifetime(tokensOf({ expires_in: [] })).detail).toContain(
      "doesn't send the lifetime as a number.",
    );
  });

  test('are also found outside of JSON, so that they can be hidden', () => {
    const found = (body: string) => secretsIn(httpAnswer(200, body));
    expect(found('{"access_token":"a","refresh_token":"b","id_token":"c","other":"d"}')).toEqual(
      expect.arrayContaining(['a', 'b', 'c']),
    );
    expect(found('access_token=a&refresh_token=b&x=y')).toEqual(['a', 'b']);
    expect(found(`{'id_token' : 'c', 'x': 1`)).toEqual(['c']);
    expect(found('access_token: a, "refresh_token"="b"}')).toEqual(['a', 'b']);
    expect(found('{"access_token":5}')).toEqual(['5']);
    expect(found('nothing')).toEqual([]);
  });
});

describe('a rejected token request', () => {
  const refusal = (status: number, error: object, facts: object = {}) =>
    judgeRefusal(httpAnswer(status, error), {
      url: 'https://a.example/token',
      redactor,
      clientAuthentication: 'basic',
      codeAgeAtMost: 0,
      hasMethodRow: true,
      ...facts,
    });

  test.each([
    [204, { error: 'invalid_client' }, 'inconclusive', 'http-204'],
    [307, { error: 'invalid_client' }, 'inconclusive', 'redirected'],
    [304, { error: 'invalid_client' }, 'inconclusive', 'http-304'],
    [399, { error: 'invalid_client' }, 'inconclusive', 'http-399'],
    [400, { error: 'invalid_client' }, 'fail', 'invalid_client'],
    [401, { error: 'invalid_request' }, 'fail', 'invalid_request'],
    [401, {}, 'fail', 'not-an-endpoint'],
    [403, {}, 'inconclusive', 'http-403'],
    [404, { error: 'invalid_scope' }, 'fail', 'invalid_scope'],
    [429, { error: 'invalid_grant' }, 'inconclusive', 'http-429'],
    [500, { error: 'invalid_grant' }, 'inconclusive', 'http-500'],
  ])('%i %j: %s', (status, error, verdict, code) => {
    const found = refusal(status, error);
    expect([found.status, found.code]).toEqual([verdict, code]);
  });

  test('a rejected client gets the other authentication method suggested', () => {
    const fix = (clientAuthentication: string) =>
      refusal(401, { error: 'invalid_client' }, { clientAuthentication }).fix;
    expect(fix('basic')).toMatch(/--client-auth post\.$/);
    expect(fix('post')).toMatch(/--client-auth basic\.$/);
  });

  test.each([
    ['The Redirect does not match', 'redirect-uri'],
    ['It is EXPIRED', 'code-expired'],
    ['It is too old', 'code-expired'],
    ['code_challenge_method', 'challenge-method-required'],
    ['wrong challengeMethod', 'challenge-method-required'],
    ['PLAIN is not allowed', 'challenge-method-required'],
    ['Already redeemed', 'code-used'],
    ['No reuse', 'code-used'],
    ['It was used', 'code-used'],
    ['expired, or already used', 'code-expired'],
  ])('invalid_grant, "%s": one cause, %s', (error_description, code) => {
    const found = refusal(400, { error: 'invalid_grant', error_description });
    expect(found.code).toBe(code);
    expect(found.detail).toMatch(
      /the same redirect URI\. The server says: [^"]*"[^"]*"\. [^.]*\.(?: Codes [^.]*\.)?$|\(RFC 7636 section 4\.3\)\.$/,
    );
  });

  test.each([
    [45, true, 'code-used'],
    [46, true, 'code-expired'],
    [45, false, 'challenge-method-required'],
    [46, false, 'code-expired'],
  ])('invalid_grant without words, %i s old, method row %s: %s', (codeAgeAtMost, hasMethodRow, code) => {
    const found = refusal(400, { error: 'invalid_grant' }, { codeAgeAtMost, hasMethodRow });
    expect(found.code).toBe(code);
    expect(/already have been used/.test(found.detail)).toBe(code === 'code-used');
    expect(fixText(found)).not.toContain('undefined');
    const both = codeAgeAtMost > 45 && !hasMethodRow;
    expect(/expired\..* assumed plain/.test(found.detail)).toBe(both);
    expect(/again\b.*add the row/.test(fixText(found))).toBe(both);
  });
});

describe('the exchange of a code', () => {
  const tokens = { access_token: 'access', refresh_token: 'refresh', token_type: 'bearer', expires_in: 3600 };
  type Reply = readonly [status: number, body: object | string] | HttpOutcome;

  /** The findings for this response of the server, and what it was sent. */
  async function exchanged(replies: readonly Reply[], refresh = true) {
    const sent: HttpRequest[] = [];
    const redactor = makeRedactor();
    const login: Login = {
      registration: {
        ...registrationOf(goodSubject({ scopes: ['api:data:company'] }), 'basic'),
        redirectUri: 'http://127.0.0.1:1/callback',
      },
      plan: { refresh, seconds: 1, open: false },
      tools: {
        redactor,
        clientAuthentication: 'basic',
        send: async (_purpose, request) => {
          const reply = replies[sent.push(request) - 1];
          if (reply === undefined) throw new Error('one request too many');
          return 'ok' in reply ? reply : accepted(httpAnswer(...reply));
        },
      },
      context: {} as Login['context'],
    };
    return { found: await exchangeCode('the-code', 0, login), sent };
  }

  const lost: HttpOutcome = refused({ code: 'timeout', detail: 'Too late.' });
  const statuses = (found: object) => Object.values(found).map((each) => each.status);

  test('requests tokens with the code, then new ones once', async () => {
    const { found, sent } = await exchanged([
      [200, tokens],
      [200, { ...tokens, refresh_token: 'second-one' }],
    ]);
    expect(statuses(found)).toEqual(['pass', 'pass', 'pass', 'pass']);
    const [token, refresh] = sent.map(({ body }) => new URLSearchParams(body));
    expect([token?.get('code'), token?.get('redirect_uri')]).toEqual([
      'the-code',
      'http://127.0.0.1:1/callback',
    ]);
    expect(refresh?.get('refresh_token')).toBe('refresh');
  });

  test.each<[name: string, Reply, status: string, code: string]>([
    ['no answer', lost, 'inconclusive', 'timeout'],
    ['a refusal', [400, { error: 'invalid_client' }], 'fail', 'invalid_client'],
    ['no method row', [400, { error: 'invalid_grant' }], 'fail', 'challenge-method-required'],
    ['no token', [200, { error: 'a_b' }], 'inconclusive', 'no-token'],
    ['no content', [204, ''], 'inconclusive', 'no-token'],
    ['a rejection with 200', [200, { error: 'invalid_client' }], 'fail', 'invalid_client'],
    ['a rejected code with 200', [200, { error: 'invalid_grant' }], 'fail', 'challenge-method-required'],
    ['a form-encoded rejection', [200, 'error=invalid_client'], 'fail', 'invalid_client'],
    ['300 with tokens', [300, tokens], 'inconclusive', 'http-300'],
    ['199 with tokens', [199, tokens], 'inconclusive', 'http-199'],
  ])('%s: the rest is skipped', async (_name, reply, status, code) => {
    const { found } = await exchanged([reply]);
    expect(statuses(found)).toEqual([status, 'skip', 'skip', 'skip']);
    expect(found.token.code).toBe(code);
    expect(found.refresh.detail).toMatch(/no tokens/i);
  });

  test('the words of a response without a token are shown', async () => {
    const { found } = await exchanged([[200, { error: 'a_b', error_description: 'c' }]]);
    expect(found.token.detail).toMatch(/no access token.* a_b, "c"/);
  });

  test.each<[name: string, Reply, status: string, code: string | undefined, says: RegExp]>([
    [
      'a new refresh token',
      [200, { ...tokens, refresh_token: 'x' }],
      'pass',
      undefined,
      /and a new refresh token/,
    ],
    ['the same tokens', [200, tokens], 'pass', undefined, /the same access token again\.$/],
    ['201', [201, { ...tokens, access_token: 'x' }], 'warn', 'http-201', /a new access token\. The status/],
    [
      'the same refresh token',
      [200, { ...tokens, access_token: 'x' }],
      'pass',
      undefined,
      /a new access token\.$/,
    ],
    ['no refresh token', [200, { access_token: 'x' }], 'pass', undefined, /a new access token\.$/],
    ['no access token', [200, {}], 'inconclusive', 'no-token', /refresh request\.$/],
    ['no answer', lost, 'inconclusive', 'timeout', /Too late/],
    [
      'a refusal',
      [400, { error: 'invalid_grant' }],
      'fail',
      'invalid_grant',
      /just issued.*says: invalid_grant/,
    ],
    [
      'another refusal',
      [401, { error: 'invalid_client' }],
      'fail',
      'invalid_client',
      /rejected the refresh request/,
    ],
    ['a rejection without a code', [400, {}], 'inconclusive', 'http-400', /400/],
    ['a redirect', [307, { error: 'invalid_grant' }], 'inconclusive', 'http-307', /307/],
    ['399', [399, { error: 'invalid_grant' }], 'inconclusive', 'http-399', /399/],
    ['429', [429, { error: 'invalid_grant' }], 'inconclusive', 'http-429', /429/],
    ['499', [499, { error: 'invalid_grant' }], 'fail', 'invalid_grant', /just issued/],
    ['500', [500, { error: 'invalid_grant' }], 'inconclusive', 'http-500', /500/],
  ])('%s for the refresh token', async (_name, reply, status, code, says) => {
    const { found } = await exchanged([[200, tokens], reply]);
    expect([found.refresh.status, found.refresh.code]).toEqual([status, code]);
    expect(found.refresh.detail).toMatch(says);
  });

  test.each([undefined, '', 7])("the refresh token %j doesn't count as one", async (refresh_token) => {
    const { found } = await exchanged([[200, { ...tokens, refresh_token }]]);
    expect(found.refresh).toMatchObject({ status: 'warn', code: 'no-refresh-token' });
  });

  test("a refresh token isn't tried with --no-refresh", async () => {
    const { found, sent } = await exchanged([[200, tokens]], false);
    expect(found.refresh.status).toBe('skip');
    expect(sent).toHaveLength(1);
  });
});
