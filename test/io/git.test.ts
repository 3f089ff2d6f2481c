import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { delimiter, join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { isExposedToGit } from '../../src/io/git.ts';
import { temporaryFolder } from '../support/folder.ts';
import { hasProgram, onPosix, testWhere } from '../support/requirements.ts';

const withGit = testWhere(hasProgram('git', '--version'), 'git');
const asRoot = test.skipIf(process.getuid?.() !== 0);

afterEach(() => vi.unstubAllEnvs());

const identity = ['-c', 'user.name=a', '-c', 'user.email=a@example.com'];

function git(folder: string, ...words: readonly string[]): void {
  execFileSync('git', [...identity, ...words], { cwd: folder, stdio: 'ignore' });
}

/** A repository that ignores `*.env`. */
function workTree(folder = join(temporaryFolder(), 'tree')): string {
  mkdirSync(folder, { recursive: true });
  git(folder, 'init', '--quiet');
  writeFileSync(join(folder, '.gitignore'), '*.env\n');
  return folder;
}

/** Whether a file that isn't ignored is exposed, and whether an ignored one is. */
const both = async (folder: string): Promise<boolean[]> =>
  Promise.all([isExposedToGit(join(folder, 'a.json')), isExposedToGit(join(folder, 'a.env'))]);

const found = [true, false];

describe('a file that Git would commit is found', () => {
  withGit('in the folder of the file, with any name', async () => {
    const folder = workTree();
    expect(await both(folder)).toEqual(found);
    expect(await both(join(folder, '..'))).toEqual([false, false]);
    for (const name of ['-a.json', ':(top)a.json', 'b*.json', '!c.json'])
      expect([name, await isExposedToGit(join(folder, name))]).toEqual([name, true]);
    expect(await isExposedToGit(join(folder, ':(top)a.env'))).toBe(false);
    expect(await isExposedToGit(join(folder, 'missing', 'a.json'))).toBe(false);
  });

  withGit('in a subfolder, a submodule, a second work tree, and through a symbolic link', async () => {
    const folder = workTree();
    mkdirSync(join(folder, 'sub', 'deep'), { recursive: true });
    expect(await both(join(folder, 'sub', 'deep'))).toEqual(found);
    writeFileSync(join(folder, 'sub', '.gitignore'), '*.json\n');
    expect(await both(join(folder, 'sub', 'deep'))).toEqual([false, false]);
    git(folder, 'add', '.');
    git(folder, 'commit', '--quiet', '-m', 'x');
    git(folder, 'worktree', 'add', '--quiet', '../second');
    expect(await both(join(folder, '..', 'second'))).toEqual(found);
    if (process.platform === 'win32') return;
    const outside = temporaryFolder();
    symlinkSync(folder, join(outside, 'link'));
    expect(await both(join(outside, 'link'))).toEqual(found);
  });

  withGit("with a folder in between that isn't a repository", async () => {
    const folder = workTree();
    for (const make of [
      (path: string) => mkdirSync(path),
      (path: string) => writeFileSync(path, 'no git file'),
    ]) {
      const inner = join(folder, `inner${readdirSync(folder).length}`);
      mkdirSync(inner);
      make(join(inner, '.git'));
      expect(await both(inner)).toEqual(found);
    }
  });

  withGit('regardless of GIT_ variables', async () => {
    const folder = workTree();
    const elsewhere = workTree();
    writeFileSync(join(elsewhere, '.gitignore'), '*\n');
    for (const [name, value] of [
      ['GIT_DIR', join(elsewhere, '.git')],
      ['GIT_WORK_TREE', elsewhere],
      ['GIT_INDEX_FILE', join(elsewhere, 'no', 'index')],
      ['GIT_CEILING_DIRECTORIES', join(folder, '..')],
      ['GIT_CONFIG_COUNT', 'x'],
      ['GIT_CONFIG_PARAMETERS', `'core.excludesFile=${join(elsewhere, '.gitignore')}'`],
      ['GIT_OBJECT_DIRECTORY', join(elsewhere, 'no')],
      ['GIT_LITERAL_PATHSPECS', '1'],
      ['GIT_NAMESPACE', 'x'],
    ] as const) {
      vi.stubEnv(name, value);
      expect([name, ...(await both(folder))]).toEqual([name, ...found]);
      vi.unstubAllEnvs();
    }
  });

  asRoot("in another user's repository", async () => {
    const folder = workTree();
    for (const name of ['', '.git', '.git/config', '.git/HEAD']) chownSync(join(folder, name), 12345, 12345);
    expect(await both(folder)).toEqual(found);
  });
});

describe('nothing in the repository runs', () => {
  /** A program that leaves a trace. */
  function trap(): { command: string; wasRun: () => boolean } {
    const folder = temporaryFolder();
    const command = join(folder, 'trap');
    writeFileSync(command, `#!/bin/sh\necho "$0 $*" >> '${folder}/trace'\nexit 1\n`);
    chmodSync(command, 0o755);
    return { command, wasRun: () => existsSync(join(folder, 'trace')) };
  }

  /** A clone without the blob of an ignore file that is in its index. */
  function partialClone(): string {
    const source = workTree();
    mkdirSync(join(source, 'sub'));
    writeFileSync(join(source, 'sub', '.gitignore'), '*.key\n');
    git(source, 'add', '.');
    git(source, 'commit', '--quiet', '-m', 'x');
    git(source, 'config', 'uploadpack.allowFilter', 'true');
    const clone = join(source, '..', 'clone');
    git(join(source, '..'), 'clone', '-q', '--filter=blob:none', '--sparse', `file://${source}`, clone);
    mkdirSync(join(clone, 'sub'), { recursive: true });
    return clone;
  }

  const objects = (clone: string): number =>
    readdirSync(join(clone, '.git', 'objects'), { recursive: true }).length;

  withGit(
    'and nothing is fetched in a genuine partial clone, whose existing ignore files count',
    async () => {
      const clone = partialClone();
      const before = objects(clone);
      expect(await both(join(clone, 'sub'))).toEqual(found);
      expect(objects(clone)).toBe(before);
    },
  );

  onPosix.each([
    ['core.fsmonitor', 'x'],
    ['core.hooksPath', 'x'],
    ['core.pager', 'x'],
    ['pager.check-ignore', 'x'],
    ['core.editor', 'x'],
    ['core.askPass', 'x'],
    ['core.sshCommand', 'x'],
    ['core.gitProxy', 'x'],
    ['core.alternateRefsCommand', 'x'],
    ['credential.helper', '!x'],
    ['alias.check-ignore', '!x'],
    ['filter.trap.clean', 'x'],
    ['filter.trap.process', 'x'],
    ['diff.external', 'x'],
    ['gpg.program', 'x'],
    ['remote.origin.uploadpack', 'x'],
    ['remote.origin.url', 'ext::x'],
    ['remote.origin.proxy', 'x'],
    ['url.ext::x.insteadOf', 'file://'],
  ])('by %s = %s', async (key, value) => {
    const { command, wasRun } = trap();
    const clone = partialClone();
    for (const name of readdirSync(join(clone, '.git', 'hooks')))
      writeFileSync(join(clone, '.git', 'hooks', name), `#!/bin/sh\n${command}\n`);
    writeFileSync(join(clone, '.gitattributes'), '* filter=trap\n');
    git(clone, 'config', 'protocol.allow', 'always');
    git(clone, 'config', 'protocol.ext.allow', 'always');
    git(clone, 'config', key, value.replace(/x$/, command));
    expect(await both(join(clone, 'sub'))).toEqual(found);
    expect(wasRun()).toBe(false);
  });

  onPosix('by a nested folder that looks like a bare repository', async () => {
    const { command, wasRun } = trap();
    const folder = workTree();
    const bare = join(folder, 'inner');
    git(folder, 'init', '--quiet', '--bare', 'inner');
    git(bare, 'config', 'core.worktree', folder);
    git(bare, 'config', 'core.fsmonitor', command);
    expect(await both(bare)).toEqual(found);
    expect(wasRun()).toBe(false);
  });

  onPosix('and Git gets only the variables that it needs', async () => {
    const folder = workTree();
    const programs = temporaryFolder();
    writeFileSync(join(programs, 'git'), `#!/bin/sh\nenv > '${programs}/env'\nexit 1\n`);
    chmodSync(join(programs, 'git'), 0o755);
    vi.stubEnv('PATH', `${programs}${delimiter}${process.env.PATH}`);
    for (const name of ['ZI_OAUTH_CLIENT_SECRET', 'ZI_OAUTH_CODE_VERIFIER', 'OTHER_TOKEN', 'GIT_SSH_COMMAND'])
      vi.stubEnv(name, 'do-not-hand-on');
    expect(await isExposedToGit(join(folder, 'a.json'))).toBe(true);
    const environment = readFileSync(join(programs, 'env'), 'utf8');
    expect(environment).toContain('GIT_NO_LAZY_FETCH=1');
    expect(environment).not.toContain('do-not-hand-on');
  });
});

test('without Git, nothing is exposed', async () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, '.git'));
  vi.stubEnv('PATH', folder);
  expect(await isExposedToGit(join(folder, 'a.json'))).toBe(false);
});
