import { commands, defaultCommand } from '../commands/index.ts';
import type { Command } from '../commands/shared/command.ts';
import { Failure } from '../errors.ts';
import { programName } from '../terminal/program-words.ts';
import { helpCommand, helpFlags, versionFlags } from './help.ts';
import { endOfOptions, joinValues } from './join-values.ts';
import {
  commandNames,
  nameOf,
  seeHelp,
  unexpectedArgument,
  unknownCommand,
  unknownOption,
} from './near-misses.ts';
import type { Invocation } from './program.ts';

/** The meaning and the mistakes of a command line before commander parses it. */

const commandNamed = (word: string | undefined): Command | undefined =>
  commands.find((command) => nameOf(command) === word);

/** The command that commander runs for these words. */
export const commandOf = (words: readonly string[]): Command =>
  commandNamed(words.find((word) => word !== endOfOptions)) ?? defaultCommand;

/**
 * What commander found wrong, in our words: its own repeat values, which may be secrets.
 * @param first the first word of the command line, which may name a command
 */
export function usageFailure(commanderMessage: string, first: string | undefined): Failure {
  const message = commanderMessage.replace(/^error: /, '');
  const command = commandNamed(first);
  const unknown = /^unknown option '([^'=]*)/.exec(message)?.[1];
  if (unknown !== undefined) return unknownOption(unknown, command);
  return new Failure('usage', `Invalid command line: ${message.split('\n', 1)[0]}`, seeHelp(command));
}

/**
 * The words as commander gets them: each value joined to its option, and the version requested by any command.
 * @throws Failure (usage) if an option lacks its value
 */
export function joinedWords(words: readonly string[]): readonly string[] {
  const [first] = words;
  if (first === helpCommand) return isHelpFlag(words[1]) ? [helpFlags.long] : words;
  const named = commandNamed(first);
  const { options } = (named ?? defaultCommand).definition;
  const joined = joinValues(named === undefined ? words : words.slice(1), options);
  if (!joined.ok) throw new Failure('usage', joined.problem, seeHelp(named));
  if (isVersionAsked(joined.value)) return [versionFlags.long];
  return named === undefined ? joined.value : [nameOf(named), ...joined.value];
}

function isVersionAsked(words: readonly string[]): boolean {
  const end = words.indexOf(endOfOptions);
  const options = end < 0 ? words : words.slice(0, end);
  return options.some((word) => word === versionFlags.short || word === versionFlags.long);
}

const isHelpFlag = (word: string | undefined): boolean => word === helpFlags.short || word === helpFlags.long;

/** commander would print the whole help as an error. @throws Failure (usage) */
export function refuseUnknownHelp([first, word]: readonly string[]): void {
  if (first !== helpCommand || word === undefined || commandNames.includes(word) || isHelpFlag(word)) return;
  throw word.startsWith('-') ? unknownOption(word, undefined) : unknownCommand(word);
}

/** Without a command, an unexpected word is a mistyped command, or one after options. @throws Failure (usage) */
export function refuseWords({ command, words }: Invocation, first: string | undefined): void {
  const { name, argument } = command.definition;
  const [file] = words;
  if (argument !== undefined && (file === '' || (argument === '<file>' && file === undefined)))
    throw new Failure('usage', `${name} requires a file:`, [
      { command: [programName, name], usage: argument },
    ]);
  const word = words[argument === undefined ? 0 : 1];
  if (word === undefined) return;
  if (first === name) throw unexpectedArgument(word, command);
  const late = commandNamed(word);
  if (late === undefined) throw unknownCommand(word);
  throw new Failure('usage', 'Put the command before its options:', [
    {
      command: [programName, word],
      usage: [late.definition.argument, '[options]'].filter(Boolean).join(' '),
    },
  ]);
}
