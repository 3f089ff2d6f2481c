import { describe, expect, test } from 'vitest';
import type { FoundUrl } from '../../src/diagnose/evidence/evidence.ts';
import { collapsed } from '../../src/diagnose/recognize/collapse.ts';
import { jsonSpans } from '../../src/diagnose/recognize/json-spans.ts';
import { isRequest, isResponse } from '../../src/diagnose/recognize/parameter-names.ts';
import { plainPaste } from '../../src/diagnose/recognize/paste-lines.ts';
import { parametersOf } from '../../src/diagnose/recognize/query-text.ts';
import { recognize } from '../../src/diagnose/recognize/recognize.ts';
import { isPlainWord, isRemainderOf } from '../../src/diagnose/recognize/remainders.ts';
import { textWindows } from '../../src/diagnose/recognize/text-windows.ts';

describe('parameters are a request', () => {
  test.each([
    ['client_id=a&redirect_uri=b', ''],
    ['client_id=&response_type=', ''],
    ['client_id=a&state=s', ''],
    ['code_challenge=a&scope=s', ''],
    ['code=a&code_challenge=b&client_id=c', ''],
    ['code=a&response_type=b&client_id=c', ''],
    ['error=&client_id=a&redirect_uri=b', ''],
    ['client_id=a&redirect_uri=b', 'https://a.example/token'],
    ...['/authorize', '/authorize/', '/AUTHORIZE', '/authorise', '/authorization', '/v1/authorize'].flatMap(
      (path) => [
        ['client_id=a', `https://a.example${path}`],
        ['scope=a', `https://a.example/x${path}`],
        ['state=a', path],
      ],
    ),
    ['scope=a', '/oauth2authorize'],
    ['scope=a', '/oauthauthorize'],
    ['scope=a', '/connect/authorize'],
  ])('%s at %j', (query, endpoint) => {
    expect(isRequest(parametersOf(query), endpoint)).toBe(true);
    expect(isResponse(parametersOf(query), endpoint)).toBe(false);
  });

  test.each([
    ['client_id=a', ''],
    ['scope=a&state=s', ''],
    ['nonce=a&prompt=b', 'https://a.example/authorize'],
    ['scope=a', 'https://a.example/reauthorize'],
    ['scope=a', 'https://a.example/authorize/x'],
    ['error=a&client_id=b&redirect_uri=c', ''],
    ['code=a&client_id=b&redirect_uri=c', ''],
    ['code=a&response_type=b&client_id=c', 'https://a.example/token'],
    ['grant_type=a&client_id=b&redirect_uri=c', 'https://a.example/token/'],
  ])('except %s at %j', (query, endpoint) => {
    expect(isRequest(parametersOf(query), endpoint)).toBe(false);
  });
});

describe('parameters are a response', () => {
  test.each([
    ['code=a&state=s', ''],
    ['code=a&iss=s', 'https://a.example/'],
    ['code=a&session_state=s', ''],
    ...['/authcode', '/callback', '/cb/', '/CALLBACK'].flatMap((path) => [
      ['code=a', path],
      ['error=404', path],
    ]),
    ['error=access_denied', ''],
    ['errorCode=access_denied', ''],
    ['error=404&error_description=a', ''],
    ['errorCode=E1&errorSummary=a', ''],
    ['error=&errorCode=access_denied', ''],
    ['code=a&grant_type=b&error=access_denied', ''],
  ])('%s at %j', (query, endpoint) => {
    expect(isResponse(parametersOf(query), endpoint)).toBe(true);
    expect(isRequest(parametersOf(query), endpoint)).toBe(false);
  });

  test.each([
    ['code=a', 'https://a.example/shop'],
    ['code=a', '/callbacks'],
    ['code=&state=s', ''],
    ['code=a&state=s&grant_type=b', ''],
    ['code=a&state=s&client_secret=b', ''],
    ['code=a&state=s', 'https://a.example/token'],
    ['code=a&state=s&client_id=b&response_type=c', ''],
    ['error=404', ''],
    ['error=&error_description=a', ''],
    ['Error=access_denied&error_description=a', ''],
    ['errors=access_denied&error_description=a', ''],
    ['error=404&error_description=', ''],
  ])('except %s at %j', (query, endpoint) => {
    expect(isResponse(parametersOf(query), endpoint)).toBe(false);
  });
});

