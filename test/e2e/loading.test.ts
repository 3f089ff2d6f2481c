import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { renderJson } from '../../src/render/json.ts';
import { requiring, runBin } from '../support/bin.ts';
import { temporaryFolder } from '../support/folder.ts';
import { onPosix } from '../support/requirements.ts';
import { sampleSetup } from '../support/setup-fixture.ts';
import { keys, Terminal } from '../support/terminal.ts';

/** The only file that the simplest command loads. What every further one contains slows down the start. */
const first = 'main';

const dist = fileURLToPath(new URL('../../dist', import.meta.url));

/** A folder with a setup file, and the environment in which a run records there what it loads. */
function observed(): { cwd: string; env: Record<string, string>; loaded: () => string[] } {
  const cwd = temporaryFolder();
  writeFileSync(join(cwd, 'zoominfo.json'), renderJson(sampleSetup()), { mode: 0o600 });
  const preload = fileURLToPath(new URL('../support/loaded.cjs', import.meta.url));
  const LOADED = join(cwd, 'loaded.json');
  return {
    cwd,
    env: { LOADED, NODE_OPTIONS: requiring(preload) },
    loaded: () => JSON.parse(readFileSync(LOADED, 'utf8')),
  };
}

/** What is said about the permissions of a file is searched for secrets. On Windows, there are none to check. */
const redacting = process.platform === 'win32' ? ['explaining'] : [];

test.each([
  ['--version', [first]],
  ['--help', [first, 'help', 'wrap']],
  ['pkce -f json', [first, 'program', 'run', 'shared', 'crypto']],
  ['setup --yes -r na -s all -f json', [first, 'program', 'run', 'shared', 'values', 'crypto']],
  ['show zoominfo.json', [first, 'run', 'values', 'shared', 'reading', 'sheets', 'steps', 'wrap']],
  ['verify zoominfo.json', [first, 'run', 'shared', 'reading', 'values', 'checks', ...redacting, 'wrap']],
])('%s loads %j', async (line, expected) => {
  const { cwd, env, loaded } = observed();
  expect((await runBin(line.split(' '), { cwd, env })).stderr).toBe('');
  expect(loaded()).toEqual(expected);
});

onPosix('the wizard loads no cryptography before its first prompt', async () => {
  const { cwd, env, loaded } = observed();
  const terminal = new Terminal({ args: [], cwd, env });
  onTestFinished(() => terminal.kill());
  await terminal.answer(/\? Region/, keys.ctrlC);
  expect(await terminal.exit).toBe(130);
  const wizard = [
    'color',
    'run',
    'shared',
    'values',
    'opening',
    'wrap',
    'steps',
    'prompts',
    'farewell',
    'failing',
  ];
  expect(loaded()).toEqual([first, ...wizard, 'readline']);
});

test('what commands share reads no literal with a property of Unicode', () => {
  const files = readdirSync(dist).filter((name) =>
    /^(?:main|program|run|help|wrap|shared|values|reading|sheets|checks|opening|prompts)\b.*\.js$/.test(name),
  );
  expect(files.length).toBeGreaterThan(6);
  const literal = /(?<!\\)\\p\{/;
  expect(files.filter((name) => literal.test(readFileSync(join(dist, name), 'utf8')))).toEqual([]);
});
