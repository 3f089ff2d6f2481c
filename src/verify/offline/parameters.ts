import {
  authenticationRequestRows,
  challengeMethodKey,
  hasChallengeMethodRow,
  sendIn,
  tokenRequestRows,
} from '../../setup/build.ts';
import type { PkcePair } from '../../setup/pkce.ts';
import { excerpt } from '../../setup/printable.ts';
import type { Parameter } from '../../setup/schema.ts';
import { type Finding, failed, passed, skipped, warned } from '../finding.ts';
import { parametersOf, type Tab } from '../places.ts';
import type { Subject } from '../subject.ts';
import type { OfflineRule } from './rule.ts';

export const authenticationRequestParameters: OfflineRule = {
  id: 'parameters.authentication-request',
  title: 'Parameters of the Authentication request',
  judge: (subject) => {
    const { authenticationRequest: rows } = subject;
    const pair = pairOf(subject);
    if (rows === undefined || pair === undefined) return notGiven;
    const expected = authenticationRequestRows(pair, hasChallengeMethodRow(rows));
    return judgeRows(rows, expected, 'Authentication request');
  },
};

export const tokenRequestParameters: OfflineRule = {
  id: 'parameters.token-request',
  title: 'Parameters of the Token request',
  judge: (subject) => {
    const pair = pairOf(subject);
    if (subject.tokenRequest === undefined || pair === undefined) return notGiven;
    return judgeRows(subject.tokenRequest, tokenRequestRows(pair), 'Token request');
  },
};

const notGiven = skipped('Only a setup file has these rows.');

function pairOf({ codeVerifier, codeChallenge }: Subject): PkcePair | undefined {
  if (codeVerifier === undefined || codeChallenge === undefined) return undefined;
  return { codeVerifier, codeChallenge, codeChallengeMethod: 'S256' };
}

/** Rows that must not stand in a tab, whatever their value. */
const forbidden: readonly { key: string; tab?: Tab; why: string }[] = [
  { key: 'state', why: 'fixes what must be new in each sign-in; Jitterbit is to supply it: remove the row' },
  {
    key: 'code_verifier',
    tab: 'Authentication request',
    why: 'would show the verifier in the address of the sign-in page: move it to the tab Token request',
  },
];

function judgeRows(rows: readonly Parameter[], expected: readonly Parameter[], tab: Tab): Finding {
  const wrong = [
    ...expected.flatMap((row) => problemsOf(row, rows)),
    ...forbidden
      .filter((each) => (each.tab ?? tab) === tab && rows.some(({ key }) => sameKey(key, each.key)))
      .map(({ key, why }) => `The row ${key} ${why}.`),
  ];
  if (wrong.length > 0)
    return failed(wrong.join(' '), `Correct it in ${parametersOf(tab)}. ${table(expected)}`);
  const unknown = rows.filter(({ key }) => !expected.some((row) => row.key === key));
  if (unknown.length === 0)
    return passed(`${rows.length === 1 ? 'The row is' : 'The rows are'} as documented.`);
  const names = unknown.map(({ key }) => `"${excerpt(key, 60)}"`).join(', ');
  return warned(
    `Jitterbit does not document ${names}.`,
    `If that is not on purpose, remove it from ${parametersOf(tab)}.`,
  );
}

const sameKey = (left: string, right: string): boolean => left.trim().toLowerCase() === right;

/** Values are compared, never shown: the row may hold the verifier, or a secret pasted into the wrong place. */
function problemsOf(expected: Parameter, rows: readonly Parameter[]): string[] {
  const { key } = expected;
  const found = rows.filter((row) => row.key === key);
  const [row] = found;
  if (row === undefined) {
    const near = rows.find((other) => sameKey(other.key, key));
    return [
      near === undefined
        ? `The row ${key} is missing.`
        : `The key "${excerpt(near.key, 60)}" should be ${key}.`,
    ];
  }
  if (found.length > 1) return [`The row ${key} stands there ${found.length} times.`];
  return [
    ...(row.value === expected.value
      ? []
      : [`The row ${key} has another value than ${origins[key] ?? 'documented'}.`]),
    ...(row.sendIn === expected.sendIn
      ? []
      : [`The row ${key} has Send in "${excerpt(row.sendIn, 60)}": it should be ${expected.sendIn}.`]),
  ];
}

const origins: Readonly<Record<string, string>> = {
  response_type: '"code"',
  code_challenge: 'the code challenge of the pair',
  code_verifier: 'the code verifier of the pair',
  [challengeMethodKey]: '"S256"',
};

const table = (expected: readonly Parameter[]): string =>
  `It should be: ${expected.map((row) => `${row.key} = ${shownValue(row)}, Send in ${row.sendIn}`).join('; ')}.`;

const shownValue = (row: Parameter): string =>
  row.sendIn === sendIn.body
    ? 'the code verifier'
    : row.key === 'code_challenge'
      ? 'the code challenge'
      : row.value;
