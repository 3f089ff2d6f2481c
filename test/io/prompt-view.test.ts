import fc from 'fast-check';
import { expect, test } from 'vitest';
import { viewOf } from '../../src/io/prompt-view.ts';
import { widthOf } from '../../src/terminal/wrap.ts';

const character = fc.constantFrom('a', 'b', 'é', '日', '😀');

const edited = fc
  .array(character, { maxLength: 200 })
  .chain((characters) =>
    fc.tuple(fc.constant(characters), fc.nat(characters.length), fc.integer({ min: 20, max: 120 })),
  );

test('a view fits, and has the text on both sides of the cursor', () => {
  fc.assert(
    fc.property(edited, ([characters, at, columns]) => {
      const [before, after] = [characters.slice(0, at).join(''), characters.slice(at).join('')];
      const { shown, cursor } = viewOf(before + after, before.length, columns);
      expect(widthOf(shown)).toBeLessThanOrEqual(columns);
      const [left, right] = [shown.slice(0, cursor), shown.slice(cursor)];
      const isWhole = widthOf(before + after) <= columns;
      expect(left === before || (!isWhole && left.startsWith('...'))).toBe(true);
      expect(before.endsWith(left.replace(/^\.{3}/, ''))).toBe(true);
      expect(after.startsWith(right.replace(/\.{3}$/, ''))).toBe(true);
      expect(right === after || right.endsWith('...')).toBe(true);
    }),
  );
});

test('a view of a long line takes no longer than one of a short line', () => {
  const { shown } = viewOf('x'.repeat(10_000_000), 5_000_000, 80);
  expect(shown).toMatch(/^\.{3}x+\.{3}$/);
});
