import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished } from 'vitest';
import { lockPath } from '../../src/io/writer-lock.ts';
import { renderHtml } from '../../src/render/html/sheet-page.ts';
import { renderJson } from '../../src/render/json.ts';
import type { Setup } from '../../src/setup-file/schema.ts';
import { type Ending, requiring, runBin } from '../support/bin.ts';
import { temporaryFolder } from '../support/folder.ts';
import { freePort } from '../support/misbehaving-server.ts';
import { type OauthServer, signIn, startOauthServer } from '../support/oauth-server.ts';
import { clientId, clientSecret, sampleSetup, verifier } from '../support/setup-fixture.ts';
import { keys, type Terminal } from '../support/terminal.ts';
import { expectNoSecret } from '../support/verify-run.ts';
import { supportOnZ, testOnWindows, Windows } from '../support/windows.ts';

/** Programs take several times as long to start under Wine. */
const timeout = 240_000;

interface Step {
  readonly args: readonly string[];
  readonly stdin?: string | Buffer;
  readonly env?: Readonly<Record<string, string>>;
}

const utf16 = (text: string): Buffer => Buffer.from(`\ufeff${text}`, 'utf16le');

const flags = ['--yes', '-r', 'na', '-s', 'company,contact'];
const credentials = { ZI_OAUTH_CODE_VERIFIER: verifier, ZI_OAUTH_CLIENT_SECRET: clientSecret };
const signInError = 'https://example.com/cb?error=invalid_client&error_description=Client%20not%20found';

const save = [...flags, '--client-id', clientId, '-o', 'zoominfo.json'];
const edit = [
  '--from',
  'zoominfo.json',
  '--description',
  'CRM sync',
  '--yes',
  '-o',
  'zoominfo.json',
  '--force',
];

/** One after the other, since each uses the files that the previous ones wrote. */
const inTurn: readonly Step[] = [
  { args: save },
  { args: save },
  { args: edit },
  { args: ['verify', 'zoominfo.json', '-f', 'json'] },
  { args: ['show', 'zoominfo.json', '-f', 'env', '-o', 'zoominfo.env'] },
  { args: ['rotate', 'zoominfo.json', '--dry-run'] },
  { args: ['rotate', 'zoominfo.json'] },
  { args: ['rotate', 'zoominfo.json', '--undo'] },
  { args: ['rotate', 'zoominfo.json', '--github-output'], env: { GITHUB_OUTPUT: 'outputs' } },
];

/** All at once, after the others. */
const atOnce: readonly Step[] = [
  { args: ['--version'] },
  { args: ['--help'] },
  { args: [...flags, '-o', 'no folder\\zoominfo.json'] },
  { args: ['setup', '--yes', '-r', 'mars'] },
  { args: ['--from', 'zoominfo.json', '--name', 'Größe', '--yes'] },
  { args: ['verify', '-'], stdin: renderJson(sampleSetup({ codeVerifier: 'too-short' })) },
  { args: ['show', '.\\zoominfo.json', '-f', 'html'] },
  { args: ['show', 'C:\\work\\zoominfo.json', '-f', 'markdown'] },
  { args: ['show', 'zoominfo.json', '--fromat', 'json'] },
  { args: ['pkce', '--code-verifier-file', '-'], stdin: `${verifier}\r\n` },
  { args: ['diagnose', 'zoominfo.json'], stdin: utf16(signInError) },
  { args: ['diagnose'], stdin: utf16('something else\r\n') },
  { args: ['diagnose', signInError], env: { npm_command: 'exec' } },
];

/** The critical steps, which also run on the other version of Node. */
const isCritical = ({ args, stdin }: Step): boolean =>
  args === save ||
  (args[0] === 'rotate' && args.length === 2) ||
  (args[1] === 'zoominfo.json' && stdin !== undefined);

