import { execFileSync, spawn } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import { renderJson } from '../../src/render/json.ts';
import { bareEnvironment, bin, endingOf, runBin } from '../support/bin.ts';
import { runBroken } from '../support/broken.ts';
import { temporaryFolder } from '../support/folder.ts';
import { installForEverybody } from '../support/installed.ts';
import { hasProgram, onPosix, privateMode, testWhere } from '../support/requirements.ts';
import { sampleSetup } from '../support/setup-fixture.ts';

const make = ['--yes', '-r', 'na', '-s', 'company', '-o', 'a.json'];
const modeOf = (path: string): string => (statSync(path).mode & 0o7777).toString(8);
const isRoot = process.getuid?.() === 0;

function runInShell(line: string, folder: string) {
  const child = spawn('sh', ['-c', line, process.execPath, bin], {
    cwd: folder,
    env: { ...bareEnvironment },
    stdio: 'pipe',
  });
  child.stdin.end();
  return endingOf(child);
}

describe('the mode of a written file', () => {
  onPosix.each(['000', '022', '077', '777'])('is 0600 with umask %s', async (mask) => {
    const folder = temporaryFolder();
    const { code } = await runInShell(`umask ${mask}; "$0" "$1" ${make.join(' ')}`, folder);
    expect(code).toBe(0);
    expect(modeOf(join(folder, 'a.json'))).toBe('600');
  });

  onPosix('is 0600 after replacing a 0644 file', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'a.json'), 'old', { mode: 0o644 });
    expect((await runBin([...make, '--force'], { cwd: folder })).code).toBe(0);
    expect(modeOf(join(folder, 'a.json'))).toBe('600');
    expect(readdirSync(folder)).toEqual(['a.json']);
  });
});

describe('a target is rejected with exit 6 and unchanged', () => {
  const refused = async (folder: string, name: string, says: string): Promise<void> => {
    const args = [...make.slice(0, -1), name, '--force', '--new-pkce', '-f', 'json'];
    const { code, stdout, stderr } = await runBin(args, { cwd: folder });
    expect([code, stdout, stderr]).toEqual([6, '', expect.stringContaining(says)]);
  };

  onPosix('when standard input reads it', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'a.json'), renderJson(sampleSetup()));
    const line = '"$0" "$1" show - -f env -o a.json --force < a.json';
    const { code, stdout, said } = await runInShell(line, folder);
    expect([code, stdout, said]).toEqual([6, '', expect.stringContaining('is the setup file itself')]);
  });

  onPosix('when it is a symbolic link', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'real'), 'precious');
    symlinkSync('real', join(folder, 'link'));
    symlinkSync('nowhere', join(folder, 'dangling'));
    await refused(folder, 'link', 'is a symbolic link');
    await refused(folder, 'dangling', 'is a symbolic link');
    expect(readFileSync(join(folder, 'real'), 'utf8')).toBe('precious');
    expect(lstatSync(join(folder, 'link')).isSymbolicLink()).toBe(true);
    expect(existsSync(join(folder, 'nowhere'))).toBe(false);
  });

  test('when it is a folder', async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'inner'));
    await refused(folder, 'inner', 'is a folder');
  });

  onPosix('when it is a FIFO or a device', async () => {
    const folder = temporaryFolder();
    execFileSync('mkfifo', [join(folder, 'fifo')]);
    await refused(folder, 'fifo', "isn't a regular file");
    await refused(folder, '/dev/null', "isn't a regular file");
  });

  test('when its folder is missing, or is a file', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'file'), '');
    await refused(folder, 'no/a.json', "folder no doesn't exist");
    await refused(folder, 'file/a.json', "isn't a folder");
  });

  test('when its name is too long', async () => {
    await refused(temporaryFolder(), `${'n'.repeat(300)}.json`, 'name is too long');
  });

  onPosix('when the folder is read-only', async () => {
    const program = installForEverybody();
    const folder = temporaryFolder();
    chmodSync(folder, 0o555);
    onTestFinished(() => chmodSync(folder, 0o755));
    const user = isRoot ? { uid: 65534, gid: 65534 } : {};
    const child = spawn(process.execPath, [program, ...make], {
      cwd: folder,
      env: { ...bareEnvironment },
      stdio: 'pipe',
      ...user,
    });
    child.stdin.end();
    const { code, stderr } = await endingOf(child);
    expect([code, stderr]).toEqual([6, expect.stringContaining('permission denied')]);
    expect(readdirSync(folder)).toEqual([]);
  });
});

