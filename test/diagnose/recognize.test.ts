import { describe, expect, test } from 'vitest';
import { recognize } from '../../src/diagnose/recognize/recognize.ts';
import { documentedScopes, otherScopes } from '../../src/facts/scopes.ts';

const authorize = 'https://api.zoominfo.com/gtm/oauth/v1/authorize';
const landing = 'https://apps.na-east.jitterbit.com/design-studio/api/v1/oauth/authcode';
const request = `${authorize}?response_type=code&client_id=0oa1&redirect_uri=${encodeURIComponent(landing)}&state=s1`;

const valuesOf = (paste: string) =>
  recognize(paste).requests.map(({ parameters }) =>
    Object.fromEntries(parameters.map(({ name, value }) => [name, value])),
  );

describe('broken requests are still requests', () => {
  test.each([
    ['no response_type', `${authorize}?client_id=0oa1&redirect_uri=${landing}`],
    ['no client_id', `${authorize}?response_type=code&redirect_uri=${landing}`],
    ['only the scope', `${authorize}?scope=api%3Adata%3Acompany`],
    ['the token URL', `${authorize.replace('authorize', 'token')}?client_id=0oa1&redirect_uri=${landing}`],
    ['another host', `https://login.zoominfo.com/oauth?response_type=code&client_id=0oa1`],
    [
      'what belongs in the token request',
      `${authorize}?client_id=0oa1&grant_type=authorization_code&client_secret=x`,
    ],
  ])('%s', (_name, url) => {
    expect(recognize(`See ${url} there`).requests).toHaveLength(1);
  });
});

describe('the endpoint is what was pasted', () => {
  test.each([
    [request, authorize],
    [request.replace('https://', ''), authorize.replace('https://', '')],
    [request.slice(request.indexOf('/gtm')), '/gtm/oauth/v1/authorize'],
    [
      `GET ${request.slice(request.indexOf('/gtm'))} HTTP/1.1\nHost: api.zoominfo.com\n`,
      'api.zoominfo.com/gtm/oauth/v1/authorize',
    ],
    [request.slice(request.indexOf('?') + 1), undefined],
  ])('%s', (paste, endpoint) => {
    expect(recognize(paste).requests.map((each) => each.endpoint)).toEqual([endpoint]);
  });
});

describe('a request as developer tools show it', () => {
  const parameters = { response_type: 'code', client_id: '0oa1', scope: 'a b' };
  const queryString = Object.entries(parameters).map(([name, value]) => ({ name, value }));
  const parts = { scheme: 'http', host: 'api.zoominfo.com', filename: '/gtm/oauth/v1/authorize' };
  const { scheme: _, ...withoutScheme } = parts;
  const linesOf = (between: string) =>
    queryString.map(({ name, value }) => name + between + value).join('\n');

  test.each([
    [JSON.stringify({ request: { url: authorize, queryString } }), authorize],
    [JSON.stringify({ GET: { ...parts, query: parameters } }), authorize.replace('https', 'http')],
    [JSON.stringify({ GET: { ...withoutScheme, query: parameters } }), authorize],
    [JSON.stringify([parameters]), undefined],
    [linesOf(': '), undefined],
    [linesOf('='), undefined],
    [linesOf('\t'), undefined],
    [linesOf('\n'), undefined],
    [linesOf(': ').replace(/: (.*)/g, ': "$1"'), undefined],
  ])('%s', (paste, endpoint) => {
    const { requests } = recognize(paste);
    expect(requests.map((each) => each.endpoint)).toEqual([endpoint]);
    expect(valuesOf(paste)).toEqual([parameters]);
  });

  test('a URL with its query counts instead of its list', () => {
    const entry = { url: `${request}&scope=a`, queryString };
    expect(valuesOf(JSON.stringify(entry))).toMatchObject([{ scope: 'a', state: 's1' }]);
  });

  test.each([
    ['a parameter without a value', 'response_type: code\nprompt:\nclient_id: 0oa1', { prompt: '' }],
    [
      'an encoded list',
      `redirect_uri: ${encodeURIComponent(landing)}\nscope: a+b%3Ac\nclient_id: 0oa1`,
      { redirect_uri: landing, scope: 'a b:c' },
    ],
    ['an unencoded list', `redirect_uri: ${landing}\nscope: a+b\nclient_id: 0oa1`, { scope: 'a+b' }],
    ['a list with other names', 'client_id: 0oa1\nscope: a\nresponse_type: code\nhost: x', { scope: 'a' }],
  ])('%s', (_name, paste, expected) => {
    const [found, ...others] = valuesOf(paste);
    expect([found, others]).toEqual([expect.objectContaining({ client_id: '0oa1', ...expected }), []]);
    expect(found).not.toHaveProperty('host');
  });
});

