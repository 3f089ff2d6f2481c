import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { perform } from '../../support/context.ts';
import { temporaryFolder } from '../../support/folder.ts';
import { sampleSetup } from '../../support/setup-fixture.ts';

/** What is said about a file with this content. */
async function said(content: string, args: readonly string[], name = 'a.json'): Promise<string> {
  const folder = temporaryFolder();
  writeFileSync(join(folder, name), content);
  const { code, stderr } = await perform(args, { folder, width: 1000 });
  expect(code).toBe(3);
  return stderr;
}

test.each([
  ['verify a.json --timeout 5 --online'],
  ['show a.json --for zoominfo --open'],
  ['rotate a.json --dry-run'],
  ['diagnose a.json --format json'],
  ['setup --from a.json --region emea --yes'],
  ['verify a.json --online --client-id <id>', 'verify a.json --online --client-id a-secret'],
  ['verify a.json --client-secret-file <path>', 'verify a.json --client-secret-file a-secret'],
])('a file of a newer version: %s is repeated with that version', async (again, typed = again) => {
  const newer = JSON.stringify({ ...sampleSetup(), schemaVersion: 2 });
  const stderr = await said(newer, typed.split(' '));
  expect(stderr).toContain(`npx zi-oauth-setup@latest ${again}\n`);
  expect(stderr).not.toContain('a-secret');
});

test.each(['a.env', 'a.md', 'a.txt', 'a.html'])('%s leads to the .json file', async (name) => {
  const env = "ZI_OAUTH_REGION='NA'\n";
  expect(await said(env, ['show', name], name)).toContain('only from its .json file');
  expect(await said('{}', ['show', name], name)).toContain('/pkce is missing');
});

test('a file with the wrong form leads to a new one', async () => {
  expect(await said('{}', ['show', 'a.json'])).toMatch(/Correct the file.*\n +zi-oauth-setup\n/);
});

describe('a setup file from standard input', () => {
  const stdin = JSON.stringify(sampleSetup());
  const readers = [
    ['verify', '-'],
    ['verify', '/dev/stdin'],
    ['show', '-'],
    ['setup', '--from', '-', '--yes'],
  ];

  test.each(readers.map((args) => [args] as const))('%j at a terminal says what to paste', async (args) => {
    const { code, stderr } = await perform(args, { stdin, terminal: true });
    expect(code).toBe(0);
    expect(stderr).toMatch(/^Paste the setup file\..*Ctrl-D/);
    const windows = await perform(args, { stdin, terminal: true, platform: 'win32' });
    expect(windows.stderr).toMatch(/^Paste.*Ctrl-Z, then Enter/);
  });

  test.each(readers.map((args) => [args] as const))('%j from a pipe says nothing of it', async (args) => {
    expect((await perform(args, { stdin })).stderr).not.toContain('Paste');
  });
});
