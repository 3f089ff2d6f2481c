import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Check } from '../../src/checks/check.ts';
import { documentedEndpoints } from '../../src/facts/endpoints.ts';
import { redirectUriOf } from '../../src/facts/regions.ts';
import { setupVariables } from '../../src/render/env.ts';
import { renderJson } from '../../src/render/json.ts';
import { perform } from '../support/context.ts';
import { temporaryFolder } from '../support/folder.ts';
import { credentials, sampleSetup, verifier } from '../support/setup-fixture.ts';
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

/** The same for values that only variables can have. */
const wrongVariables = [
  ...wrong.map(([id, value, , variable]) => [variable, value, id] as const),
  ['ZI_OAUTH_REFRESH_TOKEN_URL', 'ftp://x.example/', 'endpoints'],
  ['ZI_OAUTH_CODE_CHALLENGE_METHOD', 'plain', 'pkce.challenge'],
] as const;

/** No request contains these, so no check judges them. */
const texts = [
  ['ZI_OAUTH_NAME', '::debug::', 'begins with "::"'],
  ['ZI_OAUTH_DESCRIPTION', credentials.clientSecret, 'contains the Client Secret'],
] as const;

/** The variables that the env format writes for a correct setup. */
const rightVariables: Readonly<Record<string, string>> = Object.fromEntries(
  setupVariables(sampleSetup()).map(([name, value]) => [`ZI_OAUTH_${name}`, value ?? '']),
);

test('the tables have every variable that the env format writes', () => {
  const judged = [...wrongVariables, ...texts].map(([variable]) => variable);
  expect(judged.toSorted()).toEqual(Object.keys(rightVariables).toSorted());
});

test.each(wrongVariables)('%s = %s, with all others right, fails %s', async (variable, value, id) => {
  const { code, stdout } = await perform(['verify', '-f', 'json'], {
    env: { ...rightVariables, [variable]: value },
  });
  const failed = (JSON.parse(stdout).checks as Check[]).filter(({ status }) => status === 'fail');
  expect([code, failed.map((check) => check.id)]).toEqual([3, [id]]);
  expect(failed[0]?.fix).toContain(variable);
});

test.each(wrongVariables)('%s = %s alone fails %s', async (variable, value, id) => {
  const { stdout } = await perform(['verify', '-f', 'json'], { env: { [variable]: value } });
  expect(checkNamed(id, JSON.parse(stdout).checks).status).toBe('fail');
});

test.each(texts)('%s = %s is a warning', async (variable, value, says) => {
  const env = { ...rightVariables, [variable]: value };
  const { code, stderr } = await perform(['verify', '-f', 'json'], { env });
  expect([code, stderr]).toEqual([0, expect.stringMatching(new RegExp(`${variable} .*${says}`))]);
});

test('the right variables pass without a word', async () => {
  const { code, stderr } = await perform(['verify', '-f', 'json'], { env: { ...rightVariables } });
  expect([code, stderr]).toEqual([0, '']);
});

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

const na = redirectUriOf('NA');
const { codeChallenge } = sampleSetup().pkce;
const { authenticationUrl, accessTokenUrl } = documentedEndpoints;

