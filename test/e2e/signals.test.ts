import { type ChildProcess, execFileSync } from 'node:child_process';
import {
  closeSync,
  constants,
  existsSync,
  openSync,
  readFileSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { exitCodes } from '../../src/errors.ts';
import { endingOf, runBin, startBin } from '../support/bin.ts';
import { temporaryFolder } from '../support/folder.ts';
import { freePort } from '../support/misbehaving-server.ts';
import { onPosix, testWhere } from '../support/requirements.ts';
import { savedSetup } from '../support/saved-setup.ts';
import { sampleSetup } from '../support/setup-fixture.ts';
import { keys, program, Terminal, type TerminalOptions } from '../support/terminal.ts';

const { enter, up, down, ctrlC } = keys;

function start(options: TerminalOptions): Terminal {
  const terminal = new Terminal({ cwd: temporaryFolder(), ...options });
  onTestFinished(() => terminal.kill());
  return terminal;
}

/** Starts the bin; a process that no signal ended is killed after its test. */
function begin(...options: Parameters<typeof startBin>): ChildProcess {
  const child = startBin(...options);
  onTestFinished(() => void child.kill('SIGKILL'));
  return child;
}

/** A server that accepts every request and never responds. */
let silent: Server;
let silentOrigin = '';

beforeAll(async () => {
  silent = createServer(() => {});
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
  silentOrigin = `http://127.0.0.1:${(silent.address() as AddressInfo).port}`;
});

afterAll(() => {
  silent.closeAllConnections();
  silent.close();
});

const setupFor = (origin: string) =>
  sampleSetup({
    authenticationUrl: `${origin}/gtm/oauth/v1/authorize`,
    accessTokenUrl: `${origin}/gtm/oauth/v1/token`,
  });

const silentSetup = () => setupFor(silentOrigin);
const unreachableSetup = (port: number) => setupFor(`http://127.0.0.1:${port}`);

/** Waits for the next request that the silent server gets. */
const requested = (): Promise<void> => new Promise((resolve) => silent.once('request', () => resolve()));

/** A FIFO without room, until its test ends. */
function fullPipe(): string {
  const path = join(temporaryFolder(), 'pipe');
  execFileSync('mkfifo', [path]);
  const descriptor = openSync(path, constants.O_RDWR | constants.O_NONBLOCK);
  onTestFinished(() => closeSync(descriptor));
  const page = Buffer.alloc(4096);
  try {
    for (;;) writeSync(descriptor, page);
  } catch {
    return path;
  }
}

describe('closing the terminal', () => {
  const known = '-r na -s company --client-id 0oaKnown1234567';
  onPosix.each<[string, RegExp, ...string[]]>([
    ['--no-open', /\? Region/],
    ['-r na --no-open', /\? Scopes/],
    ['-r na -s company', /\(Y\/n\)/],
    ['-r na -s company --no-open', /\? Client ID/],
    [`${known} --no-open`, /\? Client Secret/],
    [`verify '${savedSetup(sampleSetup())}' --login --no-open`, /\? URL:/],
    [`show '${savedSetup(sampleSetup())}' --open`, /to close it/],
    ['pkce --count 1000000000', /code_challenge_method/],
  ])('ends %s at %s with exit code 129', async (args, sign) => {
    const folder = temporaryFolder();
    const line = `trap '' HUP; ${program} ${args}; echo $? > code.part; mv code.part code`;
    const terminal = new Terminal({ command: ['sh', '-c', line], cwd: folder, env: { BROWSER: 'true' } });
    await terminal.waitFor(sign);
    terminal.close();
    await expect.poll(() => existsSync(join(folder, 'code'))).toBe(true);
    expect(readFileSync(join(folder, 'code'), 'utf8')).toBe('129\n');
  });
});

const signals = [
  ['SIGHUP', exitCodes.hangup],
  ['SIGINT', exitCodes.interrupted],
  ['SIGTERM', exitCodes.terminated],
] as const;

describe.each(signals)('%s', (signal, code) => {
  onPosix('at a prompt: exits with the code, restores the terminal, and says how to resume', async () => {
    const folder = temporaryFolder();
    const line = `stty -a > before; sh -c 'echo $$ > pid; exec ${program} -r apac'; echo "exit=$?"; stty -a > after`;
    const terminal = start({ cwd: folder, command: ['sh', '-c', line] });
    await terminal.waitFor(/\? Scopes/);
    process.kill(Number(readFileSync(join(folder, 'pid'), 'utf8')), signal);
    await terminal.exit;
    expect(terminal.text).toContain(`exit=${code}`);
    expect(terminal.text).toContain('zi-oauth-setup --region APAC');
    expect(terminal.text).not.toMatch(/ at .*:\d+:\d+/);
    expect(readFileSync(join(folder, 'after'), 'utf8')).toBe(readFileSync(join(folder, 'before'), 'utf8'));
  });

  onPosix('while waiting for a server: immediately, with a message', async () => {
    const child = begin(['verify', savedSetup(silentSetup()), '--online', '--timeout', '60', '-f', 'json']);
    const ending = endingOf(child);
    await requested();
    child.kill(signal);
    const { code: exit, stdout, stderr } = await ending;
    expect([exit, stdout]).toEqual([code, '']);
    expect(stderr).toMatch(/Cancelled/);
    expect(stderr).not.toContain('    at ');
  });

  onPosix('while waiting for standard input', async () => {
    const child = begin(['show', '-']);
    const ending = endingOf(child);
    // More than fits in a pipe: it has been consumed when the program reads.
    await new Promise((resolve) => child.stdin?.write(' '.repeat(300_000), resolve));
    child.kill(signal);
    expect((await ending).code).toBe(code);
  });

  onPosix('while pairs go to a file', async () => {
    const file = join(temporaryFolder(), 'pairs');
    const child = begin(['pkce', '--count', '1000000000'], {
      wrapper: ['sh', '-c', 'exec "$@" > "$0"', file],
    });
    const ending = endingOf(child);
    await expect.poll(() => existsSync(file) && statSync(file).size > 0).toBe(true);
    child.kill(signal);
    expect(await ending).toMatchObject({ code, stderr: expect.stringContaining('Cancelled') });
  });

  onPosix('while pairs go to a reader that reads nothing', async () => {
    const child = begin(['pkce', '--count', '1000000000']);
    await new Promise((resolve) => child.stdout?.once('readable', resolve));
    child.kill(signal);
    child.stdout?.resume();
    expect(await endingOf(child)).toMatchObject({ code });
  });

  onPosix('while pairs and messages go to one reader that reads nothing', async () => {
    const child = begin(['pkce', '--count', '1000000000'], {
      wrapper: ['sh', '-c', 'exec "$@" 2>&1', 'sh'],
    });
    await new Promise((resolve) => child.stdout?.once('readable', resolve));
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill(signal);
    expect(await ended).toBe(code);
  });

  testWhere(process.platform === 'linux', '/proc/self/fd')('while a result goes to a full pipe', async () => {
    const pipe = fullPipe();
    const { code: exit } = await runBin(['--yes', '-r', 'na', '-s', 'company,api:data:other'], {
      wrapper: ['sh', '-c', 'exec "$@" > "$0"', pipe],
      signal: ['Warning', signal],
    });
    expect(exit).toBe(code);
  });

  onPosix('while a browser starts for the copy sheet or a login: no stack trace', async () => {
    const folder = temporaryFolder();
    const browser = join(folder, 'browser');
    const port = await freePort();
    writeFileSync(browser, `#!/bin/sh\nkill -${signal.slice(3)} $PPID\nexec sleep 1\n`, { mode: 0o755 });
    const file = savedSetup(sampleSetup());
    for (const args of [
      ['show', file, '--open'],
      ['verify', file, '--login', '--loopback', `http://127.0.0.1:${port}/callback`],
    ]) {
      const ran = await runBin(args, { env: { BROWSER: browser }, stdin: 'open' });
      const isDone = args[0] === 'show' && signal === 'SIGINT';
      expect(ran.code).toBe(isDone ? 0 : code);
      expect(ran.stderr).not.toMatch(/ {4}at |bug/);
    }
  });
});

describe('a sign-in that ends in an error', () => {
  onPosix.each([
    ['nothing listens at the token URL', {}, '', 4],
    ['a refusal', {}, 'error=access_denied', 5],
  ])('%s: the program ends and the port is free', async (_, env, refusal, code) => {
    const port = await freePort();
    const loopback = `http://127.0.0.1:${port}/callback`;
    const file = savedSetup(unreachableSetup(await freePort()));
    const child = begin(['verify', file, '--login', '--no-open', '--loopback', loopback], { env });
    const ending = endingOf(child);
    const said = await new Promise<string>((resolve) => {
      let text = '';
      child.stderr?.on('data', (chunk) => {
        text += chunk;
        if (text.includes('Waiting for the browser')) resolve(text);
      });
    });
    const [, state = ''] = /[?&]state=([\w-]+)/.exec(said) ?? [];
    await fetch(`${loopback}?${refusal || 'code=abc'}&state=${state}`).catch(() => {});
    expect(await ending).toMatchObject({ code, signal: null });
    await expect(fetch(loopback)).rejects.toThrow();
  });
});

describe('in the menu of the wizard', () => {
  /** Saves nothing and reaches the menu. */
  const toMenu = async (setup = silentSetup()): Promise<Terminal> => {
    const file = savedSetup(setup);
    const terminal = start({ args: ['--from', file, '--no-open'] });
    await terminal.answer(/\? Review/, enter);
    await terminal.answer(/\? How would/, down, enter);
    await terminal.waitFor(/\? What would/);
    return terminal;
  };

  /** Verifies online, and waits for the server. */
  const toWait = async (): Promise<Terminal> => {
    const terminal = await toMenu();
    terminal.press(up, up, up, enter);
    const request = requested();
    await terminal.answer(/\? Also test/, down, enter);
    await request;
    return terminal;
  };

  onPosix('Ctrl-C while waiting for the server returns to it, and there exits with a message', async () => {
    const terminal = await toWait();
    terminal.press(ctrlC);
    await terminal.waitFor(/Cancelled[\s\S]*\? What would/);
    terminal.press(ctrlC);
    expect(await terminal.exit).toBe(130);
    expect(terminal.text).toMatch(/To resume, run:\s+zi-oauth-setup --from/);
  });

  onPosix('keys typed while waiting for the server are not shown, and do nothing', async () => {
    const terminal = await toWait();
    // The spinner has turned a few times when the gap between two prompts is over.
    const before = terminal.transcript.length;
    await expect.poll(() => terminal.transcript.length - before, { timeout: 10_000 }).toBeGreaterThan(120);
    terminal.press('unseen', enter, enter);
    terminal.press(ctrlC);
    await terminal.waitFor(/Cancelled[\s\S]*\? What would/);
    terminal.press(ctrlC);
    expect(await terminal.exit).toBe(130);
    expect(terminal.transcript).not.toContain('unseen');
  });

  onPosix('Ctrl-C at the prompt for a login URL returns to it', async () => {
    const terminal = await toMenu(unreachableSetup(await freePort()));
    terminal.press(up, up, up, enter);
    await terminal.answer(/\? Also test/, up, enter);
    await terminal.answer(/\? URL:/, ctrlC);
    await terminal.waitFor(/Cancelled[\s\S]*\? What would/);
  });

  onPosix('Ctrl-C at the prompt for a paste returns to it', async () => {
    const terminal = await toMenu();
    terminal.press(up, up, enter);
    await terminal.answer(/\? Paste:/, ctrlC);
    await terminal.waitFor(/Cancelled[\s\S]*\? What would/);
  });

  onPosix('Ctrl-C closes the copy sheet and returns to it', async () => {
    const terminal = await toMenu();
    terminal.press(down, down, enter);
    await terminal.answer(/to close it/, ctrlC);
    await terminal.waitFor(/Copy sheet closed[\s\S]*\? What would/);
  });

  onPosix('Ctrl-C at a prompt after a choice exits with 130', async () => {
    const terminal = await toMenu();
    await terminal.answer(/\? What would/, down, enter);
    await terminal.answer(/\? Save as/, ctrlC);
    expect(await terminal.exit).toBe(130);
  });

  onPosix.each([
    ['a FIFO', (path: string) => execFileSync('mkfifo', [path])],
    ['a device', (path: string) => execFileSync('ln', ['-s', '/dev/zero', path])],
    ['a folder', (path: string) => execFileSync('mkdir', [path])],
  ])("%s can't be saved to, and is rejected immediately", async (_, make) => {
    const folder = temporaryFolder();
    make(join(folder, 'out.json'));
    const terminal = start({ cwd: folder, args: ['--from', savedSetup(sampleSetup()), '--no-open'] });
    await terminal.answer(/\? Review/, enter);
    await terminal.answer(/\? How would/, down, enter);
    await terminal.answer(/\? What would/, down, enter);
    await terminal.answer(/\? Save as/, keys.ctrlU, 'out.json', enter);
    await terminal.waitFor(/Warning: out\.json is(?: a|n't)[\s\S]*leave the path blank[\s\S]*\? Save as/);
  });
});

describe('TERM=dumb', () => {
  const file = savedSetup(sampleSetup());
  onPosix.each([[[]], [['-r', 'na']], [['-r', 'na', '-f', 'json']], [['verify', file, '--login']]])(
    'never prompts: %j exits with 2, without an escape sequence',
    async (args) => {
      const terminal = start({ args, env: { TERM: 'dumb' } });
      expect(await terminal.exit).toBe(2);
      expect(terminal.transcript).not.toContain('\x1b');
    },
  );

  onPosix('shows a wait as a line', async () => {
    const port = await freePort();
    const args = ['verify', file, '--login', '--no-open', '--loopback', `http://127.0.0.1:${port}/callback`];
    const terminal = start({ args, env: { TERM: 'dumb' } });
    await terminal.answer(/Waiting for the browser/, ctrlC);
    expect(await terminal.exit).toBe(130);
    expect(terminal.transcript).not.toContain('\x1b');
  });
});

test('a file is saved even if Node has no global web crypto', async () => {
  const folder = temporaryFolder();
  const env = { NODE_OPTIONS: '--no-experimental-global-webcrypto' };
  const args = ['--yes', '-r', 'na', '-s', 'company', '-o', 'a.json'];
  expect(await runBin(args, { cwd: folder, env })).toMatchObject({ code: 0 });
});
