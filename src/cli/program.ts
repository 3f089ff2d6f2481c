import { Command as CommanderCommand, Option } from 'commander';
import { commands, defaultCommand } from '../commands/index.ts';
import type { Command } from '../commands/shared/command.ts';
import type { OptionDefinition } from '../commands/shared/command-definition.ts';
import { longFlag, takesValue } from '../commands/shared/option-words.ts';
import { anyText, oneOf } from '../commands/shared/value-readers.ts';
import { Failure } from '../errors.ts';
import { programName } from '../terminal/program-words.ts';
import { commandPage, helpCommand, helpFlags, programPage, versionFlags } from './help.ts';
import { type HelpPage, type HelpStyle, layOutHelp } from './help-layout.ts';

/** The result of commander: a command, the words that belong to no option, and a function for the options. */
export interface Invocation {
  readonly command: Command;
  readonly words: readonly string[];
  readonly options: <Options extends Record<string, unknown>>() => Options;
}

export interface ProgramOptions {
  readonly version: string;
  /** The style of the stream for help. */
  readonly style: HelpStyle;
  /** The command in the command line, the only one whose options commander needs. */
  readonly meant: Command;
  /** Receives help and version. Error messages are in the CommanderError that parsing throws. */
  readonly write: (text: string) => void;
  readonly run: (invocation: Invocation) => Promise<void>;
}

/** Creates a new command tree for each run, since commander stores parsed values in it. */
export function makeProgram(options: ProgramOptions): CommanderCommand {
  const root = configure(new CommanderCommand(programName), programPage, options)
    .version(options.version, `${versionFlags.short}, ${versionFlags.long}`)
    .enablePositionalOptions()
    .helpCommand(`${helpCommand} [command]`);
  for (const command of commands)
    root.addCommand(commanderOf(command, options), { isDefault: command === defaultCommand });
  return root;
}

/** For the widths and colors of the standard streams, commander would create them. The style of help is ours. */
const ofNoStream = {
  getOutHelpWidth: () => 0,
  getErrHelpWidth: () => 0,
  getOutHasColors: () => true,
  getErrHasColors: () => true,
};

/** commander parses and requests help; the text of the help is ours. */
function configure(
  command: CommanderCommand,
  page: () => HelpPage,
  { style, write }: ProgramOptions,
): CommanderCommand {
  return command
    .helpOption(`${helpFlags.short}, ${helpFlags.long}`)
    .exitOverride()
    .configureOutput({ ...ofNoStream, writeOut: write, outputError: () => {} })
    .configureHelp({ formatHelp: () => layOutHelp(page(), style) });
}

function commanderOf(command: Command, options: ProgramOptions): CommanderCommand {
  const { name, argument, options: definitions } = command.definition;
  const commander = configure(new CommanderCommand(name), () => commandPage(command.definition), options)
    .allowExcessArguments()
    .action(() => {
      const [file] = commander.args;
      if (argument !== undefined && file !== undefined) commander.setOptionValue('file', file);
      return options.run({ command, words: commander.args, options: () => commander.opts() });
    });
  if (command === options.meant)
    for (const definition of definitions) commander.addOption(optionOf(definition));
  return commander;
}

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
