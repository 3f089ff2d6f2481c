import { expect, test } from 'vitest';
import { type PromptShape, themeFor } from '../../src/io/prompt-theme.ts';
import { noPaint } from '../../src/terminal/style.ts';
import { asciiSymbols } from '../../src/terminal/symbols.ts';

const question = 'a.json already exists and contains a different PKCE pair, which would be lost. Overwrite?';

const styleOf = (columns: number, shape: Partial<PromptShape> = {}) =>
  themeFor({ paint: noPaint, symbols: asciiSymbols }, () => columns, { message: question, ...shape }).style;

const widths = [24, 40, 80];

test.each(widths)(
  'a question that is wider than %i columns hangs after its mark, and fills them',
  (columns) => {
    const [first = '', ...rest] = styleOf(columns).message(question).split('\n');
    const lines = [`? ${first}`, ...rest];
    expect(rest.length).toBeGreaterThan(0);
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(columns);
    for (const line of rest) expect(line).toMatch(/^ {2}\S/);
    for (const [index, line] of rest.entries()) {
      const [word = ''] = line.trim().split(' ');
      expect(`${lines[index]} ${word}`.length).toBeGreaterThanOrEqual(columns);
    }
  },
);

test.each([24, 41])('in %i columns, a text is never broken, neither typed nor as an answer', (columns) => {
  for (let length = 1; length <= columns - 3; length += 1) {
    const text = 'x'.repeat(length);
    for (let words = 1; words < 12; words += 1) {
      const message = question.split(' ').slice(0, words).join(' ');
      const style = styleOf(columns, { message, room: length });
      for (const shown of [style.typed(text), style.answer(text)]) {
        const lines = `? ${style.message(message)} ${shown}`.split('\n');
        for (const line of lines) expect(line.trimEnd().length).toBeLessThan(columns);
      }
    }
  }
});

test('an answer is shown after the message that replaces the question', () => {
  const style = styleOf(80, { doneMessage: 'Save as' });
  expect(style.message(question, 'done')).toBe('Save as');
  expect(style.answer('zoominfo.json')).toBe('zoominfo.json');
});