/** Texts that differ from other systems: Windows has no modes, and PowerShell has no `<`. */
const otherwise: readonly (readonly [windows: string, elsewhere: string])[] = [
  ["the folder's permissions determine who can read it", 'readable only by you'],
  ['"skip",\n      "title": "File permissions"', '"pass",\n      "title": "File permissions"'],
  ['Not applicable to standard input or on Windows.', 'Only you can read the file.'],
  ['type error.txt | npx.cmd zi-oauth-setup diagnose', 'npx zi-oauth-setup diagnose < error.txt'],
];

const asElsewhere = (output: string): string =>
  otherwise.reduce((text, [windows, elsewhere]) => text.replaceAll(windows, elsewhere), output);

/** The same arguments or output, with `/` between folders. */
const here = (words: string): string => words.replace('C:\\work\\', '').replaceAll('\\', '/');

const withoutRandomness = (text: string): string =>
  text.replace(/(?<![\w-])[\w-]{43}(?![\w-])/g, '(pair)').replace(/ghadelimiter_\w+/g, '(delimiter)');

/** The outcome of a run, without line breaks in messages, which depend on the length of paths. */
const outcomeOf = ({ code, stdout, said }: Ending) => ({
  code,
  stdout: withoutRandomness(stdout),
  said: here(withoutRandomness(said)),
});

const filesIn = (folder: string): [name: string, content: string][] =>
  readdirSync(folder)
    .sort()
    .map((name) => [name, withoutRandomness(readFileSync(join(folder, name), 'utf8'))]);

