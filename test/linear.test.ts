import { expect, test } from 'vitest';
import { parseClientId, parseClientSecret } from '../src/answers/credentials.ts';
import { parseScopes } from '../src/answers/scope-list.ts';
import type { HttpAnswer } from '../src/context/http.ts';
import { diagnose } from '../src/diagnose/diagnose.ts';
import { Failure } from '../src/errors.ts';
import { cleanPaste } from '../src/io/paste.ts';
import { readCallback } from '../src/oauth/callback.ts';
import { challengeParameters } from '../src/oauth/challenges.ts';
import { parseCodeVerifier } from '../src/oauth/code-verifier.ts';
import { parseEndpoint } from '../src/oauth/endpoint.ts';
import { parseLoopbackUri } from '../src/oauth/loopback-uri.ts';
import { readPasted } from '../src/oauth/pasted-url.ts';
import { serverError } from '../src/oauth/server-error.ts';
import { secretsIn } from '../src/oauth/token-traces.ts';
import { readTokens } from '../src/oauth/tokens.ts';
import { readSetup } from '../src/setup-file/read.ts';
import { quoteArgument } from '../src/terminal/shell.ts';
import { foreignCharacter, visibleAscii } from '../src/text/characters.ts';
import { excerpt, printable } from '../src/text/sanitize.ts';
import { judgeLifetime } from '../src/verify/login/judge-lifetime.ts';
import { judgeScopes, judgeTokenType } from '../src/verify/login/judge-tokens.ts';
import { endpoints } from '../src/verify/offline/endpoints-rule.ts';
import { authenticationRequestParameters } from '../src/verify/offline/parameters-rule.ts';
import { pkceChallenge } from '../src/verify/offline/pkce-challenge-rule.ts';
import { pkceVerifier } from '../src/verify/offline/pkce-verifier-rule.ts';
import { redirectUri as redirectUriRule } from '../src/verify/offline/redirect-uri-rule.ts';
import { scopes } from '../src/verify/offline/scopes-rule.ts';
import { judgeAuthorize } from '../src/verify/online/judge-authorize.ts';
import { milliseconds } from './support/growth.ts';
import { cutRequest, evidenceOf, goodParameters, registered, requestWith } from './support/paste-fixtures.ts';
import { sampleSetup } from './support/setup-fixture.ts';
import { goodSubject, httpAnswer } from './support/verify-fixtures.ts';

/** Removes nothing: the redactor is measured separately. */
const redactor = { add: () => {}, redact: (text: string) => excerpt(text), holds: () => false };

const { redirectUri } = sampleSetup();

/** Repeated parts of a text, and an ending that makes a search from every position fail. */
const kinds: readonly (readonly [name: string, unit: string, end: string])[] = [
  ['one letter', 'a', '!'],
  ['letters and underscores', 'a_', '!'],
  ['slashes', '/', 'x'],
  ['backslashes', '\\', 'x'],
  ['colons', ':', ':'],
  ['colons after a letter', 'a:', ':'],
  ['spaces', ' ', 'x'],
  ['line breaks', '\r\n', 'x'],
  ['commas', ',', 'x'],
  ['quotation marks', '"', 'x'],
  ['typographic marks', '“(', 'x'],
  ['opening brackets', '(', 'x'],
  ['closing brackets', ')', 'x'],
  ['lists', '[', ''],
  ['objects', '{"a":', ''],
  ['less-than signs', '<', 'x'],
  ['scripts', '<script>', 'x'],
  ['ends of scripts', '</script ', 'x'],
  ['ampersands', '&', 'x'],
  ['references', '&amp;', 'x'],
  ['references in parts', '& a ', 'x'],
  ['percent signs', '%', 'x'],
  ['percent-encoded', '%253D', 'x'],
  ['equals signs', '=', 'x'],
  ['parameters', 'a=b&', 'x'],
  ['escape characters', '\x1b', 'x'],
  ['unterminated sequences', '\x1b[', '\n'],
  ['digits of a sequence', '\x1b[0;', '\n'],
  ['Backspace', 'a\b', 'x'],
  ['Backspace after letters', 'aaaa\b', '\b'],
  ['tokens', 'id_token=ABC,', 'x'],
  ['tokens with spaces', 'id_token  ', 'x'],
  ['tokens in quotes', 'id_token"\\"', 'x'],
  ['question marks', '?', 'x'],
  ['redirect URIs', `${redirectUri} `, 'x'],
  ['redirect URIs with a query', `"${redirectUri}?`, 'x'],
  ['invisible characters', '\u200b', 'x'],
  ['half characters', '\ud800', 'x'],
  ['digits', '1', 'x'],
  ['error codes', 'invalid_', 'x'],
  ['mixed', `a/"<&\\ :=%`, 'x'],
];

const textOf = (unit: string, end: string, length: number): string =>
  unit.repeat(Math.ceil(length / unit.length)).slice(0, length - end.length) + end;

const tokensWith = (changes: object) => {
  const read = readTokens(httpAnswer(200, { access_token: 'a', ...changes }));
  if (!read.ok) throw new Error(read.problem);
  return read.value;
};

const html: HttpAnswer['headers'] = { 'content-type': 'text/html' };
const authorize = { url: 'https://a.example/authorize', redirectUri, redactor };

/** Any file is accepted or rejected. */
async function readFile(text: string): Promise<void> {
  try {
    await readSetup(text, 'file.json');
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
  }
}