test.each([`> It was this:\n> ${request}`, `Ann wrote:\n> ${request.slice(0, 80)}\n> ${request.slice(80)}`])(
  'a request quoted in a reply is found as a whole: %j',
  (paste) => {
    expect(recognize(paste).requests.map((each) => each.endpoint)).toEqual([authorize]);
    expect(valuesOf(paste)).toMatchObject([{ redirect_uri: landing, state: 's1' }]);
  },
);

describe('a missing end', () => {
  test.each(['…', '...', '[...]', '[…]', '%', '%2', '…"', '... and so on'])('%j marks a cut', (end) => {
    expect(recognize(`"${request}${end}`).requests).toMatchObject([{ isCut: true }]);
    expect(valuesOf(`"${request}${end}`)).toMatchObject([{ state: 's1' }]);
  });

  test.each(['', '.', '!', ').', '"', '. Then...'])("%j doesn't mark a cut", (end) => {
    expect(recognize(`${request}${end}`).requests).toMatchObject([{ isCut: false }]);
  });

  test('a complete copy counts more than a truncated one', () => {
    expect(recognize(`${request}\n${request.slice(0, -40)}…`).requests).toMatchObject([{ isCut: false }]);
  });
});

describe("a line after a URL isn't part of it", () => {
  test.each([
    'Forbidden',
    '400 Bad Request',
    'Your request resulted in an error.',
    'access_denied',
    'invalid_client: bad',
    'Error: 400',
    '{"error":"invalid_client"}',
    '<html>',
    'client_id is wrong',
    `${landing}?error=access_denied&state=s1`,
    '-H "accept: */*"',
    '2026-11-26 10:00 error',
  ])('%j', (line) => {
    expect(valuesOf(`${request}\n${line}`)).toMatchObject([{ state: 's1' }]);
    expect(valuesOf(`${request}&code_challenge_method=S256\n${line}`)).toMatchObject([
      { code_challenge_method: 'S256' },
    ]);
  });
});

/** A request in which no value can be longer or shorter unnoticed. */
const whole = `${request}&code_challenge=${'Ab1-'.repeat(10)}_yZ&code_challenge_method=S256`;
const inJira = (url: string): string => `{noformat}${url}{noformat}`;
/** A URL as rewritten by Proofpoint. */
const rewritten = (url: string): string => {
  const replaced = url.match(/%/g)?.join('') ?? '';
  const left = Buffer.from(replaced).toString('base64url');
  return `https://urldefense.com/v3/__${url.replaceAll('%', '*')}__;${left}!!ABC-d!x$`;
};

const escapedInLines = (url: string): string =>
  url.replaceAll('&', '\\u0026').replace(/26(?=redirect|code_challenge_)|jitterb(?=it)/g, '$&\n');

/** With its "=" at a place where quoted-printable breaks lines. */
const carrier = 'https://okta-login.zoominfo.com/login/default/login.htm?fromURI=';

