import { describe, expect, test } from 'vitest';
import type { CheckStatus } from '../../src/checks/check.ts';
import { diagnose } from '../../src/diagnose/diagnose.ts';
import type { SetupWithFile } from '../../src/diagnose/evidence/registered.ts';
import { deriveCodeChallenge, pkcePairOf } from '../../src/oauth/pkce.ts';
import { authenticationRequestRows, tokenRequestRows } from '../../src/setup-file/parameter-rows.ts';
import { rotateSetup } from '../../src/setup-file/rotate.ts';
import {
  allWords,
  cutRequest,
  evidenceOf,
  registered,
  requestCheck,
  requestWith,
} from '../support/paste-fixtures.ts';
import { verifier } from '../support/setup-fixture.ts';
import { checkNamed, fixText } from '../support/verify-fixtures.ts';

/** A setup whose copies of the pair differ: the request is compared with the pair that they prove. */

const { setup } = registered;
const challenge = setup.pkce.codeChallenge;
const { codeVerifier: otherVerifier, codeChallenge: otherChallenge } = pkcePairOf(`0ther-${verifier}`);

type Pair = readonly [codeVerifier: string, codeChallenge: string];

const right: Pair = [verifier, challenge];

function setupWith([codeVerifier, codeChallenge]: Pair, [rowVerifier, rowChallenge]: Pair): SetupWithFile {
  const pkce = { ...setup.pkce, codeVerifier, codeChallenge };
  const advancedOptions = {
    authenticationRequest: { parameters: authenticationRequestRows(rowChallenge, false) },
    tokenRequest: { parameters: tokenRequestRows(rowVerifier) },
  };
  return { setup: { ...setup, pkce, advancedOptions }, file: 'zoominfo.json' };
}

const id = 'request.code-challenge';
const judge = (code_challenge: string, against: SetupWithFile) =>
  requestCheck(id, { code_challenge }, against);

/** Each with whether a code verifier in it proves the right challenge. */
const setups: readonly (readonly [what: string, against: SetupWithFile, isKnown: boolean])[] = [
  ['another challenge', setupWith([verifier, otherChallenge], right), true],
  ['another challenge twice', setupWith([verifier, otherChallenge], [verifier, otherChallenge]), true],
  ['another verifier', setupWith([otherVerifier, challenge], right), true],
  ['both swapped', setupWith([challenge, verifier], right), true],
  ['both swapped twice', setupWith([challenge, verifier], [challenge, verifier]), true],
  ['the verifier as its challenge', setupWith([verifier, verifier], right), true],
  ['a space after the verifier', setupWith([`${verifier} `, challenge], right), true],
  ['a space twice', setupWith([`${verifier} `, challenge], [`${verifier} `, challenge]), false],
  ['a short verifier', setupWith(['short', challenge], ['short', challenge]), false],
  ['crossed pairs', setupWith([verifier, otherChallenge], [otherVerifier, challenge]), true],
];

describe.each(setups)('a setup with %s', (_, against, isKnown) => {
  test('accuses the file, not the right challenge in the request', () => {
    const check = judge(challenge, against);
    expect(check.status).toBe<CheckStatus>('warn');
    expect(fixText(check)).toMatch(/zi-oauth-setup verify zoominfo\.json$/);
    const cut = diagnose(
      evidenceOf({ requests: [cutRequest('code_challenge', challenge.slice(0, 20))] }),
      against,
    );
    expect(checkNamed(id, cut).status).toBe<CheckStatus>('inconclusive');
  });

  test('recommends the right challenge, or a new pair, and shows no verifier', () => {
    for (const wrong of [
      '',
      `${challenge}=`,
      deriveCodeChallenge(`${verifier}\n`),
      deriveCodeChallenge('other'),
    ]) {
      const check = judge(wrong, against);
      const fix = fixText(check);
      expect(fix).toMatch(isKnown ? challenge : /--new-pkce|zi-oauth-setup verify/);
      expect(fix).not.toContain(otherChallenge);
      expect(allWords([check])).not.toContain(verifier);
      expect(allWords([check])).not.toContain('withheld');
    }
  });

  test('recommends no other challenge for an error', () => {
    const messages = [{ words: 'PKCE code challenge is required by the application.' }];
    const words = allWords(diagnose(evidenceOf({ messages }), against));
    expect(words).toMatch(isKnown ? challenge : '--new-pkce');
    expect(words).not.toContain(otherChallenge);
  });

  test('still recognizes the exposed verifier', () => {
    const exposed = against.setup.pkce.codeVerifier === 'short' ? 'short' : verifier;
    expect(judge(exposed, against).code).toBe('swapped');
  });
});

test('a right challenge rules out its row, even if the file is inconsistent', () => {
  const against = setupWith([verifier, otherChallenge], right);
  const messages = [{ words: 'PKCE verification failed.' }];
  const checks = diagnose(evidenceOf({ requests: [requestWith()], messages }), against);
  expect(checkNamed('message', checks).detail).toContain('matches the code verifier in zoominfo.json');
});

test('a challenge that the file contains without its verifier is the same mistake', () => {
  const against = setupWith([verifier, otherChallenge], [verifier, otherChallenge]);
  expect(judge(otherChallenge, against)).toMatchObject({ status: 'fail', code: 'other-verifier' });
});

test('of two verifiers without their challenges, either may be the registered one', () => {
  const padded = `${challenge}=`;
  const against = setupWith([otherVerifier, padded], [verifier, padded]);
  expect([challenge, otherChallenge].map((each) => judge(each, against).status)).toEqual(['warn', 'warn']);
  expect(judge(deriveCodeChallenge('other'), against).status).toBe('fail');
});

test('an invalid pair says nothing about a challenge; the rows show the right one', () => {
  const ofInvalid = deriveCodeChallenge('short');
  const check = judge(ofInvalid, setupWith(['short', ofInvalid], right));
  expect([check.status, fixText(check)]).toEqual(['fail', expect.stringContaining(challenge)]);
  expect(check.detail).toBe("The code challenge doesn't belong to the code verifier in zoominfo.json.");
});

test('a previous pair with swapped values exposes only its verifier', () => {
  const rotated = rotateSetup(setup, pkcePairOf(`${verifier}x`));
  const previousPkce = { ...setup.pkce, codeVerifier: challenge, codeChallenge: verifier };
  const against = { setup: { ...rotated, previousPkce }, file: 'zoominfo.json' };
  expect(judge(verifier, against).code).toBe('swapped');
  expect(judge(challenge, against).code).not.toBe('swapped');
});

test('an invalid verifier in the file is the reason for a PKCE error, alone or in both places', () => {
  const spaced = `${verifier} `;
  for (const rowVerifier of [verifier, spaced]) {
    const against = setupWith([spaced, challenge], [rowVerifier, challenge]);
    const messages = [{ words: 'PKCE verification failed.' }];
    const [check] = diagnose(evidenceOf({ messages }), against);
    expect(check).toMatchObject({ status: 'fail', detail: expect.stringContaining('trailing space') });
  }
});
