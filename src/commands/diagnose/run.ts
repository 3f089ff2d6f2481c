import { exitCodeOf } from '../../checks/check.ts';
import { renderChecksJson } from '../../checks/report.ts';
import type { Context } from '../../context/context.ts';
import { decodePaste } from '../../diagnose/decode-paste.ts';
import { diagnose } from '../../diagnose/diagnose.ts';
import { renderDiagnosis } from '../../diagnose/diagnosis-text.ts';
import { promptForPaste, sayNothingRecognized } from '../../diagnose/paste-prompt.ts';
import { recognize } from '../../diagnose/recognize/recognize.ts';
import { type ExitCode, Failure } from '../../errors.ts';
import { print } from '../../terminal/log.ts';
import { largestPaste } from '../../text/limits.ts';
import { whyNoPrompts } from '../shared/input.ts';
import type { DiagnoseOptions } from './definition.ts';
import { piping } from './piping.ts';
import { readRegistered } from './read-registered.ts';

/** `diagnose`: finds, from a pasted URL or error, the registered value that makes a sign-in fail. */
export async function run(options: DiagnoseOptions, context: Context): Promise<ExitCode> {
  const { stdout, stderr } = context;
  const registered = await readRegistered(options, context);
  const paste = await readPasted(options, context);
  const checks = diagnose(recognize(paste), registered);
  if (options.format === 'json') await stdout.write(renderChecksJson(checks, stdout.style));
  else if (checks.length > 0) await print(stdout, renderDiagnosis(checks, stdout.style));
  if (checks.length === 0) await sayNothingRecognized(stderr, paste);
  return exitCodeOf(checks);
}

/** What the user pastes at a terminal, else all of standard input. @throws Failure, Interruption */
async function readPasted(options: DiagnoseOptions, context: Context): Promise<string> {
  const { stdin, stderr } = context;
  const obstacle = whyNoPrompts(context, []);
  if (obstacle === undefined) return promptForPaste(await context.prompts(), stderr);
  if (stdin.isTerminal)
    throw new Failure('usage', `diagnose can't prompt for the paste, because ${obstacle}. Pipe it in:`, [
      piping(options),
    ]);
  const text = decodePaste(await readUpToLimit(options, stdin));
  if (!text.ok) throw new Failure('content', text.problem);
  return text.value;
}

/** Enough for an error and everything around it, and far below the limit. */
const lastLines = 2000;

/** @throws Failure (content) that says how to read only the end of a log that is too large */
async function readUpToLimit(options: DiagnoseOptions, stdin: Context['stdin']): Promise<Buffer> {
  try {
    return await stdin.read(largestPaste);
  } catch (error) {
    if (!(error instanceof Failure) || error.kind !== 'content') throw error;
    throw new Failure('content', error.message, [
      'Pipe in only the part with the failed sign-in, for example the end of the log:',
      { ...piping(options, 'error.log'), lastLines },
    ]);
  }
}
