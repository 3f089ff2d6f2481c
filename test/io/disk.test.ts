import {
  chmodSync,
  closeSync,
  linkSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { files } from '../../src/io/disk.ts';
import { temporaryFolder } from '../support/folder.ts';
import { failWith, replaceCall } from '../support/replaced-call.ts';
import { onPosix, testWhere } from '../support/requirements.ts';

const onLinux = testWhere(process.platform === 'linux', '/proc');

test('a file is read up to the limit, and rejected beyond it', async () => {
  const folder = temporaryFolder();
  for (const size of [0, 1023, 1024]) {
    writeFileSync(join(folder, 'a'), 'x'.repeat(size));
    expect((await files.read(join(folder, 'a'), 1024)).toString()).toBe('x'.repeat(size));
  }
  writeFileSync(join(folder, 'a'), 'x'.repeat(1025));
  await expect(files.read(join(folder, 'a'), 1024)).rejects.toMatchObject({
    kind: 'content',
    message: `${join(folder, 'a')} is too large (maximum 1 KiB).`,
  });
  await expect(files.read(folder, 1024)).rejects.toMatchObject({
    kind: 'file',
    message: expect.stringContaining(`${folder} is a folder.`),
  });
});

onPosix('an existing name is found, including a dangling link', () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'a'), '');
  symlinkSync('nowhere', join(folder, 'link'));
  expect(['a', 'link', 'b'].map((name) => files.exists(join(folder, name)))).toEqual([true, true, false]);
  expect(() => files.exists(join(folder, 'a', 'b'))).toThrow("isn't a folder");
});

describe('one file under two names', () => {
  test('is recognized in any spelling and through a hard link', () => {
    const folder = temporaryFolder();
    const path = join(folder, 'a');
    writeFileSync(path, 'x');
    writeFileSync(join(folder, 'copy'), 'x');
    linkSync(path, join(folder, 'hard'));
    const spellings = [path, join(folder, 'hard'), `${folder}/./a`, `${folder}/../${basename(folder)}/a`];
    for (const name of spellings) expect([name, files.isSame(path, name)]).toEqual([name, true]);
    for (const name of ['copy', 'missing', '.'])
      expect([name, files.isSame(path, join(folder, name))]).toEqual([name, false]);
    expect(files.isSame(folder, folder), 'a folder').toBe(false);
  });

  test('is recognized before it exists', () => {
    const folder = temporaryFolder();
    const path = join(folder, 'a');
    for (const name of ['a', './a', `../${basename(folder)}/a`])
      expect([name, files.isSame(path, `${folder}/${name}`)]).toEqual([name, true]);
    for (const name of ['b', 'a/a', 'missing/a'])
      expect([name, files.isSame(path, `${folder}/${name}`)]).toEqual([name, false]);
    const nowhere = join(folder, 'missing', 'a');
    expect(files.isSame(nowhere, nowhere), 'without its folder').toBe(false);
  });

  onPosix('is recognized through symbolic links', () => {
    const folder = temporaryFolder();
    const path = join(folder, 'a');
    writeFileSync(path, 'x');
    symlinkSync('a', join(folder, 'link'));
    symlinkSync('.', join(folder, 'here'));
    const names = ['link', 'here/a', 'here/link'];
    for (const name of names) expect([name, files.isSame(path, join(folder, name))]).toEqual([name, true]);
    rmSync(path);
    for (const name of names) expect([name, files.isSame(path, join(folder, name))]).toEqual([name, true]);
    symlinkSync('loop', join(folder, 'loop'));
    expect(files.isSame(join(folder, 'loop'), join(folder, 'loop'))).toBe(false);
  });

  onLinux("is recognized under the system's names of what is open", () => {
    const path = join(temporaryFolder(), 'a');
    const descriptor = openSync(path, 'w');
    const names = [`/dev/fd/${descriptor}`, `/proc/self/fd/${descriptor}`, `/proc/self/root${path}`];
    for (const name of names) expect([name, files.isSame(path, name)]).toEqual([name, true]);
    closeSync(descriptor);
  });
});

