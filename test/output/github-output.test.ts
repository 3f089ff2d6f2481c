import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { githubOutputs, maskCommands } from '../../src/output/github-output.ts';
import { renderJson } from '../../src/render/json.ts';
import { anyText } from '../support/any-text.ts';
import { perform } from '../support/context.ts';
import { temporaryFolder } from '../support/folder.ts';
import { parseGithubOutput } from '../support/github-output-parser.ts';
import { failWith, replaceCall } from '../support/replaced-call.ts';
import { clientSecret, sampleSetup, verifier } from '../support/setup-fixture.ts';

describe('the file of outputs', () => {
  test('the runner reads back any values', () => {
    const text = fc.oneof(anyText(), fc.stringMatching(/^[\n=<a-z]{0,30}$/));
    fc.assert(
      fc.property(fc.array(text, { maxLength: 5 }), (values) => {
        const outputs = githubOutputs(values.map((value, index) => [`NAME_${index}`, value]));
        expect(parseGithubOutput(outputs)).toEqual(
          Object.fromEntries(values.map((value, index) => [`name_${index}`, value])),
        );
      }),
    );
  });

  test('uses a new delimiter for each value, and omits null values', () => {
    const outputs = githubOutputs([
      ['A', 'x'],
      ['B', 'y'],
      ['C', null],
    ]);
    const delimiters = [...outputs.matchAll(/<<(.*)/g)].map(([, delimiter]) => delimiter);
    expect(new Set(delimiters).size).toBe(2);
  });
});

test('masks only the secrets, with the escapes that the runner undoes', () => {
  expect(
    maskCommands([
      ['REGION', 'NA'],
      ['CLIENT_SECRET', '100%\r\n%0A\r\n'],
      ['CODE_VERIFIER', null],
      ['CLIENT_ID', 'x'],
    ]),
  ).toBe('::add-mask::100%25%0D%0A%250A%0D%0A\n');
});

/** A step of a job: its file of outputs, with something from before in it. */
function step(): { folder: string; env: Record<string, string>; outputs: () => Record<string, string> } {
  const folder = temporaryFolder();
  const path = join(folder, 'outputs');
  writeFileSync(path, 'before=kept\n');
  const env = {
    GITHUB_OUTPUT: path,
    CI: 'true',
    ZI_OAUTH_CLIENT_SECRET: clientSecret,
    ZI_OAUTH_CODE_VERIFIER: verifier,
  };
  return { folder, env, outputs: () => parseGithubOutput(readFileSync(path, 'utf8')) };
}

test("rotate changes nothing if the output can't be written", async () => {
  const folder = temporaryFolder();
  const before = JSON.stringify(sampleSetup());
  writeFileSync(join(folder, 'zoominfo.json'), before);
  const env = { GITHUB_OUTPUT: join(folder, 'no-folder', 'output') };
  const { code, stdout } = await perform(['rotate', 'zoominfo.json', '--github-output'], { folder, env });
  expect([code, stdout]).toEqual([6, '']);
  expect(readFileSync(join(folder, 'zoominfo.json'), 'utf8')).toBe(before);
});

