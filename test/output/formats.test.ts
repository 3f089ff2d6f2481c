import { expect, test } from 'vitest';
import { formatOfFile } from '../../src/render/format-names.ts';

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
])('%s requests %s', (path, format) => {
  expect(formatOfFile(path)).toBe(format);
});
