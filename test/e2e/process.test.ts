import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, constants, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { setup } from '../../src/commands/setup/index.ts';
import { bareEnvironment, bin, endingOf, runBin, startBin } from '../support/bin.ts';
import { temporaryFolder } from '../support/folder.ts';
import { onPosix, testWhere } from '../support/requirements.ts';
import { clientSecret } from '../support/setup-fixture.ts';

const enough = ['--yes', '-r', 'na', '-s', 'company'];
const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));

describe('help and version', () => {
  test.each([['--version'], ['-V']])('%s prints only the version', async (flag) => {
    expect(await runBin([flag])).toMatchObject({ code: 0, stdout: `${version}\n`, stderr: '' });
  });

  test.each([['--help'], ['-h'], ['help']])(
    '%s says what the program is, and where its options are',
    async (flag) => {
      const { code, stdout, stderr } = await runBin([flag]);
      expect([code, stderr]).toEqual([0, '']);
      expect(stdout).toMatch(/^Set up 3-legged OAuth[\s\S]*help \[command\] +show every option/);
    },
  );

  test.each([
    ['setup', '--help'],
    ['setup', '-h'],
    ['help', 'setup'],
  ])('%s %s lists every option of setup', async (...line) => {
    const { code, stdout, stderr } = await runBin(line);
    expect([code, stderr]).toEqual([0, '']);
    for (const { flags } of setup.definition.options) expect(stdout).toContain(`  ${flags} `);
  });

  test.each([
    [['setup', '--help'], '--region'],
    [['help', 'pkce'], '--length'],
    [['pkce', '-h'], '--count'],
  ])('%j', async (args, option) => {
    const { code, stdout } = await runBin(args);
    expect([code, stdout]).toEqual([0, expect.stringContaining(option)]);
    expect(stdout).toMatch(/^[A-Z].*\.\n\nUsage:\n/);
  });

  test('help stays within 80 columns', async () => {
    for (const line of (await runBin(['--help'])).stdout.split('\n'))
      expect(line.length).toBeLessThanOrEqual(80);
  });
});

describe('the program never waits if no one can answer', () => {
  test.each([[[]], [['-r', 'na']], [['--yes']], [['--client-secret-file', '-', '-r', 'na']]])(
    '%j with a pipe that never closes',
    async (args) => {
      const { code, stdout, stderr } = await runBin(args, { stdin: 'open' });
      expect([code, stdout]).toEqual([2, '']);
      expect(stderr).toContain('missing');
    },
  );

  test("or for standard input that it doesn't need", async () => {
    expect((await runBin([...enough, '-f', 'json'], { stdin: 'open' })).code).toBe(0);
  });
});

test('a secret is read from standard input and appears only in the result', async () => {
  const { code, stdout, stderr } = await runBin([...enough, '--client-secret-file', '-', '-f', 'json'], {
    stdin: `${clientSecret}\n`,
  });
  expect([code, stderr]).toEqual([0, '']);
  expect(JSON.parse(stdout).clientSecret).toBe(clientSecret);
});

test('more than 64 KiB on standard input is rejected', async () => {
  const { code, stderr } = await runBin([...enough, '--client-secret-file', '-'], {
    stdin: 'a'.repeat(70_000),
  });
  expect([code, stderr]).toEqual([3, expect.stringContaining('64 KiB')]);
});

describe('standard output', () => {
  test('whose reader is gone ends the program silently with 0', async () => {
    const child = startBin(['pkce', '--count', '10000000', '-f', 'json']);
    child.stdout?.once('data', () => child.stdout?.destroy());
    let stderr = '';
    child.stderr?.on('data', (chunk) => {
      stderr += chunk;
    });
    const [code] = await once(child, 'exit');
    expect([code, stderr]).toEqual([0, '']);
  });

  test.each([['--help'], ['--version'], [...enough]])('that is closed at once: %j', async (...args) => {
    const child = startBin(args.flat());
    child.stdout?.destroy();
    const [code] = await once(child, 'exit');
    expect(code).toBe(0);
  });

  testWhere(process.platform === 'linux', '/dev/full').each([
    [['--help']],
    [enough],
    [['pkce', '--count', '100000']],
  ])('on a full disk is exit 6: %j', async (args) => {
    const child = spawn('sh', ['-c', 'exec "$@" > /dev/full', 'sh', process.execPath, bin, ...args], {
      env: { ...bareEnvironment },
      stdio: 'pipe',
    });
    const { code, stderr } = await endingOf(child);
    expect([code, stderr]).toEqual([6, expect.stringContaining('no space left')]);
  });
});

