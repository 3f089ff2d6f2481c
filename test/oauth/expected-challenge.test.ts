import fc from 'fast-check';
import { expect, test } from 'vitest';
import { expectedCodeChallenge } from '../../src/oauth/expected-challenge.ts';
import { deriveCodeChallenge } from '../../src/oauth/pkce.ts';

test('the expected challenge is that of RFC 7636 appendix B', () => {
  expect(expectedCodeChallenge('dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk')).toBe(
    'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
  );
});

test('a challenge that is created is the expected one, whatever the verifier', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (verifier) => {
      expect(expectedCodeChallenge(verifier)).toBe(deriveCodeChallenge(verifier));
    }),
  );
});
