import { describe, expect, test } from 'vitest';
import { exitCodeOf } from '../../src/checks/check.ts';
import { diagnose } from '../../src/diagnose/diagnose.ts';
import { recognize } from '../../src/diagnose/recognize/recognize.ts';
import { goodParameters, registered } from '../support/paste-fixtures.ts';
import { checkNamed, fixText } from '../support/verify-fixtures.ts';

const { codeChallenge, codeVerifier } = registered.setup.pkce;

type Rows = readonly (readonly [key: string, value: string])[];

const right: Rows = [
  ['response_type', 'code'],
  ['code_challenge', codeChallenge],
];
const withMethod: Rows = [...right, ['code_challenge_method', 'S256']];

/** The Parameters table as people copy it. */
const tables: Readonly<Record<string, (rows: Rows) => string>> = {
  tabs: (rows) => ['Key\tValue\tSend in', ...rows.map((row) => `${row.join('\t')}\tRequest URL`)].join('\n'),
  markdown: (rows) =>
    [
      '| Key | Value | Send in |',
      '| --- | --- | --- |',
      ...rows.map((row) => `| ${row.join(' | ')} | Request URL |`),
    ].join('\n'),
  columns: (rows) => rows.map(([key, value]) => `${key.padEnd(24)}${value}`).join('\n'),
  colons: (rows) => rows.map((row) => row.join(': ')).join('\n'),
  equals: (rows) => rows.map((row) => row.join('=')).join('\n'),
  bullets: (rows) => rows.map((row) => `- ${row.join(': ')}`).join('\n'),
  json: (rows) => JSON.stringify(Object.fromEntries(rows)),
  query: (rows) => `?${new URLSearchParams(Object.fromEntries(rows))}`,
};

const statusesOf = (paste: string, against = true): Record<string, string> =>
  Object.fromEntries(
    diagnose(recognize(paste), against ? registered : undefined).map(({ id, status }) => [id, status]),
  );

const changed = (rows: Rows, key: string, value: string): Rows =>
  rows.map((row) => (row[0] === key ? [key, value] : row));

const wrongRows: readonly (readonly [id: string, key: string, value: string])[] = [
  ['request.code-challenge', 'code_challenge', `${codeChallenge.slice(0, -1)}_`],
  ['request.code-challenge', 'code_challenge', codeVerifier],
  ['request.response-type', 'response_type', 'Code'],
  ['request.response-type', 'response_type', 'token'],
  ['request.code-challenge-method', 'code_challenge_method', 's256'],
];

describe.each(Object.entries(tables))('rows as %s', (_, write) => {
  test.each([
    ['two', right],
    ['three', withMethod],
  ])('%s right ones pass, and what they do not show is skipped', (_name, rows) => {
    for (const against of [true, false]) {
      const found = statusesOf(write(rows), against);
      expect(Object.values(found)).not.toContain('fail');
      expect(found['request.code-challenge']).toBe('pass');
      for (const id of ['endpoint', 'client-id', 'redirect-uri', 'scopes', 'state'])
        expect([id, found[`request.${id}`]]).toEqual([id, 'skip']);
    }
  });

  test.each(wrongRows)('%s: a wrong %s is found, and nothing else is blamed', (id, key, value) => {
    const found = statusesOf(write(changed(withMethod, key, value)));
    expect(Object.keys(found).filter((each) => found[each] === 'fail')).toEqual([id]);
  });
});

test('a row that is missing may be in the part that was not copied', () => {
  const rows = withMethod.filter(([key]) => key !== 'code_challenge');
  const checks = diagnose(recognize(tables.tabs?.(rows) ?? ''), registered);
  const check = checkNamed('request.code-challenge', checks);
  expect([check.status, exitCodeOf(checks)]).toEqual(['inconclusive', 4]);
  expect(fixText(check)).toContain(codeChallenge);
});

test('a setup whose rows were exported with the code verifier is not said to send it in the URL', () => {
  const rows: Rows = [...right, ['code_verifier', codeVerifier]];
  for (const write of Object.values(tables))
    expect(Object.values(statusesOf(write(rows)))).not.toContain('fail');
});

test.each(Object.entries(tables))(
  'a token request as %s is not judged as an authorization request',
  (_, write) => {
    const body: Rows = [
      ['grant_type', 'authorization_code'],
      ['redirect_uri', registered.setup.redirectUri],
      ['client_id', registered.setup.clientId ?? ''],
      ['code_verifier', codeVerifier],
    ];
    for (const rows of [body, [...body].reverse(), body.slice(1)])
      expect(statusesOf(write(rows))).toEqual({});
  },
);