describe('the next line is the rest of a parameter', () => {
  const challenge = `code_challenge=${'a'.repeat(42)}`;

  test.each<readonly [value: string, word: string, isAlone: boolean]>([
    ['state=a', 'def-1', true],
    ['state=a', 'abc', true],
    ['state=a', '0a9', true],
    ['state=a', '600', true],
    ['state=a', 'Kj-x', true],
    ...['x1', 'x_y', 'x&y', 'x=y', 'x+y', 'x~y', 'x%y'].map((word) => ['state=a', word, false] as const),
    ...[...',;"\'`)>]|*{}!?日'].map((mark) => ['state=a', `Kj-x${mark}next`, true] as const),
    [challenge, 'x1', true],
    ['my_response_type=code', 'x1', true],
    ['response_type=codes', 'x1', true],
  ])('%s, then %s (alone: %s)', (value, word, isAlone) => {
    expect(isRemainderOf(value, word, isAlone)).toBe(true);
  });

  test.each<readonly [value: string, word: string, isAlone: boolean]>([
    ['state=a', 'abc', false],
    ['state=a', 'Kj-x', false],
    ['state=a', 'Forbidden', true],
    ['state=a', 'access_denied', true],
    ['state=a', 'HTTP', true],
    ['state=a', 'AADSTS50011:', true],
    ['state=a', '404', true],
    ['state=a', '2026-11-26T10:33', true],
    ['state=a', '10:33', true],
    ['state=a', '"x1"', true],
    ['state=a', 'x1@y', true],
    ['response_type=code', 'x1', true],
    ['code_challenge_method=S256', 'x1', true],
    ['redirect_uri=https://a.example/authcode', 'x1', true],
    ['error=access_denied', 'x1', true],
    [`${challenge}a`, 'x1', true],
  ])('except %s, then %s (alone: %s)', (value, word, isAlone) => {
    expect(isRemainderOf(value, word, isAlone)).toBe(false);
  });

  test.each([
    ...[
      'word',
      'Word',
      "isn't",
      'HTTP',
      'AADSTS50011',
      '404',
      '2026-11-26T10:33:01Z',
      '10:33',
      '1.2',
      '1,000',
    ],
    ...['word.', 'word,', 'word:', 'word;', 'word!', 'word?!', 'client_id', 'access_denied'],
  ])('%s is a plain word', (word) => {
    expect(isPlainWord(word)).toBe(true);
  });

  test.each([
    ...['abc1', 'aB', '0oa1', 'x_y', 'A1', 'word-', 'word.x', 'a=b', '2026-x'],
    ...['word&redirect_uri', 'client_id%20is', 'no+client_id'],
  ])("%s isn't", (word) => {
    expect(isPlainWord(word)).toBe(false);
  });
});

test.each([
  ['a\r\nb\rc\u2028d', 'a\nb\nc\nd'],
  ['a<br>\nb<br/>c<br />d<wbr>e<wbr/>\nf', 'a\nb\nc\ndef'],
  ['\x1b[1ma\x1b[0m\u200b', 'a'],
  ['> a\n> b', 'a\nb'],
  ['>a\n>b', 'a\nb'],
  ['> a', 'a'],
  ['>a', '>a'],
  ['>> a\n> > b\n   > c', 'a\nb\nc'],
  ['    > a\n    > b', '    > a\n    > b'],
  ['Ann wrote:\n> a\n> b', 'Ann wrote:\na\nb'],
  ['On Monday,\nAnn wrote:\n> a\n> b', 'On Monday,\nAnn wrote:\na\nb'],
  ['1\n2\n3\n> a\n> b', '1\n2\n3\n> a\n> b'],
  ['> a\nb', '> a\nb'],
  ['> a\n> b\n\nc', 'a\nb\n\nc'],
  ['a=3Db=C3=A9', 'a=b\u00e9'],
  ['a=3Db= \t\nc', 'a=bc'],
  ['a=3Db=', 'a=b='],
  ['a=3Db=c', 'a=3Db=c'],
  ['a=3db', 'a=3db'],
  ['a=3Db\n\nc=d', 'a=b\n\nc=d'],
  ['a=3Db\n \t\nc=d', 'a=b\n \t\nc=d'],
  ['> a=3Db=\n> c', 'a=bc'],
  [`${'x'.repeat(60)}=\ny`, `${'x'.repeat(60)}y`],
  [`${'x'.repeat(75)}= \ny`, `${'x'.repeat(75)}y`],
  [`${'x'.repeat(59)}=\ny`, `${'x'.repeat(59)}=\ny`],
  [`${'x'.repeat(76)}=\ny`, `${'x'.repeat(76)}=\ny`],
])('the paste %j is plainly %j', (paste, plain) => {
  expect(plainPaste(paste)).toBe(plain);
});