test.each([
  ['text in Japanese', `エラー：${whole}。ここ`],
  ['text in Chinese', `地址是：${whole}，然后`],
  ['a dash', `the URL—${whole}—is shown`],
  ['Jira markup', inJira(whole)],
  ['BBCode', `[url=${whole}]here[/url]`],
  ['a line of CSV', `10:32,${whole},302`],
  ['a rule', `${whole.replace('&code_challenge_method=S256', '')}\n---`, 'S256'],
  ['the time of the next message', `${whole}&x=https://a.example/b\n10:33\nhm`],
  ['the path of an archive', `https://web.archive.org/web/2026/${whole}`],
  ['an encoded path', `https://secure-web.cisco.com/1abc/${encodeURIComponent(whole)}`],
  ['Proofpoint link protection', rewritten(whole)],
  ['Avanan link protection', `https://url.avanan.click/v2/___${whole}___.YXAzOm`],
  ['parameters in a fragment', `https://login.example/#/in?fromURI=${encodeURIComponent(whole)}`],
  ['another URL, then Markdown', `https://a.example/b?c=d&scope=a,b [x](${whole} "y")`],
  ['another URL, then BBCode', `https://a.example/b?c=d\n[url=${whole}]x[/url]`],
  ['line breaks in JSON', JSON.stringify({ text: whole.replace(/.{70}/g, '$&\r\n') })],
  ['line breaks in HTML', whole.replaceAll('&', '&amp;').replace(/.{70}/g, '$&<br>\n')],
  ['line breaks in Jira markup', inJira(whole.replace(/.{70}/g, '$&\n'))],
  ['lines that end with "&"', whole.replaceAll('&', '&\n    ')],
  ['a line that ends with "="', `${carrier}\n${encodeURIComponent(whole)}`],
  [
    'a line that ends with "=" after an invisible character',
    `${carrier.replace(/=$/, '\u00ad=')}\n${encodeURIComponent(whole)}`,
  ],
  ['lines that end with an escaped "&"', whole.replaceAll('&', '\\u0026\n    ')],
  ['line breaks before names and inside values', escapedInLines(whole)],
])('a request is separated from %s', (_name, paste, method = '') => {
  const parameters = Object.fromEntries(new URL(whole).searchParams);
  if (method !== '') delete parameters.code_challenge_method;
  expect(valuesOf(paste).at(-1)).toMatchObject(parameters);
  expect(recognize(paste).requests.at(-1)?.endpoint).toBe(authorize);
  expect(valuesOf(paste).at(-1)?.code_challenge).toHaveLength(43);
});

test('a URL with a line break inside its host keeps its host', () => {
  const end = authorize.indexOf('/gtm');
  for (let at = 'https://'.length + 1; at < end; at += 1)
    expect(recognize(`${request.slice(0, at)}\n${request.slice(at)}`).requests).toMatchObject([
      { endpoint: authorize },
    ]);
});

test('log lines may be wrapped inside a path and have commas', () => {
  const path = `${request.slice(request.indexOf('/gtm'))}&scope=a,b&prompt=login`;
  const log = `10.0.0.1 - - "GET ${path} HTTP/1.1" 302`;
  const found = [{ endpoint: '/gtm/oauth/v1/authorize' }];
  expect(recognize(log).requests).toMatchObject(found);
  expect(recognize(`${log.slice(0, 32)}\n   ${log.slice(32)}`).requests).toMatchObject(found);
  expect(valuesOf(log)).toMatchObject([{ scope: 'a,b', prompt: 'login' }]);
});

test('a path or a query on the next line is another URL', () => {
  const path = request.slice(request.indexOf('/gtm'));
  expect(recognize(`${path}\n${path}`).requests).toHaveLength(1);
  expect(recognize(`https://a.example/b?c=d\n${request.slice(request.indexOf('?'))}`).requests).toEqual([
    expect.objectContaining({ parameters: expect.arrayContaining([{ name: 'client_id', value: '0oa1' }]) }),
  ]);
});

describe('a list of parameters', () => {
  const landingInTwo = landing.replace('/oauth/', '/oa\nuth/');
  const scopes = 'api:data:company api:data:contact api:data:news';
  test.each([
    ['begins without a value', `response_type: \nclient_id: 0oa1\nscope: ${scopes}\nstate: s1`, ''],
    ['begins with a tab', `response_type\t\nclient_id\t0oa1\nscope\t${scopes}\nstate\ts1`, ''],
    [
      "has Chrome's word for no value",
      `response_type: (empty)\nclient_id: 0oa1\nscope: ${scopes}\nstate: s1`,
      '',
    ],
    [
      'has names and values on separate lines',
      `state\ns1\nclient_id\n0oa1\nnote\n\nresponse_type\nscope\n${scopes}`,
      '',
    ],
    ['was sent in a chat', `[10:32] Bob: response_type: code\nclient_id: 0oa1\nscope: ${scopes}\nstate: s1`],
    ['is in a page', `<p>response_type: code\nclient_id: 0oa1\nscope: ${scopes}\nstate: s1</p>`],
    [
      'was wrapped',
      `response_type: code\nredirect_uri: ${landingInTwo}\nclient_id: 0oa1\nscope: api:data:company api:data:contact\napi:data:news\nstate: s1`,
    ],
    [
      'was wrapped by an email',
      `response_type: code\nredirect_uri: ${landing.slice(0, 60)}=\n${landing.slice(60)}\nclient_id: 0oa1\nscope: ${scopes}\nstate: s1`,
    ],
    [
      'is encoded',
      `response_type: code\nclient_id: 0oa1\nscope: ${scopes.replaceAll(':', '%3A').replaceAll(' ', '%20')}\nstate: s1`,
    ],
  ])('%s', (_name, paste, response_type = 'code') => {
    expect(valuesOf(paste)).toMatchObject([{ response_type, client_id: '0oa1', scope: scopes, state: 's1' }]);
    expect(recognize(paste).messages.map(({ words }) => words)).not.toContainEqual(
      expect.stringContaining('client_id'),
    );
  });
});

