import { describe, expect, test } from 'vitest';
import { diagnose } from '../../src/diagnose/diagnose.ts';
import { recognize } from '../../src/diagnose/recognize/recognize.ts';
import { documentedScopes } from '../../src/facts/scopes.ts';
import { listed, type SampleUrl } from '../support/manglings.ts';
import { goodParameters, registered } from '../support/paste-fixtures.ts';
import { rfcPair, sampleSetup } from '../support/setup-fixture.ts';
import { checkNamed } from '../support/verify-fixtures.ts';

type Rows = SampleUrl['parameters'];

const rowsWith = (changes: Readonly<Record<string, string>> = {}): Rows =>
  Object.entries({ ...goodParameters, ...changes });

const written = (parameters: Rows, write: (name: string, value: string) => string): string =>
  listed({ parameters }, write);

const colons = (rows: Rows): string => written(rows, (name, value) => `${name}: ${value}`);
const aligned = (rows: Rows): string => written(rows, (name, value) => `${name.padEnd(14)} ${value}`);

/** Lists as other programs show them, and with what may follow them. */
const lists: Readonly<Record<string, (rows: Rows) => string>> = {
  'in a code fence': (rows) => `\`\`\`\n${colons(rows)}\n\`\`\``,
  'before a vote': (rows) => `${colons(rows)}\n+1`,
  'before a quotation': (rows) => `${colons(rows)}\n"Thanks"`,
  'at the end of a sentence': (rows) => `${colons(rows)}.`,
  'in columns, the longest name last': aligned,
  'in columns, the longest name first': (rows) => aligned([...rows].reverse()),
  'in columns with a heading': (rows) => `${aligned([['Name', 'Value'], ['----', '-----'], ...rows])}`,
  'in three columns with tabs': (rows) => written(rows, (name, value) => `${name}\t${value}\tRequest URL`),
  'in three columns with spaces': (rows) =>
    written(rows, (name, value) => `${name.padEnd(22)}  ${value}  Request URL`),
  'in a log of Docker Compose': (rows) => written(rows, (name, value) => `jitterbit-1  | ${name}: ${value}`),
  'in source code, with one value cut off': (rows) =>
    written(rows, (name, value) => `  "${name}": "${value}",`).replace(/(?<=authc)ode",/, ''),
  'in source code, with one value wrapped': (rows) =>
    written(rows, (name, value) => `  "${name}": "${value}",`).replace('authcode', 'authc\node'),
};

const judged = (paste: string) => diagnose(recognize(paste), registered);

describe.each(Object.entries(lists))('a list %s', (_, list) => {
  test('accuses no right value', () => {
    expect(judged(list(rowsWith())).filter(({ status }) => status === 'fail')).toEqual([]);
  });

  test('shows a wrong value', () => {
    const paste = list(rowsWith({ code_challenge: rfcPair.codeChallenge }));
    expect(checkNamed('request.code-challenge', judged(paste)).status).toBe('fail');
  });
});

test.each(['', ' '])('scopes may be cut off at a space, here %j', (space) => {
  const start = documentedScopes.slice(0, 3).join(' ');
  const width = `scope: ${start} `.length;
  const rows = rowsWith({ scope: `${start}${space}` });
  const paste = written(rows, (name, value) => `${name}: ${value}`.slice(0, width));
  const setup = sampleSetup({ scopes: [...documentedScopes] });
  const checks = diagnose(recognize(paste), { ...registered, setup });
  expect(checkNamed('request.scopes', checks).status).toBe('inconclusive');
});

test('an empty cell is a missing value, also at the edge of its table', () => {
  const table = written(
    rowsWith({ code_challenge: '' }),
    (name, value) => `| ${name.padEnd(14)} | ${value.padEnd(80)} |`,
  );
  expect(checkNamed('request.code-challenge', judged(table))).toMatchObject({
    status: 'fail',
    code: 'missing',
  });
});

test('the beginning of a right value where the paste ends may be cut off', () => {
  const start = goodParameters.code_challenge?.slice(0, 30) ?? '';
  expect(
    checkNamed('request.code-challenge', judged(colons(rowsWith({ code_challenge: start })))).status,
  ).toBe('inconclusive');
});