describe('JSON in a text', () => {
  test.each([
    ['x {"a":"b"} y', ['{"a":"b"}']],
    ['{"a":""}', []],
    ['f({"a":"bc"}); g({"a":"de"})', ['{"a":"bc"}', '{"a":"de"}']],
    ['{ x {"a":"bc"} {"d":"ef"} }', ['{"a":"bc"}', '{"d":"ef"}']],
    ['{ x {"a":"bc"} } {"d":"ef"}', ['{"a":"bc"}', '{"d":"ef"}']],
    ['5" {"a":"bc"}', ['{"a":"bc"}']],
    ['{"a":"}{"}', ['{"a":"}{"}']],
    ['{"a":"\\"}b"}', ['{"a":"\\"}b"}']],
    ['{ {"a":"bc"}', ['{"a":"bc"}']],
    ['} {"a":"bc"}', ['{"a":"bc"}']],
    ['{ x "\n{"a":"bc"} }', ['{"a":"bc"}']],
    ['{\\"a\\":\\"bc\\"}', ['{\\"a\\":\\"bc\\"}']],
    ['{\\"a\\":\\"b"c\\"}', []],
    ['{"a":{"b":"c"}}', ['{"a":{"b":"c"}}']],
  ])('%s', (text, found) => {
    expect(jsonSpans(text).map(({ start, end }) => text.slice(start, end))).toEqual(found);
  });

  test.each([
    ['an object', { error: { code: 'x1', message: 'It broke' } }],
    ['a list', { errors: [{ title: 'It broke' }] }],
    ['a fault', { fault: { faultstring: 'It broke' } }],
    ['a list of lists', { a: [[{ error: 'It broke' }]] }],
    ['a text', { body: ' {"error":"It broke"}' }],
    ['a text in a text', { body: JSON.stringify({ body: JSON.stringify({ errorMessage: 'It broke' }) }) }],
    ['any other object', { message: 'It broke' }],
    [
      'a header',
      { headers: [{ name: 'Www-Authenticate', value: 'Custom error="x1", error_description="It broke"' }] },
    ],
  ])('has an error in %s', (_, json) => {
    expect(recognize(JSON.stringify(json)).messages).toContainEqual(
      expect.objectContaining({ words: expect.stringContaining('It broke') }),
    );
  });

  test.each([
    [
      'an error in a header of another name',
      { headers: [{ name: 'x-www-authenticate', value: 'Bearer error="x1"' }] },
    ],
    ['an empty error', { error: '' }],
    ['nothing', { a: [1, null, true, {}] }],
  ])("%s isn't one", (_, json) => {
    expect(recognize(JSON.stringify(json)).messages).toEqual([]);
  });
});

describe('of two URLs', () => {
  const urlOf = (query: string, endpoint?: string, isCut = false): FoundUrl => ({
    ...(endpoint === undefined ? {} : { endpoint }),
    parameters: parametersOf(query),
    isCut,
  });
  const whole = urlOf('a=1&b=2', '/x');

  test.each([
    ['the same', whole],
    ['the same without its place', urlOf('a=1&b=2')],
    ['a beginning', urlOf('a=1', '/x', true)],
    ['a beginning without its place', urlOf('a=1', undefined, true)],
    ['a beginning that ends in a value', urlOf('a=1&b=', '/x', true)],
    ['a beginning that ends in a name', urlOf('a=1&b', '/x', true)],
  ])('%s is a copy', (_, copy) => {
    expect(collapsed([copy, whole])).toEqual([whole]);
    expect(collapsed([whole, copy])).toEqual([whole]);
  });

  test.each([
    ['at another place', urlOf('a=1&b=2', '/y')],
    ['with another value', urlOf('a=1&b=3', '/x')],
    ['with another name', urlOf('a=1&c=2', '/x')],
    ['with less', urlOf('a=1', '/x')],
    ['with more', urlOf('a=1&b=2&c=3', '/x')],
    ['cut in another value', urlOf('a=1&b=3', '/x', true)],
    ['cut after another value', urlOf('a=2&b=2', '/x', true)],
  ])('one %s is kept', (_, other) => {
    expect(collapsed([other, whole])).toEqual([other, whole]);
    expect(collapsed([whole, other])).toEqual([whole, other]);
  });
});