describe('standard error', () => {
  test("that nothing reads doesn't affect the result", async () => {
    const child = startBin(['--yes', '-r', 'na', '-s', 'api:data:unknown', '-f', 'json']);
    child.stderr?.destroy();
    let stdout = '';
    child.stdout?.on('data', (chunk) => {
      stdout += chunk;
    });
    const [code] = await once(child, 'close');
    expect([code, JSON.parse(stdout).region]).toEqual([0, 'NA']);
  });
});

describe('color', () => {
  const failing = ['--region', 'mars', '-s', 'all'];
  test.each([
    ['no terminal', {}, false],
    ['FORCE_COLOR=1', { FORCE_COLOR: '1' }, true],
    ['FORCE_COLOR=', { FORCE_COLOR: '' }, true],
    ['FORCE_COLOR=0', { FORCE_COLOR: '0' }, false],
    ['FORCE_COLOR and NO_COLOR', { FORCE_COLOR: '1', NO_COLOR: '1' }, false],
    ['FORCE_COLOR and an empty NO_COLOR', { FORCE_COLOR: '1', NO_COLOR: '' }, true],
  ])('with %s: %o', async (_, env, colored) => {
    const { stderr } = await runBin(failing, { env });
    expect(stderr.includes('\x1b[')).toBe(colored);
    expect(stderr).not.toContain('Warning: The');
  });
});

describe('signals', () => {
  onPosix.each([
    ['SIGTERM', 143],
    ['SIGINT', 130],
  ] as const)('%s while it works exits with %i', async (signal, exit) => {
    const child = startBin(['pkce', '--count', '1000000000', '-f', 'json']);
    child.stdout?.once('data', () => child.kill(signal));
    child.stdout?.resume();
    expect(await once(child, 'exit')).toEqual([exit, null]);
  });

  onPosix.each(['SIGTERM', 'SIGINT'] as const)('%s ends its wait for a FIFO', async (signal) => {
    const folder = temporaryFolder();
    execFileSync('mkfifo', [join(folder, 'fifo')]);
    const child = startBin(['--yes', '--from', 'fifo'], { cwd: folder });
    const ended = once(child, 'exit');
    const writer = await firstReader(join(folder, 'fifo'));
    child.kill(signal);
    expect(await ended).toEqual([null, signal]);
    closeSync(writer);
  });
});

/** Waits until another program opens the FIFO for reading, and keeps the other end open. */
async function firstReader(fifo: string): Promise<number> {
  let writer = -1;
  await expect
    .poll(() => {
      writer = openSync(fifo, constants.O_WRONLY | constants.O_NONBLOCK);
      return writer;
    })
    .toBeGreaterThan(0);
  return writer;
}

test('a bug is reported briefly; the stack trace requires DEBUG', async () => {
  const broken = encodeURIComponent("JSON.stringify = () => { throw new TypeError('broken on purpose'); }");
  const env = { NODE_OPTIONS: `--import=data:text/javascript,${broken}` };
  const args = [...enough, '-f', 'json'];
  const quiet = await runBin(args, { env });
  expect(quiet.code).toBe(1);
  expect(quiet.stderr).toContain(`zi-oauth-setup ${version}`);
  expect(quiet.stderr).not.toContain('    at ');
  expect((await runBin(args, { env: { ...env, DEBUG: 'zi-oauth-setup' } })).stderr).toContain('    at ');
});
