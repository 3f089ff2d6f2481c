import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { widthOf, wrapped } from '../../src/terminal/wrap.ts';

const word = fc.oneof(
  { weight: 4, arbitrary: fc.stringMatching(/^[!-~]{1,12}$/) },
  fc.stringMatching(/^[!-~]{30,120}$/),
  fc.stringMatching(/^::[a-z-]{1,10}::?$/),
  fc.stringMatching(/^##v?s?o?\[[a-z]{1,10}\]$/),
  fc.constantFrom('https://example.com/a/b?c=d', 'ünïcödé', '漢字', 'a\ue000b', '\ue000', '😀'),
);
const words = fc.array(word, { minLength: 1, maxLength: 40 });
const first = fc.constantFrom('', '  ', '  1. ', '  Fix: ', 'Error: ', '! Warning: ', '\u2714 ');
const hang = fc.constantFrom(undefined, 0, 2, 4);
const width = fc.integer({ min: 1, max: 130 });

/** What isn't broken: a word, with any CI log commands after it. */
const isWhole = (line: string): boolean =>
  line
    .trim()
    .split(' ')
    .slice(1)
    .every((each) => /^(?:::|##)/.test(each));

describe('wrapped', () => {
  test("no line is wider than the window, except for text that can't be broken", () => {
    fc.assert(
      fc.property(words, first, hang, width, (each, mark, indent, columns) => {
        const lines = wrapped(
          each.join(' '),
          columns,
          mark,
          indent === undefined ? {} : { hang: indent },
        ).split('\n');
        lines.forEach((line, index) => {
          const text = index === 0 ? line.slice(mark.length) : line;
          const room = Math.max(columns, 8 + Math.max(mark.length, indent ?? 0));
          if (!isWhole(text)) expect(widthOf(line)).toBeLessThanOrEqual(room);
        });
      }),
      { numRuns: 2000 },
    );
  });

  test("the words and their order don't change", () => {
    fc.assert(
      fc.property(words, first, hang, width, (each, mark, indent, columns) => {
        const text = wrapped(each.join(' '), columns, mark, indent === undefined ? {} : { hang: indent });
        expect(text.startsWith(mark)).toBe(true);
        expect(text.slice(mark.length).split(/[ \n]+/)).toEqual(each);
      }),
      { numRuns: 2000 },
    );
  });

  test('only the first line can begin with a CI log command', () => {
    fc.assert(
      fc.property(words, first, hang, width, (each, mark, indent, columns) => {
        const text = wrapped(each.join(' '), columns, mark, indent === undefined ? {} : { hang: indent });
        expect(text.slice(mark.length)).not.toMatch(/\n\s*(?:::|##)/);
      }),
      { numRuns: 2000 },
    );
  });

  test('a phrase to keep stays on one line', () => {
    const phrase = fc.array(fc.stringMatching(/^[a-zA-Z0-9/._-]{1,12}$/), { minLength: 2, maxLength: 8 });
    fc.assert(
      fc.property(words, phrase, words, width, (before, path, after, columns) => {
        const kept = path.join(' ');
        const text = wrapped([...before, kept, ...after].join(' '), columns, 'Error: ', {
          hang: 2,
          keep: [kept],
        });
        expect(text.split('\n').some((line) => line.includes(kept))).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  test('the lines after the first have the requested indent', () => {
    expect(wrapped('one two three four', 16, 'Error: ', { hang: 2 })).toBe('Error: one two\n  three four');
    expect(wrapped('one two three', 16, '  1. ')).toBe('  1. one two\n     three');
  });
});
