import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clipboardPrograms } from '../../src/io/clipboard-programs.ts';
import { findClipboard } from '../../src/io/find-clipboard.ts';
import { terminalCopy } from '../../src/io/terminal-copy.ts';
import { temporaryFolder } from '../support/folder.ts';
import { onPosix } from '../support/requirements.ts';

const terminal = () => new PassThrough() as unknown as NodeJS.WriteStream;

describe('the programs that can reach the clipboard', () => {
  test.each<[NodeJS.Platform, Record<string, string>, string[]]>([
    ['darwin', {}, ['pbcopy']],
    ['win32', { SYSTEMROOT: 'C:\\Windows' }, ['clip.exe']],
    ['linux', {}, []],
    ['linux', { DISPLAY: ':0' }, ['xclip -selection clipboard', 'xsel -bi']],
    ['linux', { WAYLAND_DISPLAY: 'wayland-0' }, ['wl-copy --type text/plain']],
    ['linux', { WSL_DISTRO_NAME: 'Ubuntu' }, ['clip.exe']],
    [
      'linux',
      { WSL_INTEROP: '/run/x', WAYLAND_DISPLAY: 'wayland-0', DISPLAY: ':0' },
      ['clip.exe', 'wl-copy --type text/plain', 'xclip -selection clipboard', 'xsel -bi'],
    ],
  ])('on %s with %j: %j', (platform, env, programs) => {
    const lines = clipboardPrograms(env, platform).map(({ command, words }) => [command, ...words].join(' '));
    expect(lines).toEqual(programs);
  });

  onPosix('the first installed one is used, and none in a relative folder', () => {
    const folder = temporaryFolder();
    const env = { DISPLAY: ':0', PATH: `.:${folder}` };
    expect(findClipboard(env, 'linux', terminal())).toBeUndefined();
    writeFileSync(join(folder, 'xsel'), '#!/bin/sh\n');
    expect(findClipboard(env, 'linux', terminal())).toBeUndefined();
    chmodSync(join(folder, 'xsel'), 0o755);
    expect(findClipboard(env, 'linux', terminal())?.program).toBe('xsel');
  });
});

onPosix("a program that the system can't start accepts no value", async () => {
  const folder = temporaryFolder();
  const path = join(folder, 'xclip');
  writeFileSync(path, `#!${path}\n`, { mode: 0o755 });
  const clipboard = findClipboard({ DISPLAY: ':0', PATH: folder }, 'linux', terminal());
  expect(await clipboard?.copy('a value')).toBe(false);
});

describe('the sequence for the terminal', () => {
  const encoded = (value: string): string => Buffer.from(value).toString('base64');

  test("over SSH, it's written to the terminal, even if a program is installed", async () => {
    const output = new PassThrough();
    const env = { SSH_CONNECTION: '10.0.0.1 1 10.0.0.2 22', DISPLAY: ':10' };
    const clipboard = findClipboard(env, 'darwin', output as unknown as NodeJS.WriteStream);
    expect([clipboard?.program, await clipboard?.copy('a value')]).toEqual([undefined, true]);
    expect(String(output.read())).toBe(`\x1b]52;c;${encoded('a value')}\x07`);
  });

  test("in tmux, it's sent both unchanged and wrapped with doubled escapes", () => {
    expect(terminalCopy('x', { TMUX: '/tmp/tmux' })).toBe(
      `\x1b]52;c;${encoded('x')}\x07\x1bPtmux;\x1b\x1b]52;c;${encoded('x')}\x07\x1b\\`,
    );
  });

  test("in screen, it's split into parts that screen passes on, and nothing is lost", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 3000 }), (value) => {
        const parts = terminalCopy(value, { STY: '1.pts' }).split('\x1b\\');
        expect(parts.pop()).toBe('');
        expect(parts.every((part) => part.startsWith('\x1bP') && part.length < 768)).toBe(true);
        expect(parts.map((part) => part.slice(2)).join('')).toBe(`\x1b]52;c;${encoded(value)}\x07`);
      }),
    );
  });
});
