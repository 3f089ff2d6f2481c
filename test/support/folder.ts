import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, onTestFinished } from 'vitest';

const newFolder = (): string => mkdtempSync(join(tmpdir(), 'zi-oauth-setup-'));

/** Windows keeps a folder for a moment behind a process that was in it. */
const remove = (folder: string): void => rmSync(folder, { recursive: true, force: true, maxRetries: 5 });

/** A new folder that is removed when the test ends. */
export function temporaryFolder(): string {
  const folder = newFolder();
  onTestFinished(() => remove(folder));
  return folder;
}

const shared: string[] = [];

afterAll(() => shared.splice(0).forEach(remove));

/** A new folder for what several tests of a file use; removed behind the last of them. */
export function sharedFolder(): string {
  const folder = newFolder();
  shared.push(folder);
  return folder;
}
