import { chmodSync, cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './clone.ts';
import { temporaryFolder } from './folder.ts';

/** What the package has in it, apart from what is only read by people. */
const { files } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { files: string[] };

/** Copies the built program as it is packed. */
export function copyProgram(folder: string): void {
  for (const part of [...files, 'package.json'])
    cpSync(join(root, part), join(folder, part), { recursive: true });
}

/** A copy of the built program that every user of the machine can run, wherever the work tree is. */
export function installForEverybody(): string {
  const folder = temporaryFolder();
  copyProgram(folder);
  chmodSync(folder, 0o755);
  return join(folder, 'bin', 'zi-oauth-setup.js');
}
