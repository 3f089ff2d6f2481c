import fc from 'fast-check';
import { expect, test } from 'vitest';
import { makeRedactor } from '../../src/checks/redactor.ts';

const secret = 'Zq7pLm2Xc9Vb4Nt8Rk5W';

/** Reads roughly before exactly, since every secret is ASCII. */
const quick = makeRedactor();
quick.add(secret);

/** Only reads exactly, for the sake of another secret that isn't ASCII. */
const exact = makeRedactor();
exact.add(secret, 'пароль-пароль');

const base64 = (text: string): string => Buffer.from(text).toString('base64');
const fullWidth = (text: string): string =>
  text.replace(/[!-~]/g, (each) => String.fromCharCode(each.charCodeAt(0) + 0xfee0));

const disguises: readonly ((text: string) => string)[] = [
  base64,
  fullWidth,
  encodeURIComponent,
  (text) => text.normalize('NFKD'),
  (text) => JSON.stringify(text).slice(1, -1),
  (text) => text.replace(/./gu, (each) => `&#${each.codePointAt(0)};`),
];

const separators = fc.constantFrom(
  '',
  ' ',
  '\u200b',
  '\u00ad',
  '\u0301',
  ' · ',
  '-',
  '\x1b[0m',
  '<b>',
  'é',
  '日',
);

const text = fc
  .record({
    piece: fc
      .tuple(fc.nat(8), fc.integer({ min: 6, max: 20 }))
      .map(([from, length]) => secret.slice(from, from + length)),
    separator: separators,
    around: fc.tuple(fc.string({ unit: 'grapheme', maxLength: 20 }), fc.string({ maxLength: 20 })),
    disguise: fc.array(fc.constantFrom(...disguises), { maxLength: 2 }),
  })
  .map(({ piece, separator, around: [before, after], disguise }) => {
    const shown = `${before} ${[...piece].join(separator)} ${after}`;
    return disguise.reduce((each, hide) => hide(each), shown);
  });

test('a rough reading first finds the same as an exact reading alone', () => {
  fc.assert(
    fc.property(text, (each) => {
      expect(quick.holds(each)).toBe(exact.holds(each));
      expect(quick.redact(each)).toBe(exact.redact(each));
    }),
    { numRuns: 500 },
  );
});

test('the texts include some that contain the secret and some that do not', () => {
  const found = fc.sample(text, 300).map((each) => exact.holds(each));
  expect(found).toContain(true);
  expect(found).toContain(false);
});
