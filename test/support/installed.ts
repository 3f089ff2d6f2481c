import { chmodSync, cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './clone.ts';
import { temporaryFolder } from './folder.ts';

/** The contents of the package, apart from files that only people read. */
const { files } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { files: string[] };

/** Copies the built program as it would be packed. */
export function copyProgram(folder: string): void {
  for (const part of [...files, 'package.json'])
    cpSync(join(root, part), join(folder, part), { recursive: true });
}

/** Copies the built program so that every user of the machine can run it, wherever the work tree is. */
export function installForEverybody(): string {
  const folder = temporaryFolder();
  copyProgram(folder);
  chmodSync(folder, 0o755);
  return join(folder, 'bin', 'zi-oauth-setup.js');
}
