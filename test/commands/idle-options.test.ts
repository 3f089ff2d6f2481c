import { expect, test } from 'vitest';
import { renderJson } from '../../src/render/json.ts';
import { perform } from '../support/context.ts';
import { clientId, sampleSetup } from '../support/setup-fixture.ts';

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

test.each<[env: Record<string, string>, says: string]>([
  [
    { CLIENT_ID: '0oaAnotherClientId00' },
    'ZI_OAUTH_CLIENT_ID has no effect, because a.json contains another value.',
  ],
  [
    { REGION: 'emea', SCOPES: 'news', CLIENT_ID: clientId },
    'ZI_OAUTH_REGION and ZI_OAUTH_SCOPES have no effect, because a.json contains other values.',
  ],
  [{ CLIENT_ID: clientId, REGION: 'na', SCOPES: 'company,contact', NAME: 'ZoomInfo' }, ''],
])('with a file, variables with other values are reported: %j', async (values, says) => {
  const env = Object.fromEntries(Object.entries(values).map(([name, value]) => [`ZI_OAUTH_${name}`, value]));
  const { code, stderr } = await perform(['verify', 'a.json', '-f', 'json'], {
    env,
    savedFile: renderJson(sampleSetup()),
  });
  expect([code, stderr]).toEqual([0, says === '' ? '' : `! Warning: ${says}\n`]);
});

test('a variable for what the file lacks is used', async () => {
  const savedFile = renderJson(sampleSetup({ clientId: null }));
  const env = { ZI_OAUTH_CLIENT_ID: clientId };
  const { stdout, stderr } = await perform(['verify', 'a.json'], { env, savedFile });
  expect([stdout, stderr]).toEqual([expect.stringContaining('All checks passed.'), '']);
});
