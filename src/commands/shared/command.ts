import type { Context } from '../../context/context.ts';
import type { ExitCode } from '../../errors.ts';
import type { CommandDefinition } from './command-definition.ts';
import type { OptionsOf } from './option-types.ts';

/** The options of a command line, typed as the command needs them. */
type ReadOptions = <Options extends Record<string, unknown>>() => Options;

/** A command: what it accepts, and what it does. Its code is loaded when it runs. */
export interface Command {
  readonly definition: CommandDefinition;
  readonly run: (read: ReadOptions, context: Context) => Promise<ExitCode>;
}

/** Connects a definition with the code that uses its options. */
export function defineCommand<const Definition extends CommandDefinition>(
  definition: Definition,
  load: () => Promise<{ run: (options: OptionsOf<Definition>, context: Context) => Promise<ExitCode> }>,
): Command {
  return {
    definition,
    run: async (read, context) => (await load()).run(read<OptionsOf<Definition>>(), context),
  };
}
