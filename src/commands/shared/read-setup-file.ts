import { Failure } from '../../errors.ts';
import type { CommandWords } from '../../message.ts';
import { formatOfFile } from '../../render/format-names.ts';
import { readSetup } from '../../setup-file/read.ts';
import type { Setup } from '../../setup-file/schema.ts';
import { withoutByteOrderMark } from '../../text/byte-order-mark.ts';
import { largestSetup } from '../../text/limits.ts';
import { inviteTyping, readInput, readInputOf, type Sources, sourceName } from './input.ts';

/** A setup file and the bytes that it was read from. */
export interface SetupFile {
  /** Its name at the beginning of a message. */
  readonly name: string;
  readonly bytes: Buffer;
  readonly setup: Setup;
}

/**
 * Reads a setup file, or standard input for `-`.
 * @param again the command line of this run, for a newer version of the program
 * @param option the option that specified the file, if one did
 * @throws Failure (file), or (content) if its format is invalid
 */
export async function readSetupFile(
  path: string,
  sources: Sources,
  again: CommandWords,
  option?: string,
): Promise<SetupFile> {
  const name = sourceName(path);
  await inviteTyping('the setup file', path, sources);
  const bytes = await (option === undefined
    ? readInput(path, largestSetup, sources)
    : readInputOf(option, path, largestSetup, sources));
  const text = bytes.toString('utf8');
  refuseOtherFormat(path, text);
  return { name, bytes, setup: await readSetup(text, name, again) };
}

/** A setup that was saved in a format for people or shells. JSON is read from a file with any name. */
function refuseOtherFormat(path: string, text: string): void {
  const format = formatOfFile(path);
  if (format === undefined || format === 'json' || /^\s*\{/.test(withoutByteOrderMark(text))) return;
  throw new Failure('content', `${path} isn't a setup file. A setup can be read only from its .json file.`);
}