/** Values that are judged together, as variables without their prefix, and the first step of the fix. */
test.each([
  ['region.redirect-uri', { REGION: 'na', REDIRECT_URI: `${na}/` }, 'Correct the value from REDIRECT_URI.'],
  ['region.redirect-uri', { REGION: 'mars', REDIRECT_URI: na }, 'Correct the value from REGION.'],
  [
    'region.redirect-uri',
    { REGION: 'emea', REDIRECT_URI: na },
    'Correct the value from REGION or REDIRECT_URI.',
  ],
  [
    'endpoints',
    { AUTHENTICATION_URL: authenticationUrl, ACCESS_TOKEN_URL: 'http://x.example/token' },
    'Correct the value from ACCESS_TOKEN_URL.',
  ],
  [
    'endpoints',
    { AUTHENTICATION_URL: accessTokenUrl, ACCESS_TOKEN_URL: authenticationUrl },
    'Swap the values from AUTHENTICATION_URL and ACCESS_TOKEN_URL.',
  ],
  [
    'endpoints',
    { AUTHENTICATION_URL: accessTokenUrl, ACCESS_TOKEN_URL: accessTokenUrl },
    'Correct the value from AUTHENTICATION_URL.',
  ],
  [
    'endpoints',
    { ACCESS_TOKEN_URL: accessTokenUrl, REFRESH_TOKEN_URL: `${accessTokenUrl}s` },
    'Correct the value from REFRESH_TOKEN_URL.',
  ],
  [
    'pkce.challenge',
    { CODE_VERIFIER: verifier, CODE_CHALLENGE: `${codeChallenge}=` },
    'Correct the value from CODE_CHALLENGE.',
  ],
  [
    'pkce.challenge',
    { CODE_VERIFIER: 'short', CODE_CHALLENGE: 'short' },
    'Correct the value from CODE_CHALLENGE.',
  ],
  [
    'pkce.challenge',
    { CODE_VERIFIER: verifier, CODE_CHALLENGE: verifier.replace('b', 'c') },
    'Correct the value from CODE_CHALLENGE or CODE_VERIFIER.',
  ],
  [
    'pkce.challenge',
    { CODE_VERIFIER: codeChallenge, CODE_CHALLENGE: verifier },
    'Swap the values from CODE_CHALLENGE and CODE_VERIFIER.',
  ],
])('%s of %j: only the sources of what is wrong are named', async (id, values, says) => {
  const env = Object.fromEntries(Object.entries(values).map(([name, value]) => [`ZI_OAUTH_${name}`, value]));
  expect((await firstStep(id, [], '', env)).replaceAll('ZI_OAUTH_', '')).toBe(says);
});

describe('mixed-up credentials have one correction', () => {
  const { clientId, clientSecret } = credentials;

  async function fixes(args: string[], saved: object, env: object): Promise<string> {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'a.json'), renderJson({ ...sampleSetup(), ...saved }), { mode: 0o600 });
    const { stdout } = await perform(['verify', '-f', 'json', ...args], { folder, env: { ...env } });
    const [ofId, ofSecret] = ['client.id', 'client.secret'].map((id) =>
      checkNamed(id, JSON.parse(stdout).checks),
    );
    expect(ofId?.fix).toBe(ofSecret?.fix);
    return String(ofId?.fix);
  }

  test.each([
    [
      'swapped',
      clientSecret,
      clientId,
      'Swap the values from ZI_OAUTH_CLIENT_ID and ZI_OAUTH_CLIENT_SECRET.',
    ],
    ['an ID twice', clientId, clientId, 'Correct the value from ZI_OAUTH_CLIENT_SECRET.'],
    [
      'a text twice',
      clientSecret,
      clientSecret,
      'Correct the value from ZI_OAUTH_CLIENT_ID or ZI_OAUTH_CLIENT_SECRET.',
    ],
  ])('%s', async (_, id, secret, says) => {
    const env = { ZI_OAUTH_CLIENT_ID: id, ZI_OAUTH_CLIENT_SECRET: secret };
    expect((await fixes([], {}, env)).split('\n')[0]).toBe(says);
  });

  test('swapped in a file: both are replaced there', async () => {
    const fix = await fixes(['a.json'], { clientId: clientSecret, clientSecret: clientId }, {});
    expect(fix).toContain('--client-id <id> --client-secret-file <file>');
  });

  test('one in a file, the other from the environment: each is corrected in its place', async () => {
    const env = { ZI_OAUTH_CLIENT_SECRET: clientId };
    const fix = await fixes(['a.json'], { clientId: clientSecret, clientSecret: null }, env);
    expect(fix).toMatch(
      /^Correct the value from ZI_OAUTH_CLIENT_SECRET\.\nTo fix a\.json, run:.* --client-id <id>\n/s,
    );
    expect(fix).not.toContain('--client-secret-file');
  });
});
