import { spawnSync } from 'node:child_process';
import fs, {
  chmodSync,
  chownSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { writeAtomically } from '../../src/io/atomic-write.ts';
import { files } from '../../src/io/disk.ts';
import { checkTarget } from '../../src/io/write-target.ts';
import { lockPath } from '../../src/io/writer-lock.ts';
import { temporaryFolder } from '../support/folder.ts';
import { actBefore, failWith, replaceCall } from '../support/replaced-call.ts';
import { onPosix, onWindows } from '../support/requirements.ts';

const asRoot = test.skipIf(process.getuid?.() !== 0);

function savedFile(content = 'old'): string {
  const path = join(temporaryFolder(), 'a.json');
  writeFileSync(path, content, { mode: 0o600 });
  return path;
}

const besides = (path: string): string[] => readdirSync(join(path, '..')).filter((name) => name !== 'a.json');

/** Removes temporary files, like another writer. Nothing can remove a lock. */
const removeBesides = (path: string): void => {
  for (const name of besides(path).filter((each) => each.endsWith('.tmp'))) rmSync(join(path, '..', name));
};

test('a hard link keeps the old content, and is reported', () => {
  const path = savedFile();
  const other = `${path}.other`;
  linkSync(path, other);
  expect(writeAtomically(path, 'new', { force: true })).toEqual({ hasOtherNames: true });
  expect([readFileSync(path, 'utf8'), readFileSync(other, 'utf8')]).toEqual(['new', 'old']);
  expect(writeAtomically(path, 'newer', { force: true })).toEqual({});
});

test("a temporary file that remained isn't reported as a hard link", () => {
  const path = join(temporaryFolder(), 'a.json');
  let isBroken = true;
  const fail = failWith('EBADF')();
  replaceCall('unlinkSync', (original) => (file) => (isBroken ? fail() : original(file)));
  expect(writeAtomically(path, 'old', { force: false })).toHaveProperty('leftBehind');
  isBroken = false;
  expect(statSync(path).nlink).toBe(2);
  expect(writeAtomically(path, 'new', { force: true })).toEqual({});
});

describe('the owner and group of a replaced file', () => {
  asRoot.each([
    [12345, 54321, 0o600],
    [12345, 0, 0o644],
    [0, 54321, 0o000],
  ])('%i and %i are kept, and the mode becomes 0600', (uid, gid, mode) => {
    const path = savedFile();
    chownSync(path, uid, gid);
    chmodSync(path, mode);
    expect(writeAtomically(path, 'new', { force: true })).toEqual({});
    const stats = statSync(path);
    expect([stats.uid, stats.gid, stats.mode & 0o777]).toEqual([uid, gid, 0o600]);
  });

  asRoot.each(['EPERM', 'EINVAL', 'ENOTSUP', 'EIO'])('are reported if %s prevents keeping them', (code) => {
    const path = savedFile();
    chownSync(path, 12345, 54321);
    replaceCall('fchownSync', failWith(code));
    expect(writeAtomically(path, 'new', { force: true })).toEqual({ lostOwner: 'user ID 12345' });
    expect([readFileSync(path, 'utf8'), statSync(path).uid]).toEqual(['new', 0]);
  });

  asRoot("are kept as far as possible: the group, if the owner can't be", () => {
    const path = savedFile();
    chownSync(path, 12345, 54321);
    replaceCall('fchownSync', (original) => (file, uid, gid) => {
      if (uid === 12345) throw Object.assign(new Error(), { code: 'EPERM' });
      return original(file, uid, gid);
    });
    expect(writeAtomically(path, 'new', { force: true })).toEqual({ lostOwner: 'user ID 12345' });
    expect([statSync(path).uid, statSync(path).gid]).toEqual([0, 54321]);
  });

  asRoot('are reported by name if the system knows it', () => {
    const path = savedFile();
    const [, uid] = /^daemon:[^:]*:(\d+):/m.exec(readFileSync('/etc/passwd', 'utf8')) ?? [];
    if (uid === undefined) return;
    chownSync(path, Number(uid), 0);
    expect(files.otherOwner(path)).toBe('daemon');
    chownSync(path, 12345, 0);
    expect(files.otherOwner(path)).toBe('user ID 12345');
    chownSync(path, 0, 12345);
    expect(files.otherOwner(path)).toBeUndefined();
  });

  onPosix('of a new file are those of the current user', () => {
    const path = savedFile();
    expect([files.otherOwner(path), files.otherOwner(`${path}.missing`)]).toEqual([undefined, undefined]);
  });
});

describe('a file system without modes', () => {
  test.each(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'EINVAL', 'ENOSYS'])(
    'that responds with %s is still written to, and reported',
    (code) => {
      replaceCall('fchmodSync', failWith(code));
      const path = savedFile();
      expect(writeAtomically(path, 'new', { force: true })).toEqual({ withoutModes: true });
      expect(writeAtomically(`${path}2.json`, 'new', { force: false })).toEqual({ withoutModes: true });
      expect(readFileSync(path, 'utf8')).toBe('new');
    },
  );

  onPosix("that fails for another reason isn't written to", () => {
    replaceCall('fchmodSync', failWith('EIO'));
    const path = savedFile();
    expect(() => writeAtomically(path, 'new', { force: true })).toThrow('disk error');
    expect([readFileSync(path, 'utf8'), besides(path)]).toEqual(['old', []]);
  });

  test('may have no links either', () => {
    replaceCall('fchmodSync', failWith('EPERM'));
    replaceCall('linkSync', failWith('EPERM'));
    const path = join(temporaryFolder(), 'a.json');
    expect(writeAtomically(path, 'new', { force: false })).toEqual({ withoutModes: true });
    expect([readFileSync(path, 'utf8'), besides(path)]).toEqual(['new', []]);
  });
});

