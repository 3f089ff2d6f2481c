import { readSetup } from '../../setup-file/read.ts';
import type { Setup } from '../../setup-file/schema.ts';
import { largestSetup } from '../../text/limits.ts';
import { readInput, readInputOf, type Sources, sourceName } from './input.ts';

/** A setup file and the bytes that it was read from. */
export interface SetupFile {
  /** Its name at the beginning of a message. */
  readonly name: string;
  readonly bytes: Buffer;
  readonly setup: Setup;
}

/**
 * Reads a setup file, or standard input for `-`.
 * @param option the option that specified the file, if one did
 * @throws Failure (file), or (content) if its format is invalid
 */
export async function readSetupFile(path: string, sources: Sources, option?: string): Promise<SetupFile> {
  const name = sourceName(path);
  const bytes = await (option === undefined
    ? readInput(path, largestSetup, sources)
    : readInputOf(option, path, largestSetup, sources));
  return { name, bytes, setup: await readSetup(bytes.toString('utf8'), name) };
}