onPosix('a file created by appending is readable only by its owner', async () => {
  const path = join(temporaryFolder(), 'a');
  await files.append(path, '1\n');
  await files.append(path, '2\n');
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

onLinux('no file stays open', async () => {
  const folder = temporaryFolder();
  const open = () => readdirSync('/proc/self/fd').length;
  const before = open();
  for (let count = 0; count < 20; count += 1) {
    const path = join(folder, `${count}`);
    await files.write(path, 'x', { force: false });
    await files.write(path, 'y', { force: true });
    await files.append(path, 'z');
    await files.read(path, 10);
    await expect(files.read(path, 0)).rejects.toThrow('too large');
    await expect(files.read(folder, 10)).rejects.toThrow('folder');
  }
  replaceCall('linkSync', failWith('EPERM'));
  for (let count = 0; count < 20; count += 1)
    await files.write(join(folder, `x${count}`), 'x', { force: false });
  expect(open()).toBeLessThan(before + 10);
});

describe('appended text begins on a new line', () => {
  test.each([
    ['', '1\n'],
    ['before\n', 'before\n1\n'],
    ['before', 'before\n1\n'],
    ['a\r\n', 'a\r\n1\n'],
    ['a\n\n', 'a\n\n1\n'],
    ['caf\u00e9', 'caf\u00e9\n1\n'],
  ])('%j', async (before, after) => {
    const path = join(temporaryFolder(), 'a');
    writeFileSync(path, before);
    await files.append(path, '');
    expect(readFileSync(path, 'utf8')).toBe(before);
    await files.append(path, '1\n');
    expect(readFileSync(path, 'utf8')).toBe(after);
  });

  test("even if the end of the file can't be read", async () => {
    const path = join(temporaryFolder(), 'a');
    writeFileSync(path, 'before');
    replaceCall('readSync', failWith('EACCES'));
    await files.append(path, '1\n');
    expect(readFileSync(path, 'utf8')).toBe('before\n1\n');
  });
});

test('appended text can be removed again, unless more text follows it', async () => {
  const path = join(temporaryFolder(), 'a');
  writeFileSync(path, 'before');
  const remove = await files.append(path, '1\n');
  remove();
  expect(readFileSync(path, 'utf8')).toBe('before');
  const keep = await files.append(path, '2\n');
  await files.append(path, '3\n');
  keep();
  expect(readFileSync(path, 'utf8')).toBe('before\n2\n3\n');
});

test("nothing remains of text that can't be appended completely", async () => {
  const path = join(temporaryFolder(), 'a');
  writeFileSync(path, 'before\n');
  replaceCall('appendFileSync', (original) => (to, text) => {
    original(to, String(text).slice(0, 1));
    throw Object.assign(new Error(), { code: 'ENOSPC' });
  });
  await expect(files.append(path, '1\n')).rejects.toThrow(
    expect.objectContaining({
      kind: 'file',
      message: `${path} couldn't be written: no space left on the disk.`,
    }),
  );
  expect(readFileSync(path, 'utf8')).toBe('before\n');
});

onPosix("a device that isn't a terminal is read", async () => {
  expect(await files.read('/dev/null', 10)).toEqual(Buffer.from(''));
});

test("a file is written since the start if it's newer than this program, even if no clock is ahead", () => {
  const path = join(temporaryFolder(), 'a');
  writeFileSync(path, '');
  const at = (milliseconds: number): boolean => {
    utimesSync(path, new Date(), new Date(milliseconds));
    return files.isWrittenSinceStart(path);
  };
  expect(at(performance.timeOrigin - 1000)).toBe(false);
  expect(at(Date.now() - 5)).toBe(true);
  expect(at(Date.now() + 60_000)).toBe(false);
  expect(files.isWrittenSinceStart(`${path}.missing`)).toBe(false);
});