onPosix.each(['EBUSY', 'EXDEV'])(
  "a file that can't be replaced (%s) is reported with its kind and what to do",
  (code) => {
    const path = savedFile();
    replaceCall('renameSync', failWith(code));
    expect(() => writeAtomically(path, 'new', { force: true })).toThrow(
      expect.objectContaining({
        kind: 'file',
        message: expect.stringContaining('bind mount'),
        details: [expect.stringContaining('Mount its folder')],
      }),
    );
    expect([readFileSync(path, 'utf8'), besides(path)]).toEqual(['old', []]);
  },
);

test('an exceeded quota is explained', () => {
  replaceCall('renameSync', failWith('Unknown system error -122', -122));
  if (process.platform !== 'linux') return;
  expect(() => writeAtomically(savedFile(), 'new', { force: true })).toThrow('quota');
});

describe('a cleanup that fails after the target is complete', () => {
  test("isn't an error, and the remaining file is reported", () => {
    const path = join(temporaryFolder(), 'a.json');
    replaceCall('unlinkSync', failWith('EBADF'));
    const { leftBehind = '' } = writeAtomically(path, 'new', { force: false });
    expect(readFileSync(path, 'utf8')).toBe('new');
    expect(besides(path)).toEqual([leftBehind.slice(leftBehind.lastIndexOf('.zi'))]);
  });

  onPosix("doesn't hide that the disk has no modes", () => {
    replaceCall('fchmodSync', failWith('EPERM'));
    replaceCall('unlinkSync', failWith('EBADF'));
    const written = writeAtomically(join(temporaryFolder(), 'a.json'), 'new', { force: false });
    expect(written).toEqual({ withoutModes: true, leftBehind: expect.any(String) });
  });
});

onPosix('a name that was reserved for a move is free again if the move fails', () => {
  const path = join(temporaryFolder(), 'a.json');
  replaceCall('linkSync', failWith('EPERM'));
  replaceCall('renameSync', failWith('EIO'));
  expect(() => writeAtomically(path, 'new', { force: false })).toThrow('disk error');
  expect(readdirSync(join(path, '..'))).toEqual([]);
});

