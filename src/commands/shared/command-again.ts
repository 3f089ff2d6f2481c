import { looksLikeClientId } from '../../answers/credentials.ts';
import type { CommandWords } from '../../message.ts';
import { programName } from '../../terminal/program-words.ts';
import type { CommandDefinition, OptionDefinition } from './command-definition.ts';
import { attributeName, longFlag, optionWords, placeholder, takesSecretFile } from './option-words.ts';
import { isShowable } from './read-secret.ts';

/** The values of a command line by commander's names, with the word after the command as `file`. */
export type CommandValues = Readonly<Record<string, unknown>> & { readonly file?: string | undefined };

/**
 * The command line that runs a command with these values: what a hint repeats of the user's own, so that nothing is lost.
 * The user types what may be a secret.
 */
export function commandAgain(
  { name, options }: Pick<CommandDefinition, 'name' | 'options'>,
  values: CommandValues,
): CommandWords {
  const typed = options.filter((option) => mayBeSecret(option, values[attributeName(option)]));
  const repeated = options.filter((option) => !typed.includes(option));
  const file = values.file === undefined ? [] : [values.file];
  const usage = typed.map((option) => `${longFlag(option)} ${placeholder(option)}`).join(' ');
  return { command: [programName, name, ...file, ...optionWords(repeated, values)], usage };
}

/** A secret in place of the path of its file, or of the Client ID. */
function mayBeSecret(option: OptionDefinition, value: unknown): boolean {
  if (typeof value !== 'string') return false;
  if (takesSecretFile(option)) return !isShowable(value);
  return attributeName(option) === 'clientId' && !looksLikeClientId(value);
}