/** Every function that reads text from outside. */
const readers: readonly (readonly [name: string, read: (text: string) => unknown])[] = [
  ['serverError', (text) => serverError(httpAnswer(400, text))],
  ['serverError of a page', (text) => serverError(httpAnswer(400, text, html))],
  ['serverError of JSON', (text) => serverError(httpAnswer(400, { message: text, more: { text } }))],
  ['serverError of a header', (text) => serverError(httpAnswer(401, '', { 'www-authenticate': text }))],
  ['challengeParameters', challengeParameters],
  ['secretsIn', (text) => secretsIn(httpAnswer(200, text))],
  ['secretsIn of JSON', (text) => secretsIn(httpAnswer(200, { text, access_token: text }))],
  ['readTokens', (text) => readTokens(httpAnswer(200, text))],
  ['judgeScopes', (text) => judgeScopes(tokensWith({ scope: text }), ['a'], redactor)],
  ['judgeLifetime', (text) => judgeLifetime(tokensWith({ expires_in: text }))],
  ['judgeTokenType', (text) => judgeTokenType(tokensWith({ token_type: text }), redactor)],
  ['readPasted', (text) => readPasted(text, redirectUri)],
  ['readPasted after the URI', (text) => readPasted(`(${redirectUri}?code=${text}`, redirectUri)],
  ['readCallback', (text) => readCallback(new URLSearchParams({ code: text, state: text }), 'ours')],
  ['judgeAuthorize', (text) => judgeAuthorize(httpAnswer(302, '', { location: `/a?${text}` }), authorize)],
  ['cleanPaste', cleanPaste],
  ['printable', printable],
  ['foreignCharacter', (text) => foreignCharacter(text, visibleAscii)],
  ['quoteArgument on Windows', (text) => quoteArgument(text, 'windows')],
  ['quoteArgument elsewhere', (text) => quoteArgument(text, 'posix')],
  ['parseScopes', parseScopes],
  ['parseClientId', parseClientId],
  ['parseClientSecret', parseClientSecret],
  ['parseCodeVerifier', parseCodeVerifier],
  ['parseEndpoint', (text) => parseEndpoint(`https://a.example/${text}`)],
  ['parseLoopbackUri', (text) => parseLoopbackUri(`http://127.0.0.1:1/${text}`)],
  ['the rule of redirect URIs', (text) => redirectUriRule.judge(goodSubject({ redirectUri: text }))],
  ['the rule of one redirect URI', (text) => redirectUriRule.judge({ redirectUri: text })],
  ['the rule of endpoints', (text) => endpoints.judge(goodSubject({ authenticationUrl: text }))],
  ['the rule of the challenge', (text) => pkceChallenge.judge(goodSubject({ codeChallenge: text }))],
  ['the rule of the verifier', (text) => pkceVerifier.judge(goodSubject({ codeVerifier: text }))],
  ['the rule of scopes', (text) => scopes.judge(goodSubject({ scopes: [text] }))],
  [
    'the rule of rows',
    (text) =>
      authenticationRequestParameters.judge(
        goodSubject({ authenticationRequest: [{ key: text, value: text, sendIn: text }] }),
      ),
  ],
  ['the text of a setup file', readFile],
  [
    'the diagnosis of values',
    (text) => {
      const parameters = Object.keys(goodParameters).map((name) => ({ name, value: text }));
      diagnose(evidenceOf({ requests: [requestWith({}, { parameters })] }), registered);
    },
  ],
  [
    'the diagnosis of a truncated URL',
    (text) => {
      for (const name of ['scope', 'code_challenge'])
        diagnose(evidenceOf({ requests: [cutRequest(name, text)] }), registered);
    },
  ],
  [
    'the diagnosis of many parameters',
    (text) => {
      const parameters = [...new URLSearchParams(text)].map(([name, value]) => ({ name, value }));
      diagnose(evidenceOf({ requests: [requestWith({}, { parameters })] }), registered);
    },
  ],
  ['the diagnosis of a message', (text) => diagnose(evidenceOf({ messages: [{ words: text }] }))],
];

const kibibyte = 1024;

/** The longest text in a setup file. Quadratic readers take more than a second for it. */
const length = 64 * kibibyte;
const mostMilliseconds = 800;

test.each(readers)(
  '%s takes linear time for any kind of text',
  async (_name, read) => {
    const isSlow = async (unit: string, end: string, share: number): Promise<boolean> => {
      const text = textOf(unit, end, length / share);
      return (await milliseconds(() => read(text))) > mostMilliseconds / share ** 2;
    };
    // A quadratic reader takes 16 times as long for four times the text, so a quarter of it may be enough.
    // Stops at the first slow text, since the others would be as slow.
    for (const [kind, unit, end] of kinds)
      if ((await isSlow(unit, end, 4)) && (await isSlow(unit, end, 1)))
        expect.fail(`It takes too long for ${kind}.`);
  },
  120_000,
);

test.each(readers)('%s takes linear time for a quarter MiB of each', async (_name, read) => {
  const each = (256 * kibibyte) / kinds.length;
  const text = kinds.map(([, unit, end]) => textOf(unit, end, each)).join('');
  expect(text.length).toBeGreaterThan(250 * kibibyte);
  const whole = await milliseconds(() => read(text));
  const eighth = await milliseconds(() => read(text.slice(0, text.length / 8)));
  // Eight times the text: 64 times as long if the time is quadratic.
  expect(whole / Math.max(20, eighth)).toBeLessThan(40);
});
