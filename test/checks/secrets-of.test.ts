import { expect, test } from 'vitest';
import { isSecretParameter, secretsOf, urlHoldsSecret } from '../../src/checks/secrets-of.ts';
import { subjectOfSetup } from '../../src/checks/subject.ts';
import { isSecretName } from '../../src/oauth/protocol-words.ts';
import { clientSecret, rfcPair, sampleSetup, verifier } from '../support/setup-fixture.ts';

const right = subjectOfSetup(sampleSetup());
const { clientId = '' } = right;
const { codeVerifier: original, codeChallenge: digest } = rfcPair;
const row = (key: string, value: string) => ({ key, value, sendIn: 'Request URL' });

test('the secrets of a correct registration', () => {
  const basic = Buffer.from(`${clientId}:${clientSecret}`).toString('base64');
  expect(new Set(secretsOf(right))).toEqual(new Set([clientSecret, verifier, basic]));
  expect(secretsOf({})).toEqual([]);
});

test.each(['clientSecret', 'codeVerifier', 'previousVerifier'])('%s is a secret even alone', (name) => {
  expect(secretsOf({ [name]: 'abc' })).toEqual(['abc']);
});

test.each([
  [{ tokenRequest: [row('Client-Secret', 'abc')] }, 'abc'],
  [{ authenticationRequest: [row('id_token', 'abc')] }, 'abc'],
  [{ codeVerifier: digest, codeChallenge: original }, original],
  [{ codeChallenge: original, authenticationRequest: [row('x', digest)] }, original],
  [{ tokenRequest: [row('x', original), row('y', digest)] }, original],
])('%j contains a secret in the wrong place', (subject, secret) => {
  expect(secretsOf(subject)).toContain(secret);
});

test("a value without its counterpart isn't a secret", () => {
  const rows = [row('x', original), row('code_challenge', 'abc')];
  expect(secretsOf({ clientId: 'abc', codeChallenge: original, authenticationRequest: rows })).toEqual([]);
});

test.each([
  [`${digest}=`, []],
  [` ${digest}\n`, []],
  [`CHALLENGE=${digest}`, ['CHALLENGE=']],
  [`${digest}${clientSecret}`, [clientSecret]],
])('of %j in the place of a secret, a code challenge is none', (value, rest) => {
  const subject = {
    codeVerifier: original,
    codeChallenge: digest,
    tokenRequest: [row('client_secret', value)],
  };
  expect(secretsOf(subject)).toEqual([original, ...rest]);
});

const secrets = [clientSecret, 'abc'];
const part = clientSecret.slice(2, 10);

test.each([
  ['client_secret', 'x', true],
  ['client_secret', '', false],
  ['note', clientSecret, true],
  ['note', `x${part}x`, true],
  [`x${part}x`, '', true],
  ['note', 'abc', true],
  ['note', 'abcd', false],
  ['scope', 'api:data:company', false],
])('the parameter %s = %s is secret: %s', (key, value, isSecret) => {
  expect(isSecretParameter(key, value, secrets)).toBe(isSecret);
});

test.each([
  ['https://a.example/authorize?scope=x', false],
  [`https://a.example/${encodeURIComponent(part)}`, true],
  [`https://a.example/?x=${encodeURIComponent(clientSecret)}`, true],
  [`https://a.example/?x=1#${encodeURIComponent(part)}`, true],
  ['https://a.example/?code_verifier=x', true],
  ['https://a.example/?x=abc', true],
])('the URL %s contains a secret: %s', (url, holds) => {
  expect(urlHoldsSecret(url, secrets)).toBe(holds);
});

test.each([
  ...[
    'client_secret',
    'Code-Verifier',
    'passwd',
    'PASSWORD',
    'client_assertion',
    'api_key',
    'apiKey',
    'Api Key',
  ],
  ...[
    'token',
    ' token ',
    'access_token',
    'accessToken',
    'refreshToken',
    'id-token',
    'session_token',
    'x token',
    'x-token',
  ],
])('%j is the name of a secret', (name) => {
  expect(isSecretName(name)).toBe(true);
});

test.each(['token_type', 'tokens', 'mistoken', 'grant_type', 'code_challenge', 'state', 'api'])(
  "%j isn't the name of a secret",
  (name) => {
    expect(isSecretName(name)).toBe(false);
  },
);
