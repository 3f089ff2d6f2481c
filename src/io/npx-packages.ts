import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The packages requested when npx fetched the script, which it records next to its modules. */
export function npxPackages(script: string): string[] {
  const folder = /^.*[\\/]_npx[\\/][^\\/]+(?=[\\/])/s.exec(script)?.[0];
  if (folder === undefined) return [];
  try {
    const { _npx } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    return _npx.packages.filter((name: unknown) => typeof name === 'string');
  } catch {
    return [];
  }
}
