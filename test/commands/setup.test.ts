import { linkSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { deriveCodeChallenge } from '../../src/oauth/pkce.ts';
import type { Setup } from '../../src/setup-file/schema.ts';
import { perform } from '../support/context.ts';
import { temporaryFolder } from '../support/folder.ts';
import { clientId, clientSecret, rfcPair, sampleSetup, verifier } from '../support/setup-fixture.ts';
import { expectNoSecret } from '../support/verify-run.ts';

const withKey = (key: string) => {
  const { authenticationRequest, tokenRequest } = sampleSetup().advancedOptions;
  const parameters = [...authenticationRequest.parameters, { key, value: 'x', sendIn: 'Request URL' }];
  return { advancedOptions: { authenticationRequest: { parameters }, tokenRequest } };
};

const enough = ['--yes', '-r', 'na', '-s', 'company'];
const json = async (args: readonly string[], options = {}) => {
  const { code, stdout, stderr } = await perform([...args, '-f', 'json'], options);
  expect(stderr, 'nothing to say').toBe('');
  expect(code).toBe(0);
  return JSON.parse(stdout);
};

describe('answers come from', () => {
  test('flags', async () => {
    const flags = [
      '-n',
      'Mine',
      '--description',
      'a note',
      '--client-id',
      clientId,
      '--client-secret-file',
      '-',
      '--challenge-method-row',
    ];
    const urls = [
      '--authentication-url',
      'https://a.example/auth',
      '--access-token-url',
      'http://127.0.0.1:1/token',
    ];
    const setup = await json(
      ['setup', '--yes', '-r', 'emea', '-s', 'company,contact', '-s', 'news', ...flags, ...urls],
      {
        stdin: `\ufeff${clientSecret}\r\n`,
      },
    );
    expect(setup).toMatchObject({
      region: 'EMEA',
      name: 'Mine',
      description: 'a note',
      clientId,
      clientSecret,
      scopes: ['api:data:company', 'api:data:contact', 'api:data:news'],
      authenticationUrl: 'https://a.example/auth',
      accessTokenUrl: 'http://127.0.0.1:1/token',
      refreshTokenUrl: 'http://127.0.0.1:1/token',
    });
    expect(setup.advancedOptions.authenticationRequest.parameters).toHaveLength(3);
  });

  test('the environment, where an empty variable counts as unset', async () => {
    const env = {
      ZI_OAUTH_REGION: 'apac-southeast',
      ZI_OAUTH_SCOPES: 'all',
      ZI_OAUTH_NAME: '',
      ZI_OAUTH_DESCRIPTION: 'from CI',
      ZI_OAUTH_CLIENT_ID: clientId,
      ZI_OAUTH_CLIENT_SECRET: clientSecret,
      ZI_OAUTH_CODE_VERIFIER: verifier,
    };
    const setup = await json([], { env });
    expect(setup).toMatchObject({
      region: 'APAC',
      name: 'ZoomInfo',
      description: 'from CI',
      clientId,
      clientSecret,
    });
    expect(setup.pkce).toEqual({
      codeVerifier: verifier,
      codeChallenge: deriveCodeChallenge(verifier),
      codeChallengeMethod: 'S256',
    });
  });

  test('a file; the environment overrides the file, and an option overrides both', async () => {
    const folder = temporaryFolder();
    const saved = { ...sampleSetup({ name: 'file', description: 'file', clientId: 'file' }), 'x-own': 1 };
    writeFileSync(join(folder, 'a.json'), JSON.stringify(saved));
    const env = { ZI_OAUTH_DESCRIPTION: 'env', ZI_OAUTH_CLIENT_ID: 'env' };
    const args = ['--from', 'a.json', '--client-id', 'flag', '-f', 'json'];
    const setup = JSON.parse((await perform(args, { folder, env })).stdout);
    expect(setup).toMatchObject({
      name: 'file',
      description: 'env',
      clientId: 'flag',
      clientSecret,
      'x-own': 1,
    });
    expect(setup.pkce.codeVerifier).toBe(verifier);
  });

  test('secret files, without one trailing line break', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'secret'), `${clientSecret}\n`);
    writeFileSync(join(folder, 'verifier'), verifier);
    const setup = await json(
      [...enough, '--client-secret-file', 'secret', '--code-verifier-file', 'verifier'],
      { folder },
    );
    expect(setup).toMatchObject({ clientSecret, pkce: { codeVerifier: verifier } });
  });
});

