import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ctrlC, perform } from '../../support/context.ts';
import { temporaryFolder } from '../../support/folder.ts';
import { verifier } from '../../support/setup-fixture.ts';

const secret = 'aSecret_12345';

/** How `setup` reads a secret file with this content. */
async function read(content: string | Buffer, platform?: NodeJS.Platform) {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'secret.txt'), content);
  const args = [
    'setup',
    '--yes',
    '-r',
    'na',
    '-s',
    'company',
    '-f',
    'json',
    '--client-secret-file',
    'secret.txt',
  ];
  const { code, stdout, stderr } = await perform(args, { folder, ...(platform && { platform }) });
  return { code, stderr, secret: stdout === '' ? undefined : JSON.parse(stdout).clientSecret };
}

describe('a secret in a file', () => {
  test.each([secret, `${secret}\n`, `${secret}\r\n`, `\ufeff${secret}`, `\ufeff${secret}\r\n`])(
    '%j is read without byte order mark and line break',
    async (content) => {
      expect(await read(content)).toMatchObject({ code: 0, secret });
    },
  );

  test.each([
    ['the result of echo x >f in cmd', `${secret} \r\n`, 'trailing space'],
    ['a trailing space', `${secret} `, 'trailing space'],
    ['a trailing tab', `${secret}\t\n`, 'trailing space'],
    ['two line breaks', `${secret}\n\n`, 'more than one line break after the value'],
    ['an empty line after it', `${secret}\r\n \r\n`, 'more than one line break after the value'],
    ['an empty line before it', `\n${secret}\n`, 'begins with an empty line'],
    ['two lines', `${secret}\nmore`, 'more than one line. It must contain only the value'],
    ['a line break of old Macs', `${secret}\rmore`, 'more than one line'],
    ['nothing', '', 'is empty'],
    ['a line break', '\n', 'is empty'],
    ['a mark', '\ufeff', 'is empty'],
    ['a space', ' \r\n', 'is empty'],
    ['UTF-16', Buffer.from(`\ufeff${secret}\r\n`, 'utf16le'), 'UTF-16'],
    ['only the byte order mark of UTF-16', Buffer.from([0xff, 0xfe]), 'UTF-16'],
    ['UTF-16 in the other byte order', Buffer.from(`\ufeff${secret}`, 'utf16le').swap16(), 'UTF-16'],
    ['UTF-16 without any ASCII character', Buffer.from('\ufeff\u4e2d\u6587', 'utf16le'), 'UTF-16'],
    ['UTF-16 without a byte order mark', Buffer.from(secret, 'utf16le'), 'UTF-16'],
    ['more than 64 KiB', 'x'.repeat(64 * 1024 + 1), '64 KiB'],
    ['a leading space', ` ${secret}`, 'at position 1'],
    ['two marks', `\ufeff\ufeff${secret}`, 'byte order mark'],
  ])('with %s is rejected', async (_, content, words) => {
    const { code, stderr } = await read(content);
    expect(code).toBe(3);
    expect(stderr.replaceAll(/\s+/g, ' ')).toContain(words);
    expect(stderr).not.toContain(secret);
  });

  test('that is a folder is rejected', async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'secret'));
    const args = ['pkce', '--code-verifier-file', 'secret'];
    expect((await perform(args, { folder })).code).toBe(6);
  });
});

test.each<[NodeJS.Platform, boolean]>([
  ['win32', true],
  ['linux', false],
  ['darwin', false],
])('a trailing space on %s: cmd is named: %s', async (platform, isNamed) => {
  const { stderr } = await read(`${secret} \r\n`, platform);
  expect(stderr.includes('cmd')).toBe(isNamed);
});

describe('a secret from standard input at a terminal', () => {
  const answers = ['-r', 'na', '-s', 'company'];
  const readers = [
    ['setup', ...answers, '--client-secret-file'],
    ['setup', ...answers, '--code-verifier-file'],
    ['verify', '--client-secret-file'],
    ['verify', '--code-verifier-file'],
    ['pkce', '--code-verifier-file'],
  ];
  test.each(readers.flatMap((args) => ['-', '/dev/stdin'].map((path) => [[...args, path]])))(
    '%j is refused with ways that work',
    async (args) => {
      const { code, stdout, stderr } = await perform(args, { terminal: true, stdin: verifier });
      expect([code, stdout]).toEqual([2, '']);
      expect(stderr).toMatch(/Pipe it in, or specify a file\./);
      const folder = temporaryFolder();
      writeFileSync(join(folder, 'secret.txt'), verifier);
      const withFile = [...args.slice(0, -1), 'secret.txt'];
      const fromFile = await perform(withFile, { folder, terminal: true, replies: [ctrlC] });
      expect([fromFile.code, (await perform(args, { stdin: verifier })).code]).not.toContain(2);
    },
  );
});