/** The table with its last column, as a list of cells in each row. */
const cells: Readonly<Record<string, (rows: readonly (readonly string[])[]) => string>> = {
  tabs: (rows) => rows.map((row) => row.join('\t')).join('\n'),
  markdown: (rows) => rows.map((row) => `| ${row.join(' | ')} |`).join('\n'),
  columns: (rows) =>
    rows.map(([key = '', value = '', where]) => `${key.padEnd(24)}${value.padEnd(46)}${where}`).join('\n'),
  'narrow columns': (rows) =>
    rows.map(([key = '', value = '', where]) => `${key.padEnd(22)}${value.padEnd(44)}${where}`).join('\n'),
  csv: (rows) => rows.map((row) => row.join(',')).join('\n'),
  semicolons: (rows) => rows.map((row) => row.join(';')).join('\n'),
  'quoted csv': (rows) => rows.map((row) => row.map((cell) => `"${cell}"`).join(',')).join('\n'),
  remarks: (rows) => rows.map(([key, value, where]) => `${key}: ${value} (Send in: ${where})`).join('\n'),
};

describe.each(Object.entries(cells))('the Send in column as %s', (_, write) => {
  const judged = (rows: Rows, where: (key: string) => string) =>
    diagnose(recognize(write(rows.map(([key, value]) => [key, value, where(key)]))), registered);

  test.each(['Request URL', 'Request Url', 'request URL'])('%s is right, and said to be checked', (where) => {
    for (const rows of [right, withMethod]) {
      const checks = judged(rows, () => where);
      expect(checks.map(({ status }) => status).filter((status) => status !== 'skip')).toEqual(
        Array(4).fill('pass'),
      );
      expect(checkNamed('request.parameters', checks).detail).not.toContain('Send in');
    }
  });

  test.each(['Request Body', 'Request body', 'Header', 'Request header'])('%s is wrong', (where) => {
    for (const [wrong] of withMethod) {
      const checks = judged(withMethod, (key) => (key === wrong ? where : 'Request URL'));
      expect(checks.filter(({ status }) => status === 'fail').map(({ id }) => id)).toEqual([
        'request.parameters',
      ]);
      const check = checkNamed('request.parameters', checks);
      expect(check).toMatchObject({ code: 'wrong-send-in' });
      expect(fixText(check)).toContain(`the ${wrong} row`);
    }
  });

  test('a row of the token request belongs in the body', () => {
    const checks = judged([...right, ['code_verifier', codeVerifier]], (key) =>
      key === 'code_verifier' ? 'Request Body' : 'Request URL',
    );
    expect(checks.map(({ status }) => status)).not.toContain('fail');
  });
});

test('where a row does not show it, Send in is said not to be checked', () => {
  const [first = [], ...rest] = right;
  const paste = [[...first, 'Request URL'], ...rest].map((row) => row.join('\t')).join('\n');
  expect(checkNamed('request.parameters', diagnose(recognize(paste), registered)).detail).toContain(
    'Send in',
  );
});

test('rows beside the request of the same sign-in do not replace it', () => {
  const url = `${registered.setup.authenticationUrl}?${new URLSearchParams(goodParameters)}`;
  const table = tables.tabs?.(changed(right, 'response_type', 'Code')) ?? '';
  for (const paste of [`${url}\n\n${table}`, `${table}\n\n${url}`])
    expect(statusesOf(paste)).toMatchObject({ 'request.client-id': 'pass', 'request.response-type': 'pass' });
});

describe('a list without a Client ID of the setup or a redirect URI', () => {
  const list = (parameters: Readonly<Record<string, string>>): string =>
    Object.entries({ response_type: 'code', state: 'St4te', ...parameters })
      .map((pair) => pair.join(': '))
      .join('\n');

  test.each([
    ["with ZoomInfo's scopes", { scope: registered.setup.scopes.join(' '), code_challenge: 'tooShort' }],
    ['with the code challenge of the setup', { code_challenge: codeChallenge, scope: 'openid' }],
  ])('%s is judged', (_, parameters) => {
    expect(Object.values(statusesOf(list(parameters)))).toContain('fail');
  });

  test.each([
    ['of unknown origin', { code_challenge: 'tooShort' }],
    ['of a sign-in page', { code_challenge: 'tooShort', scope: 'openid profile', client_id: '0oaOther' }],
  ])('%s is not, and is not said to be from somewhere', (_, parameters) => {
    const checks = diagnose(recognize(list(parameters)), registered);
    expect(checks.map(({ status }) => status).filter((status) => status !== 'skip')).toEqual([
      'inconclusive',
    ]);
    expect(checks[0]?.detail).toMatch(/don't show which request/);
  });
});

test('a check that judged nothing is skipped, in any paste of parts', () => {
  const url = `${registered.setup.authenticationUrl}?${new URLSearchParams(goodParameters)}`;
  const pastes = [
    ...Object.values(tables).map((write) => write(Object.entries(goodParameters))),
    ...[8, 20, 40].map((from) => url.slice(from)),
    url.slice(url.indexOf('?')),
  ];
  for (const paste of pastes)
    for (const { status, detail } of diagnose(recognize(paste), registered))
      if (status === 'pass') expect(detail).not.toMatch(/only parameters|missing|not in the paste/i);
});
