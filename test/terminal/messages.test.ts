import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { reportOutcome } from '../../src/cli/outcome.ts';
import type { Context } from '../../src/context/context.ts';
import { Failure, Interruption } from '../../src/errors.ts';
import type { Line } from '../../src/message.ts';
import { renderJson } from '../../src/render/json.ts';
import { fail, success, tell, warn } from '../../src/terminal/log.ts';
import type { Output } from '../../src/terminal/output.ts';
import { noPaint } from '../../src/terminal/style.ts';
import { asciiSymbols } from '../../src/terminal/symbols.ts';
import { ctrlC, perform, type StageOptions, servedUrl } from '../support/context.ts';
import { temporaryFolder } from '../support/folder.ts';
import { sampleSetup } from '../support/setup-fixture.ts';

const widths = [20, 33, 40, 60, 80, 120];
const wide = 1000;

/** Every kind of message on standard error, except tables. */
const scenes: readonly [kind: string, args: readonly string[], options?: StageOptions][] = [
  ['an unknown option', ['verify', '--onlin']],
  ['an option of another command', ['setup', '--count', '2']],
  ['an unknown command', ['verifi']],
  ['a command after options', ['-y', 'pkce']],
  ['a command that needs a file', ['rotate']],
  ['a rejected value', ['-r', 'mars', '-s', 'all', '-y']],
  ['missing answers', ['-y']],
  ['missing answers, under npx', ['-y', '--name', "it's mine"], { env: { npm_command: 'exec' } }],
  ['nothing to verify', ['verify']],
  ['an option that contradicts another', ['pkce', '--count', '3', '--github-output']],
  ['a missing file', ['show', 'a folder/my own setup file.json'], { folder: '.' }],
  ['the same, from an option', ['--from=a folder/my own setup file.json'], { folder: '.' }],
  ["a file that isn't a setup", ['show', 'my broken setup file.json']],
  ['a file of a newer version', ['show', 'my newer setup file.json']],
  ['a file that already exists', ['-y', '-r', 'na', '-s', 'all', '-o', 'my own setup file.json']],
  ['a pair that would be lost', ['-y', '-r', 'na', '-s', 'all', '--force', '-o', 'my own setup file.json']],
  ['a saved file', ['-y', '-r', 'na', '-s', 'all', '-o', 'a new setup file.json']],
  ['a file that Git sees', ['-y', '-r', 'na', '-s', 'all', '-o', 'seen/a new setup file.json']],
  [
    'warnings',
    ['-y', '-r', 'na', '-s', 'company,api:data:companies', '--client-id', 'YOUR_CLIENT_IDS', '-f', 'json'],
  ],
  ['an inconsistent setup', ['show', 'my odd setup file.json', '-f', 'json']],
  ['a rotation', ['rotate', 'my own setup file.json']],
  [
    'a rotation, under pnpm dlx',
    ['rotate', 'my own setup file.json'],
    { env: { npm_command: 'dlx', npm_config_user_agent: 'pnpm/12' } },
  ],
  ['a rotation at a terminal', ['rotate', 'my own setup file.json'], { terminal: true }],
  ['a dry run of a rotation', ['rotate', 'my own setup file.json', '--dry-run'], { terminal: true }],
  ['the values for ZoomInfo', ['show', 'my own setup file.json', '--for', 'zoominfo'], { terminal: true }],
  ['the values for Jitterbit', ['show', 'my own setup file.json', '--for', 'jitterbit'], { terminal: true }],
  ['a pair at a terminal', ['pkce'], { terminal: true }],
  ['a secret as an argument', ['--client-secret', 'x']],
  ['a file without a command', ['zoominfo.json']],
  ['a rejected rotation', ['rotate', 'my odd setup file.json']],
  ['the copy sheet', ['show', 'my own setup file.json', '--open'], { browserOpens: false }],
  [
    'the copy sheet over SSH',
    ['show', 'my own setup file.json', '--open'],
    { env: { SSH_CONNECTION: '10.0.0.1 50000 10.0.0.2 2222', USER: 'me' } },
  ],
  ['Ctrl-C', ['--name', 'A name with spaces'], { terminal: true, replies: [ctrlC] }],
  [
    'Ctrl-C, with a secret',
    ['-r', 'na', '-s', 'all', '--no-open'],
    { terminal: true, replies: ['0oaClient1234567', ctrlC] },
  ],
];

function stage(): string {
  const folder = temporaryFolder();
  const setup = sampleSetup();
  const put = (name: string, content: string): void =>
    writeFileSync(join(folder, name), content, { mode: 0o600 });
  put('my own setup file.json', renderJson(setup));
  put(
    'my odd setup file.json',
    renderJson({ ...setup, pkce: { ...setup.pkce, codeChallenge: 'A'.repeat(43) } }),
  );
  put('my newer setup file.json', JSON.stringify({ ...setup, schemaVersion: 2 }));
  put('my broken setup file.json', '{"schemaVersion": 1, "scopes": "x", "unknown": [1]}');
  mkdirSync(join(folder, 'seen'));
  chmodSync(folder, 0o755);
  return folder;
}

async function said(
  args: readonly string[],
  options: StageOptions | undefined,
  width: number,
): Promise<string> {
  const folder = stage();
  if (args.some((word) => word.startsWith('seen/'))) spawnSync('git', ['init', '-q', join(folder, 'seen')]);
  return (await perform(args, { folder, ...options, width })).stderr.replaceAll(folder, 'FOLDER');
}