const canMount = isRoot && process.platform === 'linux' && hasProgram('mount', '--version') && mounts();

function mounts(): boolean {
  const folder = temporaryTmpfs();
  folder?.unmount();
  return folder !== undefined;
}

function temporaryTmpfs(): { path: string; unmount: () => void } | undefined {
  const path = join(fileURLToPath(new URL('../..', import.meta.url)), 'node_modules', '.full-disk');
  mkdirSync(path, { recursive: true });
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=16k', 'tmpfs', path], { stdio: 'ignore' });
  } catch {
    return undefined;
  }
  return { path, unmount: () => execFileSync('umount', [path]) };
}

test.skipIf(!canMount)(
  'a full disk (if a small one can be mounted) keeps the old content and leaves no other file',
  async () => {
    const disk = temporaryTmpfs();
    if (disk === undefined) throw new Error('the disk could be mounted a moment ago');
    onTestFinished(disk.unmount);
    writeFileSync(join(disk.path, 'a.json'), 'old');
    writeFileSync(join(disk.path, 'filling'), Buffer.alloc(12 * 1024));
    const { code, stderr } = await runBin([...make, '--force'], { cwd: disk.path });
    expect([code, stderr]).toEqual([6, expect.stringContaining('no space left on the disk')]);
    expect(readFileSync(join(disk.path, 'a.json'), 'utf8')).toBe('old');
    expect(readdirSync(disk.path).sort()).toEqual(['a.json', 'filling']);
  },
);

test('of concurrent writers, one succeeds, the others exit with 6, and the file is complete', async () => {
  const folder = temporaryFolder();
  const endings = await Promise.all(Array.from({ length: 6 }, () => runBin(make, { cwd: folder })));
  expect(endings.map(({ code }) => code).sort()).toEqual([0, 6, 6, 6, 6, 6]);
  expect(readdirSync(folder)).toEqual(['a.json']);
  expect(JSON.parse(readFileSync(join(folder, 'a.json'), 'utf8'))).toMatchObject({ schemaVersion: 1 });
});

test.each(['fsyncSync:RACE:a.json', 'fsyncSync:RACE:a.json,linkSync:EPERM'])(
  "a file that appears during the write isn't replaced: %s",
  async (fault) => {
    const folder = temporaryFolder();
    const { code, stderr } = await runBroken(fault, make, folder);
    expect([code, stderr]).toEqual([6, expect.stringContaining('a.json already exists')]);
    expect(readFileSync(join(folder, 'a.json'), 'utf8')).toBe('the other writer');
    expect(readdirSync(folder)).toEqual(['a.json']);
  },
);

