import { CommanderError } from 'commander';
import type { CommandDefinition } from '../commands/definition-types.ts';
import { type CommandName, commandDefinitions, commandNames, defaultCommand } from '../commands/index.ts';
import type { Context } from '../context/context.ts';
import { type ExitCode, exitCodes, Failure } from '../errors.ts';
import type { PkceOptions, RotateOptions, SetupOptions, ShowOptions, VerifyOptions } from '../options.ts';
import { didYouMean } from '../text/suggest.ts';
import { report } from './outcome.ts';
import { type Invocation, makeProgram } from './program.ts';
import { version } from './version.ts';

type Action = (options: object, context: Context, word?: string) => Promise<ExitCode>;

/** What each command does; its code is loaded when it is called. `word` is the file, where a command takes one. */
const actions: Record<CommandName, Action> = {
  setup: async (options, context) =>
    (await import('../commands/setup/run.ts')).runSetup(options as SetupOptions, context),
  verify: async (options, context, word) =>
    (await import('../commands/verify/run.ts')).runVerify(word, options as VerifyOptions, context),
  show: async (options, context, word = '') =>
    (await import('../commands/show/run.ts')).runShow(word, options as ShowOptions, context),
  rotate: async (options, context, word = '') =>
    (await import('../commands/rotate/run.ts')).runRotate(word, options as RotateOptions, context),
  pkce: async (options, context) =>
    (await import('../commands/pkce/run.ts')).runPkce(options as PkceOptions, context),
};

/**
 * Runs one command line and turns whatever happens into words and an exit code.
 * @param words the arguments behind the program's name
 */
export async function run(words: readonly string[], context: Context): Promise<ExitCode> {
  try {
    return await execute(words, context);
  } catch (error) {
    return report(error, context);
  }
}

async function execute(words: readonly string[], context: Context): Promise<ExitCode> {
  let exitCode: ExitCode = exitCodes.done;
  let help = '';
  refuseUnknownHelp(words);
  const program = makeProgram({
    version,
    helpWidth: context.stdout.style.width,
    write: (text) => {
      help += text;
    },
    run: async (invocation) => {
      refuseWords(invocation, words[0] === invocation.command);
      exitCode = await actions[invocation.command](invocation.options, context, invocation.words[0]);
    },
  });
  try {
    await program.parseAsync(words, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode !== 0)
      throw usageFailure(
        error,
        commandNames.find((name) => name === words[0]),
      );
    await context.stdout.write(help);
  }
  return exitCode;
}

/** commander's message, without its `error:` and without the value of an option that is not there: it may be a secret. */
function usageFailure(error: CommanderError, command: CommandName | undefined): Failure {
  const [message = '', suggestion] = error.message
    .replace(/^error: /, '')
    .replace(/^(unknown option '[^'=]*)=[\s\S]*'/, "$1'")
    .split('\n');
  const unknown = /^unknown option '(--[^']*)'/.exec(message)?.[1];
  const owners = unknown === undefined ? [] : ownersOf(unknown);
  const [place = command] = owners;
  const help = `See zi-oauth-setup ${place === undefined ? '' : `${place} `}--help.`;
  const hint = unknown === undefined ? (suggestion ?? '') : hintFor(unknown, owners, command);
  return new Failure('usage', sentence(message), [`${hint} ${help}`.trim()]);
}

/** Whose option it is, where another command has it; else the nearest one of this command. */
function hintFor(
  unknown: string,
  owners: readonly CommandName[],
  command: CommandName = defaultCommand,
): string {
  if (owners.length > 0) return `It is an option of ${owners.join(', ')}.`;
  return didYouMean(unknown, longOptions(command)).trim();
}

function ownersOf(option: string): CommandName[] {
  return commandNames.filter((name) => longOptions(name).includes(option));
}

function longOptions(command: CommandName): string[] {
  const { options }: CommandDefinition = commandDefinitions[command];
  return options.map(({ flags }) => /--[a-z-]+/.exec(flags)?.[0] ?? flags);
}

/** commander would answer with the whole help, as if that were an error. */
function refuseUnknownHelp([first, word]: readonly string[]): void {
  if (
    first !== 'help' ||
    word === undefined ||
    word.startsWith('-') ||
    commandNames.some((name) => name === word)
  )
    return;
  throw new Failure('usage', noCommand(word));
}

function noCommand(word: string): string {
  return `"${word}" is no command.${didYouMean(word, commandNames) || ` Commands: ${commandNames.join(', ')}.`}`;
}

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A word too many where no command is named is a mistyped one, or one behind options. */
function refuseWords({ command, words }: Invocation, isNamed: boolean): void {
  const { argument }: CommandDefinition = commandDefinitions[command];
  if (argument === '<file>' && !words[0])
    throw new Failure('usage', `${command} needs a file: zi-oauth-setup ${command} ${argument}.`);
  const word = words[argument === undefined ? 0 : 1];
  if (word === undefined) return;
  if (isNamed) throw new Failure('usage', `"${word}" is one word too many for ${command}.`);
  if (commandNames.some((name) => name === word)) {
    throw new Failure(
      'usage',
      `The command ${word} stands behind an option: put it first, zi-oauth-setup ${word} [options].`,
    );
  }
  throw new Failure('usage', noCommand(word));
}
