import { makeProgram } from '../../src/cli/program.ts';
import type { CommandDefinition } from '../../src/commands/shared/command-definition.ts';
import type { OptionsOf } from '../../src/commands/shared/option-types.ts';

/** The options that a command gets for these words. */
export function parsedOptions<const Definition extends CommandDefinition>(
  definition: Definition,
  words: readonly string[],
): Promise<OptionsOf<Definition>> {
  return new Promise((resolve, reject) => {
    const program = makeProgram(definition, async ({ options }) => resolve(options()));
    program.parseAsync([...words], { from: 'user' }).catch(reject);
  });
}
