import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A new folder that is removed when the test ends. Windows keeps one for a moment behind a process that was in it. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'zi-oauth-setup-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  return folder;
}
