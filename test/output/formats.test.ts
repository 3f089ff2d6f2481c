import { expect, test } from 'vitest';
import { formatOfFile } from '../../src/render/format-names.ts';
import { quoteArgument } from '../../src/terminal/shell.ts';

test.each([
  ['a.json', 'json'],
  ['A.JSON', 'json'],
  ['dir.md/a.env', 'env'],
  ['.env', 'env'],
  ['x/.env.local', 'env'],
  ['.ENV.json', 'json'],
  ['.env.md', 'markdown'],
  ['.env.local.html', 'html'],
  ['.env.txt', 'text'],
  ['.env.yaml', 'env'],
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
  ['company,contact', 'company,contact', '"company,contact"'],
  ['@acme', '@acme', '"@acme"'],
  ['$HOME', "'$HOME'", "'$HOME'"],
  ["`it's`", "'`it'\\''s`'", "'`it''s`'"],
  ['a \u201cb\u201d', "'a \u201cb\u201d'", "'a \u201cb\u201d'"],
  ['say "hi"', `'say "hi"'`, '"say \\"hi\\""'],
  ['C:\\My Files\\', "'C:\\My Files\\'", '"C:\\My Files\\\\"'],
  ['https://a.example/?b&c', "'https://a.example/?b&c'", '"https://a.example/?b&c"'],
])('%s is quoted for POSIX and for Windows', (argument, posix, windows) => {
  expect(quoteArgument(argument, 'posix')).toBe(posix);
  expect(quoteArgument(argument, 'windows')).toBe(windows);
});
