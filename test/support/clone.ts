import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** What is built, and what builds it. */
const parts = readdirSync(root).filter((name) =>
  /^(?:\.gitattributes|src|bin|package\.json|rolldown\..*\.mts)$/.test(name),
);

/** Copies the sources as a clone would have them, uncommitted changes among them. */
export function copySources(folder: string): void {
  for (const part of parts) cpSync(join(root, part), join(folder, part), { recursive: true });
}

/** Lets modules below `folder` use the packages that are installed here. */
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

/** Every file of `dist` by its name. */
export function builtFiles(folder: string): Record<string, string> {
  const dist = join(folder, 'dist');
  const names = readdirSync(dist).sort();
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(dist, name), 'utf8')]));
}