/** Lines that are never wrapped: commands, URLs, and values, indented by two more columns. */
const wholeLine = /^ {2,}(?:zi-oauth-setup|npx|pnpm|ssh|https?:\/\/) ?/;

const paths = [
  'a folder/my own setup file.json',
  'my own setup file.json',
  'my odd setup file.json',
  'my newer setup file.json',
  'my broken setup file.json',
  'a new setup file.json',
];

/** A line without its mark and without anything that may contain spaces. */
const bare = (line: string): string =>
  paths.reduce(
    (rest, path) => rest.replace(path, 'PATH'),
    line.replace(/^(?:Error:|[+!])(?: Warning:)? /, '').trim(),
  );

describe.each(scenes)('%s', (_kind, args, options) => {
  test('says the same in any window, and only unbreakable text is wider', async () => {
    const everything = await said(args, options, wide);
    expect(everything.trim()).not.toBe('');
    const whole = everything.split('\n').filter((line) => wholeLine.test(line));
    for (const width of widths) {
      const text = await said(args, options, width);
      const lines = text.split('\n');
      expect(text.split(/\s+/)).toEqual(everything.split(/\s+/));
      for (const line of whole) expect(lines).toContain(line);
      const beyond = lines.filter((line) => line.length > width && !whole.includes(line));
      for (const line of beyond) {
        expect(bare(line), `${width} columns`).not.toMatch(/\s/);
      }
      for (const path of paths.filter((each) => everything.includes(each)))
        expect(
          lines.some((line) => line.includes(path)),
          path,
        ).toBe(true);
    }
  });
});

/** An output that keeps what is written to it. */
function recorder(width: number): Output & { text: string } {
  const output = {
    isTerminal: true,
    style: { width, window: width, paint: noPaint, symbols: asciiSymbols },
    text: '',
    write: async (text: string | Uint8Array) => {
      output.text += text;
    },
  };
  return output;
}

describe('a message of every kind', () => {
  const command = [
    'zi-oauth-setup',
    '--from',
    'a file with spaces.json',
    '--name',
    "it's a long name, longer than windows",
  ];
  const line = `zi-oauth-setup --from 'a file with spaces.json' --name 'it'\\''s a long name, longer than windows'`;
  const value = 'A value of several words that has to be copied as it is';
  const details: Line[] = [
    'What to do, in more words than fit into one line of a narrow window:',
    { command },
    { value },
  ];
  const text = 'Something has happened that takes more than one line to tell.';
  const kinds: Record<string, (stderr: Output) => Promise<unknown>> = {
    warn: (stderr) => warn(stderr, text, { details }),
    success: (stderr) => success(stderr, text, { details }),
    fail: (stderr) => fail(stderr, text, { details }),
    tell: (stderr) => tell(stderr, [text, ...details]),
    Failure: (stderr) => reportOutcome(new Failure('usage', text, details), { stderr, env: {} } as Context),
    Interruption: (stderr) =>
      reportOutcome(new Interruption('interrupted', [text, ...details]), { stderr, env: {} } as Context),
    bug: (stderr) => reportOutcome(new RangeError('x'), { stderr, env: {}, platform: 'linux' } as Context),
  };

  test.each(
    Object.entries(kinds).flatMap(([kind, speak]) => widths.map((width) => [kind, width, speak] as const)),
  )('%s at %i columns', async (kind, width, speak) => {
    const stderr = recorder(width);
    await speak(stderr);
    const lines = stderr.text.trimEnd().split('\n');
    const whole = lines.filter((each) => [line, value].includes(each.trim()));
    expect(whole).toHaveLength(kind === 'bug' ? 0 : 2);
    for (const each of whole) expect(each).toMatch(/^ {2,4}\S/);
    for (const each of lines.filter((other) => !whole.includes(other)))
      if (each.length > width) expect(bare(each)).not.toMatch(/\s/);
  });

  test.each(widths)('foreign words are never a CI log command at %i columns', async (width) => {
    for (let length = 1; length < 130; length += 1) {
      const foreign = `${'x'.repeat(length)} ::set-output name=a::b ##[error]c`;
      for (const speak of [warn, success, fail]) {
        const stderr = recorder(width);
        await speak(stderr, foreign, { details: [foreign] });
        expect(stderr.text).not.toMatch(/^\s*(?:::|##)/m);
      }
    }
  });
});

test('the served URL is on its own line', async () => {
  expect(await said(['show', 'my own setup file.json', '--open'], { browserOpens: false }, 20)).toContain(
    `\n  ${servedUrl}\n`,
  );
});

test("the tunnel is one command line, safe in any shell, with the server's port", async () => {
  const tunnel = async (env: Record<string, string>): Promise<string | undefined> =>
    (await said(['show', 'my own setup file.json', '--open'], { env }, 20))
      .split('\n')
      .find((each) => each.includes('ssh -N'));
  const at = (port: string): string => `  ssh -N -L 41234:127.0.0.1:41234${port}`;
  expect(await tunnel({ SSH_CONNECTION: '10.0.0.1 5 10.0.0.2 2222', USER: 'me' })).toBe(
    `${at(' -p 2222')} me@10.0.0.2`,
  );
  expect(await tunnel({ SSH_CONNECTION: 'fe80::1 5 fe80::2 22', USER: 'CORP\\me x' })).toBe(
    `${at('')} fe80::2`,
  );
  expect(await tunnel({ SSH_CONNECTION: "a b $(x) ';'", LOGNAME: '-oProxyCommand=x' })).toBe(
    `${at('')} this-machine`,
  );
  expect(await tunnel({ SSH_TTY: '/dev/pts/0' })).toBe(`${at('')} this-machine`);
});