test.each([
  ['renameSync', true],
  ['linkSync', false],
] as const)('a temporary file that remains after a failed %s is reported', (call, force) => {
  const path = force ? savedFile() : join(temporaryFolder(), 'a.json');
  replaceCall(call, failWith('EIO'));
  replaceCall('renameSync', failWith('EIO'));
  replaceCall('unlinkSync', failWith('EPERM'));
  const names = expect.stringMatching(/^Delete .*[\\/]\.zi-oauth-setup-\w+\.tmp\. It contains secrets/);
  expect(() => writeAtomically(path, 'new', { force })).toThrow(
    expect.objectContaining({ message: expect.stringContaining('disk error'), details: [names] }),
  );
});

describe('the remains of a crash', () => {
  /** What a crash while writing this file leaves behind. */
  const leftover = (path: string): string => {
    const names: string[] = [];
    replaceCall('renameSync', (original) => (from, to) => {
      names.push(from);
      return original(from, to);
    });
    writeAtomically(path, 'old', { force: true });
    const [name = ''] = names;
    writeFileSync(name, 'half', { mode: 0o600 });
    return name;
  };

  test.each([true, false])("don't block a later run, which removes them (force: %s)", (force) => {
    const path = savedFile();
    leftover(path);
    expect(besides(path)).toHaveLength(1);
    if (!force) fs.unlinkSync(path);
    writeAtomically(path, 'new', { force });
    expect([readFileSync(path, 'utf8'), besides(path)]).toEqual(['new', []]);
  });

  test.each([
    ['a.json', './a.json'],
    ['a.json', 'A.JSON'],
    ['caf\u00e9.json', 'cafe\u0301.json'],
  ])('of %j are those of %j', (one, other) => {
    const folder = temporaryFolder();
    const left = leftover(`${folder}/${one}`);
    writeAtomically(`${folder}/${other}`, 'new', { force: true });
    expect(readdirSync(folder).filter((name) => left.endsWith(name))).toEqual([]);
  });

  test("in a folder that can't be listed don't block it", () => {
    const path = savedFile();
    replaceCall('readdirSync', failWith('EACCES'));
    writeAtomically(path, 'new', { force: true });
    expect(readFileSync(path, 'utf8')).toBe('new');
  });

  test('of another file are kept', () => {
    const path = savedFile();
    const other = leftover(join(path, '..', 'b.json'));
    writeAtomically(path, 'new', { force: true });
    expect(readFileSync(other, 'utf8')).toBe('half');
  });

  test.each(['EPERM', 'EACCES', 'EBUSY'])("that can't be removed (%s) don't block it either", (code) => {
    const path = savedFile();
    const left = leftover(path);
    replaceCall('unlinkSync', (original) => (name) => {
      if (name === left) throw Object.assign(new Error(), { code });
      return original(name);
    });
    writeAtomically(path, 'new', { force: true });
    expect(readFileSync(path, 'utf8')).toBe('new');
  });
});

