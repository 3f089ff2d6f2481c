import { CommanderError, Option, Command as Program } from 'commander';
import type { OptionDefinition } from '../commands/shared/command-definition.ts';
import { hasDefault, longFlag, takesValue } from '../commands/shared/option-words.ts';
import { anyText, oneOf } from '../commands/shared/value-readers.ts';
import { Failure } from '../errors.ts';
import { accepted, type Result, refused } from '../text/result.ts';
import { beforeEndOfOptions } from './join-values.ts';

/** The values of options by attribute name, and the words that belong to no option. */
export interface ParsedLine {
  readonly options: Readonly<Record<string, unknown>>;
  readonly words: readonly string[];
}

/**
 * Parses a command line with commander, in a program created for each run, since commander stores parsed values in it.
 * Options that the line doesn't use aren't created, which saves time.
 * @param line the words after the command, each value joined to its long flag
 * @throws Failure (usage) for an invalid value. A mistake that commander finds is returned in its words.
 */
export function parseLine(options: readonly OptionDefinition[], line: readonly string[]): Result<ParsedLine> {
  const program = new Program()
    .helpOption(false)
    .exitOverride()
    .showSuggestionAfterError(false)
    .configureOutput({ outputError: () => {} })
    .allowExcessArguments();
  const isNeeded = (option: OptionDefinition): boolean =>
    hasDefault(option) || line.some((word) => word.startsWith(longFlag(option)));
  for (const option of options.filter(isNeeded)) program.addOption(optionOf(option));
  const digit = optionWithDigit(line);
  if (digit !== undefined) return refused(`unknown option '${digit}'`);
  try {
    program.parse([...line], { from: 'user' });
    return accepted({ options: program.opts(), words: program.args });
  } catch (error) {
    if (error instanceof CommanderError) return refused(error.message);
    throw error;
  }
}

/** commander takes a negative number for a word. */
const optionWithDigit = (line: readonly string[]): string | undefined =>
  beforeEndOfOptions(line).find((word) => /^-\d/.test(word));

function optionOf(definition: OptionDefinition): Option {
  const { flags, choices, preset } = definition;
  const option = new Option(flags);
  if (preset !== undefined) option.default(preset);
  if (choices !== undefined) option.choices(choices);
  return takesValue(definition) ? option.argParser(parserOf(definition)) : option;
}

/** A reader as commander calls it, with our own messages: commander would repeat the value. @throws Failure (usage) */
function parserOf(definition: OptionDefinition) {
  const { choices, read = choices === undefined ? anyText : oneOf(choices), mayBeEmpty } = definition;
  const flag = longFlag(definition);
  return (text: string, previous: unknown): unknown => {
    if (text === '' && !mayBeEmpty)
      throw new Failure('usage', `${flag} requires a value, but the value is empty.`);
    const result = read(text, previous);
    if (!result.ok) throw new Failure('usage', `${flag} ${result.problem}`);
    return result.value;
  };
}
