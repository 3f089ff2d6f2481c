import { CommanderError } from 'commander';
import type { Context } from '../context/context.ts';
import { type ExitCode, exitCodes } from '../errors.ts';
import { reportOutcome } from './outcome.ts';
import { makeProgram } from './program.ts';
import { commandOf, joinedWords, refuseUnknownHelp, refuseWords, usageFailure } from './usage.ts';
import { version } from './version.ts';

/**
 * Runs one command line, and turns any outcome into messages and an exit code.
 * @param words the arguments after the program's name
 */
export async function run(words: readonly string[], context: Context): Promise<ExitCode> {
  try {
    return await context.untilSignal(() => execute(words, context));
  } catch (error) {
    return reportOutcome(error, context, words);
  }
}

async function execute(words: readonly string[], context: Context): Promise<ExitCode> {
  let exitCode: ExitCode = exitCodes.done;
  let help = '';
  refuseUnknownHelp(words);
  const joined = joinedWords(words);
  const program = makeProgram({
    version,
    meant: commandOf(joined),
    style: context.stdout.style,
    write: (text) => {
      help += text;
    },
    run: async (invocation) => {
      refuseWords(invocation, words[0]);
      exitCode = await invocation.command.run(invocation.options, context);
    },
  });
  try {
    await program.parseAsync(joined, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode !== 0) throw usageFailure(error.message, words[0]);
    await context.stdout.write(help);
  }
  return exitCode;
}
