import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { renderJson } from '../../src/render/json.ts';
import { readSetup } from '../../src/setup-file/read.ts';
import type { Setup } from '../../src/setup-file/schema.ts';
import { largestSetup } from '../../src/text/limits.ts';
import { perform } from '../support/context.ts';
import { temporaryFolder } from '../support/folder.ts';
import { sampleSetup } from '../support/setup-fixture.ts';

/** A setup of this many bytes when written; each `é` in the note has two. */
function setupOf(bytes: number): Setup {
  const noted = (note: string): Setup => ({ ...sampleSetup(), 'x-note': note }) as Setup;
  const rest = bytes - Buffer.byteLength(renderJson(noted('')));
  return noted('é'.repeat(Math.floor(rest / 2)) + 'e'.repeat(rest % 2));
}

describe('a setup is written no larger than it can be read', () => {
  test('exactly', async () => {
    const largest = setupOf(largestSetup);
    const text = renderJson(largest);
    expect(Buffer.byteLength(text)).toBe(largestSetup);
    expect(await readSetup(text, 'a.json')).toEqual(largest);
    expect(() => renderJson({ ...largest, name: `${largest.name}!` })).toThrow('1024 KiB');
  });

  test.each([
    ['rotate', ['rotate', 'a.json']],
    ['rotate --dry-run', ['rotate', 'a.json', '--dry-run']],
    ['a second file', ['setup', '--from', 'a.json', '--yes', '--name', 'A longer name', '-o', 'b.json']],
    [
      'the same file',
      ['setup', '--from', 'a.json', '--yes', '--name', 'A longer name', '-o', 'a.json', '--force'],
    ],
    ['standard output', ['setup', '--from', 'a.json', '--yes', '--name', 'A longer name', '-f', 'json']],
  ])('by %s', async (_, args) => {
    const folder = temporaryFolder();
    const path = join(folder, 'a.json');
    const before = renderJson(setupOf(largestSetup));
    writeFileSync(path, before);
    const { code, stdout, stderr } = await perform(args, { folder });
    expect([code, stdout]).toEqual([3, '']);
    expect(stderr).toContain('1024 KiB');
    expect(readFileSync(path, 'utf8')).toBe(before);
  });
});
