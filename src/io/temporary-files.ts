import { readdirSync, unlinkSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { whileShared } from './sharing.ts';

/** Loaded when something is written: most commands need none of it. */
const crypto = () => process.getBuiltinModule('node:crypto');

/**
 * A name beside the target that cannot be guessed, so that nothing can be put in its place. Its first digits follow
 * from the target, so that writers of one file find each other.
 */
export function temporaryPath(target: string): string {
  return join(dirname(target), `${prefixOf(target)}${crypto().randomBytes(10).toString('hex')}.tmp`);
}

/** Two spellings of one name on a disk that ignores case or form must have one prefix. */
function prefixOf(target: string): string {
  const name = basename(target).normalize('NFC').toLowerCase();
  const digits = crypto().createHash('sha256').update(name).digest('hex').slice(0, 4);
  return `.zi-oauth-setup-${digits}`;
}

/** Removes the temporary files of other writers of the target, those that a crash left behind among them. */
export function removeRivals(own: string, target: string): void {
  const prefix = prefixOf(target);
  const rivals = namesIn(dirname(target)).filter(
    (name) => name !== basename(own) && name.startsWith(prefix) && /-[0-9a-f]{24}\.tmp$/.test(name),
  );
  for (const name of rivals) removeRival(join(dirname(target), name));
}

/** A folder that can be written to but not listed shows no rivals. */
function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** Gone already, or another user's in a folder where only owners remove. */
function removeRival(path: string): void {
  try {
    whileShared(() => unlinkSync(path));
  } catch {
    return;
  }
}
