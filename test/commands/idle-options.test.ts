import { expect, test } from 'vitest';
import { perform } from '../support/context.ts';

const values = [
  '-r',
  'na',
  '--redirect-uri',
  'https://apps.na-east.jitterbit.com/design-studio/api/v1/oauth/authcode',
];

test.each([
  ['--timeout has no effect without --online or --login.', ['--timeout', '5']],
  ['--explain has no effect without --online or --login.', ['--explain']],
  ['--client-auth has no effect without --online or --login.', ['--client-auth', 'post']],
  [
    '--client-auth, --timeout, and --explain have no effect',
    ['--explain', '--timeout', '5', '--client-auth', 'post'],
  ],
  ['--no-refresh has no effect without --login.', ['--no-refresh']],
])('verify checks, and warns: %s', async (says, options) => {
  const { code, stdout, stderr } = await perform(['verify', '-f', 'json', ...values, ...options]);
  expect([code, JSON.parse(stdout).verdict, stderr]).toEqual([0, 'pass', expect.stringContaining(says)]);
});

test('options that have an effect, or turn off what would not happen anyway, get no warning', async () => {
  const { stderr } = await perform([
    'verify',
    '-f',
    'json',
    ...values,
    '--no-open',
    '--client-auth',
    'basic',
  ]);
  expect(stderr).toBe('');
});
