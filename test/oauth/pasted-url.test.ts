import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCallback } from '../../src/oauth/callback.ts';
import { readPasted } from '../../src/oauth/pasted-url.ts';
import { problemOf } from '../../src/text/result.ts';
import { sampleSetup } from '../support/setup-fixture.ts';

const { redirectUri } = sampleSetup();

type Spell = (url: string) => string;

const around =
  (before: string, after: string): Spell =>
  (url) =>
    before + url + after;

const inside =
  (mark: string, every = 7): Spell =>
  (url) =>
    url.replace(new RegExp(`.{${every}}`, 'gu'), `$&${mark}`);

/** Changes to the URL itself. */
const changes: readonly (readonly [name: string, spell: Spell])[] = [
  ['nothing', (url) => url],
  ['&amp;', (url) => url.replaceAll('&', '&amp;')],
  ['&amp;amp;', (url) => url.replaceAll('&', '&amp;amp;')],
  ['&#38;', (url) => url.replaceAll('&', '&#38;')],
  ['\\u0026', (url) => url.replaceAll('&', '\\u0026')],
  ['escaped for a shell', (url) => url.replace(/[?&=]/g, '\\$&')],
  ['escaped for cmd', (url) => url.replace(/[&%]/g, '^$&')],
  ['line wraps', inside('\n', 40)],
  ['line wraps with indentation', inside('\r\n    ', 40)],
  ['spaces', inside(' ', 25)],
  ['a line wrap in a reference', (url) => url.replaceAll('&', '&am\np;')],
  ...['\u200b', '\u200c', '\u200d', '\u2060', '\ufeff', '\u00ad', '\u200e', '\u202a', '\u2066', '\u180e'].map(
    (mark): [string, Spell] => [`U+${mark.charCodeAt(0).toString(16)} inside`, inside(mark)],
  ),
  ...['\ufe0f', '\u034f', '\u115f', '\u3164', '\u2800', '\u0007', '\u{e0001}', '\u{e0100}'].map(
    (mark): [string, Spell] => [`U+${mark.codePointAt(0)?.toString(16)} inside`, inside(mark)],
  ),
  ['no scheme', (url) => url.replace('https://', '')],
  ['no scheme but slashes', (url) => url.replace('https:', '')],
  ['http', (url) => url.replace('https', 'http')],
  ['scheme and host in capitals', (url) => url.replace(/^https:\/\/[^/]+/, (host) => host.toUpperCase())],
  ['only the path and the query', (url) => url.replace(/^https:\/\/[^/]+/, '')],
  ['only the query', (url) => url.slice(url.indexOf('?'))],
  ['the query without "?"', (url) => url.slice(url.indexOf('?') + 1)],
  ['a fragment', around('', '#_=_')],
  ['percent-encoded twice', encodeURIComponent],
  ['its query percent-encoded once more', (url) => url.replace(/\?.*/, encodeURIComponent)],
  ['view-source', (url) => url.replace(/^https:/, 'view-source:https:')],
];

const pairs = ['""', "''", '``', '“”', '„“', '”“', '‘’', '‚‘', '«»', '»«', '‹›', '〝〞', '＂＂', '´´', '**'];
const brackets = [
  '()',
  '[]',
  '{}',
  '<>',
  '（）',
  '［］',
  '｛｝',
  '＜＞',
  '「」',
  '『』',
  '【】',
  '《》',
  '〈〉',
  '⟨⟩',
];

/** Marks around the URL. */
const surroundings: readonly (readonly [name: string, spell: Spell])[] = [
  ['nothing', (url) => url],
  ['white space', around(' \t', '\r\n')],
  ['a no-break space', around('\u00a0', '\u3000')],
  ...[...pairs, ...brackets].flatMap((pair): [string, Spell][] => {
    const [open = '', close = ''] = [...pair];
    return [
      [pair, around(open, close)],
      [`${open} alone`, around(open, '')],
      [`${pair} followed by a full stop`, around(open, `${close}.`)],
      [`${pair} with a full stop inside`, around(open, `.${close}`)],
    ];
  }),
  ['quotes in brackets', around('("', '")')],
  ['**bold**', around('**', '**')],
  ['quotes of two kinds', around('„', '”')],
  ['only a closing quote', around('', '”')],
  ...['.', ',', ';', '!', '…', '...', '。', ')', '"', '>', '`', '|'].map((mark): [string, Spell] => [
    `${mark} after it`,
    around('', mark),
  ]),
];

