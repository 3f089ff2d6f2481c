import { chmodSync, cpSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { temporaryFolder } from './folder.ts';

/** A copy of the built program that every user of the machine can run, wherever the work tree is. */
export function installForEverybody(): string {
  const folder = temporaryFolder();
  for (const part of ['bin', 'dist', 'package.json']) {
    cpSync(fileURLToPath(new URL(`../../${part}`, import.meta.url)), join(folder, part), { recursive: true });
  }
  chmodSync(folder, 0o755);
  return join(folder, 'bin', 'zi-oauth-setup.js');
}
