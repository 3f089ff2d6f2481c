import { describe, expect, test } from 'vitest';
import { plainText } from '../../src/terminal/layout.ts';
import { programWords, type Start } from '../../src/terminal/program-words.ts';
import type { Shell } from '../../src/terminal/shell.ts';

const dlx9 =
  'pnpm/dlx/bjkutonik3hosjjrdgedwlpfte/1a2155f5c0f-28e3/node_modules/zi-oauth-setup/bin/zi-oauth-setup.js';
const dlx10 =
  'pnpm/dlx/4031571ade5a/1a2155f8e2c-2a7e/node_modules/.pnpm/zi-oauth-setup@1.0.0/node_modules/zi-oauth-setup/bin/zi-oauth-setup.js';
const modules = '/home/me/app/node_modules';
const local = `${modules}/.bin/zi-oauth-setup`;
const linked = `${modules}/zi-oauth-setup/bin/zi-oauth-setup.js`;
const stored = `${modules}/.pnpm/zi-oauth-setup@1.0.0/node_modules/zi-oauth-setup/bin/zi-oauth-setup.js`;
const zipped = 'zi-oauth-setup-npm-1.0.0-ef03497ec7.zip/node_modules/zi-oauth-setup/bin/zi-oauth-setup.js';
const npx = '/home/me/.npm/_npx/7d36068c8985d3c7/node_modules/.bin/zi-oauth-setup';
const bunx = '/tmp/bunx-0-zi-oauth-setup@latest/node_modules/.bin/zi-oauth-setup';

const npm = 'npm/11.19.1 node/v20.20.2 linux x64 workspaces/false';
const pnpm9 = 'pnpm/9.15.9 npm/? node/v20.20.2 linux x64';
const pnpm10 = 'pnpm/10.34.9 npm/? node/v20.20.2 linux x64';
const pnpm12 = 'pnpm/12.21.0 npm/? node/? linux x64';
const yarn1 = 'yarn/1.22.22 npm/? node/v20.20.2 linux x64';
const yarn4 = 'yarn/4.18.1 npm/? node/v20.20.2 linux x64';
const bun = 'bun/1.4.5 npm/? node/v26.3.0 linux x64';
const deno = 'deno/2.9.6 npm/? deno/2.9.6 linux x86_64';

const plainNpx = 'npx zi-oauth-setup';

