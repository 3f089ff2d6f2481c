import { expect, test } from 'vitest';
import { windowsNameProblem } from '../../src/io/windows-names.ts';

test.each([
  'CON',
  'nul.json',
  'Aux.tar.env',
  'prn',
  'com1',
  'COM²',
  'LPT¹.txt',
  'lpt³',
  'con .json',
  'CONIN$',
  'CONOUT$',
])('%s is a device', (name) => {
  expect(windowsNameProblem(name)).toContain('device');
});

test.each([
  ...[...'<>:"|?*\0\t\x1f'].map((character) => `a${character}b.json`),
  'a.json.',
  'a.json ',
  `${'n'.repeat(256)}`,
])("%j isn't a valid file name", (name) => {
  expect(windowsNameProblem(name)).toBeDefined();
});

test.each([
  'zoominfo.json',
  '.env',
  'console.json',
  'nul-and-void.json',
  'com10.txt',
  'a b.json',
  'n'.repeat(255),
  'café.env',
])('%s is accepted', (name) => {
  expect(windowsNameProblem(name)).toBeUndefined();
});
