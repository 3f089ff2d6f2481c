import { readdirSync, unlinkSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { Failure } from '../errors.ts';
import { crypto } from '../oauth/crypto.ts';
import { whileShared } from './sharing.ts';
import { errorCode, fileFailure } from './system-errors.ts';
import { alreadyExists } from './write-target.ts';

/**
 * An unguessable name next to the target, so that nothing can be placed there in advance. Its first digits depend on the
 * target, so that concurrent writers find each other's files.
 */
const temporaryPath = (target: string): string =>
  pathBeside(target, `${crypto().randomBytes(10).toString('hex')}.tmp`);

/** A name next to the target, for a file that all its writers look for. */
export const pathBeside = (target: string, ending: string): string =>
  join(dirname(target), `${prefixOf(target)}${ending}`);

/** Spellings that are the same name on a disk that ignores case or normalization have the same prefix. */
function prefixOf(target: string): string {
  const name = basename(target).normalize('NFC').toLowerCase();
  const digits = crypto().createHash('sha256').update(name).digest('hex').slice(0, 4);
  return `.zi-oauth-setup-${digits}`;
}

/**
 * Runs `work` with the name of a temporary file for the target, and removes the file if `work` fails.
 * @throws Failure (file); names the file if it remains
 */
export function withTemporary<T>(target: string, work: (temporary: string) => T): T {
  const temporary = temporaryPath(target);
  try {
    return work(temporary);
  } catch (error) {
    const failure = failureOf(error, target);
    if (removeQuietly(temporary)) throw failure;
    const remains = `Delete ${temporary}. It contains secrets and couldn't be removed.`;
    throw new Failure(failure.kind, failure.message, [...failure.details, remains]);
  }
}

const failureOf = (error: unknown, target: string): Failure =>
  errorCode(error) === 'EEXIST' ? alreadyExists(target) : fileFailure(error, `${target} couldn't be written`);

/** @returns whether the file is gone */
export function removeQuietly(path: string): boolean {
  try {
    whileShared(() => unlinkSync(path));
    return true;
  } catch (error) {
    return errorCode(error) === 'ENOENT';
  }
}

/** Removes the temporary files of other writers of the target, including those that a crash left behind. */
export function removeRivals(own: string, target: string): void {
  const prefix = prefixOf(target);
  const rivals = namesIn(dirname(target)).filter(
    (name) => name !== basename(own) && name.startsWith(prefix) && /-[0-9a-f]{24}\.tmp$/.test(name),
  );
  // Any that remain belong to another user, in a folder where only owners can remove files.
  for (const name of rivals) removeQuietly(join(dirname(target), name));
}

/** A folder that is writable but can't be listed shows no rivals. */
function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
