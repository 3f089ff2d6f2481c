import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { renderJson } from '../../src/render/json.ts';
import { runBin } from '../support/bin.ts';
import { temporaryFolder } from '../support/folder.ts';
import { onPosix } from '../support/requirements.ts';
import { sampleSetup } from '../support/setup-fixture.ts';
import { keys, Terminal } from '../support/terminal.ts';

const NODE_OPTIONS = `--require ${fileURLToPath(new URL('../support/untitled.cjs', import.meta.url))}`;

onPosix('the wizard starts, prompts, and exits in a console without a title', async () => {
  const terminal = new Terminal({ args: ['--no-open'], cwd: temporaryFolder(), env: { NODE_OPTIONS } });
  onTestFinished(() => terminal.kill());
  await terminal.answer(/\? Region/, keys.enter);
  await terminal.answer(/\? Scopes/, keys.space, keys.enter);
  await terminal.answer(/\? Client ID/, keys.ctrlC);
  expect(await terminal.exit).toBe(130);
});

test.each([
  ['verify', '-', '--online', '--timeout', '5'],
  ['show', '-', '--open'],
])('%s %s %s exits by itself in a console without a title', async (...args) => {
  const setup = sampleSetup({
    authenticationUrl: 'http://127.0.0.1:9/authorize',
    accessTokenUrl: 'http://127.0.0.1:9/token',
  });
  const isOpen = args.includes('--open');
  const { code, signal } = await runBin(args, {
    env: { NODE_OPTIONS, SSH_CONNECTION: '1' },
    stdin: renderJson(setup),
    ...(isOpen ? { signal: ['127.0.0.1', 'SIGINT'] } : {}),
  });
  expect([code, signal]).toEqual([isOpen ? 0 : 4, null]);
});
