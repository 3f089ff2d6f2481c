import { describe, expect, test } from 'vitest';
import { exitCodeOf } from '../../src/checks/check.ts';
import { diagnose } from '../../src/diagnose/diagnose.ts';
import { recognize } from '../../src/diagnose/recognize/recognize.ts';
import { doublyEncoded, strictlyEncoded } from '../support/manglings.ts';
import {
  parameterChecks as checks,
  goodParameters,
  registered,
  completeParameters as right,
} from '../support/paste-fixtures.ts';
import { rfcPair } from '../support/setup-fixture.ts';
import { checkNamed, fixText } from '../support/verify-fixtures.ts';

const url = (name: string, value: string): string =>
  `${registered.setup.authenticationUrl}?state=s1&${name}=${value}`;

/** Every fifth place inside of a text, its start included. */
const startsOf = (text: string): string[] =>
  Array.from({ length: Math.ceil(text.length / 5) }, (_, fifth) => text.slice(0, 5 * fifth));

/** A whole scope may be the last one. */
const isWhole = (name: string, start: string) => name === 'scope' && /company$/.test(start);

describe.each([
  ['with a setup', registered],
  ['without', undefined],
])('a URL that ends too early, %s', (_, against) => {
  test.each(Object.entries(checks))('in %s, blames no value, and asks for the whole URL', (name, id) => {
    for (const encode of [strictlyEncoded, doublyEncoded])
      for (const start of startsOf(encode(right[name] ?? ''))) {
        const judged = diagnose(recognize(url(name, start)), against);
        if (against === undefined && isWhole(name, start)) continue;
        expect(judged.filter(({ status }) => status === 'fail')).toEqual([]);
        expect(exitCodeOf(judged)).toBe(4);
        expect(fixText(checkNamed(id, judged))).toContain('Copy the whole URL again.');
      }
  });

  test.each(['', 'c', 'code_', 'redirect_ur', 'login'])('in the name %j blames no value', (start) => {
    const judged = diagnose(recognize(`${url('client_id', right.client_id ?? '')}&${start}`), against);
    expect(judged.filter(({ status }) => status === 'fail')).toEqual([]);
    expect(checkNamed('request.client-id', judged).status).toBe('pass');
  });

  test.each([
    ['response_type', 'token'],
    ['client_id', '<your-client-id>'],
    ['redirect_uri', 'https://apps.na-west'],
    ['scope', 'API:data:company api:da'],
    ['code_challenge', rfcPair.codeChallenge.replace('E9', 'E9=')],
    ['code_challenge_method', 's256'],
  ])('in %s after %s is still wrong', (name, start) => {
    const judged = diagnose(recognize(url(name, strictlyEncoded(start))), against);
    expect(checkNamed(checks[name] ?? '', judged).status).toBe('fail');
  });
});

test.each([
  ['client_id', 'client_id=0oaTest'],
  ['redirect_uri', 'redirect_uri=https%3A%2F%2Fapps.na'],
  ['scope', 'scope=api%3Adata%3Acompany'],
  ['code_challenge', `code_challenge=${right.code_challenge?.slice(0, 20)}`],
])('a cut %s may also be incomplete where it is registered, so the right value follows', (name, last) => {
  const judged = diagnose(recognize(`${registered.setup.authenticationUrl}?state=s1&${last}`), registered);
  expect(fixText(checkNamed(checks[name] ?? '', judged))).toMatch(
    new RegExp(`${name} itself is incomplete[^]*${right[name]}`),
  );
});

test('a URL without a parameter may be cut, unlike a list, and the parameter is missing nevertheless', () => {
  const { code_challenge: _, ...others } = goodParameters;
  const listed = (separator: string, between: string): string =>
    Object.entries(others)
      .map((each) => each.join(separator))
      .join(between);
  const challengeIn = (paste: string) =>
    checkNamed('request.code-challenge', diagnose(recognize(paste), registered));
  const inUrl = challengeIn(`${registered.setup.authenticationUrl}?${listed('=', '&')}`);
  expect([inUrl.status, inUrl.code]).toEqual(['fail', 'missing']);
  expect(fixText(inUrl)).toMatch(/copy the whole URL again instead\.$/);
  expect(fixText(challengeIn(listed(': ', '\n')))).not.toContain('copy');
});

