import { expect, test } from 'vitest';
import { entriesOf } from '../../src/io/choices.ts';
import { pageOf } from '../../src/io/menu-page.ts';

const choices = (...names: readonly string[]) => names.map((name) => ({ name, value: name }));

test.each([
  ['What it is for.', 5],
  [`https://${'x'.repeat(60)}`, 3],
])('a menu leaves room for every row of a description: %s', (description, size) => {
  const described = [{ name: 'One', description }];
  const page = pageOf('select', 'Which', described, () => ({ columns: 30, rows: 10 }));
  expect(page.size()).toBe(size);
});

test.each([
  [6, 'navigate'],
  [5, 'show more choices'],
])('with %i rows for two names of three lines each, the keys %s', (rows, says) => {
  const name = `${'x'.repeat(36)} ${'y'.repeat(36)} ${'z'.repeat(36)}`;
  const entries = entriesOf(choices(name, name), () => 40);
  const others = 3;
  const page = pageOf('select', 'Which', entries, () => ({ columns: 40, rows: rows + others }));
  expect(page.size()).toBe(rows);
  expect(page.help()).toContain(`Up/Down ${says}`);
});
