import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sha256 } from '../../src/oauth/sha256.ts';

// FIPS 180-4 examples: less than a block, and a length that no longer fits into it.
test.each([
  ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
  ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
  [
    'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq',
    '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
  ],
])('the SHA-256 digest of %j', (text, digest) => {
  expect(sha256(text).toString('hex')).toBe(digest);
});

test("every digest is the same as node:crypto's", () => {
  const texts = fc.string({ unit: 'grapheme', maxLength: 300 });
  fc.assert(
    fc.property(texts, (text) => {
      expect(sha256(text)).toEqual(createHash('sha256').update(text).digest());
    }),
  );
});

test('every length is padded correctly', () => {
  for (let length = 0; length <= 200; length += 1) {
    const text = 'v'.repeat(length);
    expect(sha256(text)).toEqual(createHash('sha256').update(text).digest());
  }
});