describe('a value is whole', () => {
  const start = right.code_challenge?.slice(0, 20) ?? '';
  const inUrl = url('code_challenge', start);

  test.each([
    ['in a list', `code_challenge: ${start}\nredirect_uri: ${right.redirect_uri}\nstate: s1`],
    [
      'in JSON',
      JSON.stringify({ all: [{ state: 's1', redirect_uri: right.redirect_uri, code_challenge: start }] }),
    ],
    ['before another parameter', `${inUrl}&nonce=n1`],
    ['in a URL before another parameter', `https://a.example/in?from=${encodeURIComponent(inUrl)}&lang=en`],
  ])('%s', (_, paste) => {
    const judged = diagnose(recognize(paste), registered);
    expect(checkNamed('request.code-challenge', judged).status).toBe('fail');
  });
});

describe('a right value at the end of a URL', () => {
  const inUrl = url('code_challenge_method', 'S256');
  const statusOf = (paste: string) =>
    checkNamed('request.code-challenge-method', diagnose(recognize(paste), registered)).status;

  test.each([
    ['_', '_'],
    ['__', '__'],
    ['~', '~'],
    ['~~', '~~'],
    ['*', '*'],
    ['_**', '**_'],
    ['%22', '%22'],
    ['see: _', '_.'],
  ])('is right between %j and %j', (before, after) => {
    expect(statusOf(before + inUrl + after)).toBe('pass');
  });

  test.each(['*', '_', '~~', '$', '-'])('may be followed by the mark %j of the text', (mark) => {
    expect(statusOf(inUrl + mark)).toBe('inconclusive');
    expect(statusOf(`${inUrl}${mark}&nonce=n1`)).toBe('fail');
  });

  test.each(['%22', '8_', '*x', '----'])('is wrong with %j', (text) => {
    expect(statusOf(inUrl + text)).toBe('fail');
  });

  test('may itself end with a mark', () => {
    const challenge = right.code_challenge?.replace(/.$/, '_') ?? '';
    for (const [before, after] of [
      ['', ''],
      ['_', '_'],
      ['link_', ''],
    ])
      expect(
        recognize(before + url('code_challenge', challenge) + after).requests[0]?.parameters.at(-1),
      ).toEqual({
        name: 'code_challenge',
        value: challenge,
      });
  });
});

test.each([
  ['a mark after a space', '', ' …'],
  ['dots after a space', '', ' ...\n'],
  ['a quotation mark that never closes', "curl '", ''],
  ['a JSON string that never closes', '{"url":"', ''],
  ['an empty value before text', '', '', ''],
])('%s shows that the end is missing', (_, before, after, state = 's1') => {
  const shown = `${before}${url('client_id', right.client_id ?? '').replace('state=s1&', '')}&state=${state}`;
  const judged = diagnose(recognize(`${shown}${after}${state === '' ? '\nThanks,\nJane' : ''}`), registered);
  expect(judged.filter(({ status }) => status === 'fail')).toEqual([]);
  expect(exitCodeOf(judged)).toBe(4);
});

describe('a query whose start is missing', () => {
  const query = (start: string) =>
    `${start}&redirect_uri=${encodeURIComponent(right.redirect_uri ?? '')}&state=s1&response_type=code`;

  test.each(['lient_id=', '_id=', 'd=', ''])('inside of a parameter, as in %j, blames no value', (end) => {
    const judged = diagnose(recognize(query(`${end}${right.client_id}`)), registered);
    expect(judged.filter(({ status }) => status === 'fail')).toEqual([]);
    expect(exitCodeOf(judged)).toBe(4);
  });

  test('inside of a name still has a wrong value', () => {
    const judged = diagnose(recognize(query('lient_id=0oaOther')), registered);
    expect(checkNamed('request.client-id', judged).status).toBe('fail');
  });
});
