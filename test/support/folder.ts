import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, onTestFinished } from 'vitest';

const newFolder = (): string => mkdtempSync(join(tmpdir(), 'zi oauth setup-'));

/** Windows locks a folder for a moment after a process in it exits. */
const remove = (folder: string): void => rmSync(folder, { recursive: true, force: true, maxRetries: 5 });

/** A new folder that is removed after the test. */
export function temporaryFolder(): string {
  const folder = newFolder();
  onTestFinished(() => remove(folder));
  return folder;
}

const shared: string[] = [];

afterAll(() => shared.splice(0).forEach(remove));

/** A new folder that the tests of a file share. It is removed after the last one. */
export function sharedFolder(): string {
  const folder = newFolder();
  shared.push(folder);
  return folder;
}
