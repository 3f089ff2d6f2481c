import { Command as CommanderCommand, Option } from 'commander';
import type { CommandDefinition, OptionDefinition } from '../commands/shared/command-definition.ts';
import { hasDefault, longFlag, takesValue } from '../commands/shared/option-words.ts';
import { anyText, oneOf } from '../commands/shared/value-readers.ts';
import { Failure } from '../errors.ts';
import { helpFlags, versionFlags } from './general-flags.ts';

/** The result of commander: the words that belong to no option, and a function for the options. */
export interface Invocation {
  readonly words: readonly string[];
  readonly options: <Options extends Record<string, unknown>>() => Options;
}

/**
 * One command as commander parses it, created for each run, since commander stores parsed values in it. Parsing throws a
 * CommanderError for a mistake, and with exit code 0 for a request for help or the version.
 * @param line what will be parsed, each value joined to its long flag; other options aren't created, which saves time
 */
export function makeProgram(
  definition: CommandDefinition,
  line: readonly string[],
  run: (invocation: Invocation) => Promise<void>,
): CommanderCommand {
  const program = new CommanderCommand()
    .version('', `${versionFlags.short}, ${versionFlags.long}`)
    .helpOption(`${helpFlags.short}, ${helpFlags.long}`)
    .exitOverride()
    .showSuggestionAfterError(false)
    .configureOutput(silent)
    .configureHelp({ formatHelp: () => '' })
    .allowExcessArguments()
    .action(() => {
      const [file] = program.args;
      if (definition.argument !== undefined && file !== undefined) program.setOptionValue('file', file);
      return run({ words: program.args, options: () => program.opts() });
    });
  const isNeeded = (option: OptionDefinition): boolean =>
    hasDefault(option) || line.some((word) => word.startsWith(longFlag(option)));
  for (const option of definition.options.filter(isNeeded)) program.addOption(optionOf(option));
  return program;
}

/** commander prints nothing. To ask for widths and colors, it would create the standard streams. */
const silent = {
  writeOut: () => {},
  outputError: () => {},
  getOutHelpWidth: () => 0,
  getErrHelpWidth: () => 0,
  getOutHasColors: () => false,
  getErrHasColors: () => false,
};

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
