import { type CodePair, provenPairs } from '../../checks/code-pairs.ts';
import { failed, passed, skipped, warned } from '../../checks/finding.ts';
import type { Subject } from '../../checks/subject.ts';
import { labels, type Tab } from '../../facts/labels.ts';
import { parametersOf } from '../../facts/places.ts';
import type { Line } from '../../message.ts';
import { isCodeVerifier } from '../../oauth/code-verifier.ts';
import {
  authenticationRequestRows,
  hasChallengeMethodRow,
  rowProblems,
  sendIn,
  tokenRequestRows,
} from '../../setup-file/parameter-rows.ts';
import type { Parameter } from '../../setup-file/schema.ts';
import { enterNewPair } from './pair-steps.ts';
import { rebuild, replacePair } from './repair.ts';
import { keyText, rowFaults } from './row-faults.ts';
import type { OfflineFinding, OfflineRule } from './rule.ts';
import { hasOtherVerifier, soundVerifier } from './sound-verifier.ts';

export const authenticationRequestParameters: OfflineRule = {
  id: 'parameters.authentication-request',
  title: `${labels.authenticationRequest} parameters`,
  judge: (subject) => {
    const { authenticationRequest: rows, codeChallenge } = subject;
    if (rows === undefined || codeChallenge === undefined) return notGiven;
    const value = pairOfRows(subject)?.codeChallenge ?? ownValue('code_challenge', rows);
    const expected = authenticationRequestRows(value, hasChallengeMethodRow(rows));
    return judgeRows(rows, expected, 'authenticationRequest', subject);
  },
};

export const tokenRequestParameters: OfflineRule = {
  id: 'parameters.token-request',
  title: `${labels.tokenRequest} parameters`,
  judge: (subject) => {
    const { tokenRequest: rows, codeVerifier } = subject;
    if (rows === undefined || codeVerifier === undefined) return notGiven;
    const value = pairOfRows(subject)?.codeVerifier ?? ownValue('code_verifier', rows);
    return judgeRows(rows, tokenRequestRows(value), 'tokenRequest', subject);
  },
};

/**
 * The pair that belongs in the rows: the one that the values prove, wherever they are. Otherwise the pair as it is, which
 * another check reports; with an invalid code verifier, there is nothing to compare the rows with.
 */
function pairOfRows(subject: Subject): CodePair | undefined {
  const { codeVerifier = '', codeChallenge = '' } = subject;
  const [proven] = provenPairs(subject);
  if (proven !== undefined) return proven;
  return isCodeVerifier(codeVerifier) ? { codeVerifier, codeChallenge } : undefined;
}

const ownValue = (key: string, rows: readonly Parameter[]): string =>
  rows.find((row) => row.key === key)?.value ?? '';

const notGiven = skipped('Requires a setup file.');

function judgeRows(
  rows: readonly Parameter[],
  expected: readonly Parameter[],
  tab: Tab,
  subject: Subject,
): OfflineFinding {
  if (provenPairs(subject).length > 0 && JSON.stringify(rows) === JSON.stringify(expected)) return right;
  const wrong = [
    ...expected.flatMap((row) => rowProblems(row, rows)),
    ...new Set(rowFaults(rows, tab, subject).map(({ says }) => says)),
  ];
  if (wrong.length > 0 && hasOtherVerifier(rows, soundVerifier(subject) ?? subject.codeVerifier))
    return { ...failed(wrong.join(' '), enterNewPair(subject.file)), repair: replacePair };
  if (wrong.length > 0) return { ...failed(wrong.join(' '), expectedRows(expected, tab)), repair: rebuild };
  const unknown = rows.filter(({ key }) => !expected.some((row) => row.key === key));
  if (unknown.length === 0) return right;
  return warned(
    `Jitterbit doesn't document the ${unknown.length === 1 ? 'row' : 'rows'} ${unknown.map(keyText).join(', ')}.`,
    `If that isn't intended, remove ${unknown.length === 1 ? 'it' : 'them'} from ${parametersOf(tab)}.`,
  );
}

const right = passed("All rows match Jitterbit's documentation.");

const expectedRows = (expected: readonly Parameter[], tab: Tab): Line[] => [
  `Make sure that ${parametersOf(tab)} contains exactly these rows:`,
  ...expected.map((row) => ({ value: `${row.key} = ${valueText(row)}, ${labels.sendIn} ${row.sendIn}` })),
];

/** A row is described without its secret. */
const valueText = (row: Parameter): string =>
  row.sendIn === sendIn.body
    ? '(the code verifier)'
    : row.key === 'code_challenge'
      ? '(the code challenge)'
      : row.value;
