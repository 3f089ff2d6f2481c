import { describe, expect, test } from 'vitest';
import type { FoundUrl } from '../../src/diagnose/evidence/evidence.ts';
import { collapsed } from '../../src/diagnose/recognize/collapse.ts';
import { jsonSpans } from '../../src/diagnose/recognize/json-spans.ts';
import { withoutLinkProtection } from '../../src/diagnose/recognize/link-protection.ts';
import { masked } from '../../src/diagnose/recognize/mask.ts';
import { isRequest, isResponse, requestNames } from '../../src/diagnose/recognize/parameter-names.ts';
import { plainPaste } from '../../src/diagnose/recognize/paste-lines.ts';
import {
  decodedList,
  endsInside,
  parametersOf,
  urlText,
  withoutCut,
} from '../../src/diagnose/recognize/query-text.ts';
import { recognize } from '../../src/diagnose/recognize/recognize.ts';
import { isPlainWord, isRemainderOf } from '../../src/diagnose/recognize/remainders.ts';
import { textWindows } from '../../src/diagnose/recognize/text-windows.ts';
import { urlsInText } from '../../src/diagnose/recognize/urls-in-text.ts';

describe('parameters are a request', () => {
  test.each([
    ['client_id=a&redirect_uri=b', ''],
    ['client_id=&response_type=', ''],
    ['client_id=a&state=s', ''],
    ['code_challenge=a&scope=s', ''],
    ['code_challenge_method=a&state=s', ''],
    ['code=a&code_challenge=b&client_id=c', ''],
    ['code=a&response_type=b&client_id=c', ''],
    ['error=&client_id=a&redirect_uri=b', ''],
    ['client_id=a&redirect_uri=b', 'https://a.example/token'],
    ['grant_type=a&client_id=b&redirect_uri=c', 'https://a.example/token/x'],
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
  const challenge = `code_challenge=${'-a'.repeat(21)}`;

  test.each<readonly [value: string, word: string, isAlone: boolean]>([
    ['state=a', 'def-1', true],
    ['state=a', 'abc', true],
    ['state=a', '0a9', true],
    ['state=a', '600', true],
    ['state=a', 'Kj-x', true],
    ...['x1', 'x_y', 'x&y', 'x=y', 'x+y', 'x~y', 'x%y'].map((word) => ['state=a', word, false] as const),
    ...[...',;"\'`)<>]|*{}!?日'].map((mark) => ['state=a', `Kj-x${mark}next`, true] as const),
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
  ['>> a', 'a'],
  ['> a\n> b\n', 'a\nb\n'],
  ['>a', '>a'],
  ['>> a\n> > b\n   > c', 'a\nb\nc'],
  ['    > a\n    > b', '    > a\n    > b'],
  ['Ann wrote:\n> a\n> b', 'Ann wrote:\na\nb'],
  ['On Monday,\nAnn wrote:\n> a\n> b', 'On Monday,\nAnn wrote:\na\nb'],
  ['1\n2\n3\n> a\n> b', '1\n2\n3\n> a\n> b'],
  ['> a\nb', '> a\nb'],
  ['jd> a\njd> b', 'a\nb'],
  ['J wrote:\nJD> a\nJD> b\n\nc', 'J wrote:\na\nb\n\nc'],
  ['jd> a\nab> b', 'jd> a\nab> b'],
  ['jd> a\nb', 'jd> a\nb'],
  ['jd> a', 'jd> a'],
  ['> a\n> b\n\nc', 'a\nb\n\nc'],
  ['a=3Db=C3=A9', 'a=b\u00e9'],
  ['a=3Db= \t\nc', 'a=bc'],
  ['a=3Db=', 'a=b='],
  ['a=3Db=c', 'a=3Db=c'],
  ['a=3db', 'a=3db'],
  ['a=3Db=3d', 'a=3Db=3d'],
  ['a=3Db\n\nc=d', 'a=b\n\nc=d'],
  ['a=3Db\n \t\nc=d', 'a=b\n \t\nc=d'],
  ['> a=3Db=\n> c', 'a=bc'],
  [`${'x'.repeat(60)}=\n`, `${'x'.repeat(60)}=\n`],
  [`${'x'.repeat(60)}=\ny`, `${'x'.repeat(60)}y`],
  [`${'x'.repeat(75)}= \ny`, `${'x'.repeat(75)}y`],
  [`${'x'.repeat(59)}=\ny`, `${'x'.repeat(59)}=\ny`],
  [`${'x'.repeat(76)}=\ny`, `${'x'.repeat(76)}=\ny`],
  ...[
    `2026-11-26 10:00:04.123 INFO  my_id: ${'Ab1+'.repeat(8)}x/y=\n2026-11-26 10:00:04.124 INFO  x: y`,
    `${'x'.repeat(60)}=\n \t`,
  ].map((line) => [line, line]),
  ...[
    ['see ', 'https://a.example/', 'Ab1+'.repeat(12)],
    ['x '.repeat(26), 'Ab1+'.repeat(2), 'abc'],
    ['see https://a', 'Ab1+'.repeat(13)],
    ['Ab1+'.repeat(16), 'abc'],
  ].map((parts) => [`${parts.join('')}=\n y`, `${parts.join('')} y`]),
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
    ['{ { { { {{"a":"bc"}} } } } }', ['{"a":"bc"}']],
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
    ['a value', '{"client_id":"0oa\n1"}', { client_id: '0oa1' }],
    ['an indented value', '{"state":"\n  a\n  b"}', { state: 'ab' }],
    ['a name', '{"client\n_id":"0oa1"}', { client_id: '0oa1' }],
    ['a value that is a name', '{"name":"client\n_id"}', { name: 'client_id' }],
    ['a value after its name', '{"name":"state","value":"a\nb"}', { name: 'state', value: 'ab' }],
    ['a value in a list', '{"state":["a\nb"]}', { state: ['ab'] }],
    ['a scope', '{"scope":"a:b api:data:scoop\ns"}', { scope: 'a:b api:data:scoops' }],
    ['a scope twice', '{"scope":"api:da\nta:sco\nops\nopenid"}', { scope: 'api:data:scoops openid' }],
    ['scopes at their start', '{"scope":"\napi:data:scoops"}', { scope: 'api:data:scoops' }],
    ['a scope that is unknown', '{"scope":"api:data:lo\nokups"}', { scope: 'api:data:lookups' }],
    ['scopes', '{"scope":"api:data:scoops\na:b\nopenid"}', { scope: 'api:data:scoops a:b openid' }],
    ['prose', '{"error_description":"It\nbroke","a":"b \n c"}', { error_description: 'It broke', a: 'b c' }],
    ['an escape', '{"a":"b\\\n  "c\\\n\\ d"}', { a: 'b"c\\ d' }],
    ['JSON in a text', '{\\"state\\":\\"a\nb\\"}', { state: 'ab' }],
  ])('may be wrapped inside of %s', (_, text, value) => {
    expect(jsonSpans(text)).toEqual([{ start: 0, end: text.length, value }]);
  });

  test.each([
    ['an object', { error: { code: 'x1', message: 'It broke' } }],
    ['a list', { errors: [{ title: 'It broke' }] }],
    ['a fault', { fault: { faultstring: 'It broke' } }],
    ['a list of lists', { a: [[{ error: 'It broke' }]] }],
    ['a text', { body: ' {"error":"It broke"}' }],
    ['a text in a text', { body: JSON.stringify({ body: JSON.stringify({ errorMessage: 'It broke' }) }) }],
    ['an object inside', { a: { error: { message: 'It broke' } } }],
    ['a list inside', { a: { errors: [{ title: 'It broke' }] } }],
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

  test('has an error in a challenge in a list in a list', () => {
    const value = 'X error="invalid_grant", error_description="It broke"';
    expect(
      recognize(JSON.stringify({ a: [{ b: [{ name: 'WWW-Authenticate', value }] }] })).messages,
    ).toContainEqual({ code: 'invalid_grant', words: 'It broke' });
  });

  test.each([
    ['{"text":"PKCE broke"}', 'PKCE broke'],
    ['{"error":"x1 y"}, {"error":"x1 y"}', 'x1 y'],
    ['{"a":{"name":"x","value":"PKCE broke"}}', 'PKCE broke'],
    ['{"a":{"errorMessage":"PKCE broke"}}', 'PKCE broke'],
    ['{"a":{"error":"x1 y"},"b":{"message":"fine"}}', 'x1 y'],
    ['<html><script>{"error":"x1 y"}</script></html>', 'x1 y'],
  ])('has just one error in %s', (text, words) => {
    expect(recognize(text).messages).toEqual([{ words }]);
  });

  test.each([
    ['{"all":[{"list":[{"client_id":"0oa1","state":"s1","n":5}]}]}', undefined],
    ['{"all":[{"url":"/x","list":[{"name":"client_id","value":"a"},{"name":"state","value":"b"}]}]}', '/x'],
  ])('has one request in %s', (text, endpoint) => {
    const { requests } = recognize(text);
    expect(requests.map((each) => [each.endpoint, each.parameters.length])).toEqual([[endpoint, 2]]);
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
    ['with a longer value', urlOf('a=1&b=22', '/x')],
    ['without a value that is not its last one', urlOf('a=&b=2', '/x', true)],
    ['with more', urlOf('a=1&b=2&c=3', '/x')],
    ['cut in another value', urlOf('a=1&b=3', '/x', true)],
    ['cut after another value', urlOf('a=2&b=2', '/x', true)],
  ])('one %s is kept', (_, other) => {
    expect(collapsed([other, whole])).toEqual([other, whole]);
    expect(collapsed([whole, other])).toEqual([whole, other]);
  });
});

describe('of a URL and a part of it with the same parameters', () => {
  const at = (endpoint: string): FoundUrl => ({ endpoint, parameters: parametersOf('a=1'), isCut: false });

  test.each([
    ['http://a.example/x/y', '/x/y'],
    ['http://a.example/x/y', 'a.example/x/y'],
    ['a.example/x/y', '/x/y'],
  ])('%s is kept, not %s', (whole, part) => {
    expect(collapsed([at(whole), at(part)])).toEqual([at(whole)]);
    expect(collapsed([at(part), at(whole)])).toEqual([at(whole)]);
  });

  test.each([
    ['http://a.example/x/y', '/y'],
    ['http://a.example/x/y', 'example/x/y'],
  ])('%s is another place than %s', (whole, part) => {
    expect(collapsed([at(whole), at(part)])).toEqual([at(whole), at(part)]);
  });

  test('the last of several URLs counts', () => {
    const [first, last] = [at('http://a.example/x'), at('https://a.example/x')];
    expect(collapsed([first, last, at('/x')])).toEqual([first, last]);
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

  test.each([
    ...['PKCE', 'ZI0001', 'PFAPI0005', 'invalid_scope', 'error description', 'code verifier'],
    ...['authorization code', 'refresh token', "'client_id' parameter", 'client authentication'],
    ...['grant type', 'response type', 'scopes are', 'policy evaluation', 'resulted in an error'],
  ])('such as %s', (words) => {
    expect(textWindows(filler + words + filler)).toEqual([expect.stringContaining(words)]);
  });

  test('words near each other in one piece', () => {
    expect(lengthsOf(`${filler}PKCE${filler}ZI0001${filler}`)).toEqual([800, 800]);
    expect(lengthsOf(`${filler}PKCE${filler.slice(0, 1000)}ZI0001${filler}`)).toEqual([800, 800]);
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
    ['another name', '\nnonce_2: n1', '&nonce_2=n1', false],
    ['another name without a space', '\nfoo:n1', '', false],
    ['an empty name', '\nnote:\nprompt: login', '&note=&prompt=login', false],
    ['another style', '\nprompt=login', '', false],
    ['a mark of a cut', '\nscope: abc…', '&scope=abc', true],
    ['a narrow line', '\nscope: a:b\ndef1', '&scope=a:b', false],
    ['a wrapped line', `\nscope: ${'a:b'.repeat(9)}\ndef1`, `&scope=${'a:b'.repeat(9)}def1`, false],
    [
      'a blank line after a wide one',
      `\nscope: ${'x'.repeat(40)}\n\nprompt: a`,
      `&scope=${'x'.repeat(40)}&prompt=a`,
      false,
    ],
    [
      'the end of a value',
      `\ncode_challenge: ${'Ab0'.repeat(13)}Ab\nNI`,
      `&code_challenge=${'Ab0'.repeat(13)}AbNI`,
      false,
    ],
    [
      'text after a whole value',
      `\ncode_challenge: ${'Ab0'.repeat(14)}A\nNI`,
      `&code_challenge=${'Ab0'.repeat(14)}A`,
      false,
    ],
    ['text after a wide line', `\nscope: ${'x'.repeat(40)}\nWord`, `&scope=${'x'.repeat(40)}`, false],
    [
      'a wrapped empty one',
      '\nscope:\napi:data:news\nprompt: login',
      '&scope=api:data:news&prompt=login',
      false,
    ],
    ['a quoted value', '\nscope: "a:b"', '&scope=a:b', false],
    ['no value', '\nscope: (empty)\nprompt: (empty) x', '&scope=&prompt=(empty) x', false],
    ['a tag after it', '\nscope: a:b</td>', '&scope=a:b', false],
    [
      'a line that is just wide enough',
      `\nscope: ${'x'.repeat(23)}\nKj-x`,
      `&scope=${'x'.repeat(23)}Kj-x`,
      false,
    ],
    ['a line that is too narrow', `\nscope: ${'x'.repeat(22)}\nKj-x`, `&scope=${'x'.repeat(22)}`, false],
    [
      'a wrapped word',
      `\nscope: ${'x'.repeat(40)}\nWord\nprompt: a`,
      `&scope=${'x'.repeat(40)}Word&prompt=a`,
      false,
    ],
  ])('with %s', (_, more, further, isCut) => {
    expect(found(list + more)).toEqual([[whole + further, isCut]]);
  });

  test.each([
    '',
    'Page 1 of 2',
    'x-tenant: 12',
    'Tenant:',
    'foo.bar: 1',
    'resource[0]: a',
    '$expand: a',
    'nonce',
  ])('goes on after the line %j', (between) => {
    const scopes = `scope: ${'api:data:news '.repeat(3).trim()}`;
    const challenge = 'code_challenge: Kj-x';
    const further = `&${scopes}&${challenge}`.replaceAll(': ', '=');
    expect(found(`${list}\n${between}\n${scopes}\n${challenge}`)).toEqual([[whole + further, false]]);
    expect(found(`${list}\n${scopes}\n${between}\n${challenge}`)).toEqual([[whole + further, false]]);
  });

  test.each([
    `code: c1`,
    '\ngrant_type: a',
    'Error 400',
    'https://a.example/',
    '\nclient_id: 0oa2',
    'a\nb\nc\nd',
  ])('ends before %j, although a parameter follows', (between) => {
    expect(found(`${list}\n${between}\nredirect_uri: a`)[0]?.[0]).not.toContain('redirect_uri');
  });

  test.each([
    'a\nb\nc\nd\nredirect_uri: a',
    'status: 400\nredirect_uri: a',
    'redirect_uri: window.location,',
    'redirect_uri=a',
    '- redirect_uri: a',
  ])('is partial if it stands apart from a parameter, as in %j', (other) => {
    expect(recognize(`${list}\n${other}`).requests).toMatchObject([{ isPartial: true }]);
    expect(recognize(`${other}\na\nb\nc\nd\n${list}`).requests).toMatchObject([{ isPartial: true }]);
  });

  test.each(['grant_type: a', 'client_id=a', 'redirect_uri', 'redirect_uri is a', ''])(
    'is whole beside %j',
    (other) => {
      expect(recognize(`${list}\na\nb\nc\nd\n${other}`).requests[0]).not.toHaveProperty('isPartial');
    },
  );

  test('may be in columns, with or without a colon', () => {
    for (const separator of ['   ', '   : '])
      expect(found(list.replaceAll(': ', separator))).toEqual([[whole, false]]);
  });

  test('is partial if another one has only other parameters', () => {
    const other = 'scope=a\nredirect_uri=b';
    const both = [{ isPartial: true }, { isPartial: true }];
    expect(recognize(`${list}\n${other}`).requests).toMatchObject(both);
    expect(recognize(`${other}\n${list}`).requests).toMatchObject(both);
    expect(recognize(`${list}\n${other}\nstate=s2`).requests[1]).not.toHaveProperty('isPartial');
  });

  test('ends where its names follow again', () => {
    const other = list.replace('s1', 's2');
    expect(found(`${list}\n${other}`)).toEqual([
      [whole, false],
      [whole.replace('s1', 's2'), false],
    ]);
    expect(found(`${list}\nclient_id: 0oa2\nscope: a`)).toEqual([[`${whole}&client_id=0oa2&scope=a`, false]]);
  });

  test.each([
    ['<https://a.example/x>', 'https://a.example/x'],
    ['https://a.example/x<https://a.example/x>', 'https://a.example/x'],
    ['[https://a.example/x](https://a.example/x)', 'https://a.example/x'],
    ['<https://a.example/x|https://a.example/x>', 'https://a.example/x'],
    ['**b**', 'b'],
    ['`b`', 'b'],
    ["'b';", 'b'],
    ["['b']", 'b'],
    ['<your-redirect-uri>', '<your-redirect-uri>'],
    ['_b_', '_b_'],
    ['b # a row', 'b'],
    ['b (same as portal)', 'b'],
    ['b <- from the wizard', 'b'],
    ['b, Send in Request URL', 'b'],
    ['b#c', 'b#c'],
    ['b (c) d', 'b (c) d'],
  ])('may have a value such as %s', (value, plain) => {
    expect(found(`${list}\nredirect_uri: ${value}`)).toEqual([[`${whole}&redirect_uri=${plain}`, false]]);
  });

  test.each(["['a', 'b']", "'a', more", "'a' + b,", '`$' + '{a}`', 'a,'])(
    'has no value such as %s',
    (value) => {
      expect(recognize(`${list}\n'redirect_uri': ${value}`).requests).toMatchObject([
        { parameters: { length: 3 }, isPartial: true },
      ]);
    },
  );

  test.each([
    'https://apps\u2026',
    'https://apps...',
    '[REDACTED]',
    '[a, b]',
    '**********',
    '\u2022\u2022\u2022\u2022',
    '|\n  Kj-x',
    '>-\n  Kj-x',
    '\n  - a\n  - b',
    "'a'\n  'b'",
    "'a'\n  + 'b'",
  ])('has only part of a value, or none, such as %j', (value) => {
    const text = `client_id: 0oa1\nresponse_type: code\nredirect_uri: ${value}\nstate: s1`;
    expect(recognize(text).requests).toMatchObject([
      {
        parameters: [{ name: 'client_id' }, { name: 'response_type' }, { name: 'state' }],
        isPartial: true,
      },
    ]);
  });

  test.each(["'https://apps...", '"https://apps\u2026'])('may end in a quotation, such as %s', (value) => {
    expect(recognize(`${list}\nredirect_uri: ${value}`).requests).toMatchObject([
      { parameters: { length: 3 }, isPartial: true },
    ]);
  });

  test('may begin after a tag', () => {
    expect(found(`<pre>${list}</pre>`)).toEqual([[whole, false]]);
  });

  test.each([
    'client_id,redirect_uri\nresponse_type,state',
    '| client_id | redirect_uri |\n| state | scope |',
    'client_id, response_type\nscope, state and so on',
  ])("isn't the head of a table, or prose, such as %j", (text) => {
    expect(found(text)).toEqual([]);
  });

  test('may have a misspelled key, or several spaces before a value', () => {
    const misspelled = `Code-Challenge: Kj-x\nprompt:  a`;
    expect(found(`${list}\n${misspelled}`)).toEqual([[`${whole}&Code-Challenge=Kj-x&prompt=a`, false]]);
  });

  test.each([
    [
      'a value of two lines',
      `\nscope\n${'x'.repeat(40)}\nKj-x\nprompt\na`,
      `&scope=${'x'.repeat(40)}Kj-x&prompt=a`,
    ],
    ['a text', '\nNot a name\na', ''],
    ['a text after a name', '\nnote\n\nNot a name', ''],
    ['no value', '\nnote\n\nprompt\na', '&note=&prompt=a'],
  ])('on separate lines with %s', (_, more, further) => {
    expect(found(list.replaceAll(': ', '\n') + more)).toEqual([[whole + further, false]]);
  });

  test.each(requestNames.filter((name) => !list.includes(name)))('may contain %s', (name) => {
    expect(found(`${list}\n${name}:x1`)).toEqual([[`${whole}&${name}=x1`, false]]);
  });

  test('may begin after text, even after its first parameter', () => {
    expect(found(`note: x\n${list}`)).toEqual([[whole, false]]);
    expect(found(list.replaceAll(': ', '\n').replace(/^/gm, '  '))).toEqual([[whole, false]]);
    expect(found(`Ann: ${list}`)).toEqual([[whole, false]]);
    expect(found(list.replace('\n', ' '))).toEqual([[whole, false]]);
    expect(found(`prompt\n${list.replaceAll(': ', '\n')}`)).toEqual([[whole, false]]);
  });

  test.each(['state: a\nscope: b', 'client_id is a\nb\nresponse_type is c\nd', 'client_id: a\nstate is b'])(
    'is not %j',
    (text) => {
      expect(found(text)).toEqual([]);
    },
  );

  test.each([
    ['no value', '\nprompt=\nnonce=n1', '&prompt=&nonce=n1'],
    ['a wrapped line', `\nscope=${'x'.repeat(40)}\ndef1`, `&scope=${'x'.repeat(40)}def1`],
  ])('as in a form with %s', (_, more, further) => {
    expect(found(list.replaceAll(': ', '=') + more)).toEqual([[whole + further, false]]);
  });

  test.each([[...'([{,;\\'], '; '].flat().map((end) => `x${end}`))(
    'is no code that ends like %s',
    (value) => {
      expect(found(`client_id: ${value}\nredirect_uri: b\nstate: ${value}`)).toEqual([]);
    },
  );

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
  const request = 'https://a-b.example/authorize?client_id=0oa1&response_type=code&state=s1';
  const outer = (before: string, after = '') =>
    `https://b.example/in?${before}=${encodeURIComponent(request)}${after}`;

  test.each([
    [outer('from'), false],
    [outer('from', '&x=1'), false],
    [outer('from', '…'), true],
    [outer('from', '&x=1…'), false],
    [`https://b.example/in?x=1&from=${request}`, false],
    [`https://b.example/in?from=${request}`, false],
    [
      `${request.replace('?', '?x=').replaceAll('=', '%3D').replaceAll('&', '%26')}#a=b`.replace('x%3D', ''),
      false,
    ],
    [`https://b.example/in?x=1&from=${request}…`, true],
    [`https://b.example/in#/x?from=${encodeURIComponent(request)}`, false],
    [`https://b.example/in?from=${encodeURIComponent(outer('to'))}`, false],
    [`https://b.example/in?from=${encodeURIComponent(request.replace('https://a-b.example', ''))}`, false],
    [`https://b.example/in?from=${encodeURIComponent(request.replace('https://', ''))}`, false],
  ])('%s is read, cut: %s', (paste, isCut) => {
    const [found, ...others] = recognize(paste).requests;
    expect(found?.endpoint).toMatch(/^(?:(?:https:\/\/)?a-b\.example)?\/authorize$/);
    expect([found?.parameters.slice(0, 2), found?.isCut, others]).toEqual([
      [
        { name: 'client_id', value: '0oa1' },
        { name: 'response_type', value: 'code' },
      ],
      isCut,
      [],
    ]);
  });

  test.each([
    `redirect_uri=${encodeURIComponent(request)}`,
    `redirect_uri=${request}`,
    `from=${encodeURIComponent(request.slice(request.indexOf('?') + 1))}`,
    `from=x${request}`,
  ])('is none as in %s', (query) => {
    const { requests } = recognize(`https://b.example/authorize?client_id=1&${query}`);
    expect(requests.map(({ endpoint }) => endpoint)).toEqual(['https://b.example/authorize']);
  });

  test('may be in a response', () => {
    const { requests, responses } = recognize(
      `https://b.example/?error=access_denied&state=s1&from=${encodeURIComponent(request)}`,
    );
    expect([requests.length, responses.length]).toEqual([1, 1]);
  });

  test('may have a response in its fragment', () => {
    const landed = encodeURIComponent('https://a.example/x#error=access_denied&state=s1');
    expect(recognize(`https://b.example/in?to=${landed}`).responses).toMatchObject([
      { endpoint: 'https://a.example/x' },
    ]);
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
  ['WWW-Authenticate : X error="invalid_scope", error_description="It broke"', 'invalid_scope'],
  ['Basic Error="access_denied", error_description="It broke"', 'access_denied'],
])('the challenge %s has an error', (line, code) => {
  expect(recognize(`HTTP/1.1 401\n${line}\nDate: x`).messages).toContainEqual({ code, words: 'It broke' });
});

describe('a URL that immediately follows another one', () => {
  const first = 'https://a.example/x?client_id=0oa1&state=s1';
  const valuesOf = (text: string) =>
    recognize(text).requests.map(({ parameters }) => parameters.map(({ value }) => value));

  test.each(['', ',', ';'])('after %j is read by itself', (mark) => {
    const second = 'https://b.example/x?client_id=0oa2&state=s2';
    expect(valuesOf(first + mark + second)).toEqual([
      ['0oa1', 's1'],
      ['0oa2', 's2'],
    ]);
  });

  test('may follow the one where a sign-in ended', () => {
    const { requests, responses } = recognize(`https://b.example/cb?code=c1&state=s1${first}`);
    expect([requests.length, responses[0]?.parameters.at(-1)?.value]).toEqual([1, 's1']);
  });

  test('may have no query after a redirect URI of Jitterbit', () => {
    const landed = 'https://b.example/authcode';
    expect(valuesOf(`${first}&redirect_uri=${landed}https://b.example/`)).toEqual([['0oa1', 's1', landed]]);
  });

  test('may follow a URL that is a value', () => {
    const landed = 'https://b.example/cb';
    expect(valuesOf(`${first}&redirect_uri=${landed}${first}`)).toEqual([
      ['0oa1', 's1', landed],
      ['0oa1', 's1'],
    ]);
  });

  test.each(['https://b.example/', 'https://b.example/?x=1', 'c:https://b.example/'])(
    'may be in a value: %s',
    (text) => {
      expect(valuesOf(`${first}-${text}&scope=a`)).toEqual([['0oa1', `s1-${text}`, 'a']]);
    },
  );
});

describe('of a text, a URL is', () => {
  const query = '?client_id=0oa1&state=s1';
  const encoded = encodeURIComponent(`https://a.example/x${query}`);

  test.each([
    ['x <|https://a.example/x?client_id=1&state=s|> y', 's'],
    ['x|HTTPS://a.example/x?client_id=1&state=s|" y', 's'],
    [`x |${encoded}|?x=1`, 's1'],
    [`x |${encoded}|=1`, 's1'],
    [`x |${encoded}|#1`, 's1'],
    [`x;|https://a.example/x${query}|;y`, 's1'],
    [`x,|https://a.example/x${query}|日本,y`, 's1'],
    [`**|https://a.example/x${query}|** y`, 's1'],
    [`**see |https://a.example/x${query}|** y`, 's1'],
    [`url:|a-b.example/x${query}|. y`, 's1'],
    [`:path:|/x${query}|`, 's1'],
    [`url=|${query}|!`, 's1'],
    [`x"|a.example/x${query}|`, 's1'],
    [`/y?a=b"|https://a.example/x${query}|`, 's1'],
    [`|/x${query}|"https://b.example`, 's1'],
    ['|?client_id=0oa1&state=s1&|日本', 's1'],
    [`https://b.example/">|/x${query}|`, 's1'],
    [`|/x${query}|日本`, 's1'],
    [`|${encodeURIComponent(encodeURIComponent(encoded))}|`, 's1'],
    ['|?client_id=0oa1&scope=日&state=s1|', 's1'],
    ['|?client_id=日&state=s1|', 's1'],
    ['|?client_id=0oa1&state=s~1|', 's~1'],
    ['|scope=https://b.example&client_id=0oa1&state=s1|', 's1'],
    ['|redirect_uri=https://b.example&client_id=0oa1&state=s1|', 's1'],
    ['|?client_id=0oa1&state=|日本', ''],
    ['|/x%3Fredirect_uri%3Dhttps%3A%2F%2Fb.example%26client_id%3D0oa1%26state%3Ds1|', 's1'],
    [`|/x?state=s1&client_id=1&redirect_uri=https://b.example|`, 's1'],
  ])('the part between bars in %s', (marked, state) => {
    const text = marked.replaceAll('|', '');
    const found = urlsInText(text);
    expect(found.map(({ start, end }) => text.slice(start, end))).toEqual([marked.split('|')[1]]);
    expect(found.flatMap(({ requests }) => requests)).toMatchObject([
      { parameters: expect.arrayContaining([{ name: 'state', value: state }]) },
    ]);
  });
});

test.each([
  [':authority: a.example\n:method: GET\n:path: /authorize?client_id=1', 'a.example/authorize'],
  ['GET /authorize?client_id=1\n  HOST: a-b.example:80\n', 'a-b.example:80/authorize'],
  ['GET /authorize?client_id=1\n\nNo host: a.example', '/authorize'],
])('the endpoint in %j is %s', (text, endpoint) => {
  expect(urlsInText(text)).toMatchObject([{ requests: [{ endpoint }] }]);
});

test.each([
  ['/x?a=b#c=d', { endpoint: '/x', query: 'a=b', fragment: 'c=d' }],
  ['/x?a=b?c#/d?e=f#g', { endpoint: '/x', query: 'a=b?c', fragment: 'e=f#g' }],
  ['a=b', { query: 'a=b', fragment: '' }],
  ['?a=b', { query: 'a=b', fragment: '' }],
  ['/x/a=b', { endpoint: '/x/a=b', query: '', fragment: '' }],
  ['x:a=b', { endpoint: 'x:a=b', query: '', fragment: '' }],
  ['#a=b?c=d', { query: '', fragment: 'a=b?c=d' }],
])('the parts of %s', (text, parts) => {
  expect(urlText(text)).toEqual(parts);
});

test.each([
  ['a=b', '', 'a=b', false],
  ['a=b…', '', 'a=b', true],
  ['a=b…c\nd', '', 'a=b', true],
  ['a=b...', '', 'a=b', true],
  ['a=b...c', '', 'a=b...c', false],
  ['a=b[...]', '', 'a=b', true],
  ['a=b[', '...]', 'a=b', true],
  ['a=b%', '', 'a=b', true],
  ['a=b%F', '', 'a=b', true],
  ['a=b', '.…', 'a=b', true],
  ['a=b', '[…]', 'a=b', true],
  ['a=b', ' …', 'a=b', true],
])('%j before %j is cut: %s, %s', (raw, rest, text, isCut) => {
  expect(withoutCut(raw, rest)).toEqual({ text, isCut });
});

test.each([
  ['a=b', false],
  ['a', false],
  ['a=b&', true],
  ['a=b&c', true],
  ['a=b&c=', false],
  ['a=b%25', true],
  ['a=b%2525F', true],
  ['a=b%252F', false],
])('the query %s ends inside of a name or an escape: %s', (query, isInside) => {
  expect(endsInside(query)).toBe(isInside);
});

test.each([
  ['a%3Ab+c+d', 'd%20e', 'a:b c d', 'd e'],
  ['a%3ab', 'd', 'a:b', 'd'],
  ['a%3Ab', 'c:d%20', 'a%3Ab', 'c:d%20'],
  ['a%20b', 'd', 'a%20b', 'd'],
])('the list %s, %s contains %s, %s', (...values) => {
  const listOf = (texts: string[]) => texts.map((value) => ({ name: 'x', value }));
  expect(decodedList(listOf(values.slice(0, 2)))).toEqual(listOf(values.slice(2)));
});

test.each([
  ['https%3A%2F%2Fa.example', 'a:b%20c', 'https://a.example', 'a:b c'],
  ['https://a.example', 'a:b%20c', 'https://a.example', 'a:b%20c'],
])('with the redirect URI %s, %s means %s, %s', (uri, scope, ...meant) => {
  const listOf = (values: string[]) =>
    ['redirect_uri', 'scope'].map((name, at) => ({ name, value: values[at] ?? '' }));
  expect(decodedList(listOf([uri, scope]))).toEqual(listOf(meant));
});

test.each([
  ['?client_id=0oa1&scope=a&state=s1&redirect…', ['client_id', 'scope', 'state']],
  ['?client_id=0oa1&scope=a&state=…', ['client_id', 'scope']],
  ['?client_id=0oa1&scope=a&state=', ['client_id', 'scope', 'state']],
  ['?client_id=0oa1&scope=a&state=s1…', ['client_id', 'scope', 'state']],
])('%s has the parameters %j', (text, names) => {
  expect(urlsInText(text)[0]?.requests[0]?.parameters.map(({ name }) => name)).toEqual(names);
});

test('text before and after a challenge remains', () => {
  const challenge = 'WWW-Authenticate: Bearer error="invalid_grant", error_description="It broke"';
  expect(recognize(`Bob says so\n${challenge}\nand more`).messages).toEqual([
    { code: 'invalid_grant', words: 'It broke' },
    { words: 'Bob says so and more' },
  ]);
});

test.each([
  ['error="invalid_grant", error_description="It broke"', [expect.stringContaining('error_description')]],
  ['401 - 12/3', []],
])('the messages in %s are %j', (text, words) => {
  expect(recognize(text).messages.map((message) => message.words)).toEqual(words);
});

test.each([
  [[], 'abc\ndef'],
  [[[0, 2]], '  c\ndef'],
  [[[1, 5]], 'a  \n ef'],
  [
    [
      [0, 5],
      [1, 3],
      [4, 6],
    ],
    '   \n  f',
  ],
])('a text without the places %j', (places, left) => {
  expect(
    masked(
      'abc\ndef',
      places.map(([start = 0, end = 0]) => ({ start, end })),
    ),
  ).toBe(left);
});

test.each([
  ['https://a/?b=c%%20d&e=%%\n2\n0 100%%', 'https://a/?b=c%20d&e=%\n2\n0 100%'],
  ['https://a/?b=c%\n%20d', 'https://a/?b=c\n%20d'],
  ['https://a/?b=c%%20d%20e', 'https://a/?b=c%%20d%20e'],
  ['a%%3A', 'a%%3A'],
  [
    'https://urldefense.proofpoint.com/v2/url?u=https-3A__a-2Db.example_x-5Fy&d=z>',
    'https://a-b.example/x_y>',
  ],
  ['https://urldefense.proofpoint.com/v2/url?u=https-3A__a.exam', 'https://a.exam…'],
  [
    'https://urldefense.proofpoint.com/v2/url?u=https-3A__a.exam\n  ple \n\t&d=z&e=\nz z',
    'https://a.example>\nz z',
  ],
  ['https://urldefense.proofpoint.com/v2/url?u=https-3A__a.exam\n ple z', 'https://a.exam…\n ple z'],
  ['https://x.protection.sophos.com?d=a.example&u=aHR0cDovL2EuZXhhbXBsZS8=&i=z"', 'http://a.example/"'],
  ...[
    'https://urldefense.proofpoint.com/v2/url?u=x&d=z',
    'https://urldefense.proofpoint.com/v3/url?u=https-3A__a.example&d=z',
    'https://x.sophos.com/?d=a.example&u=aHR0cDovL2EuZXhhbXBsZS8=&i=z',
    'https://protect-eu.mimecast.com/s/AbC?domain=a.example',
  ].map((link) => [link, link]),
])('the URL in %s is readable: %s', (paste, plain) => {
  expect(plainPaste(paste)).toBe(plain);
});

test.each([
  ['{"text":"eyJhIjoi4oKsIn0=","encoding":"base64"}', '{"text":"{\\"a\\":\\"€\\"}","encoding":"base64"}'],
  ['"encoding" : "base64",\n "text": "YQ=="', '"encoding" : "base64",\n "text": "a"'],
  ...['{"text":"YQ=="}', '{"text":"/wD/","encoding":"base64"}'].map((json) => [json, json]),
])('the body in %j is readable: %s', (paste, plain) => {
  expect(plainPaste(paste)).toBe(plain);
});

test.each([
  ['https://a.example/v3/__HTTPS://b.example/x?a=*&b=c**Bd__;MTIzNA!!x', 'HTTPS://b.example/x?a=1&b=c234d'],
  ['http://a.example/v2/__http://b.example/x__.YXA', 'http://b.example/x'],
  ['https://a.example/v3/__https://b.example/x?a=b*c*d', 'https://b.example/x?a=b…'],
  ...['_', '__…', '___', '___…'].map((end) => [
    `https://a.example/v2/r01/___https://b.example/x?a=b_c${end}`,
    'https://b.example/x?a=b_c…',
  ]),
  ...['_...', '__', '__;', '__;[…]'].map((end) => [
    `https://a.example/v3/__https://b.example/x?a=b${end}`,
    'https://b.example/x?a=b…',
  ]),
  ...['/v2/___https://b.example/x?a=b_c', '/v3/https://b.example/x__'].map((path) => [
    `https://a.example${path}`,
    `https://a.example${path}`,
  ]),
  ['https://a-b.example/v2/r01/___https://b.example/x___.YXA', 'https://b.example/x'],
  ['https://a.example/v3/__https://b.example/x__;!!x__;!!y', 'https://b.example/x'],
  ['https://a.example/x?__https://b.example/x__;!!x', 'https://a.example/x?__https://b.example/x__;!!x'],
])('link protection in %s: %s', (url, plain) => {
  expect(withoutLinkProtection(url)).toBe(plain);
});

test('requests are found in the order of their places', () => {
  const all = ['?client_id=1&state=s', 'client_id: 2\nstate: s', '{"a":{"client_id":"3","state":"s"}}'];
  const idsIn = (pastes: string[]) =>
    recognize(pastes.join('\n\n')).requests.map(({ parameters }) => parameters[0]?.value);
  expect(idsIn(all)).toEqual(['1', '2', '3']);
  expect(idsIn(all.toReversed())).toEqual(['3', '2', '1']);
});