test('encoded text in a value is part of it', () => {
  const url = `${request}&scope=a%20b%E2%80%8B%0A+c%252B`;
  expect(valuesOf(url)).toMatchObject([{ scope: 'a b\u200b\n c%2B' }]);
});

test.each(['api:data:contact', 'api:data:news'])(
  'a decoded URL may be wrapped before the scope %s',
  (scope) => {
    const scopes = 'api:data:company api:data:contact api:data:news';
    const url = `${authorize}?client_id=x&scope=${scopes}&redirect_uri=${landing}&state=1`;
    const found = [{ scope: scopes, redirect_uri: landing, state: '1' }];
    expect(valuesOf(url.replace(` ${scope}`, `\n${scope}`))).toMatchObject(found);
    expect(valuesOf(url.replaceAll(' ', '\n  '))).toMatchObject(found);
  },
);

test('a decoded URL may have every scope', () => {
  const scope = ['openid', ...documentedScopes, ...otherScopes, 'profile', 'offline_access'].join(' ');
  expect(valuesOf(`${authorize}?client_id=x&scope=${scope}&state=1`)).toMatchObject([{ scope, state: '1' }]);
});

test.each(['.', '"', '>', ').', ', and', '>;', '" b:c'])(
  'a decoded URL may end in its scopes, before %j',
  (end) => {
    const url = `${authorize}?client_id=x&state=1&scope=api:data:company api:data:contact`;
    expect(valuesOf(`"<(${url}${end}`)).toMatchObject([
      { state: '1', scope: 'api:data:company api:data:contact' },
    ]);
  },
);

test("spaces between scopes of a decoded URL aren't line wraps", () => {
  const url = `${authorize}?client_id=x&redirect_uri=${landing}&scope=api:data:company api:data:contact&state=1`;
  expect(valuesOf(`${url} and more`)).toMatchObject([
    { scope: 'api:data:company api:data:contact', state: '1' },
  ]);
});

test('each of several requests is found once, at its last place', () => {
  const other = request.replace('0oa1', '0oa2');
  expect(valuesOf([request, other, request].join('\n\n')).map((each) => each.client_id)).toEqual([
    '0oa2',
    '0oa1',
  ]);
});

describe('responses', () => {
  test.each([
    [`${landing}?error=invalid_scope&error_description=One+or+more%20scopes&state=s1`, 'One or more scopes'],
    [`${landing}#error=invalid_scope&error_description=bad`, 'bad'],
    [`https://example.com/#/login?error=access_denied&error_description=no`, 'no'],
    [`?error=access_denied&error_description=no&state=s1`, 'no'],
  ])('%s', (url, description) => {
    const { requests, responses } = recognize(`It ended at ${url}.`);
    expect(requests).toEqual([]);
    expect(responses).toHaveLength(1);
    expect(responses[0]?.parameters).toContainEqual(
      expect.objectContaining({ name: 'error_description', value: expect.stringContaining(description) }),
    );
  });

  test('a code', () => {
    const { responses } = recognize(`${landing}?code=abc&state=s1`);
    expect(responses).toMatchObject([{ endpoint: landing, isCut: false }]);
  });
});

