import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Setup } from '../../../src/setup-file/schema.ts';
import { perform, type StageOptions } from '../../support/context.ts';
import { temporaryFolder } from '../../support/folder.ts';
import { sampleSetup } from '../../support/setup-fixture.ts';

function folderWith(setup: Setup): string {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'a b.json'), JSON.stringify(setup), { mode: 0o600 });
  return folder;
}

/** The last line of what is said on standard error. */
async function lastLine(args: readonly string[], setup: Setup, options: StageOptions): Promise<string> {
  const { code, stderr } = await perform(args, { folder: folderWith(setup), ...options });
  expect(code).toBe(0);
  return stderr.trimEnd().split('\n').at(-1) ?? '';
}

const sound = sampleSetup();
const rotated: Setup = { ...sound, previousPkce: sound.pkce };
const withoutCredentials = sampleSetup({ clientId: null, clientSecret: null });
const odd: Setup = { ...sound, region: 'EMEA' };

const verify = "verify 'a b.json' --online";
const diagnose = "diagnose 'a b.json'";

const scenes: [next: string, setup: Setup, ...args: string[]][] = [
  [diagnose, sound, 'rotate', 'a b.json'],
  [diagnose, rotated, 'rotate', 'a b.json', '--undo'],
  ["rotate 'a b.json'", sound, 'rotate', 'a b.json', '--dry-run'],
  ["rotate 'a b.json' --undo", rotated, 'rotate', 'a b.json', '--dry-run', '--undo'],
  ["show 'a b.json' --open", sound, 'show', 'a b.json'],
  [verify, sound, 'show', 'a b.json', '--open'],
  [verify, sound, 'show', 'a b.json', '-o', 'sheet.html'],
  ["verify 'a b.json'", odd, 'show', 'a b.json'],
  [verify, sound, 'show', 'a b.json', '--for', 'zoominfo'],
  ["--from 'a b.json'", withoutCredentials, 'show', 'a b.json', '--for', 'zoominfo'],
  [verify, sound, 'show', 'a b.json', '--for', 'jitterbit'],
  ['--code-verifier-file <file>', sound, 'pkce'],
];

describe('what to do next', () => {
  test.each(scenes)('%s: the last line at a terminal', async (next, setup, ...args) => {
    expect(await lastLine(args, setup, { terminal: true })).toBe(`  zi-oauth-setup ${next}`);
    const npx = { terminal: true, env: { npm_command: 'exec' } };
    expect(await lastLine(args, setup, npx)).toBe(`  npx zi-oauth-setup ${next}`);
  });

  test.each(scenes)('%s: not in a pipe, nor in CI', async (next, setup, ...args) => {
    for (const options of [{}, { terminal: true, env: { CI: 'true' } }])
      expect(await lastLine(args, setup, options)).not.toBe(`  zi-oauth-setup ${next}`);
  });

  test.each([
    ['show', '-'],
    ['pkce', '--count', '2'],
    ['pkce', '-f', 'json', '--code-verifier-file', '-'],
  ])("isn't said if there is nothing to run: %s %s", async (...args) => {
    const isSetup = args[0] === 'show';
    const stdin = isSetup ? JSON.stringify(sound) : sound.pkce.codeVerifier;
    const { stderr } = await perform(args, { terminal: false, stdin });
    expect(stderr).not.toContain('zi-oauth-setup');
  });
});
