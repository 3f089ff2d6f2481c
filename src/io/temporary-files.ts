import { readdirSync, unlinkSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { crypto } from '../oauth/crypto.ts';
import { whileShared } from './sharing.ts';

/**
 * An unguessable name beside the target, so that nothing can be placed there in advance. Its first digits depend on the
 * target, so that concurrent writers find each other's files.
 */
export function temporaryPath(target: string): string {
  return join(dirname(target), `${prefixOf(target)}${crypto().randomBytes(10).toString('hex')}.tmp`);
}

/** Spellings that are the same name on a disk that ignores case or normalization have the same prefix. */
function prefixOf(target: string): string {
  const name = basename(target).normalize('NFC').toLowerCase();
  const digits = crypto().createHash('sha256').update(name).digest('hex').slice(0, 4);
  return `.zi-oauth-setup-${digits}`;
}

/** Removes the temporary files of other writers of the target, including those that a crash left behind. */
export function removeRivals(own: string, target: string): void {
  const prefix = prefixOf(target);
  const rivals = namesIn(dirname(target)).filter(
    (name) => name !== basename(own) && name.startsWith(prefix) && /-[0-9a-f]{24}\.tmp$/.test(name),
  );
  for (const name of rivals) removeRival(join(dirname(target), name));
}

/** A folder that is writable but can't be listed shows no rivals. */
function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** Ignores errors: the file may be gone, or belong to another user in a folder where only owners can remove files. */
function removeRival(path: string): void {
  try {
    whileShared(() => unlinkSync(path));
  } catch {
    return;
  }
}
