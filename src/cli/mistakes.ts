import { commandNamed, defaultCommand } from '../commands/index.ts';
import type { Command } from '../commands/shared/command.ts';
import { Failure } from '../errors.ts';
import { programName } from '../terminal/program-words.ts';
import { seeHelp, unexpectedArgument, unknownCommand, unknownOption } from './near-misses.ts';

/** Mistakes in a command line, explained. `named` is the command that it names, if it does. */

/** What commander found wrong, in our words: its own repeat values, which may be secrets. */
export function usageFailure(commanderMessage: string, named: Command | undefined): Failure {
  const message = commanderMessage.replace(/^error: /, '');
  const unknown = /^unknown option '([^'=]*)/.exec(message)?.[1];
  if (unknown !== undefined) return unknownOption(unknown, named);
  return new Failure('usage', `Invalid command line: ${message.split('\n', 1)[0]}`, seeHelp(named));
}

/** An option without its value. */
export const missingValue = (problem: string, named: Command | undefined): Failure =>
  new Failure('usage', problem, seeHelp(named));

/** Help of a command that doesn't exist. */
export const unknownTopic = (word: string): Failure =>
  word.startsWith('-') ? unknownOption(word, undefined) : unknownCommand(word);

/** A command without its file, or with an empty shell variable in place of it. */
function fileFailure(name: string, file: string | undefined): Failure {
  const problem = file === '' ? 'The file name is empty.' : `${name} requires a setup file.`;
  return new Failure('usage', problem, ['For example:', { command: [programName, name, 'zoominfo.json'] }]);
}

/**
 * Words that the command doesn't accept: none in place of its file, or too many. Without a command, an unexpected word is
 * a mistyped command, or one after options.
 */
export function wordsFailure(words: readonly string[], named: Command | undefined): Failure {
  const { name, argument } = (named ?? defaultCommand).definition;
  const [file] = words;
  if (argument !== undefined && !file) return fileFailure(name, file);
  const word = words[argument === undefined ? 0 : 1] ?? '';
  if (named !== undefined) return unexpectedArgument(word, named);
  const late = commandNamed(word);
  if (late === undefined) return unknownCommand(word);
  return new Failure('usage', 'Put the command before its options:', [
    {
      command: [programName, word],
      usage: [late.definition.argument, '[options]'].filter(Boolean).join(' '),
    },
  ]);
}
