import { Command as CommanderCommand, Option } from 'commander';
import { commands, defaultCommand } from '../commands/index.ts';
import type { Command } from '../commands/shared/command.ts';
import type { OptionDefinition } from '../commands/shared/command-definition.ts';
import { longFlag, takesValue } from '../commands/shared/option-words.ts';
import { anyText, oneOf } from '../commands/shared/value-readers.ts';
import { Failure } from '../errors.ts';
import { connector, labels } from '../facts/labels.ts';
import { programName } from '../terminal/program-words.ts';
import { examplesText, exitCodesText, formatItem, helpFlags, narrowest, versionFlags } from './help.ts';

/** What commander found: a command, the words that belong to no option, and what hands out the options. */
export interface Invocation {
  readonly command: Command;
  readonly words: readonly string[];
  readonly options: <Options extends Record<string, unknown>>() => Options;
}

export interface ProgramOptions {
  readonly version: string;
  /** Columns of the window in which help is read. */
  readonly helpWidth: number;
  /** Takes help and version; messages of errors come with the CommanderError that parsing throws. */
  readonly write: (text: string) => void;
  readonly run: (invocation: Invocation) => Promise<void>;
}

/** A fresh command tree for each run: commander keeps in it what it has parsed. */
export function makeProgram(options: ProgramOptions): CommanderCommand {
  const root = configure(new CommanderCommand(programName), options)
    .description(`Set up 3-legged OAuth 2.0 for the ${connector} connector of ${labels.studio}.`)
    .version(options.version, `${versionFlags.short}, ${versionFlags.long}`, 'print the version')
    .enablePositionalOptions()
    .helpCommand('help [command]', 'print the help of a command')
    .addHelpText('before', examplesText(defaultCommand.definition.examples))
    .addHelpText('after', ({ command }) => exitCodesText(command.createHelp()));
  for (const command of commands)
    root.addCommand(commanderOf(command, options), { isDefault: command === defaultCommand });
  showDefaultCommandIn(root);
  return root;
}

function configure(command: CommanderCommand, { helpWidth, write }: ProgramOptions): CommanderCommand {
  return command
    .helpOption(`${helpFlags.short}, ${helpFlags.long}`, 'print this help')
    .exitOverride()
    .configureOutput({ writeOut: write, outputError: () => {}, getOutHelpWidth: () => helpWidth })
    .configureHelp({ helpWidth, minWidthToWrap: narrowest, formatItem });
}

function commanderOf(command: Command, options: ProgramOptions): CommanderCommand {
  const { name, summary, argument, examples, options: definitions } = command.definition;
  const commander = configure(new CommanderCommand(name), options)
    .summary(summary)
    .description(summary)
    .usage([argument, '[options]'].filter(Boolean).join(' '))
    .addHelpText('before', examplesText(examples))
    .addHelpText('after', ({ command: shown }) => exitCodesText(shown.createHelp()))
    .allowExcessArguments()
    .action(() => {
      const [file] = commander.args;
      if (argument !== undefined && file !== undefined) commander.setOptionValue('file', file);
      return options.run({ command, words: commander.args, options: () => commander.opts() });
    });
  if (argument !== undefined) commander.argument(argument);
  for (const definition of definitions) commander.addOption(optionOf(definition));
  return commander;
}

function optionOf(definition: OptionDefinition): Option {
  const { flags, help, choices, preset, withoutFile } = definition;
  const option = new Option(flags, withoutFile ? `without a file: ${help}` : help);
  if (preset !== undefined) option.default(preset);
  if (choices !== undefined) option.choices(choices);
  return takesValue(definition) ? option.argParser(parserOf(definition)) : option;
}

/** commander's form of a reader, with words of our own: commander would repeat the value. @throws Failure (usage) */
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

/** The root's help shows the options of the command that runs when none is named. */
function showDefaultCommandIn(root: CommanderCommand): void {
  const { name } = defaultCommand.definition;
  const command = root.commands.find((each) => each.name() === name);
  const ownOptions = root.createHelp().visibleOptions(root);
  root.usage(`[${name}] [options]\n       ${programName} <command> [options]`);
  root.configureHelp({
    ...root.configureHelp(),
    visibleOptions: () => [...(command?.options ?? []), ...ownOptions],
  });
}