describe('of two writers', () => {
  test.each([
    ['renameSync', { force: true }],
    ['linkSync', { force: false }],
  ] as const)('one whose temporary file is removed at %s tries again', (call, options) => {
    const path = options.force ? savedFile() : join(temporaryFolder(), 'a.json');
    actBefore(call, () => removeBesides(path));
    writeAtomically(path, 'new', options);
    expect([readFileSync(path, 'utf8'), besides(path)]).toEqual(['new', []]);
  });

  test('one that reserved a name keeps what the other one writes there', () => {
    const path = join(temporaryFolder(), 'a.json');
    replaceCall('linkSync', failWith('EPERM'));
    actBefore('renameSync', () => {
      removeBesides(path);
      writeFileSync(path, 'of the other writer');
    });
    expect(() => writeAtomically(path, 'new', { force: false })).toThrow('already exists');
    expect([readFileSync(path, 'utf8'), besides(path)]).toEqual(['of the other writer', []]);
  });

  test.each([
    ['with a guard', { force: true, guard: () => {} }],
    ['without one', { force: true }],
  ])("one that finds the target changed doesn't overwrite it, %s", (_, options) => {
    const path = savedFile();
    actBefore('readdirSync', () => writeFileSync(path, 'of the other writer'));
    expect(() => writeAtomically(path, 'new', options)).toThrow('changed by another program');
    expect([readFileSync(path, 'utf8'), besides(path)]).toEqual(['of the other writer', []]);
  });

  test.each([
    ['of the same size', 'own', 0],
    ['at the same time', 'of the other writer', 1],
  ])("one that finds the target changed %s doesn't overwrite it", (_, content, isSameTime) => {
    const path = savedFile();
    const { atime, mtime } = statSync(path);
    utimesSync(path, atime, mtime);
    actBefore('readdirSync', () => {
      writeFileSync(path, content);
      utimesSync(path, atime, isSameTime ? mtime : new Date(mtime.getTime() + 1));
    });
    expect(() => writeAtomically(path, 'new', { force: true })).toThrow('changed by another program');
    expect(readFileSync(path, 'utf8')).toBe(content);
  });

  onPosix('one whose reserved name and temporary file are removed tries again', () => {
    const path = join(temporaryFolder(), 'a.json');
    replaceCall('linkSync', failWith('EPERM'));
    actBefore('renameSync', () => {
      removeBesides(path);
      rmSync(path);
    });
    writeAtomically(path, 'new', { force: false });
    expect([readFileSync(path, 'utf8'), besides(path)]).toEqual(['new', []]);
  });

  test("one that finds a new target doesn't overwrite it", () => {
    const path = join(temporaryFolder(), 'a.json');
    actBefore('readdirSync', () => writeFileSync(path, 'of the other writer'));
    expect(() => writeAtomically(path, 'new', { force: true })).toThrow('changed by another program');
    expect(readFileSync(path, 'utf8')).toBe('of the other writer');
  });

  test('one whose temporary file keeps being removed gives up', () => {
    const path = savedFile();
    replaceCall('renameSync', failWith('ENOENT'));
    expect(() => writeAtomically(path, 'new', { force: true })).toThrow('other runs');
    expect([readFileSync(path, 'utf8'), besides(path)]).toEqual(['old', []]);
  });
});

describe('on Windows', () => {
  /** Keeps another writer's lock until this one has waited a number of times. */
  function holdLock(path: string, waits: number): void {
    const lock = fs.openSync(lockPath(path), fs.constants.O_CREAT | 0x1000_0000);
    const { wait } = Atomics;
    let waited = 0;
    const release = vi.spyOn(Atomics, 'wait').mockImplementation((...words: Parameters<typeof wait>) => {
      waited += 1;
      if (waited === waits) fs.closeSync(lock);
      return wait(...words);
    });
    onTestFinished(() => {
      release.mockRestore();
      if (waited < waits) fs.closeSync(lock);
    });
  }

  onWindows.each([true, false])('a writer waits for another (force: %s)', (force) => {
    const path = force ? savedFile() : join(temporaryFolder(), 'a.json');
    holdLock(path, 3);
    writeAtomically(path, 'new', { force });
    expect([readFileSync(path, 'utf8'), besides(path)]).toEqual(['new', []]);
  });

  onWindows('one that waits for too long gives up', () => {
    const path = savedFile();
    holdLock(path, Number.POSITIVE_INFINITY);
    expect(() => writeAtomically(path, 'new', { force: true })).toThrow('other runs');
    expect([readFileSync(path, 'utf8'), besides(path)]).toEqual(['old', [basename(lockPath(path))]]);
  });

  onWindows("a program that has the target open and then changes it isn't overwritten", () => {
    const path = savedFile();
    actBefore('renameSync', () => {
      writeFileSync(path, 'of the other program');
      failWith('EBUSY')()();
    });
    expect(() => writeAtomically(path, 'new', { force: true })).toThrow('changed by another program');
    expect([readFileSync(path, 'utf8'), besides(path)]).toEqual(['of the other program', []]);
  });
});

