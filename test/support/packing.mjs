import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runWell } from './child.mjs';

/** Packs a package as for publishing. `packed` is what npm reports about the tarball. */
export async function pack(folder, destination, what = folder) {
  const args = ['pack', what, '--json', '--ignore-scripts', '--prefer-offline'];
  // A list up to npm 11, and an object by name in later versions.
  const [packed] = Object.values(JSON.parse((await runWell('npm', args, { cwd: destination })).stdout));
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return { manifest, packed, file: join(destination, packed.filename) };
}
