import type { Context } from '../../context/context.ts';
import { Failure } from '../../errors.ts';
import { isContinuousIntegration, isDumbTerminal } from '../../terminal/environment.ts';
import { explain } from '../../terminal/log.ts';
import { isStandardInput } from '../../terminal/standard-stream.ts';

/** What reading needs from the outside; the last two to say what to type at a terminal. */
export type Sources = Pick<Context, 'stdin' | 'files' | 'stderr' | 'platform'>;

/** What determines whether a person can answer. */
export type Seat = Pick<Context, 'stdin' | 'stderr' | 'env'>;

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

/** Says what to do if what is read has to be typed or pasted at a terminal, which shows nothing by itself. */
export async function inviteTyping(
  what: string,
  path: string,
  { stdin, stderr, platform }: Sources,
): Promise<void> {
  if (!isStandardInput(path) || !stdin.isTerminal) return;
  const end = platform === 'win32' ? 'Ctrl-Z, then Enter' : 'Ctrl-D';
  await explain(stderr, `Paste ${what}. On the line after it, press ${end}.`);
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