test('an env file yields the same setup again', async () => {
  const folder = temporaryFolder();
  const flags = ['-n', "it's", '--client-id', clientId, '--client-secret-file', '-', '-o', 'a.env'];
  await perform([...enough, ...flags], { folder, stdin: clientSecret });
  const text = readFileSync(join(folder, 'a.env'), 'utf8');
  const env = Object.fromEntries(
    text
      .trim()
      .split('\n')
      .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 2, -1)]),
  );
  const again = await perform(['-f', 'env'], { env });
  expect(again.stdout).toBe(text);
});

test('every run generates a new pair; the same verifier yields the same bytes', async () => {
  const first = await json(enough);
  expect((await json(enough)).pkce.codeVerifier).not.toBe(first.pkce.codeVerifier);
  const env = { ZI_OAUTH_CODE_VERIFIER: verifier };
  expect(await json(enough, { env })).toEqual(await json(enough, { env }));
});

describe('invalid input exits with', () => {
  const folderWith = (content: string | Buffer): string => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'file'), content);
    return folder;
  };
  const long = 'a'.repeat(70_000);

  test.each<[exit: number, says: string | RegExp, args: readonly string[], env?: Record<string, string>]>([
    [2, /--region "mars" isn't a known region.*NA .*EMEA .*APAC/, ['-r', 'mars', '-s', 'all']],
    [
      2,
      /^Error: ZI_OAUTH_REGION contains an escape character/,
      ['-s', 'all'],
      { ZI_OAUTH_REGION: '\x1b[31mmars' },
    ],
    [2, '--scopes contains no scope', ['-r', 'na', '-s', ' , ']],
    [2, /--scopes.*case-sensitive.*"api:data:company"/, ['-r', 'na', '-s', 'API:data:company']],
    [2, /--client-id contains a space at position 4/, [...enough, '--client-id', '0oa 1']],
    [
      2,
      /--client-id contains a zero-width space \(U\+200B\) at position 2/,
      [...enough, '--client-id', 'a\u200bb'],
    ],
    [2, /--client-id is in double quotation marks\. Remove them\.$/m, [...enough, '--client-id', '"0oa1b2"']],
    [2, /--client-id looks like a placeholder/, [...enough, '--client-id', '<your client id>']],
    [2, /ZI_OAUTH_CLIENT_SECRET looks like a placeholder/, enough, { ZI_OAUTH_CLIENT_SECRET: '<secret>' }],
    [2, /ZI_OAUTH_CODE_VERIFIER has 42 characters/, enough, { ZI_OAUTH_CODE_VERIFIER: 'a'.repeat(42) }],
    [2, 'has 1 character', enough, { ZI_OAUTH_CODE_VERIFIER: 'a' }],
    [
      2,
      /identical\.\n {2}They are from --client-id and ZI_OAUTH_CLIENT_SECRET\./,
      [...enough, '--client-id', 'sAmE-tExT'],
      { ZI_OAUTH_CLIENT_SECRET: 'sAmE-tExT' },
    ],
    [2, /--agent-version "11\.9" is too old.*10.83/, [...enough, '--agent-version', '11.9']],
    [2, /--authentication-url begins with http:/, [...enough, '--authentication-url', 'http://a.example/']],
    [
      2,
      /--access-token-url.*user name or password/,
      [...enough, '--access-token-url', 'https://u:p@a.example/'],
    ],
    [
      2,
      "can't both read standard input",
      [...enough, '--client-secret-file', '-', '--code-verifier-file', '-'],
    ],
    [2, '--new-pkce requires --force', [...enough, '--new-pkce', '-o', 'a.json']],
    [2, '--name contains a line break', [...enough, '--name', 'a\nb']],
    [2, '--name contains a control or bidirectional character', [...enough, '--name', 'a\u200eb']],
    [2, /--output a.yaml .*extension.*\n.*--format/, [...enough, '-o', 'a.yaml']],
    [2, /--name .*empty/, [...enough, '--name', '']],
    [2, /--region .*empty/, ['--region=', '-s', 'all']],
    [2, /--format "xml" is invalid.*text, json, env, markdown/, [...enough, '-f', 'xml']],
    [2, /--regoin.*Did you mean --region/, ['--regoin', 'na']],
    [
      2,
      /^Error: Unknown option "--client-secret"\..*Use --client-secret-file or ZI_OAUTH_CLIENT_SECRET/,
      ['--client-secret=hunter2-s3cret'],
    ],
    [
      2,
      /^Error: Unknown option "--code-verifier"\..*Use --code-verifier-file or ZI_OAUTH_CODE_VERIFIER/,
      [`--code-verifier=${verifier}`],
    ],
    [2, /Unknown option "--region"\..*option of setup and verify/, ['rotate', 'a.json', '--region', 'na']],
    [2, /Unknown option "--client-id"\..*option of setup and verify/, ['show', 'a.json', '--client-id', 'x']],
    [2, /Unknown command "nope"/, ['help', 'nope']],
    [2, 'maximum 65536', [...enough, '-n', 'a'.repeat(70_000)]],
    [2, 'maximum 1000', ['-r', 'na', '-s', Array.from({ length: 1100 }, (_, index) => `a:${index}`).join()]],
    [2, "isn't UTF-8", [...enough, '-n', 'a\ufffdb']],
    [2, /Unknown command "setpu". Did you mean setup\?/, ['setpu']],
    [2, /Put the command before its options:\n {4}zi-oauth-setup pkce \[options\]/, ['-y', 'pkce']],
    [
      2,
      /Region.*--region.*ZI_OAUTH_REGION.*Scopes.*are missing\..*--yes.*\n {2}For example:\n {4}zi-oauth-setup --region NA --scopes company,contact --yes/,
      ['--yes'],
    ],
    [2, /^Error: Scopes [^R]*are missing.*\n {2}For example:\n {4}.*--region EMEA/, ['--yes', '-r', 'emea']],
    [6, /--from: .*missing-file couldn't be read: no such file/, ['--from', 'missing-file', ...enough]],
    [
      6,
      /--client-secret-file: .*no-such-file couldn't be read: no such file/,
      [...enough, '--client-secret-file', './no-such-file'],
    ],
    [6, 'is a folder', [...enough, '--client-secret-file', '.']],
  ])('%i: %s', async (exit, says, args, env = {}) => {
    const { code, stdout, stderr } = await perform(args, { env, folder: temporaryFolder() });
    expect(stderr).toMatch(says);
    expect(stdout).toBe('');
    expect(code).toBe(exit);
    expect(stderr.trim().split('\n').length).toBeLessThanOrEqual(3);
    expect(stderr).not.toMatch(/\x1b| at .*\.ts|hunter2/);
    expect(stderr).not.toContain(verifier);
  });

  test.each<[says: string | RegExp, content: string | Buffer]>([
    ['is empty', ''],
    ['is empty', '\ufeff\n'],
    ['more than one line', 'one-line\nanother\n'],
    ['more than one line break after the value', 'a-value\n\n'],
    ['too large (maximum 64 KiB)', long],
    [/a space at position 1/, ' s3cret-value'],
    ["isn't UTF-8 text", Buffer.from('s3cret', 'utf16le')],
    ['as PowerShell writes it', Buffer.from('\ufeffs3cret\r\n', 'utf16le')],
    ['looks like a placeholder', '<client secret>'],
  ])('3: a secret file that %s', async (says, content) => {
    const { code, stdout, stderr } = await perform([...enough, '--client-secret-file', 'file'], {
      folder: folderWith(content),
    });
    expect(stderr).toMatch(says);
    expect(stderr).toMatch('--client-secret-file');
    expect(stderr).not.toContain('s3cret');
    expect([code, stdout]).toEqual([3, '']);
  });

  test.each([
    ['has 42 characters', 'b'.repeat(42)],
    ['has 129 characters', 'b'.repeat(129)],
    ['contains "+" at position 44', `${'b'.repeat(43)}+`],
  ])('3: a verifier file that %s', async (says, content) => {
    const { code, stdout, stderr } = await perform([...enough, '--code-verifier-file', 'file'], {
      folder: folderWith(content),
    });
    expect(stderr).toContain(`--code-verifier-file ${says}`);
    expect(stderr).not.toContain('b'.repeat(42));
    expect([code, stdout]).toEqual([3, '']);
  });

  describe('with --from, a file in place of that of the code verifier', () => {
    const saved = sampleSetup();
    const { codeVerifier, codeChallenge } = saved.pkce;
    const swapped = { ...saved.pkce, codeVerifier: codeChallenge, codeChallenge: codeVerifier };
    const withPrevious = { ...saved, previousPkce: { ...rfcPair, codeChallengeMethod: 'S256' } };
    const withWrongChallenge = { ...saved, pkce: { ...saved.pkce, codeChallenge: 'x'.repeat(43) } };
    const other = 'Zq7t0PpXc3VbN1mL9kJh5GfDsA2wErTyUiO4-_x6Y8Q';

    test.each<[what: string, code: number, setup: object, content: string, flags?: string[]]>([
      ['the code challenge', 3, saved, codeChallenge],
      ['the previous code challenge', 3, withPrevious, rfcPair.codeChallenge],
      ['the right code challenge of a wrong one', 3, withWrongChallenge, codeChallenge, ['--new-pkce']],
      ['the code verifier', 0, saved, codeVerifier],
      ['the previous code verifier', 0, withPrevious, rfcPair.codeVerifier],
      ['the code verifier of a swapped pair', 0, { ...saved, pkce: swapped }, codeVerifier, ['--new-pkce']],
      ['another code verifier', 0, saved, other],
    ])('%s: exit %i', async (_, expected, setup, content, flags = []) => {
      const folder = folderWith(content);
      writeFileSync(join(folder, 'a.json'), JSON.stringify(setup));
      const args = ['--from', 'a.json', '--yes', '--code-verifier-file', 'file', '-f', 'json', ...flags];
      const { code, stderr, stdout } = await perform(args, { folder });
      expect(code).toBe(expected);
      if (expected === 0) expect(JSON.parse(stdout).pkce.codeVerifier).toBe(content);
      else expect(stderr).toMatch(/^Error: --code-verifier-file contains a code challenge/);
      expect(stderr).not.toContain(content);
    });
  });

  test.each([
    ['vm', true],
    ['s3cret7', true],
    ['s3cret78', false],
  ])('a Client Secret "%s", as far as its length goes, is suspect: %s', async (secret, isSuspect) => {
    const folder = folderWith(secret);
    const options = [...enough, '--client-secret-file', 'file'];
    const { code, stderr } = await perform(options, { folder });
    expect([code, /fewer\s+than\s+8\s+characters/.test(stderr)]).toEqual([0, isSuspect]);
    const verified = await perform(['verify', '--client-secret-file', 'file', '-f', 'json'], { folder });
    const { checks } = JSON.parse(verified.stdout);
    const found = checks.find(({ id }: { id: string }) => id === 'client.secret');
    expect(found.status).toBe(isSuspect ? 'warn' : 'pass');
  });

  test("3: a saved setup whose pair doesn't match", async () => {
    const setup = sampleSetup();
    const folder = folderWith(
      JSON.stringify({ ...setup, pkce: { ...setup.pkce, codeChallenge: 'x'.repeat(43) } }),
    );
    const { code, stderr } = await perform(['--yes', '--from', 'file'], { folder });
    expect([code, stderr]).toEqual([3, expect.stringContaining("doesn't match the code verifier")]);
  });

  test('3: a value that no env file can contain', async () => {
    const { code, stdout, stderr } = await perform([...enough, '-f', 'env', '-n', `it's "$5"`]);
    expect([code, stdout, stderr]).toEqual([3, '', expect.stringContaining('ZI_OAUTH_NAME')]);
  });
});