describe('a long text is read around its telling words', () => {
  const lengthsOf = (text: string) => textWindows(text).map((piece) => piece.length);
  const filler = 'y'.repeat(3000);

  test('a text without any by its beginning, a short one as a whole', () => {
    expect(textWindows('')).toEqual([]);
    expect(textWindows(filler.slice(0, 2000))).toEqual([filler.slice(0, 2000)]);
    expect(textWindows(filler.slice(0, 2001))).toEqual([filler.slice(0, 400)]);
  });

  test('words near each other in one piece', () => {
    expect(lengthsOf(`${filler}PKCE${filler}ZI0001${filler}`)).toEqual([800, 800]);
    expect(lengthsOf(`${filler}PKCE${filler.slice(0, 796)}ZI0001${filler}`)).toEqual([1600]);
    expect(textWindows(`PKCE  ${filler}`)).toEqual([`PKCE  ${filler.slice(0, 394)}`]);
  });

  test('in at most 40 pieces of at most 2000 characters, none of them twice', () => {
    const text = 'PKCE123456'.repeat(10_000);
    const lengths = lengthsOf(text);
    expect([lengths.length, Math.max(...lengths)]).toEqual([40, 2000]);
    expect(textWindows(text).join('')).toBe(text.slice(0, textWindows(text).join('').length));
  });
});

describe('a list of parameters', () => {
  const list = 'client_id: 0oa1\nresponse_type: code\nstate: s1';
  const found = (paste: string) =>
    recognize(paste).requests.map(({ parameters, isCut }) => [
      parameters.map(({ name, value }) => `${name}=${value}`).join('&'),
      isCut,
    ]);
  const whole = 'client_id=0oa1&response_type=code&state=s1';

  test.each([
    ...[
      'error',
      'error_description',
      'error_uri',
      'errorCode',
      'errorSummary',
      'code',
      'iss',
      'session_state',
    ],
    ...['message', 'status', 'Host', 'accept', 'cookie', 'origin', 'referer', 'connection', 'location'],
    ...['date', 'server', 'Foo'],
  ])('ends before %s', (name) => {
    expect(found(`${list}\n${name}: x1`)).toEqual([[whole, false]]);
  });

  test.each([
    ['another name', '\nnonce2: n1', '&nonce2=n1', false],
    ['another name without a space', '\nfoo:n1', '', false],
    ['an empty name', '\nnote:\nprompt: login', '&note=&prompt=login', false],
    ['another style', '\nprompt=login', '', false],
    ['a mark of a cut', '\nscope: abc…', '&scope=abc', true],
    ['a narrow line', '\nscope: a:b\ndef1', '&scope=a:b', false],
    ['a wrapped line', `\nscope: ${'a:b'.repeat(9)}\ndef1`, `&scope=${'a:b'.repeat(9)}def1`, false],
    ['a wrapped empty one', '\nscope:\na:b1\nprompt: login', '&scope=a:b1&prompt=login', false],
    ['a quoted value', '\nscope: "a:b"', '&scope=a:b', false],
    ['no value', '\nscope: (empty)\nprompt: (empty) x', '&scope=&prompt=(empty) x', false],
    ['a tag after it', '\nscope: a:b</td>', '&scope=a:b', false],
  ])('with %s', (_, more, further, isCut) => {
    expect(found(list + more)).toEqual([[whole + further, isCut]]);
  });

  test.each([...'([{,;\\'].map((end) => `x${end}`))('is no code that ends like %s', (value) => {
    expect(found(`client_id: ${value}\nredirect_uri: b\nstate: ${value}`)).toEqual([]);
  });

  test.each(['"x"', "'x'", 'f(x', 'g)', 'a&b', 'a\\u0026b', 'a\\x26b'])(
    'is no code such as client_id = %s',
    (value) => {
      expect(found(`client_id = ${value}\nredirect_uri = ${value}`)).toEqual([]);
    },
  );
});

