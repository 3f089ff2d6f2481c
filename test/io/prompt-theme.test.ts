import { expect, test } from 'vitest';
import { themeFor } from '../../src/io/prompt-theme.ts';
import { noPaint } from '../../src/terminal/style.ts';
import { asciiSymbols } from '../../src/terminal/symbols.ts';

test.each([24, 40, 80])('a question that is wider than %i columns hangs after its mark', (columns) => {
  const style = { width: 80, window: 80, paint: noPaint, symbols: asciiSymbols };
  const question =
    'a.json already exists and contains a different PKCE pair, which would be lost. Overwrite?';
  const [first = '', ...rest] = themeFor(style, () => columns)
    .style.message(question)
    .split('\n');
  expect(rest.length).toBeGreaterThan(0);
  for (const line of [`? ${first}`, ...rest]) expect(line.length).toBeLessThanOrEqual(columns);
  for (const line of rest) expect(line).toMatch(/^ {2}\S/);
});