describe("warnings don't change the exit code", () => {
  test.each([
    ['of the scope "api:data:lookup"', ['-s', 'api:data:lookup'], {}],
    ['document the scope "api:data:other"', ['-s', 'api:data:other'], {}],
    [
      'Use https://api.zoominfo.com/gtm/oauth/v1/authorize',
      ['-s', 'all', '--authentication-url', 'https://login.zoominfo.com/oauth2/authorize'],
      {},
    ],
    ['different characters', ['-s', 'all'], { ZI_OAUTH_CODE_VERIFIER: 'a'.repeat(43) }],
    ['look swapped', ['-s', 'all', '--client-id', 'aLongSecretText'], { ZI_OAUTH_CLIENT_SECRET: clientId }],
  ])('%s', async (says, args, env) => {
    const { code, stdout, stderr } = await perform(['--yes', '-r', 'na', ...args], { env });
    expect(stderr).toMatch(/^! Warning: /);
    expect(stderr).toContain(says);
    expect(code).toBe(0);
    expect(stdout).toContain('code_verifier');
  });

  test.each([
    [
      'another region',
      ['-r', 'emea'],
      /Redirect URI differs from the saved setup.*add \S+emea-west\S+ and remove \S+na-east/,
    ],
    [
      'other scopes',
      ['-s', 'company'],
      /OAuth 2\.0 scopes differ from the saved setup.*remove api:data:contact/,
    ],
  ])('%s than those of the saved application', async (_name, args, says) => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'a.json'), JSON.stringify(sampleSetup()));
    const changed = await perform(['--yes', '--from', 'a.json', ...args], { folder });
    expect(changed.code).toBe(0);
    expect(changed.stderr.replace(/\s+/g, ' ')).toMatch(says);
    expect((await perform(['--yes', '--from', 'a.json'], { folder })).stderr).not.toContain('saved setup');
  });

  test.each([
    ['other scopes', ['-s', 'company'], ['Scopes']],
    ['a new pair', ['--new-pkce'], ['code_challenge', 'code_verifier']],
    ['another name', ['--name', 'Other', '--description', 'x'], []],
    ['another Client ID', ['--client-id', '0oaOtherClientId0000'], ['Client ID']],
    [
      'another token URL',
      ['--access-token-url', 'https://a.example/'],
      ['Access token URL', 'Refresh token URL'],
    ],
    ['a further row', ['--challenge-method-row'], ['code_challenge_method']],
    ['another region', ['-r', 'emea'], []],
  ])('%s: what to update in Jitterbit', async (_name, args, places) => {
    const folder = temporaryFolder();
    const told = async (saved: Setup): Promise<string[]> => {
      writeFileSync(join(folder, 'a.json'), JSON.stringify(saved));
      const { stderr } = await perform(['--yes', '--from', 'a.json', '-f', 'json', ...args], { folder });
      const [, list = ''] = stderr.split(/your registration:\n/);
      return list
        .split('\n')
        .filter(Boolean)
        .map((line) => line.replace(/^.* row /, '').trim());
    };
    expect(await told(sampleSetup())).toEqual(places);
    expect(await told(sampleSetup({ clientId: null }))).toEqual([]);
  });

  test.each([
    ['the redirect URI', { redirectUri: clientSecret }, /remove \(hidden\)/],
    ['a scope', { scopes: [`a:${verifier}`] }, /document one of the scopes/],
    ['a key', withKey(`client_secret=${clientSecret}`), /The row contains the Client Secret/],
  ])('a secret in place of %s of a saved setup is not repeated', async (_where, changes, says) => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'a.json'), JSON.stringify({ ...sampleSetup(), ...changes }));
    const { stderr } = await perform(['--yes', '--from', 'a.json'], { folder });
    expect(stderr).toMatch(says);
    expectNoSecret(stderr, [clientSecret, verifier]);
  });

  test("the same scopes in another order aren't a change", async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'a.json'), JSON.stringify(sampleSetup()));
    const scopes = sampleSetup().scopes.toReversed().join(',');
    expect(scopes).toContain(',');
    const { stderr } = await perform(['--yes', '--from', 'a.json', '-s', scopes], { folder });
    expect(stderr).toBe('');
  });

  test.each([
    ['--client-secret-file', 'q7Hs2kd9LxVn4Rt8BmZc3Wp6Yf1Jg5Ta0Ku_Ee'],
    ['--code-verifier-file', 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk'],
  ])("a secret in place of a path isn't repeated: %s", async (flag, secret) => {
    const { code, stdout, stderr } = await perform([flag, secret]);
    expect(code).toBe(2);
    expect(stdout + stderr).not.toContain(secret);
  });

  test('identical credentials in a saved setup are a fault of the file, until an option replaces one', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'a.json'), JSON.stringify({ ...sampleSetup(), clientSecret: clientId }));
    const args = ['--yes', '--from', 'a.json', '-f', 'json'];
    const refused = await perform(args, { folder });
    expect([refused.code, refused.stderr]).toEqual([3, expect.stringContaining('identical')]);
    expect(refused.stderr).toContain('They are from a.json: Client ID and a.json: Client Secret.');
    const replaced = await perform([...args, '--client-secret-file', '-'], { folder, stdin: clientSecret });
    expect([replaced.code, JSON.parse(replaced.stdout).clientSecret]).toEqual([0, clientSecret]);
  });

  test.each([
    ['a.json: Client Secret is the same as the code verifier', { clientSecret: verifier }],
    ['a.json: Client ID contains the code challenge', { clientId: `${deriveCodeChallenge(verifier)}x` }],
  ])('a part of the pair as a credential gets a warning: %s', async (says, changes) => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'a.json'), JSON.stringify({ ...sampleSetup(), ...changes }));
    const { code, stderr } = await perform(['--yes', '--from', 'a.json', '-f', 'json'], { folder });
    expect([code, stderr]).toEqual([0, expect.stringContaining(`Warning: ${says}.`)]);
    expect(stderr).not.toContain(verifier);
  });

  test('a saved redirect URI of another region is corrected', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'a.json'), JSON.stringify({ ...sampleSetup(), region: 'APAC' }));
    const { code, stdout, stderr } = await perform(['--yes', '--from', 'a.json', '-f', 'json'], { folder });
    expect(stderr).toMatch(
      /Corrected a problem in the saved setup\. .*region APAC[\s\S]*Redirect URI differs[\s\S]*Sign-in Redirect URIs, add \S+apac/,
    );
    expect(JSON.parse(stdout).redirectUri).toContain('apac-southeast');
    expect(code).toBe(0);
  });
});