describe('--github-output', () => {
  test('setup: masks come first, and standard output is only the result', async () => {
    const { folder, env, outputs } = step();
    const args = ['setup', '-r', 'na', '-s', 'company,contact', '-f', 'json', '--github-output'];
    const { code, stdout, stderr } = await perform(args, { folder, env });
    expect(code).toBe(0);
    expect(stderr).toBe(`::add-mask::${clientSecret.replaceAll('%', '%25')}\n::add-mask::${verifier}\n`);
    const setup = sampleSetup({ clientId: null });
    expect(JSON.parse(stdout)).toEqual(setup);
    expect(outputs()).toEqual({
      before: 'kept',
      region: 'NA',
      name: 'ZoomInfo',
      description: '',
      redirect_uri: setup.redirectUri,
      scopes: 'api:data:company api:data:contact',
      client_secret: clientSecret,
      authentication_url: setup.authenticationUrl,
      access_token_url: setup.accessTokenUrl,
      refresh_token_url: setup.refreshTokenUrl,
      code_verifier: verifier,
      code_challenge: setup.pkce.codeChallenge,
      code_challenge_method: 'S256',
    });
  });

  test('pkce: the pair', async () => {
    const { folder, env, outputs } = step();
    const { ZI_OAUTH_CODE_VERIFIER: _, ...others } = env;
    const { stdout, stderr } = await perform(['pkce', '-f', 'json', '--github-output'], {
      folder,
      env: others,
    });
    const { codeVerifier, codeChallenge } = JSON.parse(stdout);
    expect(stderr).toBe(`::add-mask::${codeVerifier}\n`);
    expect(outputs()).toMatchObject({ code_verifier: codeVerifier, code_challenge: codeChallenge });
  });

  test.each([
    ['pkce', ['pkce', '--code-verifier-file', '-', '--github-output']],
    ['setup', ['-r', 'na', '-s', 'x:y', '--code-verifier-file', '-', '--github-output']],
  ])('%s: a warning comes after the masks', async (_name, args) => {
    const { folder, env } = step();
    const weak = 'ab'.repeat(25);
    const { code, stderr } = await perform(args, { folder, env, stdin: weak });
    expect(code).toBe(0);
    const lines = stderr.trimEnd().split('\n');
    const masks = lines.filter((line) => line.startsWith('::add-mask::'));
    expect(lines.slice(0, masks.length)).toEqual(masks);
    expect(masks).toContain(`::add-mask::${weak}`);
    expect(lines.length).toBeGreaterThan(masks.length);
    expect(stderr.slice(stderr.lastIndexOf('::add-mask::') + 12 + weak.length)).not.toContain(weak);
  });

  test('rotate: the new pair, and nothing of the old one', async () => {
    const { folder, env, outputs } = step();
    const file = join(folder, 'zoominfo.json');
    writeFileSync(file, JSON.stringify(sampleSetup()));
    const { code, stderr } = await perform(['rotate', 'zoominfo.json', '--github-output'], { folder, env });
    const { pkce } = JSON.parse(readFileSync(file, 'utf8'));
    expect(code).toBe(0);
    expect(stderr).toContain(
      `::add-mask::${clientSecret.replaceAll('%', '%25')}\n::add-mask::${pkce.codeVerifier}\n`,
    );
    expect(outputs()).toMatchObject({ code_verifier: pkce.codeVerifier, code_challenge: pkce.codeChallenge });
  });

  test.each([[['setup', '-r', 'na', '-s', 'all', '-o', 'new.json']], [['pkce']], [['rotate', 'new.json']]])(
    '%j outside GitHub Actions: exit 2, nothing done',
    async (args) => {
      const folder = temporaryFolder();
      const { code, stdout, stderr } = await perform([...args, '--github-output'], { folder });
      expect([code, stdout]).toEqual([2, '']);
      expect(stderr).toMatch(/^(?!.*::add-mask::).*GITHUB_OUTPUT/s);
      expect(existsSync(join(folder, 'new.json'))).toBe(false);
    },
  );

  test.each([[['pkce', '--count', '2']], [['rotate', 'x.json', '--dry-run']]])('%j: exit 2', async (args) => {
    const { folder, env } = step();
    expect((await perform([...args, '--github-output'], { folder, env })).code).toBe(2);
  });

  const uses: readonly (readonly string[])[] = [
    ['-r', 'na', '-s', 'company', '--force', '-f', 'json', '-o'],
    ['-f', 'json', '--from'],
    ['-r', 'na', '-s', 'company', '--client-secret-file'],
    ['-r', 'na', '-s', 'company', '--code-verifier-file'],
    ['rotate'],
    ['pkce', '--code-verifier-file'],
  ];
  test.each(uses.flatMap((args) => ['a file', ''].map((content) => [args, content] as const)))(
    '%j the file of outputs, which contains %j: exit 2, nothing written',
    async (args, content) => {
      const folder = temporaryFolder();
      const path = join(folder, 'file');
      if (content !== '') writeFileSync(path, content);
      const run = perform([...args, 'file', '--github-output'], { folder, env: { GITHUB_OUTPUT: path } });
      const { code, stdout, stderr } = await run;
      expect([code, stdout]).toEqual([2, '']);
      expect(stderr).toContain('file is the file in GITHUB_OUTPUT');
      expect(existsSync(path) ? readFileSync(path, 'utf8') : '').toBe(content);
    },
  );

  test("a file that can't be written: exit 6, no result", async () => {
    const { folder, env } = step();
    const { code, stdout } = await perform(['pkce', '--github-output'], {
      folder,
      env: { ...env, GITHUB_OUTPUT: folder },
    });
    expect([code, stdout]).toEqual([6, '']);
  });
});

test.each([
  ['setup', ['--yes', '-r', 'na', '-s', 'company', '-o', 'new.json']],
  ['rotate', ['rotate', 'zoominfo.json']],
])("%s sets no outputs if the file can't be written", async (_, args) => {
  const folder = temporaryFolder();
  const outputs = join(folder, 'outputs');
  writeFileSync(outputs, 'a=b');
  writeFileSync(join(folder, 'zoominfo.json'), renderJson(sampleSetup()), { mode: 0o600 });
  replaceCall('fsyncSync', failWith('EIO'));
  const { code } = await perform([...args, '--github-output'], { folder, env: { GITHUB_OUTPUT: outputs } });
  expect([code, readFileSync(outputs, 'utf8')]).toEqual([6, 'a=b']);
});
