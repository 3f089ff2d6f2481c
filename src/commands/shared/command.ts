import type { Context } from '../../context/context.ts';
import type { ExitCode } from '../../errors.ts';
import type { CommandDefinition } from './command-definition.ts';
import type { OptionsOf } from './option-types.ts';

/** A command: what it accepts, and what it does. Its code is loaded when it runs. */
export interface Command {
  readonly definition: CommandDefinition;
  readonly run: (options: Readonly<Record<string, unknown>>, context: Context) => Promise<ExitCode>;
}

/** Connects a definition with the code that uses its options. */
export function defineCommand<const Definition extends CommandDefinition>(
  definition: Definition,
  load: () => Promise<{ run: (options: OptionsOf<Definition>, context: Context) => Promise<ExitCode> }>,
): Command {
  return {
    definition,
    run: async (options, context) => (await load()).run(options as OptionsOf<Definition>, context),
  };
}
