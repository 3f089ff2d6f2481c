import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { renderJson } from '../../src/render/json.ts';
import type { Setup } from '../../src/setup-file/schema.ts';
import { perform } from '../support/context.ts';
import { temporaryFolder } from '../support/folder.ts';
import { clientSecret, sampleSetup } from '../support/setup-fixture.ts';

const { codeVerifier } = sampleSetup().pkce;

function folderWith(changes: Partial<Setup>): string {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'a.json'), renderJson({ ...sampleSetup(), ...changes }), { mode: 0o600 });
  return folder;
}

test.each<[changes: Partial<Setup>, says: string]>([
  [{ connector: 'Salesforce' }, 'The Connector must be ZoomInfo (Beta).'],
  [{ name: '' }, 'The Name is blank.'],
  [{ name: ' ' }, 'The Name is blank.'],
  [{ name: '::debug::x' }, 'The Name begins with "::"'],
  [{ name: `ZoomInfo ${clientSecret}` }, 'The Name contains the Client Secret.'],
  [{ description: `was ${codeVerifier}` }, 'The Description contains the code verifier.'],
  [{ description: '##[group]x' }, 'The Description contains two number signs'],
])('verify and show warn of %j, and following the fix ends that', async (changes, says) => {
  const folder = folderWith(changes);
  const shown = await perform(['show', 'a.json', '-f', 'json'], { folder });
  expect([shown.code, shown.stderr]).toEqual([0, expect.stringContaining(`Warning: a.json: ${says}`)]);
  const verified = await perform(['verify', 'a.json', '-f', 'json'], { folder });
  expect([verified.code, JSON.parse(verified.stdout).verdict]).toEqual([0, 'pass']);
  expect(verified.stderr).toContain(`Warning: a.json: ${says}`);
  const line = /^ +zi-oauth-setup (--from .*)$/m.exec(verified.stderr)?.[1] ?? expect.fail(verified.stderr);
  const words = line.split(' ').map((word) => (/^<.*>$/.test(word) ? 'Mine' : word));
  expect((await perform(words, { folder })).code).toBe(0);
  expect((await perform(['verify', 'a.json', '-f', 'json'], { folder })).stderr).toBe('');
  expect(JSON.parse(readFileSync(join(folder, 'a.json'), 'utf8')).connector).toBe('ZoomInfo (Beta)');
});

test('the fix of a failing check corrects a wrong text as well, and is the only one', async () => {
  const folder = folderWith({ name: '', scopes: ['API:data:news'] });
  const { stdout, stderr } = await perform(['verify', 'a.json'], { folder });
  expect(stderr).toContain('The Name is blank.');
  expect(stderr).not.toContain('--from');
  expect(stdout).toMatch(/--scopes api:data:news .*--name <name>/);
});