describe('kill -9', () => {
  onPosix.each([
    ['linkSync:before-KILL', [], 'nothing'],
    ['linkSync:KILL', [], 'new'],
    ['linkSync:EPERM,renameSync:before-KILL', [], ''],
    ['linkSync:EPERM,renameSync:KILL', [], 'new'],
    ['fsyncSync:before-KILL', [], 'nothing'],
    ['writeFileSync:before-KILL', [], 'nothing'],
    ['renameSync:before-KILL', ['--force'], 'old'],
    ['renameSync:KILL', ['--force'], 'new'],
    ['fsyncSync:before-KILL', ['--force'], 'old'],
  ])(
    'at %s %j keeps the old content (%s), and leaves at most one other file, with mode 0600',
    async (fault, flags, left) => {
      const folder = temporaryFolder();
      const target = join(folder, 'a.json');
      if (flags.length > 0) writeFileSync(target, 'old');
      const { signal } = await runBroken(fault, [...make, ...flags], folder);
      expect(signal).toBe('SIGKILL');
      const content = existsSync(target) ? readFileSync(target, 'utf8') : 'nothing';
      expect(left === 'new' ? JSON.parse(content).schemaVersion : content).toBe(left === 'new' ? 1 : left);
      const beside = readdirSync(folder).filter((name) => name !== 'a.json');
      expect(beside.length).toBeLessThanOrEqual(1);
      for (const name of beside)
        expect([name, modeOf(join(folder, name))]).toEqual([
          expect.stringMatching(/^\.zi-oauth-setup-[0-9a-f]{24}\.tmp$/),
          '600',
        ]);
    },
  );
});

describe('a failing system call', () => {
  const faults = ['openSync', 'fchmodSync', 'writeFileSync', 'fsyncSync', 'renameSync'].flatMap((call) =>
    ['EACCES', 'ENOSPC'].map((code) => `${call}:${code}`),
  );
  const rareFaults = ['writeFileSync:EIO', 'openSync:EROFS', 'openSync:ENAMETOOLONG', 'renameSync:EXDEV'];

  test('of any kind, anywhere during the write, exits with 6 and keeps the old content', async () => {
    for (const fault of [...faults, ...rareFaults]) {
      const folder = temporaryFolder();
      writeFileSync(join(folder, 'a.json'), 'old');
      const { code, stdout, stderr } = await runBroken(fault, [...make, '--force', '--new-pkce'], folder);
      expect([fault, code, stdout]).toEqual([fault, 6, '']);
      expect(stderr).toMatch(/^Error: a\.json couldn't be written: /);
      expect([fault, readdirSync(folder), readFileSync(join(folder, 'a.json'), 'utf8')]).toEqual([
        fault,
        ['a.json'],
        'old',
      ]);
    }
  });

  test('while a file is created without a link: no file remains', async () => {
    for (const call of ['openSync@2', 'closeSync@2', 'renameSync']) {
      const folder = temporaryFolder();
      const { code, stderr } = await runBroken(`linkSync:EPERM,${call}:ENOSPC`, make, folder);
      expect([call, code, readdirSync(folder)]).toEqual([call, 6, []]);
      expect(stderr).toMatch(/^Error: a\.json couldn't be written: /);
    }
  });

  test.each(['EPERM', 'ENOTSUP', 'EISDIR', 'UNKNOWN'])(
    'link (%s): creates the file exclusively instead',
    async (code) => {
      const folder = temporaryFolder();
      expect((await runBroken(`linkSync:${code}`, make, folder)).code).toBe(0);
      expect(readdirSync(folder)).toEqual(['a.json']);
      expect(modeOf(join(folder, 'a.json'))).toBe(privateMode);
      expect((await runBroken(`linkSync:${code}`, make, folder)).code).toBe(6);
    },
  );
});

describe('in a Git repository', () => {
  const withGit = testWhere(hasProgram('git', '--version'), 'git');
  const ignored = "is in a Git repository and isn't ignored";

  withGit("only a file that isn't ignored causes a warning", async () => {
    const folder = temporaryFolder();
    expect((await runBin([...make.slice(0, -1), 'outside.json'], { cwd: folder })).stderr).not.toContain(
      'Git',
    );
    execFileSync('git', ['init', '--quiet'], { cwd: folder });
    writeFileSync(join(folder, '.gitignore'), '*.env\n');
    expect((await runBin(make, { cwd: folder })).stderr).toContain(`a.json ${ignored}`);
    expect((await runBin([...make.slice(0, -1), 'a.env'], { cwd: folder })).stderr).not.toContain(ignored);
  });
});
