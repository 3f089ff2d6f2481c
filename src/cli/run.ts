import { CommanderError } from 'commander';
import type { Context } from '../context/context.ts';
import { type ExitCode, exitCodes } from '../errors.ts';
import { makeProgram } from './program.ts';
import { areExpected, type Meaning, meaningOf, mistakes } from './usage.ts';
import { version } from './version.ts';

/**
 * Runs one command line, and turns any outcome into messages and an exit code.
 * @param words the arguments after the program's name
 */
export async function run(words: readonly string[], context: Context): Promise<ExitCode> {
  try {
    return await context.untilSignal(() => execute(words, context));
  } catch (error) {
    const { reportOutcome } = await import('./outcome.ts');
    return reportOutcome(error, context, words);
  }
}

async function execute(line: readonly string[], context: Context): Promise<ExitCode> {
  const meaning = await meaningOf(line);
  const { command } = meaning;
  let exitCode: ExitCode = exitCodes.done;
  const program = makeProgram(command.definition, meaning.words, async ({ words, options }) => {
    if (!areExpected(words, command.definition)) throw (await mistakes()).wordsFailure(words, meaning.named);
    exitCode = await command.run(options, context);
  });
  try {
    await program.parseAsync([...meaning.words], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    await answer(error, meaning, context);
  }
  return exitCode;
}

/** Prints the version or help. @throws Failure (usage) for a mistake */
async function answer(
  { code, exitCode, message }: CommanderError,
  { named }: Meaning,
  { stdout }: Pick<Context, 'stdout'>,
): Promise<void> {
  if (code === 'commander.version') return stdout.write(`${version}\n`);
  if (exitCode !== exitCodes.done) throw (await mistakes()).usageFailure(message, named);
  const { helpOf } = await import('./help.ts');
  return stdout.write(helpOf(named, stdout.style));
}
