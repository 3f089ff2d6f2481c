import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { npxPackages } from '../../src/io/npx-packages.ts';
import { temporaryFolder } from '../support/folder.ts';

const packagesWith = (content: string): string[] => {
  const folder = join(temporaryFolder(), '_npx', '7d36068c8985d3c7');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), content);
  return npxPackages(join(folder, 'node_modules', '.bin', 'zi-oauth-setup'));
};

test('npx records the requested packages', () => {
  const content = {
    dependencies: { 'zi-oauth-setup': '^1.0.0' },
    _npx: { packages: ['zi-oauth-setup@latest'] },
  };
  expect(packagesWith(JSON.stringify(content))).toEqual(['zi-oauth-setup@latest']);
});

test.each([
  '',
  '{',
  '{}',
  'null',
  '{"_npx":null}',
  '{"_npx":{"packages":"x"}}',
  '{"_npx":{"packages":[1,null]}}',
])('an unrelated file: %j', (content) => {
  expect(packagesWith(content)).toEqual([]);
});

test('a script that npx did not fetch', () => {
  expect(npxPackages('/usr/local/bin/zi-oauth-setup')).toEqual([]);
  expect(npxPackages(join(temporaryFolder(), '_npx', 'no-such-folder', 'script.js'))).toEqual([]);
});
