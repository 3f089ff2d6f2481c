import { lstatSync, realpathSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** What Git needs to find its own settings and the user's. It gets nothing else: no secrets, no `GIT_*`. */
const inherited = [
  'PATH',
  'PATHEXT',
  'SystemRoot',
  'ProgramData',
  'HOME',
  'HOMEDRIVE',
  'HOMEPATH',
  'USERPROFILE',
  'XDG_CONFIG_HOME',
];

/** A partial clone would fetch missing objects, with any program that its configuration specifies. */
const offline = { GIT_ALLOW_PROTOCOL: 'none', GIT_NO_LAZY_FETCH: '1', GIT_TERMINAL_PROMPT: '0' };

/** Overrides for repository settings that would start a program. */
const harmless = ['core.fsmonitor=false', 'core.hooksPath=/dev/null', 'protocol.allow=never'];

/**
 * Whether Git would add the file to a commit; false if that is unknown. Git gets the path of the repository instead of
 * searching for it, so that the repository can belong to another user, and a folder that only looks like one is skipped.
 */
export async function isExposedToGit(path: string): Promise<boolean> {
  const folder = realFolder(path);
  for (const root of folder === undefined ? [] : workTreesAbove(folder)) {
    const status = await checkIgnore(root, join(folder ?? root, basename(path)));
    if (status !== undefined) return status === 'listed';
  }
  return false;
}

function realFolder(path: string): string | undefined {
  try {
    return realpathSync(dirname(path));
  } catch {
    return undefined;
  }
}

/** This folder and those above it that contain `.git`, either a folder or the file of a submodule. */
function workTreesAbove(folder: string): string[] {
  const above = dirname(folder) === folder ? [] : workTreesAbove(dirname(folder));
  return hasGit(folder) ? [folder, ...above] : above;
}

function hasGit(folder: string): boolean {
  try {
    return lstatSync(join(folder, '.git'), { throwIfNoEntry: false }) !== undefined;
  } catch {
    return false;
  }
}

/**
 * `git check-ignore` exits with 1 for a file that isn't ignored, and with 128 if it can't tell: not a repository, or its
 * index refers to an ignore file that a partial clone hasn't fetched. Without the index, it can tell.
 */
async function checkIgnore(root: string, path: string): Promise<'ignored' | 'listed' | undefined> {
  for (const mode of [[], ['--no-index']]) {
    const status = await runGit(root, ['check-ignore', '--quiet', ...mode, '--', path]);
    if (status === 0) return 'ignored';
    if (status === 1) return 'listed';
  }
  return undefined;
}

/**
 * Starts Git in the folder of Node. Windows searches the current folder first, and would otherwise run a git.exe beside
 * the user's file.
 */
async function runGit(root: string, words: readonly string[]): Promise<number | null> {
  const { runQuietly } = await import('./child-process.ts');
  const place = ['-C', root, `--git-dir=${join(root, '.git')}`, `--work-tree=${root}`];
  const settings = harmless.flatMap((setting) => ['-c', setting]);
  return runQuietly('git', [...place, ...settings, ...words], {
    cwd: dirname(process.execPath),
    env: gitEnvironment(process.env),
    timeoutMilliseconds: 5000,
  });
}

function gitEnvironment(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return { ...Object.fromEntries(inherited.map((name) => [name, env[name]])), ...offline };
}
