import { describe, expect, test } from 'vitest';
import type { Check } from '../../src/checks/check.ts';
import { diagnose } from '../../src/diagnose/diagnose.ts';
import { recognize } from '../../src/diagnose/recognize/recognize.ts';
import { allWords, goodParameters, registered } from '../support/paste-fixtures.ts';
import { rfcPair, sampleSetup } from '../support/setup-fixture.ts';

const { codeChallenge, codeVerifier } = registered.setup.pkce;
const previousPkce = { ...rfcPair, codeChallengeMethod: 'S256' };
const rotated = { ...registered, setup: { ...sampleSetup(), previousPkce } };

const notations: Readonly<Record<string, (value: string) => string>> = {
  'a tab': (value) => `code_verifier\t${value}`,
  'a row with Send in': (value) => `code_verifier\t${value}\tRequest Body`,
  'a table': (value) =>
    `| Key | Value | Send in |\n|---|---|---|\n| code_verifier | ${value} | Request Body |`,
  'a colon': (value) => `Here it is:\n\ncode_verifier: ${value}\n\nIs it right?`,
  'two lines': (value) => `code_verifier\n${value}`,
  'an equals sign': (value) => `code_verifier=${value}`,
};

const judged = (paste: string): Check[] => diagnose(recognize(paste), rotated);

describe.each(Object.entries(notations))('the code_verifier row as %s', (_, write) => {
  test.each([
    ['right', codeVerifier, 'pass', undefined],
    ['the code challenge', codeChallenge, 'fail', 'swapped'],
    ['of the previous pair', rfcPair.codeVerifier, 'fail', 'rotated'],
    ['another one', codeVerifier.replaceAll(/[a-m]/g, '7'), 'fail', undefined],
    ['the beginning of it', codeVerifier.slice(0, 30), 'inconclusive', undefined],
  ])('%s', (__, value, status, code) => {
    const checks = judged(write(value));
    expect(checks.map((check) => [check.status, check.code])).toEqual([[status, code]]);
    for (const secret of [value, codeVerifier]) expect(allWords(checks)).not.toContain(secret);
    expect(diagnose(recognize(write(value)))).toEqual([]);
  });
});

test('an error in the same paste that quotes the row is still told without it', () => {
  const value = codeVerifier.replaceAll(/[a-m]/g, '7');
  const checks = judged(`code_verifier\t${value}\n\ninvalid_grant: bad verifier ${value}`);
  expect(checks.map(({ id }) => id)).toEqual(['token-request.code-verifier', 'message']);
  expect(allWords(checks)).not.toContain(value);
});

test('the row belongs in the body', () => {
  const [check] = judged(`code_verifier\t${codeVerifier}\tRequest URL`);
  expect(check).toMatchObject({ status: 'fail', code: 'wrong-send-in' });
});

test.each([
  'code_verifier: required',
  'code_verifier: does not match the code challenge',
  'code_verifier\t••••••••••••••••••••',
  `code_verifier: ${'a'.repeat(43)}`,
  `grant_type: authorization_code\ncode_verifier: ${'a1'.repeat(30)}`,
])('%j is not compared', (paste) => {
  expect(judged(paste).map(({ id }) => id)).not.toContain('token-request.code-verifier');
});

test('a request that has a code verifier is judged as before', () => {
  const query = new URLSearchParams({ ...goodParameters, code_verifier: codeVerifier });
  const checks = judged(`${registered.setup.authenticationUrl}?${query}`);
  expect(checks.filter(({ status }) => status === 'fail').map(({ id }) => id)).toEqual([
    'request.parameters',
  ]);
});