/** What each runner really sets, as recorded: user agent, npm_command, npm_lifecycle_event, script. */
const recorded: readonly [
  how: string,
  agent: string,
  command: string | undefined,
  event: string | undefined,
  script: string,
  words: string,
][] = [
  ['npx', npm, 'exec', 'npx', npx, plainNpx],
  ['npx in a project that has it', npm, 'exec', 'npx', local, plainNpx],
  ['npm run', npm, 'run', 'setup', local, plainNpx],
  ['npm start in another project', npm, 'start', 'start', local, plainNpx],
  ['pnpm 9 dlx', pnpm9, undefined, undefined, `/home/me/.cache/${dlx9}`, 'pnpm dlx zi-oauth-setup'],
  ['pnpm 9 exec', pnpm9, 'exec', undefined, linked, 'pnpm exec zi-oauth-setup'],
  ['pnpm 9 zi-oauth-setup', pnpm9, 'run-script', undefined, linked, 'pnpm exec zi-oauth-setup'],
  ['pnpm 9 run', pnpm9, 'run-script', 'setup', linked, 'pnpm exec zi-oauth-setup'],
  ['pnpm 10 dlx', pnpm10, undefined, undefined, `/home/me/.cache/${dlx10}`, 'pnpm dlx zi-oauth-setup'],
  ['pnpm 10 dlx in npm run', pnpm10, 'run', 'setup', `/home/me/.cache/${dlx10}`, 'pnpm dlx zi-oauth-setup'],
  ['pnpm 10 exec', pnpm10, 'exec', undefined, linked, 'pnpm exec zi-oauth-setup'],
  ['pnpm 10 run', pnpm10, 'run-script', 'setup', linked, 'pnpm exec zi-oauth-setup'],
  ['pnpm 12 dlx', pnpm12, 'dlx', undefined, `/home/me/.cache/${dlx10}`, 'pnpm dlx zi-oauth-setup'],
  ['pnpm 12 exec', pnpm12, 'exec', undefined, stored, 'pnpm exec zi-oauth-setup'],
  ['pnpm 12 run', pnpm12, 'run-script', 'setup', stored, 'pnpm exec zi-oauth-setup'],
  [
    'pnpm dlx on Windows',
    pnpm10,
    undefined,
    undefined,
    `C:\\Users\\me\\AppData\\Local\\pnpm-cache\\${dlx10.slice('pnpm/'.length).replaceAll('/', '\\')}`,
    'pnpm dlx zi-oauth-setup',
  ],
  ['yarn 1', yarn1, undefined, 'zi-oauth-setup', local, 'yarn zi-oauth-setup'],
  ['a yarn 1 script', yarn1, undefined, 'setup', local, 'yarn zi-oauth-setup'],
  [
    'yarn 4 dlx',
    yarn4,
    undefined,
    undefined,
    `/tmp/xfs-3f065463/dlx-11866/.yarn/cache/${zipped}`,
    'yarn dlx zi-oauth-setup',
  ],
  ['yarn 4', yarn4, undefined, undefined, `/home/me/.yarn/berry/cache/${zipped}`, 'yarn zi-oauth-setup'],
  [
    'a yarn 4 script',
    yarn4,
    undefined,
    'setup',
    `/home/me/.yarn/berry/cache/${zipped}`,
    'yarn zi-oauth-setup',
  ],
  ['bunx', bun, 'exec', 'bunx', bunx, 'bunx zi-oauth-setup'],
  ['bunx with a version', bun, 'exec', 'bunx', bunx.replace('latest', '1.0.0'), 'bunx zi-oauth-setup@1.0.0'],
  ['bunx with a tag', bun, 'exec', 'bunx', bunx.replace('latest', 'next'), 'bunx zi-oauth-setup@next'],
  ['npm exec', npm, 'exec', undefined, npx, plainNpx],
  ['pnpx', pnpm10, undefined, undefined, `/home/me/.cache/${dlx10}`, 'pnpm dlx zi-oauth-setup'],
  ['bun x', bun, 'exec', 'bunx', bunx, 'bunx zi-oauth-setup'],
  ['yarn run', yarn4, undefined, undefined, local, 'yarn zi-oauth-setup'],
  ['bunx in a project that has it', bun, 'exec', 'bunx', local, 'bunx zi-oauth-setup'],
  ['bun run', bun, 'run-script', 'setup', local, 'bunx zi-oauth-setup'],
  [
    'deno run',
    deno,
    undefined,
    undefined,
    '/home/me/.cache/deno/npm/registry/zi-oauth-setup/1.0.0/bin/zi-oauth-setup.js',
    'deno run -A npm:zi-oauth-setup',
  ],
];

describe('the words that restart the program', () => {
  test.each(recorded)('under %s', (_how, agent, command, event, script, words) => {
    const env = {
      npm_config_user_agent: agent,
      npm_command: command,
      npm_lifecycle_event: event,
      npm_package_name: 'my-app',
    };
    expect(programWords({ env, script }).join(' ')).toBe(words);
  });

  test.each([
    ['npm install -g', '/usr/local/bin/zi-oauth-setup'],
    ['pnpm add -g', '/home/me/pnpm/global/5/node_modules/zi-oauth-setup/bin/zi-oauth-setup.js'],
    [
      'npm install -g on Windows',
      'C:\\Users\\me\\AppData\\Roaming\\npm\\node_modules\\zi-oauth-setup\\bin\\zi-oauth-setup.js',
    ],
  ])('after %s', (_how, script) => {
    expect(programWords({ env: {}, script })).toEqual(['zi-oauth-setup']);
  });

  test.each([local, 'C:\\app\\node_modules\\.bin\\zi-oauth-setup'])('from a project folder: %s', (script) => {
    expect(programWords({ env: {}, script }).join(' ')).toBe(plainNpx);
  });

  test('in a clone of the project', () => {
    const env = {
      npm_config_user_agent: npm,
      npm_command: 'start',
      npm_lifecycle_event: 'start',
      npm_package_name: 'zi-oauth-setup',
    };
    expect(programWords({ env })).toEqual(['npm', 'start', '--']);
  });

  test.each([
    [{ npm_command: 'exec' }, 'npx.cmd zi-oauth-setup'],
    [{ npm_command: 'start', npm_lifecycle_event: 'start' }, 'npm.cmd start --'],
    [{ npm_config_user_agent: pnpm12, npm_command: 'dlx' }, 'pnpm dlx zi-oauth-setup'],
    [{}, 'zi-oauth-setup'],
  ])('in Windows shells, since PowerShell blocks npx.ps1: %j', (env, words) => {
    expect(programWords({ env, shell: 'windows' }).join(' ')).toBe(words);
  });

  test('under an unknown runner', () => {
    expect(programWords({ env: { npm_config_user_agent: 'constructor/1.0' } })).toEqual(['zi-oauth-setup']);
    expect(programWords({ env: { npm_config_user_agent: 'new-runner/1.0' } })).toEqual(['zi-oauth-setup']);
  });
});