/** Text next to the URL, from which only a full URL can be distinguished. */
const contexts: readonly (readonly [name: string, spell: Spell])[] = [
  ['curl', around("curl '", "' \\\n  -H 'accept: */*' \\\n  --compressed")],
  ['curl in cmd', around('curl ^"', '^" ^\n  -H ^"accept: */*^"')],
  ['PowerShell', around('Invoke-WebRequest -UseBasicParsing -Uri "', '" `\n-Headers @{ "a"="b" }')],
  ['a Markdown link', around('[the page](', ')')],
  ['a Markdown link that names itself', (url) => `[${url}](${url})`],
  ['a Slack link', around('<', '|the page>')],
  ['HTML', around('<a href="', '">here</a>')],
  ['JSON', around('{"url": "', '", "status": 302}')],
  ['words before it', around('It ended at ', '')],
  ['a header', around('Location: ', '')],
  ['a name and a colon', around('URL:', '')],
  ['words around it', around('It says “', '” and nothing else')],
];

/** Codes as servers generate them, and states as we do. */
const code = fc.stringMatching(/^[A-Za-z0-9._~+/=*!-]{1,80}[A-Za-z0-9_-]$/);
const state = fc.stringMatching(/^[A-Za-z0-9_-]{43}$/);

function expectRead(spell: Spell, first: 'code' | 'state', givenCode: string, givenState: string): void {
  const values = [['code', givenCode] as const, ['state', givenState] as const];
  const query = new URLSearchParams(Object.fromEntries(first === 'code' ? values : values.toReversed()));
  const pasted = spell(`${redirectUri}?${query}`);
  const read = readPasted(pasted, redirectUri);
  const callback = read.ok ? readCallback(read.value, givenState) : read;
  expect(callback, pasted).toMatchObject({ ok: true, value: { kind: 'code', code: givenCode } });
}

const order = fc.constantFrom('code' as const, 'state' as const);

describe('the same code and state are read', () => {
  test.each(changes)('of a URL with %s, in any surroundings', (_name, change) => {
    fc.assert(
      fc.property(fc.constantFrom(...surroundings), order, code, state, ([, surround], first, ...values) => {
        expectRead((url) => surround(change(url)), first, ...values);
      }),
      { numRuns: 200 },
    );
  });

  test.each(surroundings)('of a URL in %s', (_name, surround) => {
    fc.assert(
      fc.property(order, code, state, (first, ...values) => expectRead(surround, first, ...values)),
      { numRuns: 20 },
    );
  });

  test.each(contexts)('of a URL in %s', (_name, context) => {
    fc.assert(
      fc.property(order, code, state, (first, ...values) => expectRead(context, first, ...values)),
      { numRuns: 50 },
    );
  });
});

const good = 'code=c&state=s';

test.each([
  `https://a.example/?next=${redirectUri}?${good}`,
  `https://a.example/?next=${encodeURIComponent(`${redirectUri}?${good}`)}`,
  `https://a.example${new URL(redirectUri).pathname}?${good}`,
  `ftp:${redirectUri.slice(6)}?${good}`,
  `${redirectUri.replace('/oauth/', '/OAuth/')}?${good}`,
  `${redirectUri}x?${good}`,
  `${redirectUri}%2F?${good}`,
])('%s is another URL', (pasted) => {
  expect(problemOf(readPasted(pasted, redirectUri))).toMatch(/doesn't begin with the redirect URI/);
});

test("a percent-encoded invisible character isn't part of the code", () => {
  const read = readPasted(`${redirectUri}?code=a%E2%80%8Bb&state=%EF%BB%BFs`, redirectUri);
  expect(read.ok && readCallback(read.value, 's')).toMatchObject({ value: { code: 'ab' } });
});

test('a code with an invalid character is rejected with an explanation', () => {
  const read = readPasted(`${redirectUri}?code=a%C3%A4&state=s`, redirectUri);
  expect(read.ok && problemOf(readCallback(read.value, 's'))).toMatch(
    /code .* invalid.*U\+00E4.* at position 2/,
  );
});

test('an error can be after a "#"', () => {
  const read = readPasted(`${redirectUri}#error=access_denied&state=s`, redirectUri);
  expect(read.ok && readCallback(read.value, 's')).toMatchObject({ value: { kind: 'error' } });
});

test('an empty error next to a code is ignored', () => {
  const parameters = new URLSearchParams('error=&code=c&state=s');
  expect(readCallback(parameters, 's')).toMatchObject({ value: { kind: 'code', code: 'c' } });
});
