import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { answerKeys, questions } from '../../src/answers/questions.ts';
import { perform } from '../support/context.ts';
import { temporaryFolder } from '../support/folder.ts';
import { clientId, clientSecret, sampleSetup, verifier } from '../support/setup-fixture.ts';

const values = {
  region: 'na',
  scopes: 'api:data:company api:data:contact',
  name: 'My App',
  description: 'a note',
  clientId,
  clientSecret,
  codeVerifier: verifier,
  authenticationUrl: 'https://a.example/authorize',
  accessTokenUrl: 'https://a.example/token',
} as const;

const enough = { ZI_OAUTH_REGION: 'na', ZI_OAUTH_SCOPES: 'company' };
const quotes = [
  ['"', '"', 'double quotation marks'],
  ["'", "'", 'single quotation marks'],
  ['`', '`', 'backticks'],
  ['\u201c', '\u201d', 'typographic quotation marks'],
] as const;

describe.each(answerKeys)('%s', (key) => {
  const { variable, option } = questions[key];

  test.each(quotes)('in %s%s, as docker --env-file keeps them, is rejected', async (left, right, name) => {
    const env = { ...enough, [variable]: `${left}${values[key]}${right}` };
    const { code, stdout, stderr } = await perform(['--yes', '-f', 'json'], { env });
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(`${variable} is in ${name}. Remove them. In a docker --env-file`);
    expect(stderr).not.toContain(values[key]);
  });

  test('in quotation marks is also rejected from an option or a file', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'value.txt'), `"${values[key]}"`);
    const text = option.endsWith('-file') ? 'value.txt' : `"${values[key]}"`;
    const { stdout, stderr } = await perform(['--yes', option, text], { env: enough, folder });
    expect([stdout, stderr]).toEqual(['', expect.stringContaining('is in double quotation marks')]);
  });
});

test.each(['name', 'description'])('quotation marks around a saved %s are part of it', async (key) => {
  const folder = temporaryFolder();
  const saved = { ...sampleSetup(), [key]: '"Quoted"' };
  writeFileSync(join(folder, 'a.json'), JSON.stringify(saved));
  const { code, stdout } = await perform(['--yes', '--from', 'a.json', '-f', 'json'], { folder });
  expect([code, JSON.parse(stdout)[key]]).toEqual([0, '"Quoted"']);
});

describe.each(['name', 'description'] as const)('white space around a %s is not part of it', (key) => {
  const given = ' \t\u00a0My  own \r\n';

  test.each<[source: string, args: string[], env: Record<string, string>]>([
    ['an option', [`--${key}`, given], enough],
    ['the environment', [], { ...enough, [`ZI_OAUTH_${key.toUpperCase()}`]: given }],
    ['a file', ['--from', 'a.json'], {}],
  ])('from %s', async (_source, args, env) => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'a.json'), JSON.stringify({ ...sampleSetup(), [key]: given }));
    const { stdout, stderr } = await perform(['--yes', '-f', 'json', ...args], { env, folder });
    expect([JSON.parse(stdout)[key], stderr]).toEqual(['My  own', '']);
  });
});

test.each(['', ' \t'])('a blank Name in a file becomes the default, with a warning: %j', async (name) => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'a.json'), JSON.stringify({ ...sampleSetup(), name }));
  const { stdout, stderr } = await perform(['--yes', '-f', 'json', '--from', 'a.json'], { folder });
  expect([JSON.parse(stdout).name, stderr]).toEqual(['ZoomInfo', expect.stringMatching(/Name.*is blank/)]);
  const named = await perform(['--yes', '-f', 'json', '--from', 'a.json', '-n', 'Mine'], { folder });
  expect([JSON.parse(named.stdout).name, named.stderr]).toEqual(['Mine', '']);
});

test('a quotation inside a Description is part of it', async () => {
  const text = '"CRM" and "sales"';
  const { stdout } = await perform(['--yes', '-f', 'json', '--description', text], { env: enough });
  expect(JSON.parse(stdout).description).toBe(text);
});

describe.each(['--name', '--description', '--client-id'])(
  '%s that a CI log would read as a command',
  (option) => {
    test.each([
      '::set-output name=x::y',
      '  ::stop-commands::x',
      '::',
      '##[group]x',
      'a ##[error]b',
      '##vso[task.complete]',
    ])('%s', async (text) => {
      const { code, stdout, stderr } = await perform(['--yes', option, text], { env: enough });
      expect([code, stdout]).toEqual([2, '']);
      expect(stderr).toContain('CI logs read as a command');
      expect(stderr).not.toMatch(/^\s*::|##\w+\[/m);
    });
  },
);

test.each(['a\nb', 'a\r\nb', 'a\rb', 'a\u2028b', 'a\u2029b', 'a\u0085b', 'a\vb', 'a\fb'])(
  'Name and Description are a single line each: %j',
  async (text) => {
    for (const option of ['--name', '--description']) {
      const { code, stderr } = await perform(['--yes', `${option}=${text}`], { env: enough });
      expect([code, stderr]).toEqual([
        2,
        expect.stringContaining(`${option} contains a line break. Use one line.`),
      ]);
    }
  },
);

describe('verify', () => {
  const verify = async (args: readonly string[], env: Record<string, string> = {}) => {
    const { code, stdout, stderr } = await perform(['verify', ...args, '-f', 'json'], { env });
    return { code, stderr, verdict: stdout === '' ? undefined : JSON.parse(stdout).verdict };
  };

  test.each<[exit: number, verdict: string | undefined, args: string[]]>([
    [2, undefined, []],
    [4, 'inconclusive', ['--region', 'na']],
    [4, 'inconclusive', ['--code-challenge', '-Vtjzv2Qm8aBcDeFgHiJkLmNoPqRsTuVwXyZ0123456']],
    [0, 'pass', ['--scopes', 'company']],
    [2, undefined, ['--client-id', '--online']],
  ])('exit %i, %s: %j', async (exit, verdict, args) => {
    expect(await verify(args)).toMatchObject({ code: exit, verdict });
  });

  test.each(['--online', '--login --loopback http://127.0.0.1:8910/callback'])(
    'a file without credentials and %s: inconclusive, exit 4',
    async (flags) => {
      const folder = temporaryFolder();
      const setup = sampleSetup({ clientId: null, clientSecret: null });
      writeFileSync(join(folder, 'a.json'), JSON.stringify(setup), { mode: 0o600 });
      const args = ['verify', join(folder, 'a.json'), ...flags.split(' '), '-f', 'json'];
      const { code, stdout } = await perform(args);
      expect([code, JSON.parse(stdout).verdict]).toEqual([4, 'inconclusive']);
    },
  );

  test('with a file, only the credentials that it lacks come from the environment', async () => {
    const folder = temporaryFolder();
    const setup = { ...sampleSetup({ clientSecret: null }), clientId: '' };
    writeFileSync(join(folder, 'a.json'), JSON.stringify(setup), { mode: 0o600 });
    const env = {
      ...{ ZI_OAUTH_REGION: 'EMEA', ZI_OAUTH_CODE_VERIFIER: 'short', ZI_OAUTH_SCOPES: 'API:x' },
      ...{ ZI_OAUTH_CLIENT_ID: clientId, ZI_OAUTH_CLIENT_SECRET: clientSecret },
    };
    expect(await verify([join(folder, 'a.json')], env)).toMatchObject({ code: 0, verdict: 'pass' });
    expect(await verify([join(folder, 'a.json'), '-r', 'na'], env)).toMatchObject({ code: 2 });
  });
});
