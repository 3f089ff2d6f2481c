import type { Context } from '../context/context.ts';
import { type ExitCode, exitCodes } from '../errors.ts';
import { optionsOf } from './invocation.ts';
import { type Meaning, meaningOf } from './usage.ts';
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
  if (meaning.asked === undefined) return meaning.command.run(await optionsOf(meaning), context);
  await context.stdout.write(await answers[meaning.asked](meaning, context));
  return exitCodes.done;
}

/** What is printed if the line asks for nothing else. */
const answers: Record<
  NonNullable<Meaning['asked']>,
  (meaning: Meaning, context: Pick<Context, 'stdout'>) => string | Promise<string>
> = {
  version: () => `${version}\n`,
  help: async ({ named }, { stdout }) => (await import('./help.ts')).helpOf(named, stdout.style),
};
