import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { deriveCodeChallenge } from '../../src/oauth/pkce.ts';
import type { Setup } from '../../src/setup-file/schema.ts';
import { type Performance, perform } from '../support/context.ts';
import { sharedFolder } from '../support/folder.ts';

/**
 * Files that version 1.0.0 wrote, which no later release may change: setups in every format, the part for one side
 * (`NAME.SIDE.EXTENSION`), and what `pkce` and `rotate` printed. Those in `utf-16` are the same output as the `>` of
 * Windows PowerShell saves it: UTF-16LE with a byte order mark and CRLF. The credentials and pairs are made up.
 */
const fixtures = fileURLToPath(new URL('../fixtures/release-1.0.0', import.meta.url));

/** The setups, with the verdict of `verify` in 1.0.0. */
const setups = {
  na: 'pass',
  'emea-no-credentials': 'warn',
  'apac-method-row': 'warn',
  'multi-line': 'warn',
  quotes: 'pass',
  loopback: 'warn',
  'own-rows': 'warn',
  'wide-rows': 'warn',
  rotated: 'pass',
  undone: 'pass',
} as const;

const folder = sharedFolder();

const contentOf = (fixture: string): Buffer => readFileSync(join(fixtures, fixture));

/** A copy that only its owner can read, as 1.0.0 wrote the original; Git doesn't keep that. */
function copyOf(fixture: string): string {
  const path = join(mkdtempSync(join(folder, 'copy-')), basename(fixture));
  writeFileSync(path, contentOf(fixture), { mode: 0o600 });
  return path;
}

describe.concurrent.each(Object.entries(setups))('%s.json of 1.0.0', (name, verdict) => {
  const fixture = `${name}.json`;
  const text = contentOf(fixture).toString();
  const saved: Setup = JSON.parse(text);

  test('has the same verdict', async () => {
    const { code, stdout } = await perform(['verify', copyOf(fixture), '-f', 'json']);
    expect([code, JSON.parse(stdout).verdict]).toEqual([0, verdict]);
  });

  test('is shown as the same bytes', async () => {
    const { code, stdout } = await perform(['show', copyOf(fixture), '-f', 'json']);
    expect([code, stdout]).toEqual([0, text]);
  });

  test('keeps its pairs and rows with --from', async () => {
    const { code, stdout } = await perform(['setup', '--from', copyOf(fixture), '--yes', '-f', 'json']);
    const { pkce, previousPkce, advancedOptions }: Setup = JSON.parse(stdout);
    expect([code, pkce, previousPkce, advancedOptions]).toEqual([
      0,
      saved.pkce,
      saved.previousPkce,
      saved.advancedOptions,
    ]);
  });

  test('can be rotated', async () => {
    const copy = copyOf(fixture);
    expect((await perform(['rotate', copy])).code).toBe(0);
    const { pkce, previousPkce }: Setup = JSON.parse(readFileSync(copy, 'utf8'));
    const pairsBefore = [saved.pkce.codeVerifier, saved.previousPkce?.codeVerifier];
    expect(pairsBefore).not.toContain(pkce.codeVerifier);
    expect(pkce.codeChallenge).toBe(deriveCodeChallenge(pkce.codeVerifier));
    expect(previousPkce?.codeVerifier).toBe(saved.pkce.codeVerifier);
  });
});

/** Writes a setup with another pair over a file. */
function overwrite(path: string, ...flags: readonly string[]): Promise<Performance> {
  return perform(['setup', '--yes', '-r', 'na', '-s', 'company', '-o', path, '--force', ...flags]);
}

async function expectReplaced(fixture: string, ...flags: readonly string[]): Promise<void> {
  const copy = copyOf(fixture);
  expect((await overwrite(copy, ...flags)).code).toBe(0);
  expect(readFileSync(copy).equals(contentOf(fixture))).toBe(false);
}

const files = readdirSync(fixtures, { recursive: true, encoding: 'utf8' });
const namesLike = (pattern: RegExp): string[] => files.filter((file) => pattern.test(file)).sort();

const withoutVerifier = namesLike(/\.zoominfo\.\w+$/);
const guarded = namesLike(/\.\w+$/).filter((file) => !withoutVerifier.includes(file));
const inEveryFormat = namesLike(/(?:^|[\\/])na\.\w+$/);

describe.concurrent('a file of 1.0.0 that another pair would overwrite', () => {
  test.each(guarded)('is left unchanged: %s', async (fixture) => {
    const copy = copyOf(fixture);
    const { code, stdout, stderr } = await overwrite(copy);
    expect([code, stdout, stderr]).toEqual([6, '', expect.stringContaining('--new-pkce')]);
    expect(readFileSync(copy).equals(contentOf(fixture))).toBe(true);
  });

  test.each(inEveryFormat)('is replaced with --new-pkce: %s', (fixture) =>
    expectReplaced(fixture, '--new-pkce'),
  );

  test.each(withoutVerifier)('is replaced if it contains no verifier: %s', (fixture) =>
    expectReplaced(fixture),
  );
});
