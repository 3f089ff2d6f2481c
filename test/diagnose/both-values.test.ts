import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { commonPart, plainUrl } from '../../src/diagnose/request/both-values.ts';
import { redirectUriOf } from '../../src/facts/regions.ts';

const characters = fc.stringMatching(/^[A-Za-z\d_-]{20,43}$/);

describe('what is shown of a value', () => {
  test('a mistyped one is shown, with marks for the mistakes', () => {
    const right = '0oaTestClientId12345';
    expect(commonPart('0oaTestClientId12346', right)).toBe('0oaTestClientId1234?');
    expect(commonPart('0oaTestXClientId12345', right)).toBe('0oaTest?ClientId12345');
    expect(commonPart('0oaTestCientId12345', right)).toBe('0oaTestCientId12345');
  });

  test.each([
    '0oaAnotherClient9999',
    'pW9-x_Z:3%+kQ~7Lm2Rt8Vb5Nc1Yd4Hs6Jf0Ge',
    '',
    '0oa',
    '0oatESTcLIENTiD12345',
  ])('an unrelated one is not: %s', (value) => {
    expect(commonPart(value, '0oaTestClientId12345')).toBeUndefined();
  });

  test('no piece of it that is not in the right one', () => {
    fc.assert(
      fc.property(characters, characters, fc.nat(40), fc.nat(40), (right, foreign, at, length) => {
        const value = right.slice(0, at) + foreign.slice(0, length) + right.slice(at + length);
        for (const piece of commonPart(value, right)?.split('?') ?? [])
          expect(right.includes(piece) || isTwoEnds(piece, right)).toBe(true);
      }),
    );
  });

  /** A value that only lacks characters has the two ends of the right one side by side. */
  const isTwoEnds = (piece: string, right: string): boolean =>
    Array.from({ length: piece.length }, (_, at) => at).some(
      (at) => right.startsWith(piece.slice(0, at)) && right.endsWith(piece.slice(at)),
    );
});

const NA = redirectUriOf('NA');

test.each([
  [NA.replace('na-east', 'na-west'), true],
  [`${NA}/`, true],
  [NA.toUpperCase(), true],
  [NA.replace('https', 'http'), true],
  [NA.replace('authcode', 'callback'), true],
  [`${NA}?code=Zq7kLmN2pRsT8vWx`, false],
  [`${NA}#Zq7kLmN2pRsT8vWx`, false],
  [`${NA}/Zq7kLmN2pRsT8vWx`, false],
  [NA.replace('apps', 'correcthorsebatterystaple'), false],
  [NA.replace('//', '//user:password@'), false],
  ['https://example.com/callback', false],
  [` ${NA}`, false],
  [`${NA}\u200b`, false],
  ['not a URL', false],
])('%s is shown: %s', (text, isShown) => {
  expect(plainUrl(text, NA)).toBe(isShown ? text : undefined);
});
