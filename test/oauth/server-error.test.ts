import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makeRedactor } from '../../src/checks/redactor.ts';
import type { HttpAnswer } from '../../src/context/http.ts';
import { challengeParameters } from '../../src/oauth/challenges.ts';
import { serverError } from '../../src/oauth/server-error.ts';
import { judgeRefusal } from '../../src/verify/login/token-refusal.ts';
import { judgeAuthorize } from '../../src/verify/online/judge-authorize.ts';
import { judgeClient } from '../../src/verify/online/judge-client.ts';
import { httpAnswer } from '../support/verify-fixtures.ts';

const challenged = (header: string, body: string | object = ''): HttpAnswer =>
  httpAnswer(401, body, { 'www-authenticate': header });

/** Responses in which servers and gateways report `invalid_client`. */
const ways: readonly (readonly [name: string, answer: HttpAnswer])[] = [
  ['quoted', challenged('Basic realm="OAuth", error="invalid_client", error_description="No"')],
  ['a token', challenged('Basic error=invalid_client')],
  ['in single quotes', challenged("Basic error='invalid_client'")],
  ['white space around "="', challenged('Basic realm = "x" , error = "invalid_client"')],
  ['names in capitals', challenged('BASIC REALM="x", ERROR="invalid_client"')],
  ['the code in capitals', challenged('Basic error="INVALID_CLIENT"')],
  ['escaped quotes before it', challenged('Basic realm="a \\", error=\\"x", error="invalid_client"')],
  ['the second challenge', challenged('Negotiate, Basic realm="x", error="invalid_client"')],
  ['a challenge with base64 before it', challenged('Negotiate YWJj==, Basic error="invalid_client"')],
  ['Bearer', challenged('Bearer error="invalid_client"')],
  ['no comma', challenged('Basic realm="x" error="invalid_client"')],
  ['an open quote', challenged('Basic error="invalid_client')],
  ['beside a body of the gateway', challenged('Basic error="invalid_client"', { message: 'Unauthorized' })],
  ['beside a page', challenged('Basic error="invalid_client"', '<html>No way</html>')],
  ['RFC 6749', httpAnswer(401, { error: 'invalid_client' })],
  ['after a byte order mark', httpAnswer(401, '\ufeff{"error":"invalid_client"}')],
  ['in capitals', httpAnswer(401, { error: 'INVALID_CLIENT' })],
  ['in words', httpAnswer(401, { error: 'Invalid client' })],
  ['as one word', httpAnswer(401, { error: 'InvalidClient' })],
  ['with white space', httpAnswer(401, { error: ' invalid_client\n' })],
  ['Okta', httpAnswer(401, { errorCode: 'invalid_client', errorSummary: 'x' })],
  ['an error object', httpAnswer(401, { error: { code: 'invalid_client', message: 'x' } })],
  ['an error object of another kind', httpAnswer(401, { error: { type: 'invalid_client' } })],
  ['JSON:API', httpAnswer(401, { errors: [{ code: 'invalid_client', title: 'x' }] })],
  ['the second of JSON:API', httpAnswer(401, { errors: [{ title: 'x' }, { code: 'invalid_client' }] })],
  ['problem+json, in its title', httpAnswer(401, { type: 'about:blank', title: 'invalid_client' })],
  ['problem+json, in its type', httpAnswer(401, { type: 'https://a.example/invalid_client', title: 'No' })],
  ['Jitterbit', httpAnswer(401, { success: false, error: { errorCode: 'invalid_client', errorId: 1 } })],
  ['JSON in JSON', httpAnswer(401, { error: { errorMessage: '{"error":"invalid_client"}' } })],
  ['a message', httpAnswer(401, { message: 'invalid_client: Client authentication failed' })],
  ['beside another word', httpAnswer(401, { error: 'Unauthorized', message: 'invalid_client' })],
  ['far inside', httpAnswer(401, { a: { b: [{ c: { ErrorCode: 'invalid_client' } }] } })],
  ['a form', httpAnswer(401, 'error=invalid_client&error_description=No+way')],
  ['XML', httpAnswer(401, '<?xml version="1.0"?><oauth><error>invalid_client</error></oauth>')],
  ['HTML', httpAnswer(401, '<html><p>Error: <b>invalid_client</b></p></html>')],
  ['text', httpAnswer(401, 'invalid_client')],
];