test('in text, the Client Secret is masked at a terminal and only there', async () => {
  const env = { ZI_OAUTH_CLIENT_SECRET: clientSecret };
  const args = [...enough, '--client-id', clientId];
  expect((await perform(args, { env, terminal: true })).stdout).not.toContain(clientSecret);
  expect((await perform([...args, '--show-secrets'], { env, terminal: true })).stdout).toContain(
    clientSecret,
  );
  expect((await perform(args, { env })).stdout).toContain(clientSecret);
});

describe('writing', () => {
  const read = (folder: string, name: string): string => readFileSync(join(folder, name), 'utf8');

  test('a target that is refused gets no warning about what it would contain', async () => {
    const folder = temporaryFolder();
    const saved = { ...sampleSetup(), ...withKey('state'), region: 'APAC' };
    writeFileSync(join(folder, 'a.json'), JSON.stringify(saved));
    const args = ['--yes', '--from', 'a.json', '--new-pkce', '-s', 'api:data:other'];
    const refused = await perform([...args, '-o', 'a.json'], { folder });
    expect([refused.code, refused.stderr]).toEqual([6, expect.stringMatching(/^Error: .*already exists/)]);
    const { stderr } = await perform([...args, '-o', 'b.json'], { folder });
    for (const each of [/api:data:other/, /region APAC/, /PKCE pair/, /Removed a row/])
      expect(stderr).toMatch(each);
  });

  test.each([
    ['a.json', /^\{\n {2}"schemaVersion": 1,/],
    ['A.MD', /^# ZoomInfo/],
    ['.env.local', /^ZI_OAUTH_REGION='NA'\n/],
    ['a.txt', /^ZoomInfo application\n/],
  ])('to %s uses the format of the name, and standard output stays empty', async (name, content) => {
    const folder = temporaryFolder();
    const { code, stdout, stderr } = await perform([...enough, '-o', name], { folder });
    expect([code, stdout]).toEqual([0, '']);
    expect(stderr).toContain(`Saved to ${name}`);
    expect(read(folder, name)).toMatch(content);
  });

  test('--format overrides the file name; - is standard output', async () => {
    const folder = temporaryFolder();
    await perform([...enough, '-o', 'a.yaml', '-f', 'json'], { folder });
    expect(JSON.parse(read(folder, 'a.yaml'))).toMatchObject({ region: 'NA' });
    expect((await perform([...enough, '-o', '-', '-f', 'env'], { folder })).stdout).toMatch(
      /^ZI_OAUTH_REGION/,
    );
  });

  test.each(['a.json', 'a.env', 'a.md', 'a.txt', 'a.html'])(
    "a pair in use in %s isn't discarded",
    async (name) => {
      const folder = temporaryFolder();
      await perform([...enough, '-o', name], { folder });
      const before = read(folder, name);
      const again = await perform([...enough, '-o', name], { folder });
      expect([again.code, again.stderr]).toEqual([
        6,
        expect.stringMatching(/already exists.*\n.*--force.*--from .*--new-pkce/),
      ]);
      expect(await perform([...enough, '-o', name, '--force'], { folder })).toMatchObject(again);
      expect(read(folder, name)).toBe(before);
      expect((await perform([...enough, '-o', name, '--force', '--new-pkce'], { folder })).code).toBe(0);
      expect(read(folder, name)).not.toBe(before);
    },
  );

  test('the advice works', async () => {
    const folder = temporaryFolder();
    await perform([...enough, '-o', 'a.json'], { folder });
    await perform(['--from', 'a.json', '--yes', '-f', 'env', '-o', 'a.env'], { folder });
    const adviceFor = async (...args: string[]) =>
      (await perform([...enough, '--force', ...args], { folder })).stderr;
    expect(await adviceFor('-o', 'a.json')).toMatch(/keep the pair.*--from a\.json/);
    expect(await adviceFor('-o', 'a.env')).toMatch(/keep the pair.*--from with its setup file/);
    const other = [...enough, '--from', 'a.json', '--code-verifier-file', 'v', '-o', './a.json', '--force'];
    writeFileSync(join(folder, 'v'), verifier);
    expect((await perform(other, { folder })).stderr).toContain(
      'To discard the pair, use --force and --new-pkce.',
    );
    expect(await perform([...other, '--new-pkce'], { folder })).toMatchObject({ code: 0 });
    expect(JSON.parse(read(folder, 'a.json')).pkce.codeVerifier).toBe(verifier);
    writeFileSync(join(folder, 'v.txt'), verifier);
    expect(await adviceFor('-o', 'v.txt')).toMatch(/keep the code verifier.*--code-verifier-file v\.txt/);
    await perform([...enough, '-o', 'v.txt', '--force', '--code-verifier-file', 'v.txt'], { folder });
    expect(read(folder, 'v.txt')).toMatch(new RegExp(`.${verifier}`, 's'));
  });

  test.each([
    ['--from', 'a.json', '-f', 'text', '-o', 'a.json'],
    ['--from', './a.json', '-f', 'env', '-o', 'a.json'],
    ['--from', 'other.json', '--yes', '-f', 'env', '-o', 'a.json'],
    ['show', 'a.json', '-f', 'html', '-o', 'a.json'],
    ['show', 'a.json', '-f', 'env', '-o', 'other.json'],
    ['show', 'a.json', '-f', 'markdown', '-o', './a.json'],
    ['show', 'a.json', '--for', 'jitterbit', '-o', 'a.json'],
    ['show', 'a.json', '--for', 'zoominfo', '-o', 'a.json'],
  ])("a setup file isn't replaced by what can't be read again: %j", async (...args) => {
    const folder = temporaryFolder();
    await perform([...enough, '-o', 'a.json'], { folder });
    linkSync(join(folder, 'a.json'), join(folder, 'other.json'));
    const before = read(folder, 'a.json');
    const refused = await perform([...args, '--force'], { folder });
    expect([refused.code, refused.stderr]).toEqual([6, expect.stringContaining('is the setup file itself')]);
    expect(read(folder, 'a.json')).toBe(before);
    expect(await perform(['show', 'a.json', '-o', 'a.json', '--force'], { folder })).toMatchObject({
      code: 0,
    });
  });

  test('a pair in another file than --from is kept, or its loss is announced', async () => {
    const folder = temporaryFolder();
    for (const name of ['a.json', 'b.json']) await perform([...enough, '-o', name], { folder });
    await perform(['show', 'a.json', '-o', 'a.env'], { folder });
    const before = read(folder, 'b.json');
    const renew = async (name: string, ...more: string[]) =>
      perform(['--yes', '--from', 'a.json', '-o', name, '--force', ...more], { folder });
    const refused = await renew('b.json');
    expect([refused.code, refused.stderr]).toEqual([6, expect.stringContaining('move the existing file')]);
    expect(read(folder, 'b.json')).toBe(before);
    const says = 'contains another PKCE pair, which is discarded.';
    expect((await renew('a.env', '--new-pkce')).stderr).not.toContain(says);
    expect(await renew('b.json', '--new-pkce')).toMatchObject({
      code: 0,
      stderr: expect.stringContaining(says),
    });
    expect((await renew('a.json', '--new-pkce')).stderr).not.toContain(says);
  });

  test('a verifier that begins with - is found again', async () => {
    const folder = temporaryFolder();
    const env = { ZI_OAUTH_CODE_VERIFIER: `-${verifier}-abc` };
    for (const name of ['a.json', 'a.env', 'a.md', 'a.txt']) {
      await perform([...enough, '-o', name], { folder, env });
      expect((await perform([...enough, '-o', name, '--force'], { folder, env })).code).toBe(0);
      expect((await perform([...enough, '-o', name, '--force'], { folder })).code).toBe(6);
    }
  });

  test('none of several pairs is discarded', async () => {
    const folder = temporaryFolder();
    const { stdout } = await perform(['pkce', '--count', '2', '-f', 'json']);
    writeFileSync(join(folder, 'two.txt'), stdout);
    const env = { ZI_OAUTH_CODE_VERIFIER: JSON.parse(stdout.split('\n')[0] ?? '').codeVerifier };
    expect((await perform([...enough, '-o', 'two.txt', '--force'], { folder, env })).code).toBe(6);
  });

  test('--from keeps the pair, so --force is enough', async () => {
    const folder = temporaryFolder();
    await perform([...enough, '-o', 'a.json'], { folder });
    const { pkce } = JSON.parse(read(folder, 'a.json'));
    const { code } = await perform(
      ['--yes', '--from', 'a.json', '--client-id', clientId, '-o', 'a.json', '--force'],
      { folder },
    );
    expect(code).toBe(0);
    expect(JSON.parse(read(folder, 'a.json'))).toMatchObject({ clientId, pkce });
  });
});
