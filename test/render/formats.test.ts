import { expect, test } from 'vitest';
import { formatOfFile } from '../../src/render/format-names.ts';
import { quoteArgument } from '../../src/render/shell.ts';

test.each([
  ['a.json', 'json'],
  ['A.JSON', 'json'],
  ['dir.md/a.env', 'env'],
  ['.env', 'env'],
  ['x/.env.local', 'env'],
  ['.ENV.json', 'env'],
  ['prod.env', 'env'],
  ['a.md', 'markdown'],
  ['a.txt', 'text'],
  ['a.yaml', undefined],
  ['json', undefined],
  ['environment', undefined],
  ['a.env.bak', undefined],
])('%s asks for %s', (path, format) => {
  expect(formatOfFile(path)).toBe(format);
});

test.each([
  ['plain', 'plain', 'plain'],
  ['two words', "'two words'", '"two words"'],
  ["it's", `'it'\\''s'`, `"it's"`],
  ['', "''", '""'],
  ['$HOME', "'$HOME'", '"$HOME"'],
])('%s is quoted for POSIX and for Windows', (argument, posix, windows) => {
  expect(quoteArgument(argument, 'linux')).toBe(posix);
  expect(quoteArgument(argument, 'win32')).toBe(windows);
});
