import { delimiter, join } from 'node:path';
import { cleanEnvironment, run } from '../../support/child.mjs';
import { npmSettings, startRegistry } from '../../support/registry.mjs';

/** How each program runs a package that isn't installed; `from` is the package that contains the program. */
export const runners = [
  { name: 'npx', words: ['npx', '--yes'] },
  { name: 'pnpm@10', from: 'pnpm@10', words: ['pnpm', 'dlx'] },
  { name: 'pnpm@12', from: 'pnpm@12', words: ['pnpm', 'dlx'] },
  { name: 'yarn', from: '@yarnpkg/cli-dist', words: ['yarn', 'dlx', '--quiet'] },
  { name: 'bunx', from: 'bun', words: ['bunx'] },
].map((runner) => ({ ...runner, what: `${runner.words.join(' ')} with empty caches` }));

/** The expected output and exit codes under every runner. */
const uses = [
  { args: ['--version'], status: 0, isRight: (stdout, { version }) => stdout === `${version}\n` },
  {
    args: ['setup', '--yes', '-r', 'na', '-s', 'all', '-f', 'json'],
    status: 0,
    isRight: (stdout) => JSON.parse(stdout).region === 'NA' && JSON.parse(stdout).scopes.length === 5,
  },
  { args: ['setup', '--yes', '-r', 'mars'], status: 2, isRight: (stdout) => stdout === '' },
  {
    args: ['setup', '--yes'],
    status: 2,
    isRight: (_stdout, { name }, stderr, words) =>
      stderr.includes(`\n    ${again(words)} ${name} --region NA `),
  },
];

/** The expected beginning of a command line to copy: the runner, without its options for quiet output. */
const again = (words) => words.filter((word) => !word.startsWith('--')).join(' ');

export async function tryRunner({ from, words }, { subject, fetch, newFolder }) {
  const folders = from === undefined ? [] : [join(await fetch(from), '.bin')];
  const PATH = [...folders, process.env.PATH].join(delimiter);
  const registry = await startRegistry([subject]);
  const { manifest } = subject;
  const [command, ...before] = words;
  try {
    for (const { args, status, isRight } of uses) {
      const home = newFolder();
      const env = { ...cleanEnvironment, PATH, ...settingsFor(home, registry.address) };
      const ending = await run(command, [...before, manifest.name, ...args], { cwd: home, env });
      if (ending.status !== status || !isRight(ending.stdout, manifest, ending.stderr, words))
        throw new Error(
          `${args.join(' ')} exited with ${ending.status}, not ${status}\n${ending.stdout}${ending.stderr}`,
        );
    }
  } finally {
    registry.close();
  }
  return 'results, exit codes (0, 0, 2, 2) and the command line to copy come through';
}

/** By default, every runner keeps its caches in HOME. Each has its own variable for the registry. */
function settingsFor(home, registry) {
  return {
    HOME: home,
    XDG_CACHE_HOME: join(home, 'cache'),
    XDG_CONFIG_HOME: join(home, 'config'),
    XDG_DATA_HOME: join(home, 'data'),
    XDG_STATE_HOME: join(home, 'state'),
    ...npmSettings(home, registry),
    pnpm_config_registry: registry,
    BUN_INSTALL_CACHE_DIR: join(home, 'bun'),
    YARN_ENABLE_TELEMETRY: 'false',
    YARN_NPM_REGISTRY_SERVER: registry,
    YARN_UNSAFE_HTTP_WHITELIST: '127.0.0.1',
  };
}
