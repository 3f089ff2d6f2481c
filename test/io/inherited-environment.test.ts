import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inheritable, takeEnvironment } from '../../src/io/inherited-environment.ts';

const names = fc.oneof(
  fc.constantFrom(
    'PATH',
    'HOME',
    'ZI_OAUTH_CLIENT_SECRET',
    'zi_oauth_code_verifier',
    'Zi_OAuth_x',
    'MY_ZI_OAUTH_',
  ),
  fc.stringMatching(/^[Zz][Ii]_OAUTH_[A-Za-z]{0,8}$/),
);

test('none of our variables are inherited, and no others are lost', () => {
  fc.assert(
    fc.property(fc.dictionary(names, fc.string()), (env) => {
      const others = Object.fromEntries(Object.entries(env).filter(([name]) => !/^zi_oauth_/i.test(name)));
      const process = { ...env };
      expect(inheritable(env)).toEqual(others);
      expect(takeEnvironment(process, 'linux')).toEqual(env);
      expect(process).toEqual(others);
    }),
  );
});

test('on Windows a variable is found in any case', () => {
  const taken = takeEnvironment({ zi_oauth_region: 'NA', Path: 'C:\\' }, 'win32');
  expect([taken.ZI_OAUTH_REGION, taken.Path, taken.PATH]).toEqual(['NA', 'C:\\', 'C:\\']);
});
