import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Check } from '../../src/checks/check.ts';
import { renderJson } from '../../src/render/json.ts';
import { perform } from '../support/context.ts';
import { temporaryFolder } from '../support/folder.ts';
import { sampleSetup } from '../support/setup-fixture.ts';
import { checkNamed } from '../support/verify-fixtures.ts';

/** An invalid value of each kind, the check that rejects it, and its option and variable. */
const wrong = [
  ['region.redirect-uri', 'MARS', '--region', 'ZI_OAUTH_REGION'],
  ['region.redirect-uri', 'https://x.example/', '--redirect-uri', 'ZI_OAUTH_REDIRECT_URI'],
  ['scopes', 'API:data:news', '--scopes', 'ZI_OAUTH_SCOPES'],
  ['client.id', 'todo', '--client-id', 'ZI_OAUTH_CLIENT_ID'],
  ['client.secret', 'YOUR_CLIENT_SECRET', '--client-secret-file', 'ZI_OAUTH_CLIENT_SECRET'],
  ['endpoints', 'http://x.example/', '--authentication-url', 'ZI_OAUTH_AUTHENTICATION_URL'],
  ['endpoints', 'ftp://x.example/', '--access-token-url', 'ZI_OAUTH_ACCESS_TOKEN_URL'],
  ['pkce.verifier', 'short', '--code-verifier-file', 'ZI_OAUTH_CODE_VERIFIER'],
  ['pkce.challenge', 'short', '--code-challenge', 'ZI_OAUTH_CODE_CHALLENGE'],
] as const;

const isCredential = ([id]: (typeof wrong)[number]): boolean => id.startsWith('client.');

/** The first step of the fix, after a run of `verify` in a folder with a setup file without credentials. */
async function firstStep(id: string, args: string[], value: string, env = {}): Promise<string> {
  const folder = temporaryFolder();
  const file = renderJson(sampleSetup({ clientId: null, clientSecret: null }));
  writeFileSync(join(folder, 'zoominfo.json'), file, { mode: 0o600 });
  writeFileSync(join(folder, 'value.txt'), value);
  const { stdout } = await perform(['verify', '-f', 'json', ...args], { folder, env });
  const { fix = '' }: Check = checkNamed(id, JSON.parse(stdout).checks);
  return String(fix).split('\n')[0] ?? '';
}

describe.each([
  ['without a file', [], wrong],
  ['with a file that lacks it', ['zoominfo.json'], wrong.filter(isCredential)],
])('%s, a fix begins with the source of the value', (_with, file, values) => {
  test.each(values)('%s: %s', async (id, value, option, variable) => {
    const given = option.endsWith('-file') ? 'value.txt' : value;
    const origin = given === value ? option : `${option} value.txt`;
    expect(await firstStep(id, [...file, option, given], value)).toBe(`Correct the value from ${origin}.`);
    expect(await firstStep(id, file, value, { [variable]: value })).toBe(
      `Correct the value from ${variable}.`,
    );
  });
});

test('a value of the file is corrected there, whatever the environment has', async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'a.json'), renderJson(sampleSetup({ region: 'APAC', clientId: 'todo' })));
  const env = Object.fromEntries(wrong.map(([, value, , variable]) => [variable, value]));
  const { stdout } = await perform(['verify', 'a.json'], { folder, env });
  expect(stdout).toContain('To fix a.json, run:');
  expect(stdout).not.toContain('the value from ZI_OAUTH');
});

test('variables that would replace a value when the file is rebuilt are to be unset first', async () => {
  const folder = temporaryFolder();
  const setup = { ...sampleSetup({ scopes: [] }), redirectUri: 'https://x.example/' };
  writeFileSync(join(folder, 'a.json'), renderJson(setup));
  const env = { ZI_OAUTH_REGION: 'EMEA', ZI_OAUTH_NAME: 'Other', ZI_OAUTH_SCOPES: 'news' };
  const { stdout } = await perform(['verify', 'a.json', '-f', 'json'], { folder, env });
  const { fix } = checkNamed('region.redirect-uri', JSON.parse(stdout).checks);
  const unset = 'Unset ZI_OAUTH_REGION and ZI_OAUTH_NAME. They would replace the values in a.json.';
  expect(String(fix).split('\n').slice(0, 2)).toEqual([unset, 'To fix a.json, run:']);
  const same = await perform(['verify', 'a.json'], { folder, env: { ZI_OAUTH_REGION: setup.region } });
  expect(same.stdout).not.toContain('Unset');
});

test('the command that corrects the file leaves out what is wrong elsewhere', async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'a.json'), renderJson(sampleSetup({ scopes: [], clientSecret: null })));
  const env = { ZI_OAUTH_CLIENT_SECRET: 'todo' };
  const { stdout } = await perform(['verify', 'a.json'], { folder, env });
  expect(stdout).toContain('--scopes <scopes>');
  expect(stdout).not.toContain('--client-secret-file');
});

test('several sources are named together', async () => {
  const env = { ZI_OAUTH_REGION: 'na', ZI_OAUTH_REDIRECT_URI: 'https://x.example/' };
  const { stdout } = await perform(['verify'], { env });
  expect(stdout).toContain('Correct the value from ZI_OAUTH_REGION or ZI_OAUTH_REDIRECT_URI.');
});
