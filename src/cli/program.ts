import { Command, Option } from 'commander';
import type { CommandDefinition, OptionDefinition } from '../commands/definition-types.ts';
import { type CommandName, commandDefinitions, commandNames, defaultCommand } from '../commands/index.ts';
import { notEmpty } from '../commands/value-readers.ts';
import { examplesText, exitCodesText, formatItem, narrowest } from './help.ts';

/** What commander found: a command, its options, and the words that belong to no option. */
export interface Invocation {
  readonly command: CommandName;
  readonly options: object;
  readonly words: readonly string[];
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
export function makeProgram(options: ProgramOptions): Command {
  const root = configure(new Command('zi-oauth-setup'), options)
    .description('Set up 3-legged OAuth 2.0 for the ZoomInfo (Beta) connector of Jitterbit Studio.')
    .version(options.version, '-V, --version', 'print the version')
    .helpCommand('help [command]', 'print the help of a command')
    .addHelpText('before', examplesText(commandDefinitions[defaultCommand].examples))
    .addHelpText('after', ({ command }) => exitCodesText(command.createHelp()));
  for (const name of commandNames)
    root.addCommand(defineCommand(name, options), { isDefault: name === defaultCommand });
  showDefaultCommandIn(root);
  return root;
}

function configure(command: Command, { helpWidth, write }: ProgramOptions): Command {
  return command
    .helpOption('-h, --help', 'print this help')
    .exitOverride()
    .configureOutput({ writeOut: write, outputError: () => {}, getOutHelpWidth: () => helpWidth })
    .configureHelp({ helpWidth, minWidthToWrap: narrowest, formatItem });
}

function defineCommand(name: CommandName, options: ProgramOptions): Command {
  const definition: CommandDefinition = commandDefinitions[name];
  const command = configure(new Command(name), options)
    .summary(definition.summary)
    .description(definition.summary)
    .usage([definition.argument, '[options]'].filter(Boolean).join(' '))
    .addHelpText('before', examplesText(definition.examples))
    .addHelpText('after', ({ command }) => exitCodesText(command.createHelp()))
    .allowExcessArguments()
    .action(() => options.run({ command: name, options: command.opts(), words: command.args }));
  if (definition.argument !== undefined) command.argument(definition.argument);
  for (const option of definition.options) command.addOption(defineOption(option));
  return command;
}

function defineOption({ flags, help, choices, preset, read }: OptionDefinition): Option {
  const option = new Option(flags, help);
  if (preset !== undefined) option.default(preset);
  if (choices !== undefined) return option.choices(choices);
  return flags.includes('<') ? option.argParser(notEmpty(read)) : option;
}

/** The root's help shows the options of the command that runs when none is named. */
function showDefaultCommandIn(root: Command): void {
  const command = root.commands.find((each) => each.name() === defaultCommand);
  const ownOptions = root.createHelp().visibleOptions(root);
  root.usage(`[${defaultCommand}] [options]\n       zi-oauth-setup <command> [options]`);
  root.configureHelp({
    ...root.configureHelp(),
    visibleOptions: () => [...(command?.options ?? []), ...ownOptions],
  });
}