// Wine crashes now and then, which takes all programs with it.
describe('on Windows', { retry: 2 }, () => {
  const windows = new Windows();
  let server: OauthServer;
  let loopback: string;

  beforeAll(async () => {
    loopback = `http://127.0.0.1:${await freePort()}/callback`;
    [server] = await Promise.all([startOauthServer({ redirectUris: [loopback] }), windows.start()]);
  }, timeout);

  beforeEach(() => windows.resume(), timeout);

  afterAll(async () => {
    await server.close();
    await windows.stop();
  }, timeout);

  const write = (name: string, content: string | Buffer): void =>
    writeFileSync(join(windows.folder, name), content);

  const secretsOf = ({ clientSecret: secret, pkce }: Setup): string[] => [
    ...server.secrets,
    secret ?? '',
    pkce.codeVerifier,
  ];

  testOnWindows.for([
    ['20', inTurn.filter(isCritical), atOnce.filter(isCritical)],
    ['22', inTurn, atOnce],
  ] as const)(
    'with Node %s, every command gives the same result as on Linux',
    { timeout },
    async ([major, first, then]) => {
      const folder = temporaryFolder();
      windows.empty();
      const compare = async ({ args, stdin = '', env }: Step): Promise<void> => {
        const [there, elsewhere] = await Promise.all([
          windows.run(args, { env: { ...credentials, ...env }, stdin, major }),
          runBin(args.map(here), { env: { ...credentials, ...env, LANG: 'C' }, stdin, cwd: folder }),
        ]);
        const { said, stdout, ...rest } = outcomeOf(there);
        expect({ args, ...rest, stdout: asElsewhere(stdout), said: asElsewhere(said) }).toEqual({
          args,
          ...outcomeOf(elsewhere),
        });
      };
      for (const step of first) await compare(step);
      await Promise.all(then.map(compare));
      expect(filesIn(windows.folder)).toEqual(filesIn(folder));
    },
  );

  describe('a file', () => {
    const text = renderJson(sampleSetup());

    testOnWindows('may have a byte order mark and Windows line breaks', { timeout }, async () => {
      write('marked.json', `\ufeff${text.replaceAll('\n', '\r\n')}`);
      write('secret.txt', `\ufeff${clientSecret}\r\n`);
      const secret = ['--client-secret-file', 'secret.txt', '--from', 'marked.json', '--yes', '-f', 'json'];
      const ran = await windows.run(secret);
      expect([ran.code, JSON.parse(ran.stdout).clientSecret]).toEqual([0, clientSecret]);
    });

    testOnWindows('in UTF-16 is rejected with a fix', { timeout }, async () => {
      write('utf16.json', utf16(text));
      const refused = await windows.run(['verify', 'utf16.json']);
      expect([refused.code, refused.said]).toEqual([3, expect.stringMatching(/UTF-16.* -o/)]);
    });

    testOnWindows('may be anywhere on the disk', { timeout }, async () => {
      windows.empty();
      const long = Array.from({ length: 6 }, () => 'folder'.repeat(8));
      mkdirSync(join(windows.folder, ...long), { recursive: true });
      mkdirSync(join(windows.folder, 'a b % $x'));
      const paths = [
        'a b % $x/.\\1.json',
        'C:\\work\\a b % $x\\..\\2.json',
        'c:3.json',
        '\\\\?\\C:\\work\\4.json',
        `${long.join('\\')}\\Größe €.json`,
      ];
      const endings = await Promise.all(paths.map((path) => windows.run([...flags, '-o', path])));
      expect(endings.map(({ code, said }) => [code, said])).toEqual(
        paths.map((path) => [0, expect.stringContaining(`Saved to ${path}`)]),
      );
      const read = await windows.run(['show', ...paths.slice(4), '-f', 'json']);
      expect(read.code).toBe(0);
      expect(readdirSync(join(windows.folder, ...long))).toEqual(['Größe €.json']);
    });

    testOnWindows("can't have a name that Windows reserves", { timeout }, async () => {
      const names = ['nul.json', 'a:b.json'];
      const endings = await Promise.all(
        names.map((name) => windows.run([...flags, '-f', 'json', '-o', name])),
      );
      expect(endings.map(({ code }, index) => [names[index], code])).toEqual(names.map((name) => [name, 6]));
    });

    testOnWindows.each([
      ['program', 'held.json', /held\.json couldn't be read: /],
      ['run', lockPath('held.json'), /other runs keep writing to it/],
    ])('that another %s briefly locks is retried', { timeout }, async (_, name, says) => {
      write('held.json', text);
      write(name, text);
      const rotate = (pauses: number) =>
        windows.run(['rotate', 'held.json'], {
          preload: 'held-file.cjs',
          env: { HELD_FILE: name, HELD_PAUSES: `${pauses}` },
        });
      expect((await rotate(3)).code).toBe(0);
      write(name, text);
      const held = await rotate(Number.POSITIVE_INFINITY);
      expect([held.code, held.said]).toEqual([6, expect.stringMatching(says)]);
    });

    testOnWindows(
      'that six runs rotate at once contains a pair that one of them printed',
      { timeout },
      async () => {
        write('six.json', text);
        const runs = Array.from({ length: 6 }, () => windows.run(['rotate', 'six.json']));
        const endings = await Promise.all(runs);
        const done = endings.filter(({ code }) => code === 0);
        expect(done.length).toBeGreaterThan(0);
        expect(endings.filter(({ code }) => code !== 0 && code !== 6)).toEqual([]);
        const last = JSON.parse(windows.read('six.json')) as Setup;
        expect(done.map(({ stdout }) => /code_verifier +([\w-]{43})/.exec(stdout)?.[1])).toContain(
          last.pkce.codeVerifier,
        );
        expect(readdirSync(windows.folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
      },
    );
  });

  describe('over the network', () => {
    testOnWindows('verify --online passes', { timeout }, async () => {
      const setup = server.setup(true);
      write('server.json', renderJson(setup));
      const ran = await windows.run(['verify', 'server.json', '--online', '-f', 'json']);
      expectNoSecret(ran.stdout + ran.stderr, secretsOf(setup));
      expect([ran.code, JSON.parse(ran.stdout).verdict]).toEqual([0, 'pass']);
    });

    testOnWindows('verify --login --loopback passes', { timeout }, async () => {
      const setup = server.setup(true);
      write('server.json', renderJson(setup));
      const words = ['verify', 'server.json', '--login', '--loopback', loopback, '--no-open', '-f', 'json'];
      const running = windows.begin(words);
      const back = await signIn(await running.says(/http:\/\/127\S+authorize\S+/), loopback);
      expect((await fetch(back)).status).toBe(200);
      const ran = await running.ending;
      expectNoSecret(ran.stdout + ran.stderr, secretsOf(setup));
      expect([ran.code, JSON.parse(ran.stdout).verdict]).toEqual([0, 'pass']);
    });

    testOnWindows('show --open opens the browser and serves the sheet until Enter', { timeout }, async () => {
      write('sheet.json', renderJson(sampleSetup()));
      const terminal = windows.terminal(['show', 'sheet.json', '--open'], {
        BROWSER: 'C:\\Program Files\\..\\node-22.exe',
        NODE_OPTIONS: requiring(supportOnZ('recorded-start.cjs')),
      });
      onTestFinished(() => terminal.kill());
      await terminal.waitFor(/Press Enter or Ctrl-C to close it/);
      const [url = ''] = /http:\/\/127\.0\.0\.1:\d+\/[\w-]+/.exec(terminal.text) ?? [];
      expect(await (await fetch(url)).text()).toBe(renderHtml(sampleSetup()));
      await expect.poll(() => existsSync(join(windows.folder, 'asked')), { timeout }).toBe(true);
      expect(windows.read('asked').replaceAll('\\', '/')).toContain(new URL(url).pathname);
      terminal.press(keys.enter);
      expect(await terminal.exit).toBe(0);
      await expect(fetch(url)).rejects.toThrow();
    });
  });

  describe('the wizard in a console without a title', () => {
    const start = (args: readonly string[] = []): Terminal => {
      const terminal = windows.terminal(['--no-open', ...args]);
      onTestFinished(() => terminal.kill());
      return terminal;
    };

    testOnWindows('runs from start to finish', { timeout }, async () => {
      windows.empty();
      const { enter, space, down, up } = keys;
      const terminal = start();
      await terminal.answer(/\? Region/, down, enter);
      await terminal.answer(/\? Scopes/, space, down, space, enter);
      await terminal.answer(/\? Client ID/, clientId, enter);
      await terminal.answer(/\? Client Secret/, clientSecret, enter);
      await terminal.answer(/\? Review/, enter);
      await terminal.answer(/\? How would/, down, down, enter);
      await terminal.waitFor(/to close it/);
      const [sheet = ''] = /http:\/\/127\S+/.exec(terminal.text) ?? [];
      expect((await fetch(sheet)).status).toBe(200);
      terminal.press(enter);
      await terminal.answer(/\? What would/, enter);
      await terminal.answer(/\? Save as/, enter);
      await terminal.answer(/Saved to zoominfo.json[\s\S]*\? What would/, up, up, up, enter);
      await terminal.answer(/\? Also test/, enter);
      await terminal.answer(/Next: Verify[\s\S]*\? What would/, up, up, enter);
      await terminal.answer(/\? Paste:/, signInError, enter, enter);
      await terminal.answer(/invalid_client[\s\S]*\? What would/, up, enter);
      expect(await terminal.exit).toBe(0);
      expect(terminal.text).toMatch(
        /zi-oauth-setup verify zoominfo\.json --online[\s\S]*--from zoominfo\.json --yes$/,
      );
      expect(terminal.transcript).not.toContain(clientSecret);
      expect(JSON.parse(windows.read('zoominfo.json'))).toMatchObject({
        region: 'EMEA',
        scopes: ['api:data:company', 'api:data:contact'],
        clientId,
        clientSecret,
      });
    });

    testOnWindows('says how to resume on Ctrl-C', { timeout }, async () => {
      const terminal = start(['--region', 'na', '--description', 'CRM sync', '-s', 'company,contact']);
      await terminal.answer(/\? Client ID/, keys.ctrlC);
      expect(await terminal.exit).toBe(130);
      expect(terminal.text).toContain(
        'zi-oauth-setup --region NA --scopes "company,contact" --description "CRM sync" --no-open',
      );
    });
  });
});
