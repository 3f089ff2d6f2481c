import { constants } from 'node:os';
import { getSystemErrorMap } from 'node:util';
import { describe, expect, test } from 'vitest';
import { fileFailure } from '../../src/io/system-errors.ts';

const messageOf = (code: string, errno?: number, platform: NodeJS.Platform = 'linux'): string =>
  fileFailure(Object.assign(new Error(), { code, errno }), "a.json couldn't be written", platform).message;

test.each([
  ['linux', "a.json couldn't be written: operation not permitted."],
  [
    'win32',
    "a.json couldn't be written: it is read-only, another program has it open, or permission is denied.",
  ],
] as const)('on %s EPERM has its own meaning', (platform, words) => {
  expect(messageOf('EPERM', undefined, platform)).toBe(words);
});

/** Errors of opening, reading, writing, syncing, linking, renaming, removing, and of network file systems. */
const plain = [
  ...['EACCES', 'EAGAIN', 'EBADMSG', 'EBUSY', 'ECONNRESET', 'EDEADLK', 'EDQUOT', 'EEXIST', 'EFBIG'],
  ...['EHOSTDOWN', 'EHOSTUNREACH', 'EILSEQ', 'EINTR', 'EINVAL', 'EIO', 'EISDIR', 'ELOOP', 'EMFILE', 'EMLINK'],
  ...['ENAMETOOLONG', 'ENETDOWN', 'ENETUNREACH', 'ENFILE', 'ENODEV', 'ENOENT', 'ENOLCK', 'ENOMEM', 'ENOSPC'],
  ...['ENOSYS', 'ENOTCONN', 'ENOTDIR', 'ENOTEMPTY', 'ENOTSUP', 'ENXIO', 'EOPNOTSUPP', 'EOVERFLOW', 'EPERM'],
  ...['EPIPE', 'EROFS', 'ESTALE', 'ETIMEDOUT', 'ETXTBSY', 'EXDEV'],
];

test.each(plain)('%s is explained', (code) => {
  expect(messageOf(code)).toMatch(/^a\.json couldn't be written: [a-z'\- ]+\.$/);
  expect(messageOf(code)).not.toContain('the system reports');
});

test.each([
  ['EWHATEVER', 'system error EWHATEVER'],
  [undefined, 'unknown error'],
])('%s is reported unchanged', (code, words) => {
  const error = Object.assign(new Error(), { code });
  expect(fileFailure(error, 'a.json').message).toBe(`a.json: ${words}.`);
});

describe('a number that Node has no name for', () => {
  const named = new Set([...getSystemErrorMap().keys()].map((errno) => -errno));
  const unnamed = Object.entries(constants.errno).filter(([, errno]) => !named.has(errno));

  test.skipIf(unnamed.length === 0).each(unnamed)(
    '%s (%i) is reported by name or in words',
    (name, errno) => {
      const message = messageOf(`Unknown system error -${errno}`, -errno);
      expect(message).not.toContain('Unknown');
      expect(message).toBe(messageOf(name));
    },
  );

  test.runIf(process.platform === 'linux').each([
    [122, 'quota'],
    [116, 'file server'],
    [117, 'damaged'],
    [121, 'disk'],
    [123, 'no disk'],
    [126, 'locked'],
  ])('%i on Linux', (errno, word) => {
    expect(messageOf(`Unknown system error -${errno}`, -errno)).toContain(word);
    expect(messageOf(`Unknown system error -${errno}`)).toContain(word);
  });
});
