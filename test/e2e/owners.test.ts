import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { renderJson } from '../../src/render/json.ts';
import { bareEnvironment, endingOf, runBin } from '../support/bin.ts';
import { runBroken } from '../support/broken.ts';
import { temporaryFolder } from '../support/folder.ts';
import { installForEverybody } from '../support/installed.ts';
import { onPosix } from '../support/requirements.ts';
import { sampleSetup } from '../support/setup-fixture.ts';

const asRoot = test.skipIf(process.getuid?.() !== 0);
const setup = renderJson(sampleSetup());

/** A setup file of a user without a name on this machine, in that user's folder. */
function ofAnother(mode = 0o600): { folder: string; path: string } {
  const folder = temporaryFolder();
  const path = join(folder, 'a.json');
  writeFileSync(path, setup);
  chmodSync(path, mode);
  chownSync(path, 12345, 54321);
  chownSync(folder, 12345, 54321);
  return { folder, path };
}

const access = (path: string): number[] => {
  const { uid, gid, mode } = statSync(path);
  return [uid, gid, mode & 0o777];
};

describe("root and another user's file", () => {
  asRoot.each([
    ['rotate', ['rotate', 'a.json']],
    ['rotate --undo', ['rotate', 'a.json', '--undo']],
    ['setup --from', ['setup', '--yes', '--from', 'a.json', '-o', 'a.json', '--force']],
    ['show', ['show', 'a.json', '-o', 'a.json', '--force']],
    ['setup --new-pkce', ['--yes', '-r', 'na', '-s', 'company', '-o', 'a.json', '--force', '--new-pkce']],
  ])('%s keeps its owner', async (name, args) => {
    const { folder, path } = ofAnother(0o644);
    if (name.endsWith('--undo')) {
      expect((await runBin(['rotate', path])).code).toBe(0);
      chmodSync(path, 0o644);
    }
    const { code, stderr } = await runBin(args, { cwd: folder });
    expect([code, access(path), readdirSync(folder)]).toEqual([0, [12345, 54321, 0o600], ['a.json']]);
    expect(stderr).not.toMatch(/you alone|Warning/);
  });

  asRoot("causes a warning if its owner can't be kept", async () => {
    for (const args of [
      ['rotate', 'a.json'],
      ['show', 'a.json', '-o', 'a.json', '--force'],
    ]) {
      const { folder, path } = ofAnother();
      const { code, stderr } = await runBroken('fchownSync:EPERM', args, folder);
      expect([code, access(path)]).toEqual([0, [0, 0, 0o600]]);
      expect(stderr).toContain('belonged to user ID 12345');
    }
  });

  asRoot.each([
    [0o600, 'pass'],
    [0o640, 'warn'],
    [0o644, 'warn'],
  ])(`with mode %o: verify names the owner and doesn't say "Only you"`, async (mode, status) => {
    const { path } = ofAnother(mode);
    const { stdout } = await runBin(['verify', path, '-f', 'json']);
    const check = JSON.parse(stdout).checks.find(({ id }: { id: string }) => id === 'file.permissions');
    expect(check).toMatchObject({ status, detail: expect.stringContaining('user ID 12345') });
    expect(check.detail).not.toContain('Only you');
  });
});

asRoot("replacing root's file as another user reports its former owner", async () => {
  const { folder, path } = ofAnother();
  chownSync(path, 0, 0);
  chmodSync(path, 0o644);
  const program = installForEverybody();
  const user = { uid: 12345, gid: 54321 };
  const child = spawn(process.execPath, [program, 'rotate', 'a.json'], {
    cwd: folder,
    env: { ...bareEnvironment },
    stdio: 'pipe',
    ...user,
  });
  child.stdin.end();
  const { code, stderr } = await endingOf(child);
  expect([code, access(path)]).toEqual([0, [12345, 54321, 0o600]]);
  expect(stderr).toContain('belonged to root');
});

describe('a file system without modes', () => {
  onPosix('is written to, with a warning', async () => {
    const folder = temporaryFolder();
    const make = ['--yes', '-r', 'na', '-s', 'company', '-o', 'a.json'];
    const { code, stderr } = await runBroken('fchmodSync:EPERM,linkSync:EPERM', make, folder);
    expect([code, stderr, readdirSync(folder)]).toEqual([
      0,
      expect.stringContaining('no permissions'),
      ['a.json'],
    ]);
    expect((await runBroken('fchmodSync:EPERM', ['rotate', 'a.json'], folder)).code).toBe(0);
  });
});

/** Mounts a file onto another one in the folder, as a container does; undefined if that isn't permitted. */
function mountFile(folder: string): string | undefined {
  const [source, target] = [join(folder, 'source.json'), join(folder, 'a.json')];
  for (const path of [source, target]) writeFileSync(path, setup, { mode: 0o600 });
  try {
    execFileSync('mount', ['--bind', source, target], { stdio: 'ignore' });
  } catch {
    return undefined;
  }
  onTestFinished(() => {
    execFileSync('umount', [target]);
  });
  return target;
}

asRoot('a bind-mounted file (if mounting is permitted) is reported with a fix', async () => {
  const folder = join(temporaryFolder(), 'mounts');
  mkdirSync(folder);
  const path = mountFile(folder);
  if (path === undefined) return;
  for (const args of [
    ['rotate', path],
    ['show', path, '-o', path, '--force'],
  ]) {
    const { code, stdout, stderr } = await runBin(args);
    expect([code, stdout]).toEqual([6, '']);
    expect(stderr).toMatch(/bind mount[\s\S]*Mount its folder/);
    expect(stderr).not.toContain('in use');
  }
  expect([readFileSync(path, 'utf8'), readdirSync(folder).sort()]).toEqual([
    setup,
    ['a.json', 'source.json'],
  ]);
});
