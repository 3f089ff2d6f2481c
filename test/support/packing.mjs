import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runWell } from './child.mjs';

/** Packs a package as it is or would be published; `packed` is what npm says about the tarball. */
export async function pack(folder, destination, what = folder) {
  const args = ['pack', what, '--json', '--ignore-scripts', '--prefer-offline'];
  // A list up to npm 11, an object by name since.
  const [packed] = Object.values(JSON.parse((await runWell('npm', args, { cwd: destination })).stdout));
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return { manifest, packed, file: join(destination, packed.filename) };
}
