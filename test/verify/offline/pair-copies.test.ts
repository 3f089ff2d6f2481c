import { expect, test } from 'vitest';
import type { CheckStatus } from '../../../src/checks/check.ts';
import type { Subject } from '../../../src/checks/subject.ts';
import { deriveCodeChallenge } from '../../../src/oauth/pkce.ts';
import { authenticationRequestRows, tokenRequestRows } from '../../../src/setup-file/parameter-rows.ts';
import { checkOffline } from '../../../src/verify/offline/rules.ts';
import { rfcPair, verifier } from '../../support/setup-fixture.ts';
import { checkNamed, fixText, goodSubject } from '../../support/verify-fixtures.ts';

/** A file has each value of a pair twice. If the copies differ, what derives what decides which one is wrong. */

const challenge = deriveCodeChallenge(verifier);
const { codeVerifier: otherVerifier, codeChallenge: otherChallenge } = rfcPair;
const padded = `${challenge}=`;

const ids = [
  'pkce.verifier',
  'pkce.challenge',
  'parameters.authentication-request',
  'parameters.token-request',
] as const;

type Pair = readonly [codeVerifier: string, codeChallenge: string];

const subjectWith = ([codeVerifier, codeChallenge]: Pair, [rowVerifier, rowChallenge]: Pair): Subject =>
  goodSubject({
    codeVerifier,
    codeChallenge,
    authenticationRequest: authenticationRequestRows(rowChallenge, false),
    tokenRequest: tokenRequestRows(rowVerifier),
  });

const right: Pair = [verifier, challenge];

test.each<[what: string, pair: Pair, rows: Pair, statuses: readonly CheckStatus[]]>([
  ['nothing is wrong', right, right, ['pass', 'pass', 'pass', 'pass']],
  ['the challenge', [verifier, otherChallenge], right, ['pass', 'fail', 'pass', 'pass']],
  ['the verifier', [otherVerifier, challenge], right, ['fail', 'fail', 'pass', 'pass']],
  ['a space after the verifier', [`${verifier} `, challenge], right, ['fail', 'skip', 'pass', 'pass']],
  ['quotation marks around it', [`"${verifier}"`, challenge], right, ['fail', 'skip', 'pass', 'pass']],
  ['both, swapped', [challenge, verifier], right, ['pass', 'fail', 'pass', 'pass']],
  ['the challenge row', right, [verifier, otherChallenge], ['pass', 'pass', 'fail', 'pass']],
  ['the verifier row', right, [otherVerifier, challenge], ['pass', 'pass', 'pass', 'fail']],
  ['a space in the verifier row', right, [`${verifier} `, challenge], ['pass', 'pass', 'pass', 'fail']],
  ['both rows, swapped', right, [challenge, verifier], ['pass', 'pass', 'fail', 'fail']],
  ['both copies, swapped', [challenge, verifier], [challenge, verifier], ['pass', 'fail', 'fail', 'fail']],
  ['both challenges', [verifier, padded], [verifier, padded], ['pass', 'fail', 'pass', 'pass']],
  [
    'a space in both verifiers',
    [`${verifier} `, challenge],
    [`${verifier} `, challenge],
    ['fail', 'skip', 'pass', 'pass'],
  ],
  [
    'an invalid verifier, and other rows',
    ['short', challenge],
    [otherVerifier, padded],
    ['fail', 'skip', 'pass', 'pass'],
  ],
  ['an invalid pair', ['short', padded], ['short', padded], ['fail', 'fail', 'pass', 'pass']],
])('wrong: %s', (_, pair, rows, statuses) => {
  const checks = checkOffline(subjectWith(pair, rows));
  expect(ids.map((id) => checkNamed(id, checks).status)).toEqual(statuses);
});

test('a row with the challenge exposes nothing, even if the file has it as its verifier', () => {
  const [, , , , , , , rows] = checkOffline(subjectWith([challenge, verifier], [verifier, otherChallenge]));
  expect(rows).toMatchObject({ id: ids[2], detail: expect.not.stringContaining('expose') });
  const [, , , , , , , exposed] = checkOffline(subjectWith([challenge, verifier], [verifier, verifier]));
  expect(exposed).toMatchObject({
    id: ids[2],
    detail: expect.stringContaining('contains the code verifier'),
  });
});

test.each(['"abcdef123456"', `${verifier} `, 'short', ''])(
  'no challenge is derived from the invalid verifier %j',
  (codeVerifier) => {
    for (const codeChallenge of [challenge, padded])
      expect(checkOffline({ codeVerifier, codeChallenge }).map(fixText).join('\n')).not.toContain(
        deriveCodeChallenge(codeVerifier),
      );
  },
);

test("from standard input, the step doesn't replace a challenge that its row proves", () => {
  const file = { name: 'standard input' };
  const checks = checkOffline({ ...subjectWith([`${verifier}x`, challenge], right), file });
  expect(fixText(checkNamed('pkce.challenge', checks))).toContain(challenge);
});
