import type { CommandWords } from '../../message.ts';
import { programName } from '../../terminal/program-words.ts';
import type { CommandDefinition } from './command-definition.ts';
import { optionWords } from './option-words.ts';

/** The values of a command line by commander's names, with the word after the command as `file`. */
export type CommandValues = Readonly<Record<string, unknown>> & { readonly file?: string | undefined };

/** The command line that runs a command with these values: what a hint repeats of the user's own, so that nothing is lost. */
export function commandAgain(
  { name, options }: Pick<CommandDefinition, 'name' | 'options'>,
  values: CommandValues,
): CommandWords {
  const file = values.file === undefined ? [] : [values.file];
  return { command: [programName, name, ...file, ...optionWords(options, values)] };
}
