import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Check } from '../../src/checks/check.ts';
import { documentedEndpoints } from '../../src/facts/endpoints.ts';
import { renderJson } from '../../src/render/json.ts';
import type { Setup } from '../../src/setup-file/schema.ts';
import { perform } from '../support/context.ts';
import { temporaryFolder } from '../support/folder.ts';
import { sampleSetup } from '../support/setup-fixture.ts';

/** A wrong value is rejected wherever it comes from: an option, a variable, or a file, by `setup` and by `verify`. */

const token = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9PlFUP0THsR8U';

const credentials = ['me@example.com', 'ZoomInfo', token, '********', '<secret>', 'api:data:news', 'abc def'];
const urls = [
  'http://x.example/',
  'x.example',
  'https://a@b.example/',
  'https://api.zoominfo.co/x',
  'https://x/#y',
];

/** Each kind of value, its option and variable, and the check that rejects it. */
const kinds: Readonly<Record<string, readonly [option: string, variable: string, check: string]>> = {
  region: ['--region', 'REGION', 'region.redirect-uri'],
  scopes: ['--scopes', 'SCOPES', 'scopes'],
  clientId: ['--client-id', 'CLIENT_ID', 'client.id'],
  clientSecret: ['--client-secret-file', 'CLIENT_SECRET', 'client.secret'],
  codeVerifier: ['--code-verifier-file', 'CODE_VERIFIER', 'pkce.verifier'],
  authenticationUrl: ['--authentication-url', 'AUTHENTICATION_URL', 'endpoints'],
  accessTokenUrl: ['--access-token-url', 'ACCESS_TOKEN_URL', 'endpoints'],
};

const wrong = [
  ...['MARS', 'us', '"NA"'].map((value) => ['region', value] as const),
  ...['API:data:news', 'api:data:news;'].map((value) => ['scopes', value] as const),
  ...credentials.flatMap((value) => [['clientId', value] as const, ['clientSecret', value] as const]),
  ['clientSecret', '0oaAnotherClientId00'] as const,
  ...['short', `${'x'.repeat(43)}\u00e4`, '"quoted"'].map((value) => ['codeVerifier', value] as const),
  ...urls.flatMap((value) => [['authenticationUrl', value] as const, ['accessTokenUrl', value] as const]),
];

/** The changes of a file that has the value, which stands in for its pair, too. */
function saved(key: string, value: string): Partial<Setup> {
  if (key === 'scopes') return { scopes: [value] };
  if (key === 'codeVerifier') return { pkce: { ...sampleSetup().pkce, codeVerifier: value } };
  return key === 'accessTokenUrl' ? { accessTokenUrl: value, refreshTokenUrl: value } : { [key]: value };
}

test.each(wrong)('%s %s', async (key, value) => {
  const [option = '', variable = '', id] = kinds[key] ?? [];
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'value.txt'), value);
  writeFileSync(join(folder, 'a.json'), renderJson({ ...sampleSetup(), ...saved(key, value) }), {
    mode: 0o600,
  });
  const given = [option, option.endsWith('-file') ? 'value.txt' : value];
  const env = { [`ZI_OAUTH_${variable}`]: value };
  const required = { region: ['-r', 'na'], scopes: ['-s', 'news'] };
  const rest = Object.entries(required).flatMap(([name, words]) => (name === key ? [] : words));
  const others = ['--yes', '-f', 'json', ...rest];

  const setups = [
    await perform([...others, ...given], { folder }),
    await perform(others, { folder, env }),
    await perform(['--from', 'a.json', '--yes', '-f', 'json'], { folder }),
  ];
  for (const { code, stdout } of setups) expect([code > 1, stdout]).toEqual([true, '']);

  for (const [args, variables] of [
    [given, {}],
    [[], env],
    [['a.json'], {}],
  ] as const) {
    const { stdout } = await perform(['verify', '-f', 'json', ...args], { folder, env: variables });
    const failed = (JSON.parse(stdout).checks as Check[]).filter(({ status }) => status === 'fail');
    expect(failed.map((check) => check.id)).toContain(id);
  }
});

const { authenticationUrl: authorize, accessTokenUrl: access } = documentedEndpoints;

test.each([
  'company;news',
  'company|news',
  'api:data:company%20api:data:news',
  'Company',
  'api:data:news;',
  'news API:data:company',
  ',',
])('the scopes %j: the same sentence in setup and verify', async (scopes) => {
  for (const [args, env] of [
    [['--scopes', scopes], {}],
    [[], { ZI_OAUTH_SCOPES: scopes }],
  ] as const) {
    const { stderr } = await perform(['--yes', '-r', 'na', ...args], { env });
    const { stdout } = await perform(['verify', '-f', 'json', ...args], { env });
    const found = (JSON.parse(stdout).checks as Check[]).find(({ id }) => id === 'scopes');
    expect(found?.status).toBe('fail');
    expect(stderr.replace(/\s+/g, ' ')).toContain(`Error: ${found?.detail}`);
  }
});

/** URLs that setup saves with a warning, and the sentence with which verify fails. */
test.each([
  [access, authorize, 'The Authentication URL and Access token URL are swapped.'],
  [access, access, 'The Authentication URL looks like the Access token URL.'],
  [authorize, authorize, 'The Access token URL looks like the Authentication URL.'],
  ['https://a.example/x', 'https://a.example/x', 'The Authentication URL looks like the Access token URL.'],
  ['https://api.zoominfo.com/x', access, 'URL must have the path /gtm/oauth/v1/authorize.'],
])('%s, %s: the same sentence everywhere', async (authenticationUrl, accessTokenUrl, says) => {
  const folder = temporaryFolder();
  const values = { authenticationUrl, accessTokenUrl };
  writeFileSync(
    join(folder, 'a.json'),
    renderJson({ ...sampleSetup(), ...values, refreshTokenUrl: accessTokenUrl }),
  );
  const given = ['--authentication-url', authenticationUrl, '--access-token-url', accessTokenUrl];
  const env = { ZI_OAUTH_AUTHENTICATION_URL: authenticationUrl, ZI_OAUTH_ACCESS_TOKEN_URL: accessTokenUrl };
  const others = ['--yes', '-f', 'json', '-r', 'na', '-s', 'news'];
  const changes = [
    ['Authentication URL', authenticationUrl],
    ['Access token URL', accessTokenUrl],
  ].flat();
  const replies = ['NA', ['api:data:news'], false, '', '', ...changes, 'Continue'];
  const runs = [
    await perform([...others, ...given], { folder }),
    await perform(others, { folder, env }),
    await perform(['--from', 'a.json', '--yes', '-f', 'json'], { folder }),
    await perform(['-f', 'json'], { folder, terminal: true, replies }),
    await perform(['verify', 'a.json', '-f', 'json'], { folder }),
    await perform(['verify', '-f', 'json', ...given], { folder }),
  ];
  for (const { stdout, stderr } of runs) {
    const text = `${stdout}${stderr}`.replace(/\s+/g, ' ');
    expect(text).toContain(says);
    expect(text).not.toContain('documented path');
  }
});
