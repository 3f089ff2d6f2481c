import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseCodeVerifier } from '../../src/oauth/code-verifier.ts';
import { codeVerifiers, createCodeVerifier, deriveCodeChallenge, pkcePairOf } from '../../src/oauth/pkce.ts';
import { problemOf } from '../../src/text/result.ts';
import { rfcPair } from '../support/setup-fixture.ts';

const lengths = Array.from({ length: 86 }, (_, index) => 43 + index);

test('the pair of RFC 7636 appendix B', () => {
  expect(pkcePairOf(rfcPair.codeVerifier)).toEqual({ ...rfcPair, codeChallengeMethod: 'S256' });
});

test('a verifier of 43 characters is exactly 32 bytes in base64url', () => {
  const stream = codeVerifiers(43);
  for (let count = 0; count < 50; count += 1)
    for (const codeVerifier of [createCodeVerifier(), stream.next().value]) {
      const octets = Buffer.from(codeVerifier, 'base64url');
      expect(octets).toHaveLength(32);
      expect(octets.toString('base64url')).toBe(codeVerifier);
    }
});

test.each(lengths)('a verifier of %i characters has that length, and every bit is random', (length) => {
  const made = Array.from({ length: 64 }, () => createCodeVerifier(length));
  expect(made.every((each) => each.length === length && parseCodeVerifier(each).ok)).toBe(true);
  for (let at = 0; at < length - 1; at += 1)
    expect(new Set(made.map((each) => each[at])).size).toBeGreaterThan(8);
});

test.each([43, 45, 64, 128])('a stream of verifiers of %i characters has no duplicates', (length) => {
  const stream = codeVerifiers(length);
  const made = Array.from({ length: 5000 }, () => stream.next().value);
  expect(new Set(made).size).toBe(5000);
  expect(made.every((each) => each.length === length && parseCodeVerifier(each).ok)).toBe(true);
  const some = made.slice(-200);
  for (let at = 0; at < length - 1; at += 1)
    expect(new Set(some.map((each) => each[at])).size).toBeGreaterThan(32);
});

test('the challenge equals that of another implementation', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[A-Za-z0-9_-]{43,128}$/), (codeVerifier) => {
      const digest = createHash('sha256').update(codeVerifier, 'ascii').digest('base64');
      const expected = digest.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
      return deriveCodeChallenge(codeVerifier) === expected;
    }),
  );
});

describe('a code verifier', () => {
  test.each([
    ['a'.repeat(42), '42 characters'],
    ['a'.repeat(129), '129 characters'],
    [`${'a'.repeat(20)}+${'b'.repeat(22)}`, '"+" at position 21'],
    [`${'a'.repeat(42)}=`, '"=" at position 43'],
    [`${'a'.repeat(42)}/`, '"/" at position 43'],
    ['a'.repeat(42).concat('\u200b'), 'zero-width space (U+200B) at position 43'],
    ['', '0 characters'],
  ])('%j is rejected', (codeVerifier, problem) => {
    expect(problemOf(parseCodeVerifier(codeVerifier))).toContain(problem);
  });

  test.each([
    [rfcPair.codeVerifier, 'RFC 7636'],
    ['a'.repeat(43), 'different characters'],
    ['123456789'.repeat(5), 'different characters'],
    ['abcdefghijklm'.repeat(4).slice(0, 43), 'repeats'],
    ['abcdefghijklmnopqrstu'.repeat(3), 'repeats'],
  ])('%s is weak, which is a warning', (codeVerifier, weakness) => {
    expect(parseCodeVerifier(codeVerifier)).toMatchObject({
      ok: true,
      warnings: [expect.stringContaining(weakness)],
    });
  });

  test("a random one isn't weak, nor is one with ten different characters", () => {
    for (let count = 0; count < 500; count += 1)
      expect(parseCodeVerifier(createCodeVerifier())).toMatchObject({ ok: true, warnings: [] });
    const tenCharacters = '0123456789987654321000112233445566778899013';
    expect(parseCodeVerifier(tenCharacters)).toEqual({ ok: true, value: tenCharacters, warnings: [] });
  });
});