describe('text around URLs is all that remains for messages', () => {
  const url =
    'https://api.zoominfo.com/gtm/oauth/v1/authorize?response_type=code&client_id=0oaTest1&redirect_uri=https%3A%2F%2Fa.example%2Fauthcode&state=St4te_7';
  const wrapped = (width: number) => url.replace(new RegExp(`.{${width}}`, 'g'), '$&\n');

  test.each([
    url,
    wrapped(60),
    wrapped(80),
    url.replaceAll('&', '&amp;'),
    url.replace('https://', ''),
    url.slice(url.indexOf('?')),
    `<${url}>`,
    `"${url}"`,
    `(${url}).`,
  ])('%s', (pasted) => {
    const { messages } = recognize(`1 invalid_grant ${pasted}\n\n2 PKCE ${pasted}\n3 done`);
    expect(messages.map(({ words }) => words.replace(/[<>"().]/g, '').replace(/\s+/g, ' '))).toEqual([
      '1 invalid_grant 2 PKCE 3 done',
    ]);
  });

  test('also around lists and JSON', () => {
    const list = 'client_id: 0oa1\nresponse_type: code\nstate: s1';
    const { messages } = recognize(
      `1 invalid_grant\n${list}\n2 PKCE {"error":"x1 y"} 3 {"a":{"b":"c"}} done`,
    );
    expect(messages.map(({ words }) => words)).toEqual(['x1 y', '1 invalid_grant 2 PKCE 3 done']);
  });
});

describe('a URL inside another one', () => {
  const request = 'https://a.example/authorize?client_id=0oa1&response_type=code&state=s1';
  const outer = (before: string, after = '') =>
    `https://b.example/in?${before}=${encodeURIComponent(request)}${after}`;

  test.each([
    [outer('from'), false],
    [outer('from', '&x=1'), false],
    [outer('from', '…'), true],
    [outer('from', '&x=1…'), false],
    [`https://b.example/in?x=1&from=${request}`, false],
    [`https://b.example/in?x=1&from=${request}…`, true],
    [`https://b.example/in#/x?from=${encodeURIComponent(request)}`, false],
    [`https://b.example/in?from=${encodeURIComponent(outer('to'))}`, false],
    [`https://b.example/in?from=${encodeURIComponent(request.replace('https://a.example', ''))}`, false],
    [`https://b.example/in?from=${encodeURIComponent(request.replace('https://', ''))}`, false],
  ])('%s is read, cut: %s', (paste, isCut) => {
    const [found, ...others] = recognize(paste).requests;
    expect([found?.parameters.slice(0, 2), found?.isCut, others]).toEqual([
      [
        { name: 'client_id', value: '0oa1' },
        { name: 'response_type', value: 'code' },
      ],
      isCut,
      [],
    ]);
  });

  test('as a redirect URI is none', () => {
    const { requests } = recognize(
      `https://b.example/authorize?client_id=1&redirect_uri=${encodeURIComponent(request)}`,
    );
    expect(requests.map(({ endpoint }) => endpoint)).toEqual(['https://b.example/authorize']);
  });
});

test.each([
  ['Bearer error="unauthorized_client", error_description="It broke"', 'unauthorized_client'],
  ['WWW-Authenticate: X error="invalid_grant", error_description="It broke"', 'invalid_grant'],
  [`'www-authenticate': 'DPoP error="invalid_request", error_description="It broke"'`, 'invalid_request'],
  [
    'www-authenticate : Basic realm="x", error="invalid_client", error_description="It broke"',
    'invalid_client',
  ],
  ['Basic Error="access_denied", error_description="It broke"', 'access_denied'],
])('the challenge %s has an error', (line, code) => {
  expect(recognize(`HTTP/1.1 401\n${line}\nDate: x`).messages).toContainEqual({ code, words: 'It broke' });
});
