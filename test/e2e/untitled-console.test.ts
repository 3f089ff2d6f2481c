import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished } from 'vitest';
import { renderJson } from '../../src/render/json.ts';
import { requiring, runBin } from '../support/bin.ts';
import { temporaryFolder } from '../support/folder.ts';
import { onPosix } from '../support/requirements.ts';
import { sampleSetup } from '../support/setup-fixture.ts';
import { keys, Terminal } from '../support/terminal.ts';

const NODE_OPTIONS = requiring(fileURLToPath(new URL('../support/untitled.cjs', import.meta.url)));

onPosix('the wizard starts, prompts, and exits in a console without a title', async () => {
  const terminal = new Terminal({ args: ['--no-open'], cwd: temporaryFolder(), env: { NODE_OPTIONS } });
  onTestFinished(() => terminal.kill());
  await terminal.answer(/\? Region/, keys.enter);
  await terminal.answer(/\? Scopes/, keys.space, keys.enter);
  await terminal.answer(/\? Client ID/, keys.ctrlC);
  expect(await terminal.exit).toBe(130);
});

onPosix.each([
  [4, ['verify', 'zoominfo.json', '--online', '--timeout', '5']],
  [0, ['show', 'zoominfo.json', '--open']],
])('with exit code %i, %j exits in a console without a title', async (expected, args) => {
  const cwd = temporaryFolder();
  const setup = sampleSetup({
    authenticationUrl: 'http://127.0.0.1:9/authorize',
    accessTokenUrl: 'http://127.0.0.1:9/token',
  });
  writeFileSync(join(cwd, 'zoominfo.json'), renderJson(setup));
  const env = { NODE_OPTIONS, SSH_CONNECTION: '1' };
  const { code } = await runBin(args, { cwd, env, signal: ['to close it', 'SIGINT'] });
  expect(code).toBe(expected);
});