const context = { url: 'https://auth.example/token', redactor: makeRedactor() };
const client = { ...context, clientAuthentication: 'basic', codeAgeAtMost: 0, hasMethodRow: true } as const;

describe.each(ways)('invalid_client, %s', (_name, answer) => {
  test('is read', () => {
    expect(serverError(answer).code).toBe('invalid_client');
  });

  test('is judged alike by every check', () => {
    const found = [
      judgeClient(answer, client),
      judgeRefusal(answer, client),
      judgeAuthorize(answer, { ...context, redirectUri: 'https://app.example/back' }),
    ];
    expect(found.map(({ status, code }) => [status, code])).toEqual(
      found.map(() => ['fail', 'invalid_client']),
    );
  });
});

test.each<[name: string, answer: HttpAnswer]>([
  ['no challenge', httpAnswer(401)],
  ['a challenge without an error', challenged('Basic realm="x"')],
  ['an error inside of a realm', challenged('Basic realm="error=invalid_client"')],
  ['an error of another name', challenged('Basic x-error="invalid_client"')],
  ['the error of a protected resource', challenged('Bearer error="invalid_token"')],
  ['a code that no server has', challenged('Basic error="constructor"')],
  ['a gateway', httpAnswer(401, { error: 'Unauthorized' })],
  ['a gateway, in everyday words', httpAnswer(401, { error: 'Access denied' })],
  ['a page in everyday words', httpAnswer(401, 'Access denied')],
  ['a gateway with its own code', httpAnswer(401, { error: { code: 'ZI0001', message: 'No' } })],
  ['an API that lists codes', httpAnswer(401, { message: 'invalid_client or invalid_grant' })],
  ['names that every object has', httpAnswer(401, '{"error":"__proto__","message":"constructor"}')],
])("a 401 that isn't OAuth: %s", (_name, answer) => {
  for (const found of [judgeClient(answer, client), judgeRefusal(answer, client)])
    expect([found.status, found.code]).toEqual(['fail', 'not-an-endpoint']);
});

test('the code in the body takes precedence over the one in a header', () => {
  expect(serverError(challenged('Basic error="invalid_client"', { error: 'invalid_grant' })).code).toBe(
    'invalid_grant',
  );
});

test('the words of a header are used if the body has none', () => {
  const header = 'Basic error="invalid_client", error_description="A \\"wrong\\" one"';
  expect(serverError(challenged(header)).words).toBe('A "wrong" one');
  expect(serverError(challenged(header, 'Go away')).words).toBe('Go away');
});

test('the message in an unknown envelope is found', () => {
  const fault = { fault: { faultstring: 'Bad client', detail: { errorcode: 'oauth.v2.Bad' } } };
  expect(serverError(httpAnswer(400, fault))).toEqual({ words: 'Bad client' });
});

test('a code longer than any known one is ignored', () => {
  expect(serverError(httpAnswer(400, { error: 'a_b'.repeat(300_000) })).code).toBeUndefined();
});

test('parameters of challenges are read unchanged', () => {
  const token = fc.stringMatching(/^[\w!#$%&'*+.^`|~-]{1,20}$/).filter((text) => !text.startsWith("'"));
  const value = fc.string({ unit: 'grapheme-ascii', maxLength: 20 });
  const pairs = fc.uniqueArray(fc.tuple(token, fc.oneof(token, value)), {
    selector: ([name]) => name.toLowerCase(),
    minLength: 1,
  });
  const quoted = (text: string): string => `"${text.replace(/["\\]/g, '\\$&')}"`;
  fc.assert(
    fc.property(pairs, (parameters) => {
      const header = `Scheme ${parameters.map(([name, text]) => `${name}=${quoted(text)}`).join(', ')}`;
      const expected = parameters.map(([name, text]) => [name.toLowerCase(), text]);
      expect([...challengeParameters(header)]).toEqual(expected);
    }),
    { numRuns: 500 },
  );
});
