import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { testWhere } from './requirements.ts';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** The sources, and what builds them. */
const parts = readdirSync(root).filter((name) =>
  /^(?:\.gitattributes|src|bin|package\.json|rolldown\..*\.mts)$/.test(name),
);

/** Copies the sources as in a clone, including uncommitted changes. */
export function copySources(folder: string): void {
  for (const part of parts) cpSync(join(root, part), join(folder, part), { recursive: true });
}

/** A test that links folders, which Wine can't. */
export const testWithLinks = testWhere(canLink(), 'links to folders');

function canLink(): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'zi-oauth-setup-'));
  try {
    symlinkSync(folder, join(folder, 'link'), 'junction');
    return true;
  } catch {
    return false;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Makes the packages installed here available to modules in `folder`. */
export function linkPackages(folder: string): void {
  mkdirSync(folder, { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
}

/** A clone that can be built. */
export function makeClone(folder: string): string {
  linkPackages(folder);
  copySources(folder);
  return folder;
}

/** The files in `dist` by name. */
export function builtFiles(folder: string): Record<string, string> {
  const dist = join(folder, 'dist');
  const names = readdirSync(dist).sort();
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(dist, name), 'utf8')]));
}
