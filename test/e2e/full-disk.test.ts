import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { runBin } from '../support/bin.ts';
import { temporaryFolder } from '../support/folder.ts';
import { testWhere } from '../support/requirements.ts';
import { savedSetup } from '../support/saved-setup.ts';
import { sampleSetup } from '../support/setup-fixture.ts';

const onLinux = testWhere(process.platform === 'linux', '/dev/full');

/** Lets a program write no file beyond one block of 512 bytes. */
const withoutRoom = ['sh', '-c', 'ulimit -f 1; exec "$@"', 'sh'];

describe("outputs that don't fit on the disk", () => {
  onLinux('leave nothing of themselves in the file of the runner', async () => {
    const outputs = join(temporaryFolder(), 'outputs');
    const before = `${'before=1\n'.repeat(53)}`;
    writeFileSync(outputs, before);
    const { code } = await runBin(['pkce', '--github-output'], {
      env: { GITHUB_OUTPUT: outputs },
      wrapper: withoutRoom,
    });
    expect(code).toBe(6);
    expect(readFileSync(outputs, 'utf8')).toBe(before);
  });

  onLinux('leave the pair in the setup file', async () => {
    const file = savedSetup(sampleSetup());
    const before = readFileSync(file, 'utf8');
    const { code } = await runBin(['rotate', file, '--github-output'], {
      env: { GITHUB_OUTPUT: '/dev/full' },
    });
    expect(code).toBe(6);
    expect(readFileSync(file, 'utf8')).toBe(before);
  });
});
