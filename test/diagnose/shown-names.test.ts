import { describe, expect, test } from 'vitest';
import { makeRedactor } from '../../src/checks/redactor.ts';
import { shownName, shownNames } from '../../src/diagnose/evidence/shown-names.ts';
import { verifier } from '../support/setup-fixture.ts';

const redactor = makeRedactor();
redactor.add(verifier);

describe('the name of a parameter', () => {
  test.each([
    'login_hint',
    'acr_values',
    'code_challenge_method',
    'id_token_hint_user',
    'claims-locales-and-more',
    'request.object.encryption',
    'enableGranularConsent',
    'resource_indicator2',
    'x',
    'Qz7-pL2x9',
    'Qz7-pL2x9-W4v6B',
    'abcdefghijklmnopqrst',
  ])('%s is shown', (name) => {
    expect(shownName(name, redactor)).toBe(name);
  });

  test.each([
    verifier,
    verifier.slice(3, 11),
    `x_${verifier.slice(0, 8)}`,
    'Qz7-pL2x9-W4v6B8',
    'aB3dE6gH9jK2mN5p',
    'correcthorsebatterystaple',
    'login_hint_a_qX7',
    'login_hint_of_xx',
    'LoginHintOfTheUser',
    '_login_hint_of_user',
    'login__hint__of_user',
    'login_hint_of_user12',
    'one_two_six_ten_hundred_thousand',
    '',
    '\u200b',
  ])("%s isn't", (name) => {
    expect(shownName(name, redactor)).toBeUndefined();
  });
});

test.each([
  [['a', 'b', 'a'], 'a, b'],
  [['a', verifier], 'a, 1 more'],
  [[verifier], "1 whose name can't be shown"],
  [[verifier, `${verifier}x`], "2 whose names can't be shown"],
  [Array.from({ length: 12 }, (_, at) => `p${at}`), 'p0, p1, p2, p3, p4, p5, p6, p7, p8, p9, 2 more'],
])('the names %j in a sentence', (names, said) => {
  expect(shownNames(names, redactor)).toBe(said);
});
