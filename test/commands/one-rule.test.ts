import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Check } from '../../src/checks/check.ts';
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
