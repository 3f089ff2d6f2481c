import { expect, test } from 'vitest';
import { windowsNameProblem } from '../../src/io/windows-names.ts';

test.each(['CON', 'nul.json', 'Aux.tar.env', 'com1', 'LPT¹.txt', 'con .json', 'CONOUT$'])(
  '%s is a device',
  (name) => {
    expect(windowsNameProblem(name)).toContain('device');
  },
);

test.each([
  'secrets.json:stream',
  'a?.json',
  'a"b.json',
  'a\tb.json',
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
  'café.env',
])('%s is accepted', (name) => {
  expect(windowsNameProblem(name)).toBeUndefined();
});
