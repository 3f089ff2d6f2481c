import { lookup } from '../text/lookup.ts';
import type { Environment } from './environment.ts';
import type { Shell } from './shell.ts';

export const programName = 'zi-oauth-setup';

/** Evidence of how this program was started. */
export interface Start {
  readonly env: Environment;
  /** The path of the script that Node runs, with its links. */
  readonly script?: string;
  /** The packages that npx fetched for this run, as requested. */
  readonly fetched?: readonly string[];
  /** The shell that will start it again. */
  readonly shell?: Shell;
}

/** The words that start this program again in the same way. */
export function programWords(start: Start): readonly string[] {
  const [first = programName, ...rest] = wordsOf(start);
  return [start.shell === 'windows' ? (lookup(batchFiles, first) ?? first) : first, ...rest];
}

/** Without the extension, PowerShell runs scripts such as npx.ps1, which its default policy blocks. */
const batchFiles: Readonly<Record<string, string>> = { npm: 'npm.cmd', npx: 'npx.cmd' };

/** The program is on the PATH only if it is installed globally. */
function wordsOf(start: Start): readonly string[] {
  const runner = /^[a-z]+(?=\/)/.exec(start.env.npm_config_user_agent ?? '')?.[0] ?? '';
  const words = lookup(wordsOfRunner, runner);
  if (words !== undefined) return words(start) ?? [programName];
  if (start.env.npm_command !== undefined) return npmWords(start);
  return isInProject(start) ? ['npx', programName] : [programName];
}

/** By the name of the package manager in its user agent. */
const wordsOfRunner: Readonly<Record<string, (start: Start) => readonly string[]>> = {
  npm: npmWords,
  pnpm: (start) => ['pnpm', isDownloaded(start) ? 'dlx' : 'exec', programName],
  yarn: (start) => ['yarn', ...(isDownloaded(start) ? ['dlx'] : []), programName],
  bun: (start) => ['bunx', bunxPackage(start)],
  deno: () => ['deno', 'run', '-A', `npm:${programName}`],
};

function npmWords(start: Start): readonly string[] {
  const { env } = start;
  const isOwnScript =
    env.npm_lifecycle_event === 'start' && [undefined, programName].includes(env.npm_package_name);
  return isOwnScript ? ['npm', 'start', '--'] : npxWords(start);
}

/** `pnpm dlx` and `yarn dlx` put the package in a folder with that name, the only sign of them in older versions of pnpm. */
const isDownloaded = ({ env, script = '' }: Start): boolean =>
  env.npm_command === 'dlx' || /[\\/]dlx(?:-\d+)?[\\/]/.test(script);

/** The link that a project installation creates. It isn't on the PATH, but npx finds it in the project. */
const isInProject = ({ script = '' }: Start): boolean => /[\\/]node_modules[\\/]\.bin[\\/]/.test(script);

/** bunx names the folder after the requested package, with `@latest` if no version is requested. */
function bunxPackage({ script = '' }: Start): string {
  const [, asked = programName] = /[\\/]bunx-\w*-([^\\/]+)[\\/]/.exec(script) ?? [];
  return asked.startsWith(`${programName}@`) && asked !== `${programName}@latest` ? asked : programName;
}

/** `npx -p` lists the packages in the environment, separated by empty lines; `npx NAME@VERSION` doesn't. */
function npxWords({ env, fetched = [] }: Start): readonly string[] {
  const asked = env.npm_config_package?.split('\n').filter(Boolean) ?? fetched;
  const packages = asked.some(mayHoldPassword) ? [] : asked;
  const [first = programName] = packages;
  if (packages.length < 2 && first.replace(/@.*/s, '') === programName) return ['npx', first];
  return ['npx', ...packages.flatMap((name) => ['-p', name]), programName];
}

/** A URL with user information, which may be a token, so no command line repeats it. */
const mayHoldPassword = (name: string): boolean => /:\/\/(?!git@)[^/]*@/.test(name);
