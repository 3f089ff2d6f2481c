import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bare, comparable } from '../../src/checks/comparable.ts';

/** Without the escape character, whose sequence would include what follows. */
const ascii = fc.string({ unit: 'binary-ascii' }).map((text) => text.replaceAll('\x1b', ''));

test('ASCII is compared the same way with and without other characters', () => {
  fc.assert(
    fc.property(ascii, (text) => {
      expect(comparable(`${text}é`)).toBe(`${comparable(text)}e`);
      expect(bare(`${text}é`)).toBe(`${bare(text)}é`);
    }),
  );
});
