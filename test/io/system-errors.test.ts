import { expect, test } from 'vitest';
import { fileFailure } from '../../src/io/system-errors.ts';

const refused = Object.assign(new Error(), { code: 'EPERM' });

test.each([
  ['linux', 'a.json could not be written: the system does not permit it.'],
  [
    'win32',
    'a.json could not be written: it is read-only, another program has it open, or permission is denied.',
  ],
] as const)('on %s EPERM means something of its own', (platform, words) => {
  expect(fileFailure(refused, 'a.json could not be written', platform).message).toBe(words);
});
