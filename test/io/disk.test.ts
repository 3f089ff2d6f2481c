import { execFileSync } from 'node:child_process';
import fs, {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { files } from '../../src/io/disk.ts';
import { temporaryFolder } from '../support/folder.ts';
import { hasProgram, onPosix, testWhere } from '../support/requirements.ts';

const onLinux = testWhere(process.platform === 'linux', '/proc');
const withGit = testWhere(hasProgram('git', '--version'), 'git');

test('a file is read up to the limit, and refused beyond it', async () => {
  const folder = temporaryFolder();
  for (const size of [0, 1023, 1024]) {
    writeFileSync(join(folder, 'a'), 'x'.repeat(size));
    expect((await files.read(join(folder, 'a'), 1024)).toString()).toBe('x'.repeat(size));
  }
  writeFileSync(join(folder, 'a'), 'x'.repeat(1025));
  await expect(files.read(join(folder, 'a'), 1024)).rejects.toMatchObject({
    kind: 'content',
    message: `${join(folder, 'a')} is larger than 1 KiB.`,
  });
  await expect(files.read(folder, 1024)).rejects.toMatchObject({
    kind: 'file',
    message: `${folder} is a folder.`,
  });
});

onPosix('what is there is found, be it a link that leads nowhere', () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'a'), '');
  symlinkSync('nowhere', join(folder, 'link'));
  expect(['a', 'link', 'b'].map((name) => files.exists(join(folder, name)))).toEqual([true, true, false]);
  expect(() => files.exists(join(folder, 'a', 'b'))).toThrow('not a folder');
});

onPosix('what is appended to a new file is for its owner alone', () => {
  const path = join(temporaryFolder(), 'a');
  files.append(path, '1\n');
  files.append(path, '2\n');
  expect(readFileSync(path, 'utf8')).toBe('1\n2\n');
  expect((statSync(path).mode & 0o777).toString(8)).toBe('600');
});

onPosix('whether others can read a file', () => {
  const folder = temporaryFolder();
  const path = join(folder, 'a');
  writeFileSync(path, '');
  const readable = (mode: number) => {
    chmodSync(path, mode);
    return files.isReadableByOthers(path);
  };
  expect([0o600, 0o622, 0o711].map(readable)).toEqual([false, false, false]);
  expect([0o640, 0o604, 0o644].map(readable)).toEqual([true, true, true]);
  expect([folder, join(folder, 'missing'), '/dev/null'].map(files.isReadableByOthers)).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});

withGit('git sees a file that it does not ignore, in the folder of the file', async () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'tree'));
  const exposed = (...parts: string[]) => files.isExposedToGit(join(folder, ...parts));
  expect(await exposed('tree', 'a.json')).toBe(false);
  execFileSync('git', ['init', '--quiet'], { cwd: join(folder, 'tree') });
  writeFileSync(join(folder, 'tree', '.gitignore'), '*.env\n');
  expect(await exposed('tree', 'a.json')).toBe(true);
  expect(await exposed('tree', '-a.json')).toBe(true);
  expect(await exposed('tree', 'a.env')).toBe(false);
  expect(await exposed('a.json')).toBe(false);
});

onLinux('no file stays open', async () => {
  const folder = temporaryFolder();
  const open = () => readdirSync('/proc/self/fd').length;
  const before = open();
  for (let count = 0; count < 20; count += 1) {
    const path = join(folder, `${count}`);
    files.write(path, 'x', { force: false });
    files.write(path, 'y', { force: true });
    await files.read(path, 10);
    await expect(files.read(path, 0)).rejects.toThrow('larger');
    await expect(files.read(folder, 10)).rejects.toThrow('folder');
  }
  expect(open()).toBeLessThan(before + 10);
});

test('a file that cannot be read is not replaced where something in it is to be kept', () => {
  const path = join(temporaryFolder(), 'a');
  writeFileSync(path, 'old');
  const guard = () => {};
  const read = fs.readFileSync;
  fs.readFileSync = () => {
    throw Object.assign(new Error('broken on purpose'), { code: 'EACCES' });
  };
  syncBuiltinESMExports();
  try {
    expect(() => files.write(path, 'new', { force: true, guard })).toThrow(
      'could not be read before replacing it',
    );
  } finally {
    fs.readFileSync = read;
    syncBuiltinESMExports();
  }
  expect(readFileSync(path, 'utf8')).toBe('old');
  files.write(path, 'new', { force: true, guard });
  expect(readFileSync(path, 'utf8')).toBe('new');
});
