import { type Finding, failed, passed, skipped, warned } from '../../checks/finding.ts';
import type { Subject } from '../../checks/subject.ts';
import { labels, type Tab } from '../../facts/labels.ts';
import { parametersOf } from '../../facts/places.ts';
import {
  authenticationRequestRows,
  hasChallengeMethodRow,
  isSameKey,
  rowProblems,
  sendIn,
  tokenRequestRows,
} from '../../setup-file/parameter-rows.ts';
import type { Parameter } from '../../setup-file/schema.ts';
import { excerpt } from '../../text/sanitize.ts';
import { shownValue } from '../../text/suggest.ts';
import { exposedRows } from './exposed-rows.ts';
import type { OfflineRule } from './rule.ts';

export const authenticationRequestParameters: OfflineRule = {
  id: 'parameters.authentication-request',
  title: `Parameters of the ${labels.authenticationRequest}`,
  judge: (subject) => {
    const { authenticationRequest: rows, codeChallenge } = subject;
    if (rows === undefined || codeChallenge === undefined) return notGiven;
    const expected = authenticationRequestRows(codeChallenge, hasChallengeMethodRow(rows));
    return judgeRows(rows, expected, 'authenticationRequest', subject);
  },
};

export const tokenRequestParameters: OfflineRule = {
  id: 'parameters.token-request',
  title: `Parameters of the ${labels.tokenRequest}`,
  judge: (subject) => {
    const { tokenRequest: rows, codeVerifier } = subject;
    if (rows === undefined || codeVerifier === undefined) return notGiven;
    return judgeRows(rows, tokenRequestRows(codeVerifier), 'tokenRequest', subject);
  },
};

const notGiven = skipped('Only a setup file has these rows.');

/** Keys that must not be in a tab, whatever their value. */
const forbidden: readonly { key: string; tab?: Tab; value?: RegExp; why: string }[] = [
  { key: 'state', why: 'fixes what must be new in each sign-in; Jitterbit is to supply it: remove the row' },
  {
    key: 'prompt',
    tab: 'authenticationRequest',
    value: /(?:^|\s)none(?:\s|$)/i,
    why: 'is "none", which lets nobody sign in: remove the row',
  },
  {
    key: 'code_verifier',
    tab: 'authenticationRequest',
    why: `would expose the verifier in the sign-in URL: move it to the tab ${labels.tokenRequest}`,
  },
];

const isForbidden = (row: Parameter, each: (typeof forbidden)[number]): boolean =>
  isSameKey(row.key, each.key) && (each.value === undefined || each.value.test(row.value));

/** A key may be anything that was pasted there. */
const keyText = ({ key }: Parameter): string =>
  shownValue(key, documentedKeys) === undefined ? 'with a long key' : `"${excerpt(key, 60)}"`;

const documentedKeys = [...authenticationRequestRows('', true), ...tokenRequestRows('')].map(
  ({ key }) => key,
);

/** Rows of the user's own that have the same key; those that should be there are judged one by one. */
function duplicates(rows: readonly Parameter[], expected: readonly Parameter[]): string[] {
  const keys = rows.map(({ key }) => key.trim());
  const twice = rows.filter(
    (row, index) => keys.indexOf(row.key.trim()) < index && !expected.some(({ key }) => key === row.key),
  );
  return [...new Set(twice.map((row) => `The row ${keyText(row)} is a duplicate.`))];
}

function judgeRows(
  rows: readonly Parameter[],
  expected: readonly Parameter[],
  tab: Tab,
  subject: Subject,
): Finding {
  const wrong = [
    ...expected.flatMap((row) => rowProblems(row, rows)),
    ...duplicates(rows, expected),
    ...forbidden
      .filter((each) => (each.tab ?? tab) === tab && rows.some((row) => isForbidden(row, each)))
      .map(({ key, why }) => `The row ${key} ${why}.`),
    ...exposedRows(rows, tab, subject),
  ];
  if (wrong.length > 0)
    return failed(wrong.join(' '), `Correct it in ${parametersOf(tab)}. ${table(expected)}`);
  const unknown = rows.filter(({ key }) => !expected.some((row) => row.key === key));
  if (unknown.length === 0)
    return passed(`${rows.length === 1 ? 'The row is' : 'The rows are'} as documented.`);
  return warned(
    `Jitterbit does not document ${unknown.length === 1 ? 'the row' : 'the rows'} ${unknown.map(keyText).join(', ')}.`,
    `If that is not on purpose, remove it from ${parametersOf(tab)}.`,
  );
}

const table = (expected: readonly Parameter[]): string =>
  `It should be: ${expected.map((row) => `${row.key} = ${valueText(row)}, ${labels.sendIn} ${row.sendIn}`).join('; ')}.`;

const valueText = (row: Parameter): string =>
  row.sendIn === sendIn.body
    ? 'the code verifier'
    : row.key === 'code_challenge'
      ? 'the code challenge'
      : row.value;
