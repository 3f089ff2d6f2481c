import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { deriveCodeChallenge, pkcePairOf } from '../../src/oauth/pkce.ts';
import { renderJson } from '../../src/render/json.ts';
import type { Setup } from '../../src/setup-file/schema.ts';
import { runBroken } from '../support/broken.ts';
import { temporaryFolder } from '../support/folder.ts';
import { onPosix } from '../support/requirements.ts';
import { rfcPair, sampleSetup } from '../support/setup-fixture.ts';

const older = pkcePairOf(rfcPair.codeVerifier);
const before: Setup = { ...sampleSetup(), previousPkce: older };

interface Outcome {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly setup: Setup;
  /** The other files in the setup file's folder, with their modes. */
  readonly beside: readonly (readonly [name: string, mode: string])[];
}

async function rotateBroken(fault: string, flags: readonly string[] = []): Promise<Outcome> {
  const folder = temporaryFolder();
  const path = join(folder, 'zoominfo.json');
  writeFileSync(path, renderJson(before), { mode: 0o600 });
  const ending = await runBroken(fault, ['rotate', 'zoominfo.json', ...flags], folder);
  const beside = readdirSync(folder)
    .filter((name) => name !== 'zoominfo.json')
    .map((name) => [name, (statSync(join(folder, name)).mode & 0o7777).toString(8)] as const);
  return { ...ending, setup: JSON.parse(readFileSync(path, 'utf8')), beside };
}

function expectRotated({ pkce, previousPkce, ...rest }: Setup): void {
  const { pkce: oldPair, previousPkce: _, ...oldRest } = before;
  expect(previousPkce).toEqual(oldPair);
  expect([oldPair.codeVerifier, older.codeVerifier]).not.toContain(pkce.codeVerifier);
  expect(pkce.codeChallenge).toBe(deriveCodeChallenge(pkce.codeVerifier));
  expect({ ...rest, advancedOptions: null }).toEqual({ ...oldRest, advancedOptions: null });
}

describe('rotate with a failing system call', () => {
  // openSync reads the setup, reads it twice before writing, locks it on Windows, creates the new file, and reads once more.
  const opens = process.platform === 'win32' ? 6 : 5;
  const calls = Array.from({ length: opens }, (_, index) => `openSync@${index + 1}`);
  const faults = [...calls, 'fchmodSync', 'writeFileSync', 'fsyncSync', 'renameSync'].flatMap((call) =>
    ['EACCES', 'ENOSPC', 'EIO'].map((code) => `${call}:${code}`),
  );
  // Undoing writes through the same calls, so one code is enough.
  const runsFor = (fault: string): string[][] => (fault.endsWith('EIO') ? [[], ['--undo']] : [[]]);

  test.each(faults)('%s: exit 6, both pairs unchanged, and no new one anywhere', async (fault) => {
    for (const flags of runsFor(fault)) {
      const { code, stdout, stderr, setup, beside } = await rotateBroken(fault, flags);
      expect([code, stdout, beside]).toEqual([6, '', []]);
      expect(stderr).toMatch(
        /^Error: zoominfo\.json couldn't be (?:read|written)(?: before replacing it)?: /m,
      );
      expect(stderr).not.toMatch(/[\w-]{43}| {4}at /);
      expect(setup).toEqual(before);
    }
  });

  test.each(['statSync:EIO', `openSync@${opens + 1}:EIO`, 'fsyncSync@2:EINVAL'])(
    "%s: an unknown file age or a folder that can't be synced makes no difference",
    async (fault) => {
      const { code, setup, beside } = await rotateBroken(fault);
      expect([code, beside]).toEqual([0, []]);
      expectRotated(setup);
    },
  );
});

describe('rotate under kill -9', () => {
  onPosix.each([
    ['openSync@4:before-KILL', 'old'],
    ['openSync@4:KILL', 'old'],
    ['fchmodSync:KILL', 'old'],
    ['writeFileSync:before-KILL', 'old'],
    ['writeFileSync:KILL', 'old'],
    ['fsyncSync:KILL', 'old'],
    ['renameSync:before-KILL', 'old'],
    ['renameSync:KILL', 'new'],
    ['fsyncSync@2:before-KILL', 'new'],
    ['fsyncSync@2:KILL', 'new'],
  ])(
    'at %s keeps the %s content complete, and leaves at most one other file, with mode 0600',
    async (fault, left) => {
      const { signal, stdout, setup, beside } = await rotateBroken(fault);
      expect([signal, stdout]).toEqual(['SIGKILL', '']);
      if (left === 'old') expect(setup).toEqual(before);
      else expectRotated(setup);
      expect(beside.length).toBeLessThanOrEqual(left === 'old' ? 1 : 0);
      for (const file of beside)
        expect(file).toEqual([expect.stringMatching(/^\.zi-oauth-setup-[0-9a-f]{24}\.tmp$/), '600']);
    },
  );

  onPosix.each([
    ['renameSync:before-KILL', before.pkce, older],
    ['renameSync:KILL', older, before.pkce],
  ])('--undo at %s keeps both pairs, in either order', async (fault, pkce, previousPkce) => {
    const { signal, setup } = await rotateBroken(fault, ['--undo']);
    expect([signal, setup.pkce, setup.previousPkce]).toEqual(['SIGKILL', pkce, previousPkce]);
  });
});