describe.each<[how: string, start: Start, words: readonly string[]]>([
  ['installed', { env: {} }, ['zi-oauth-setup']],
  ['npx', { env: { npm_command: 'exec' }, script: npx }, ['npx', 'zi-oauth-setup']],
  [
    'npx with another Node',
    { env: { npm_command: 'exec', npm_config_package: 'node@22\n\nzi-oauth-setup' } },
    ['npx', '-p', 'node@22', '-p', 'zi-oauth-setup', 'zi-oauth-setup'],
  ],
  [
    'npx with a repository branch',
    { env: { npm_command: 'exec' }, fetched: ['git+https://git.example/zi.git#main'] },
    ['npx', '-p', 'git+https://git.example/zi.git#main', 'zi-oauth-setup'],
  ],
  [
    'pnpm dlx',
    { env: { npm_config_user_agent: pnpm12, npm_command: 'dlx' } },
    ['pnpm', 'dlx', 'zi-oauth-setup'],
  ],
])('under %s', (_how, start, words) => {
  test.each<[shell: Shell, file: string, typed: string]>([
    ['posix', 'a b.json', "'a b.json'"],
    ['windows', 'a b.json', '"a b.json"'],
    ['windows', 'C:\\$x\\a.json', "'C:\\$x\\a.json'"],
  ])('a command line for %s: %s', (shell, file, typed) => {
    const program = programWords(start);
    expect(program).toEqual(words);
    const line = plainText([{ command: ['zi-oauth-setup', 'verify', file] }], { program, shell });
    const hash =
      shell === 'posix' ? "'git+https://git.example/zi.git#main'" : '"git+https://git.example/zi.git#main"';
    const shown = words.map((word) =>
      word.includes('#') ? hash : shell === 'windows' && word.includes('@') ? `"${word}"` : word,
    );
    expect(line).toBe(`${shown.join(' ')} verify ${typed}`);
  });
});

describe('npx is repeated with its packages', () => {
  const words = (asked: string | undefined, fetched: readonly string[] = []): string =>
    programWords({
      env: { npm_config_user_agent: npm, npm_command: 'exec', npm_config_package: asked },
      script: npx,
      fetched,
    }).join(' ');

  test.each([
    ['zi-oauth-setup', 'npx zi-oauth-setup'],
    ['zi-oauth-setup@1.0.0', 'npx zi-oauth-setup@1.0.0'],
    ['node@22\n\nzi-oauth-setup', 'npx -p node@22 -p zi-oauth-setup zi-oauth-setup'],
    ['node@22\n\nzi-oauth-setup@next', 'npx -p node@22 -p zi-oauth-setup@next zi-oauth-setup'],
    ['/tmp/zi-oauth-setup-1.0.0.tgz', 'npx -p /tmp/zi-oauth-setup-1.0.0.tgz zi-oauth-setup'],
  ])('npx -p %j', (asked, line) => {
    expect(words(asked)).toBe(line);
  });

  test.each([
    ['zi-oauth-setup', 'npx zi-oauth-setup'],
    ['zi-oauth-setup@latest', 'npx zi-oauth-setup@latest'],
    ['git+https://git.example/zi.git', 'npx -p git+https://git.example/zi.git zi-oauth-setup'],
    ['git+ssh://git@git.example/zi.git', 'npx -p git+ssh://git@git.example/zi.git zi-oauth-setup'],
    ['/home/me/zi-oauth-setup', 'npx -p /home/me/zi-oauth-setup zi-oauth-setup'],
  ])('npx %s', (fetched, line) => {
    expect(words(undefined, [fetched])).toBe(line);
  });

  test.each(['git+https://s3cret@git.example/zi.git', 'https://me:s3cret@git.example/zi.tgz'])(
    'but never with a password: %s',
    (url) => {
      expect(words(url)).toBe('npx zi-oauth-setup');
      expect(words(undefined, [url])).toBe('npx zi-oauth-setup');
    },
  );
});
