import { lstatSync, realpathSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** What Git needs to find its own settings and the user's. Nothing else goes to it: no secret, no `GIT_*`. */
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

/** A partial clone would fetch what it lacks, with whatever program its configuration names for that. */
const offline = { GIT_ALLOW_PROTOCOL: 'none', GIT_NO_LAZY_FETCH: '1', GIT_TERMINAL_PROMPT: '0' };

/** Settings of the repository that would start a program. */
const harmless = ['core.fsmonitor=false', 'core.hooksPath=/dev/null', 'protocol.allow=never'];

/**
 * Whether Git would take the file into a commit; false where that cannot be known. The repository is named to Git
 * instead of being searched for: so it may belong to another user, and a folder that only looks like a repository is
 * not taken for one.
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

/** The folders from here up that have a `.git`, be it a folder or the file of a submodule. */
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
 * `git check-ignore` ends with 1 for a file that it does not ignore, and with 128 where it cannot tell: not a
 * repository, or its index names an ignore file that a partial clone has not fetched. Without the index it can.
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
 * It is started in the folder of Node itself: Windows looks there first, so a git.exe beside the user's file would be
 * run instead.
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
