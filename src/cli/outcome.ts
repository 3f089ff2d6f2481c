import type { Context } from '../context/context.ts';
import { type ExitCode, exitCodes, Failure, Interruption, ReaderGone } from '../errors.ts';
import { excerpt } from '../text/sanitize.ts';
import { version } from './version.ts';

/** Tells the user what ended the run. The only place where an error becomes an exit code. */
export async function reportOutcome(error: unknown, context: Context): Promise<ExitCode> {
  const [exitCode, lines] = outcomeOf(error, context);
  if (lines.length > 0) await context.stderr.write(`${lines.join('\n')}\n`);
  return exitCode;
}

function outcomeOf(error: unknown, context: Context): [ExitCode, readonly string[]] {
  if (error instanceof ReaderGone) return [exitCodes.done, []];
  if (error instanceof Failure) {
    const { paint } = context.stderr.style;
    const details = error.details.map((line) => `  ${excerpt(line, 2000)}`);
    return [exitCodes[error.kind], [`${paint.bad('Error:')} ${excerpt(error.message, 600)}`, ...details]];
  }
  if (error instanceof Interruption) {
    const [outcome = '', ...next] = error.details;
    return [exitCodes[error.kind], ['', `Stopped. ${outcome}`.trimEnd(), ...next]];
  }
  return [exitCodes.bug, bugReport(error, context)];
}

/** The message of an unexpected error may hold anything, so it is shown with the stack trace only. */
function bugReport(error: unknown, { env, platform }: Context): string[] {
  const name = error instanceof Error ? error.name : typeof error;
  const lines = [
    `This is a bug in zi-oauth-setup: ${name} (zi-oauth-setup ${version}, Node ${process.version}, ${platform}).`,
    'Please report it with what you did. DEBUG=zi-oauth-setup shows where it happened; style for secrets before you send that.',
  ];
  const trace = error instanceof Error ? (error.stack ?? name) : String(error);
  return env.DEBUG === 'zi-oauth-setup' ? [...lines, trace] : lines;
}
