import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { renderJson } from '../../src/render/json.ts';
import type { Setup } from '../../src/setup-file/schema.ts';
import { type Performance, perform } from '../support/context.ts';
import { sharedFolder, temporaryFolder } from '../support/folder.ts';
import { onPosix, privateMode } from '../support/requirements.ts';
import { sampleSetup } from '../support/setup-fixture.ts';
import { withWatchedFs } from '../support/watched-fs.ts';

const before = renderJson(sampleSetup());
const { codeVerifier } = sampleSetup().pkce;

const writers = {
  rotate: ['rotate', 'a.json'],
  'setup --force': ['setup', '--yes', '--from', 'a.json', '--name', 'Other', '-o', 'a.json', '--force'],
  setup: ['setup', '--yes', '--from', 'a.json', '-o', 'b.json'],
} as const;

interface Run extends Performance {
  readonly folder: string;
  /** Every file system call, starting with the first one on the file. */
  readonly calls: readonly string[];
}

function folderWithSetup(folder: string): string {
  writeFileSync(join(folder, 'a.json'), before, { mode: 0o600 });
  return folder;
}

/** @param isBroken whether the call at an index fails */
async function run(args: readonly string[], isBroken: (at: number) => boolean = () => false): Promise<Run> {
  const folder = folderWithSetup(temporaryFolder());
  const file = join(folder, 'a.json');
  const calls: string[] = [];
  const performance = await withWatchedFs(
    (name, place) => {
      if (calls.length === 0 && place !== file) return;
      calls.push(name);
      if (isBroken(calls.length - 1)) throw Object.assign(new Error('broken on purpose'), { code: 'EIO' });
    },
    () => perform(args, { folder }),
  );
  return { ...performance, folder, calls };
}

const modeOf = (path: string): string => (statSync(path).mode & 0o777).toString(8);

/** Everything in the folder is complete afterward: each setup file is readable, and other files are private. */
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
    expect([fault, name, modeOf(join(folder, name))]).toEqual([
      fault,
      expect.stringMatching(/^\.zi-oauth-setup-[0-9a-f]{24}\.tmp$/),
      privateMode,
    ]);
}

function expectGraceful({ code, stdout, stderr, folder }: Run, fault: string): void {
  expect([fault, code]).toEqual([fault, code === 0 ? 0 : 6]);
  expect([fault, stderr]).toEqual([fault, expect.not.stringMatching(/ {4}at |bug/)]);
  if (code !== 0) expect([fault, stdout]).toEqual([fault, '']);
  // If removing the temporary file fails, it remains and is reported.
  expectWhole(folder, fault, fault.startsWith('unlinkSync') ? 1 : 0);
  const printed = /code_verifier +([\w-]{43})/.exec(stdout)?.[1];
  if (printed !== undefined) expect(readFileSync(join(folder, 'a.json'), 'utf8')).toContain(printed);
}

describe.each(Object.entries(writers))('%s', (_, args) => {
  // Loads packages first, since these tests ignore their files.
  beforeAll(async () => {
    await perform(args, { folder: folderWithSetup(sharedFolder()) });
  });

  test('exits with 0 or 6 if any call fails, loses no pair, and prints no unsaved pair', async () => {
    const { code, calls } = await run(args);
    expect(code).toBe(0);
    expect(calls.join()).toMatch(/openSync.*writeFileSync.*fsyncSync.*(?:rename|link)Sync/);
    for (const [place, name] of calls.entries()) {
      const broken = await run(args, (at) => at === place);
      expect(broken.calls.length).toBeGreaterThan(place);
      expectGraceful(broken, `${name}, ${place}`);
    }
  });

  // Like a kill: nothing changes on disk after a certain call. `kill -9` is tested with the real program.
  onPosix('leaves the old content or the new if all calls fail after any call', async () => {
    const { calls } = await run(args);
    for (const [place, name] of calls.entries()) {
      const { folder } = await run(args, (at) => at >= place);
      expectWhole(folder, `${name}, ${place}`, 1);
    }
  });
});