describe('a new file', () => {
  const newPath = (): string => join(temporaryFolder(), 'a.json');
  const exists = (path: string) => ({
    kind: 'file',
    message: `${path} already exists.`,
    details: ['Use --force to overwrite it, or specify another path.'],
  });

  test.each(['with links', 'without links'])(
    "doesn't overwrite one that appears meanwhile, on a disk %s",
    (links) => {
      const path = newPath();
      if (links === 'without links') replaceCall('linkSync', failWith('EPERM'));
      actBefore('linkSync', () => writeFileSync(path, 'of the other writer'));
      expect(() => writeAtomically(path, 'new', { force: false })).toThrow(
        expect.objectContaining(exists(path)),
      );
      expect([readFileSync(path, 'utf8'), besides(path)]).toEqual(['of the other writer', []]);
    },
  );

  test('is complete even if another writer removes its temporary file', () => {
    const path = newPath();
    actBefore('unlinkSync', () => removeBesides(path));
    expect(writeAtomically(path, 'new', { force: false })).toEqual({});
    expect([readFileSync(path, 'utf8'), besides(path)]).toEqual(['new', []]);
  });
});

test.each([
  ['linkSync', false],
  ['renameSync', true],
] as const)('content is on disk before %s gives it its name', (name, force) => {
  const order: string[] = [];
  for (const call of ['fsyncSync', name] as const)
    replaceCall(call, (original) => (...words) => {
      order.push(call);
      return (original as (...all: unknown[]) => unknown)(...words);
    });
  writeAtomically(join(temporaryFolder(), 'a.json'), 'new', { force });
  expect(order.slice(0, 2)).toEqual(['fsyncSync', name]);
});

describe("a target that can't be written", () => {
  const specify = ['Specify another path.'];

  onPosix.each([
    ['a.json', false, ' already exists.', ['Use --force to overwrite it, or specify another path.']],
    ['link', true, ' is a symbolic link. Specify the file itself.', []],
    ['folder', true, ' is a folder. Specify a file.', []],
    ['fifo', true, " isn't a regular file. Specify another path.", []],
    ['a.json/b', true, " couldn't be written: part of the path isn't a folder.", []],
    ['missing/b', true, "/missing doesn't exist.", specify],
  ])('%s is rejected with the reason, before and during the write', (name, force, says, details) => {
    const folder = join(savedFile(), '..');
    mkdirSync(join(folder, 'folder'));
    symlinkSync('a.json', join(folder, 'link'));
    spawnSync('mkfifo', [join(folder, 'fifo')]);
    const names = readdirSync(folder);
    for (const attempt of [
      checkTarget,
      (...[path, options]: Parameters<typeof checkTarget>) => writeAtomically(path, 'new', options),
    ]) {
      const refusal = { kind: 'file', message: expect.stringContaining(says), details };
      expect(() => attempt(join(folder, name), { force })).toThrow(expect.objectContaining(refusal));
    }
    expect([readdirSync(folder), readFileSync(join(folder, 'a.json'), 'utf8')]).toEqual([names, 'old']);
  });
});

describe("a target that isn't read in full", () => {
  test('is larger than any setup: only its beginning is read', () => {
    const path = savedFile();
    truncateSync(path, 3 * 1024 * 1024 * 1024);
    const lengths: number[] = [];
    const guard = (existing: Buffer): void => void lengths.push(existing.length);
    checkTarget(path, { force: true, guard });
    expect(lengths).toEqual([1024 * 1024]);
  });

  onPosix.each(['fifo', 'folder', '/dev/zero'])("is a %s: it's rejected immediately", (kind) => {
    const folder = temporaryFolder();
    const path = kind.startsWith('/') ? kind : join(folder, kind);
    if (kind === 'fifo') spawnSync('mkfifo', [path]);
    if (kind === 'folder') mkdirSync(path);
    const guard = (): never => {
      throw new Error('was read');
    };
    expect(() => checkTarget(path, { force: true, guard })).toThrow(/isn't a regular file|is a folder/);
  });

  test("can't be guarded, so it isn't overwritten", () => {
    const path = savedFile();
    replaceCall('readFileSync', failWith('EACCES'));
    expect(() => writeAtomically(path, 'new', { force: true, guard: () => {} })).toThrow(
      "couldn't be read before replacing it",
    );
    expect(statSync(path).size).toBe(3);
  });
});
