import { optionsOf } from '../../src/cli/invocation.ts';
import { meaningOf } from '../../src/cli/usage.ts';
import type { CommandDefinition } from '../../src/commands/shared/command-definition.ts';
import type { OptionsOf } from '../../src/commands/shared/option-types.ts';

/** The options that a command gets for these words. */
export async function parsedOptions<const Definition extends CommandDefinition>(
  { name }: Definition,
  words: readonly string[],
): Promise<OptionsOf<Definition>> {
  return (await optionsOf(await meaningOf([name, ...words]))) as OptionsOf<Definition>;
}
