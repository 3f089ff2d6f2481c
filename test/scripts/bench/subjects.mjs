// What is measured, and what it's compared with.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pack } from '../../support/packing.mjs';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const createViteFolder = join(root, 'node_modules/create-vite');
const createViteManifest = JSON.parse(readFileSync(join(createViteFolder, 'package.json'), 'utf8'));

export const program = join(root, 'bin/zi-oauth-setup.js');
export const createVite = join(createViteFolder, createViteManifest.bin['create-vite']);

/** A program that does nothing, to measure Node itself. Without its first line, npx would have the shell run it. */
export function makeEmptyProgram(folder) {
  const file = join(folder, 'empty.mjs');
  writeFileSync(file, '#!/usr/bin/env node\n');
  return file;
}

/** Tarballs of this package, of create-vite, and of a package that contains an empty program. */
export async function packSubjects(folder) {
  const empty = join(folder, 'empty-package');
  mkdirSync(empty);
  makeEmptyProgram(empty);
  const manifest = { name: 'empty-package', version: '1.0.0', bin: 'empty.mjs' };
  writeFileSync(join(empty, 'package.json'), JSON.stringify(manifest));
  return {
    ours: await pack(root, folder),
    // The published tarball: packing the installed folder would omit its templates.
    createVite: await pack(createViteFolder, folder, `create-vite@${createViteManifest.version}`),
    empty: await pack(empty, folder),
  };
}
