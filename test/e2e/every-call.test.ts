import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { renderJson } from '../../src/render/json.ts';
import type { Setup } from '../../src/setup-file/schema.ts';
import { bareEnvironment, bin, endingOf } from '../support/bin.ts';
import { runBroken } from '../support/broken.ts';
import { temporaryFolder } from '../support/folder.ts';
import { onPosix } from '../support/requirements.ts';
import { sampleSetup } from '../support/setup-fixture.ts';

const tracer = fileURLToPath(new URL('../support/trace-fs.cjs', import.meta.url));
const before = renderJson(sampleSetup());
const { codeVerifier } = sampleSetup().pkce;

const writers = {
  rotate: ['rotate', 'a.json'],
  'setup --force': ['setup', '--yes', '--from', 'a.json', '--name', 'Other', '-o', 'a.json', '--force'],
  setup: ['setup', '--yes', '--from', 'a.json', '-o', 'b.json'],
} as const;

function folderWithSetup(): string {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'a.json'), before, { mode: 0o600 });
  return folder;
}

/** Every call of the file system that a command makes from the first look at its file on. */
async function callsOf(args: readonly string[]): Promise<string[]> {
  const folder = folderWithSetup();
  const to = join(temporaryFolder(), 'calls');
  const env = { ...bareEnvironment, TRACE_FS: 'a.json', TRACE_FS_TO: to };
  const words = ['--require', tracer, bin, ...args];
  const child = spawn(process.execPath, words, { cwd: folder, env, stdio: 'pipe' });
  child.stdin.end();
  expect((await endingOf(child)).code).toBe(0);
  return readFileSync(to, 'utf8').trim().split('\n');
}

/** What is in the folder afterwards is whole: each setup file can be read, and what is beside is private. */
function expectWhole(folder: string, fault: string, mostBeside: number): void {
  const names = readdirSync(folder);
  const setups = names.filter((name) => name.endsWith('.json'));
  expect([fault, setups]).toEqual([fault, expect.arrayContaining(['a.json'])]);
  for (const name of setups) {
    const { pkce, previousPkce }: Setup = JSON.parse(readFileSync(join(folder, name), 'utf8'));
    expect([fault, pkce.codeVerifier, previousPkce?.codeVerifier]).toContain(codeVerifier);
  }
  const beside = names.filter((name) => !name.endsWith('.json'));
  expect([fault, beside.length <= mostBeside]).toEqual([fault, true]);
  for (const name of beside)
    expect([fault, name, (statSync(join(folder, name)).mode & 0o777).toString(8)]).toEqual([
      fault,
      expect.stringMatching(/^\.zi-oauth-setup-[0-9a-f]{24}\.tmp$/),
      '600',
    ]);
}

async function expectGraceful(fault: string, args: readonly string[]): Promise<void> {
  const folder = folderWithSetup();
  const { code, stdout, stderr } = await runBroken(fault, args, folder);
  expect([fault, code]).toEqual([fault, code === 0 ? 0 : 6]);
  expect([fault, stderr]).toEqual([fault, expect.not.stringMatching(/ {4}at |bug/)]);
  if (code !== 0) expect([fault, stdout]).toEqual([fault, '']);
  // A removal that fails leaves the temporary file, which is said.
  expectWhole(folder, fault, fault.startsWith('unlinkSync') ? 1 : 0);
  const told = /code_verifier +([\w-]{43})/.exec(stdout)?.[1];
  if (told !== undefined) expect(readFileSync(join(folder, 'a.json'), 'utf8')).toContain(told);
}

/** Calls that leave the disk as it is: a kill there is a kill at the next call that changes it. */
const changesNothing = /^(?:close|fstat|lstat|stat|read|readFile|readdir)Sync@/;

/** Some hundred runs of the program, which a busy machine takes its time for. */
const patience = 120_000;

describe.each(Object.entries(writers))('%s', (_, args) => {
  test('exits with 0 or 6 if any call fails, loses no pair, and reports no unsaved pair', {
    timeout: patience,
  }, async () => {
    const calls = await callsOf(args);
    expect(calls.length).toBeGreaterThan(10);
    for (const call of calls) await expectGraceful(`${call}:EIO`, args);
  });

  onPosix(
    'killed at any call that changes the disk leaves the old content or the new',
    { timeout: patience },
    async () => {
      const changing = (await callsOf(args)).filter((call) => !changesNothing.test(call));
      expect(changing.join()).toMatch(/openSync.*writeFileSync.*fsyncSync.*(?:rename|link)Sync/);
      for (const call of changing) {
        const fault = `${call}:before-KILL`;
        const folder = folderWithSetup();
        const { signal } = await runBroken(fault, args, folder);
        expect([fault, signal]).toEqual([fault, 'SIGKILL']);
        expectWhole(folder, fault, 1);
      }
    },
  );
});