describe('messages', () => {
  test.each([
    [
      '{"error":"invalid_client","error_description":"The client secret is invalid"}',
      'invalid_client',
      'client secret',
    ],
    [
      'got {"errorCode":"invalid_client","errorSummary":"Invalid value for \'client_id\' parameter"} back',
      'invalid_client',
      "'client_id' parameter",
    ],
    ['{"error":{"code":"ZI0002","message":"scope lacking"}}', undefined, 'ZI0002'],
    [
      '{"success":false,"error":{"errorMessage":"Failed: {\\"error\\":\\"invalid_grant\\",\\"error_description\\":\\"PKCE verification failed\\"}"}}',
      'invalid_grant',
      'PKCE verification failed',
    ],
    [
      '"{\\"error\\":\\"invalid_grant\\",\\"error_description\\":\\"PKCE verification failed\\"}"',
      'invalid_grant',
      'PKCE verification failed',
    ],
    [
      'error=invalid_grant&error_description=PKCE+verification+failed',
      'invalid_grant',
      'PKCE verification failed',
    ],
    [
      'WWW-Authenticate: Bearer error="invalid_client", error_description="No client credentials found"',
      'invalid_client',
      'No client credentials',
    ],
    [
      '<!doctype html><html><head><title>x</title></head><body><h1>400</h1><p>Error Code: invalid_request</p>The &#39;redirect_uri&#39; parameter must be</body></html>',
      'invalid_request',
      "'redirect_uri' parameter must be",
    ],
    [
      '<div>Error</div><pre>{&quot;error&quot;:&quot;invalid_scope&quot;,&quot;error_description&quot;:&quot;no such scope&quot;}</pre>',
      'invalid_scope',
      'no such scope',
    ],
    [
      '400 Bad Request\n\nError Code: invalid_request\nDescription: PKCE code challenge\n  is required',
      'invalid_request',
      'PKCE code challenge is required',
    ],
    [
      'OAuth failed with invalid_client: Client authentication failed',
      'invalid_client',
      'Client authentication failed',
    ],
    ['{ broken "error":"invalid_scope", "error_description":"no', 'invalid_scope', 'no'],
  ])('%s', (paste, code, words) => {
    const { requests, responses, messages } = recognize(paste);
    expect([requests, responses]).toEqual([[], []]);
    const found = messages.find((each) => each.words.includes(words));
    expect(found?.words).toContain(words);
    expect(found?.code).toBe(code);
  });

  test.each([
    ['prose', (text: string) => text],
    ['a page', (text: string) => `<html><body><p>${text}</p></body></html>`],
  ])('deep in %s', (_name, wrap) => {
    const filler = 'All work and no play makes a dull page. '.repeat(1000);
    const { messages } = recognize(wrap(`${filler}invalid_grant: PKCE verification failed ${filler}`));
    expect(messages).toMatchObject([{ code: 'invalid_grant' }]);
    expect(messages[0]?.words).toContain('PKCE verification failed');
    expect(messages[0]?.words.length).toBeLessThan(3000);
  });

  test('in a response body in a HAR file', () => {
    const text = '{"error":"invalid_client","error_description":"bad secret"}';
    const har = {
      log: { entries: [{ request: { url: 'https://x/token' }, response: { content: { text } } }] },
    };
    expect(recognize(JSON.stringify(har)).messages).toContainEqual({
      code: 'invalid_client',
      words: 'bad secret',
    });
  });
});

test('each of several responses is found once, and not as a message', () => {
  const landed = `${landing}?error=access_denied&state=s1`;
  const { responses, messages } = recognize(`${landed}\n\n${landed}`);
  expect([responses.length, messages]).toEqual([1, []]);
});

test('a request, a response and an error text in one paste', () => {
  const found = recognize(
    `The window was ${request}\nand it ended at <${landing}?error=invalid_scope&state=s1>.\n\nJitterbit says: {"error":"invalid_client","error_description":"No client credentials found"}`,
  );
  expect(found.requests).toHaveLength(1);
  expect(found.responses).toHaveLength(1);
  expect(found.messages).toContainEqual({ code: 'invalid_client', words: 'No client credentials found' });
});

describe('nothing to do with a sign-in', () => {
  test.each([
    'https://example.com/?q=client&page=2',
    'https://shop.example/?code=SAVE10',
    'https://example.com/?error=404',
    'const client_id = "x";\nconst redirect_uri = getUri(state);',
    'client_id=os.environ["ID"],\nredirect_uri="https://x/y",\nscope=scope,',
    'function f(a) { return { client_id: a.client_id, state }; }',
    'Set client_id and redirect_uri in the form, then response_type.',
    `The Authentication URL is ${authorize}.`,
    '{"grant_type":"authorization_code","code":"abc","client_id":"x","redirect_uri":"y"}',
    'grant_type=authorization_code&code=abc&client_id=x&redirect_uri=y',
  ])('%s', (paste) => {
    const { requests, responses } = recognize(paste);
    expect([requests, responses]).toEqual([[], []]);
  });
});
