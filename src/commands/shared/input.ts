import type { Context } from '../../context/context.ts';
import { Failure } from '../../errors.ts';
import { isContinuousIntegration, isDumbTerminal } from '../../terminal/environment.ts';
import { isStandardInput } from '../../terminal/standard-stream.ts';
import { withoutByteOrderMark } from '../../text/byte-order-mark.ts';

/** What reading needs from the outside. */
export type Sources = Pick<Context, 'stdin' | 'files'>;

/** What determines whether a person can answer. */
export type Seat = Pick<Context, 'stdin' | 'stderr' | 'env'>;

/** The largest file that is read as a secret, in bytes. */
const largestSecret = 64 * 1024;

/** Reads a file, or standard input for `-`. @throws Failure */
export async function readInput(path: string, limit: number, sources: Sources): Promise<Buffer> {
  return isStandardInput(path) ? sources.stdin.read(limit) : sources.files.read(path, limit);
}

/** The same for the file of an option. @throws Failure that begins with the option */
export async function readInputOf(
  option: string,
  path: string,
  limit: number,
  sources: Sources,
): Promise<Buffer> {
  try {
    return await readInput(path, limit, sources);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    throw new Failure(error.kind, `${option}: ${error.message}`, error.details);
  }
}

/**
 * Reads one secret from a file or standard input, without a trailing line break and a byte order mark.
 * @throws Failure (content) that names the option and what is wrong, never the text
 */
export async function readSecret(option: string, path: string, sources: Sources): Promise<string> {
  if (isStandardInput(path) && sources.stdin.isTerminal) {
    throw new Failure(
      'usage',
      `${option} - would show the secret in the terminal. Pipe it in, or omit the option to be prompted for it.`,
    );
  }
  const name = secretFileName(path);
  const bytes = await readSecretBytes(option, path, sources);
  const text = withoutByteOrderMark(bytes.toString('utf8')).replace(/\r?\n$/, '');
  if (text.includes('\0')) {
    throw new Failure(
      'content',
      `${option} ${name} isn't UTF-8 text (perhaps UTF-16, as PowerShell writes it). Save it as UTF-8.`,
    );
  }
  if (text.trim() === '') throw new Failure('content', `${option} ${name} is empty.`);
  if (/[\r\n]/.test(text)) {
    throw new Failure(
      'content',
      `${option} ${name} contains more than one line. It must contain only the value.`,
    );
  }
  if (/[ \t]$/.test(text)) {
    throw new Failure(
      'content',
      `${option} ${name} ends with a trailing space. In cmd, use echo VALUE>file, without a space before the >.`,
    );
  }
  return text;
}

async function readSecretBytes(option: string, path: string, sources: Sources): Promise<Buffer> {
  try {
    return await readInput(path, largestSecret, sources);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    if (isShowable(path)) throw new Failure(error.kind, `${option}: ${error.message}`, error.details);
    const [, ...reason] = error.message.split(`${path} `);
    throw new Failure(error.kind, `${option}: ${unshownFile} ${reason.join(`${path} `)}`, [
      'This option takes the path of a file, not the secret itself.',
    ]);
  }
}

/** A text without any of these may not be a path, but the secret itself. */
export const isShowable = (path: string): boolean => isStandardInput(path) || /[/\\.]/.test(path);

const unshownFile = 'the file';

/** The name of a secret's file, after its option. */
export function secretFileName(path: string): string {
  if (isStandardInput(path)) return '(standard input)';
  return isShowable(path) ? path : `(${unshownFile})`;
}

/** The name of a file, or of standard input, at the beginning of a message. */
export function sourceName(path: string): string {
  return isStandardInput(path) ? 'Standard input' : path;
}

/** @throws Failure (usage) when two options want standard input */
export function refuseTwoReaders(paths: Readonly<Record<string, string | undefined>>): void {
  const readers = Object.keys(paths).filter((option) => isStandardInput(paths[option]));
  if (readers.length < 2) return;
  throw new Failure(
    'usage',
    `${readers.join(' and ')} can't both read standard input. Use a file for one of them.`,
  );
}

/**
 * Why the user can't be prompted, to complete a sentence after "because"; undefined if they can.
 * @param paths the files that are read
 */
export function whyNoPrompts(
  { stdin, stderr, env }: Seat,
  paths: readonly (string | undefined)[],
): string | undefined {
  if (isContinuousIntegration(env)) return 'CI is set';
  if (isDumbTerminal(env)) return 'TERM is dumb';
  if (paths.some(isStandardInput)) return 'a file is read from standard input';
  if (!stdin.isTerminal) return "standard input isn't a terminal";
  return stderr.isTerminal ? undefined : "standard error isn't a terminal";
}
