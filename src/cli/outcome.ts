import { setTimeout } from 'node:timers/promises';
import type { Context } from '../context/context.ts';
import { type ExitCode, exitCodes, Failure, Interruption, ReaderGone } from '../errors.ts';
import type { Line } from '../message.ts';
import { explain, fail, say, tell } from '../terminal/log.ts';
import { programName } from '../terminal/program-words.ts';
import { excerpt } from '../text/sanitize.ts';
import { version } from './version.ts';

/**
 * Reports what ended the run. The only place where an error becomes an exit code.
 * @param words the command line, whose words are shown whole
 */
export async function reportOutcome(
  error: unknown,
  context: Pick<Context, 'env' | 'platform' | 'stderr'>,
  words: readonly string[] = [],
): Promise<ExitCode> {
  const exitCode = exitCodeOf(error);
  if (error instanceof ReaderGone) return exitCode;
  const { stderr } = context;
  if (error instanceof Failure) {
    const details = error.details.map((line) => cut(line, 2000));
    await fail(stderr, excerpt(error.message, 600), { details, keep: words.map(valueIn) });
  } else if (error instanceof Interruption) {
    const [outcome = '', ...next] = error.details.map((line) => cut(line, 2000));
    const said = say(stderr).then(() => tell(stderr, [`Cancelled. ${outcome}`.trimEnd(), ...next]));
    await Promise.race([said, setTimeout(lastWord, undefined, { ref: false })]);
  } else {
    for (const line of bugReport(error, context)) await explain(stderr, line);
    if (context.env.DEBUG === programName) await say(stderr, traceOf(error));
  }
  return exitCode;
}

function exitCodeOf(error: unknown): ExitCode {
  if (error instanceof ReaderGone) return exitCodes.done;
  return error instanceof Failure || error instanceof Interruption ? exitCodes[error.kind] : exitCodes.bug;
}

/** Milliseconds that an interrupted program waits for its last words to be read. */
const lastWord = 500;

const cut = (line: Line, length: number): Line => (typeof line === 'string' ? excerpt(line, length) : line);

/** `--output=my file.json` names `my file.json`. */
const valueIn = (word: string): string => word.replace(/^--?[a-z-]+=/, '');

/** The message of an unexpected error may contain anything, so it is shown with the stack trace only. */
function bugReport(error: unknown, { platform }: Pick<Context, 'platform'>): string[] {
  const name = error instanceof Error ? error.name : typeof error;
  return [
    `This is a bug in ${programName}: ${name} (${programName} ${version}, Node ${process.version}, ${platform}).`,
    `To report it, send this message, what you did, and a stack trace without any secrets. To get one, set DEBUG=${programName} and run the command again.`,
  ];
}

const traceOf = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.name) : String(error);
