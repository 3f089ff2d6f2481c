import type { Context } from '../../context/context.ts';
import { Failure } from '../../errors.ts';
import { isContinuousIntegration, isDumbTerminal } from '../../terminal/environment.ts';
import { isStandardInput } from '../../terminal/standard-stream.ts';
import { withoutByteOrderMark } from '../../text/byte-order-mark.ts';

/** What reading needs of the outside. */
export type Sources = Pick<Context, 'stdin' | 'files'>;

/** What decides whether a person can answer. */
export type Seat = Pick<Context, 'stdin' | 'stderr' | 'env'>;

/** The largest file that is read as one secret, in bytes. */
const largestSecret = 64 * 1024;

/** Reads a file, or standard input for `-`. @throws Failure */
export async function readInput(path: string, limit: number, sources: Sources): Promise<Buffer> {
  return isStandardInput(path) ? sources.stdin.read(limit) : sources.files.read(path, limit);
}

/** The same for the file that an option names. @throws Failure that begins with the option */
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
 * Reads one secret from a file or standard input. One trailing line break and a byte order mark do not belong to it.
 * @throws Failure (content) that names the option and what is wrong, never the text
 */
export async function readSecret(option: string, path: string, sources: Sources): Promise<string> {
  if (isStandardInput(path) && sources.stdin.isTerminal) {
    throw new Failure(
      'usage',
      `${option} - would show the secret in the terminal: pipe it in, or leave the option out to be asked.`,
    );
  }
  const name = secretFileName(path);
  const bytes = await readSecretBytes(option, path, sources);
  const text = withoutByteOrderMark(bytes.toString('utf8')).replace(/\r?\n$/, '');
  if (text.includes('\0')) {
    throw new Failure(
      'content',
      `${option} ${name} is not UTF-8 text (UTF-16 perhaps, as PowerShell writes it): save it as UTF-8.`,
    );
  }
  if (text.trim() === '') throw new Failure('content', `${option} ${name} is empty.`);
  if (/[\r\n]/.test(text)) {
    throw new Failure('content', `${option} ${name} has more than one line: it should hold the value alone.`);
  }
  if (/[ \t]$/.test(text)) {
    throw new Failure(
      'content',
      `${option} ${sourceName(path)} has a trailing space. In cmd, write echo VALUE>file without a space before the >.`,
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

/** What has none of these is perhaps not a path, but the secret itself. */
export const isShowable = (path: string): boolean => isStandardInput(path) || /[/\\.]/.test(path);

const unshownFile = 'the file';

/** How to call the file of a secret in messages. */
export function secretFileName(path: string): string {
  return isShowable(path) ? sourceName(path) : `(${unshownFile})`;
}

/** How to call a file, or standard input, in messages. */
export function sourceName(path: string): string {
  return isStandardInput(path) ? '(standard input)' : path;
}

/** @throws Failure (usage) when two options want standard input */
export function refuseTwoReaders(paths: Readonly<Record<string, string | undefined>>): void {
  const readers = Object.keys(paths).filter((option) => isStandardInput(paths[option]));
  if (readers.length < 2) return;
  throw new Failure(
    'usage',
    `${readers.join(' and ')} cannot both read standard input: give a file to one of them.`,
  );
}

/** Whether somebody sits at a terminal and standard input is free for answers. @param paths the files that are read */
export function canAnswer({ stdin, stderr, env }: Seat, paths: readonly (string | undefined)[]): boolean {
  if (isContinuousIntegration(env) || isDumbTerminal(env) || paths.some(isStandardInput)) return false;
  return stdin.isTerminal && stderr.isTerminal;
}
