import { commands, defaultCommand } from '../commands/index.ts';
import type { Command } from '../commands/shared/command.ts';
import { longFlag } from '../commands/shared/option-words.ts';
import { Failure } from '../errors.ts';
import type { CommandWords } from '../message.ts';
import { programName } from '../terminal/program-words.ts';
import { didYouMean, shownValue } from '../text/suggest.ts';
import { helpFlags, versionFlags } from './help.ts';
import { endOfOptions, joinValues } from './join-values.ts';
import type { Invocation } from './program.ts';

/** What is wrong with a command line, in words, with what was probably meant. */

const nameOf = ({ definition }: Command): string => definition.name;

const commandNames = commands.map(nameOf);

const commandNamed = (word: string | undefined): Command | undefined =>
  commands.find((command) => nameOf(command) === word);

/**
 * commander's message, without its `error:` and without what may be a secret: the value of an unknown option, or what
 * only looks like an option.
 * @param first the first word of the command line, which may name a command
 */
export function usageFailure(commanderMessage: string, first: string | undefined): Failure {
  const [message = '', suggestion] = commanderMessage.replace(/^error: /, '').split('\n');
  const command = commandNamed(first);
  const unknown = /^unknown option '([^'=]*)/.exec(commanderMessage.replace(/^error: /, ''))?.[1];
  const owners = unknown === undefined ? [] : ownersOf(unknown);
  const [place = command] = owners;
  const hint = unknown === undefined ? (suggestion ?? '') : hintFor(unknown, owners, command);
  const problem = unknown === undefined ? sentence(message) : unknownOption(unknown);
  return new Failure('usage', problem, [`${hint} See:`.trim(), helpCommand(place)]);
}

function unknownOption(option: string): string {
  const shown = shownValue(option, commands.flatMap(longFlags));
  return shown === undefined ? 'Unknown option.' : `Unknown option '${shown}'`;
}

const helpCommand = (command: Command | undefined): CommandWords => ({
  command: [programName, ...(command === undefined ? [] : [nameOf(command)]), helpFlags.long],
});

/** Whose option it is, where another command has it; else the nearest one of this command. */
function hintFor(unknown: string, owners: readonly Command[], command: Command = defaultCommand): string {
  if (owners.length > 0) return `It is an option of ${owners.map(nameOf).join(', ')}.`;
  return didYouMean(unknown, [...longFlags(command), helpFlags.long, versionFlags.long]).trim();
}

function ownersOf(option: string): Command[] {
  return commands.filter((command) => longFlags(command).includes(option));
}

const longFlags = ({ definition }: Command): string[] => definition.options.map(longFlag);

/**
 * The words as commander gets them: each value joined to its option, and the version asked for by any command.
 * @throws Failure (usage) where an option lacks its value
 */
export function joinedWords(words: readonly string[]): readonly string[] {
  const [first] = words;
  if (first === 'help') return isHelpFlag(words[1]) ? [helpFlags.long] : words;
  const named = commandNamed(first);
  const command = named ?? defaultCommand;
  const joined = joinValues(named === undefined ? words : words.slice(1), command.definition.options);
  if (!joined.ok) throw new Failure('usage', joined.problem, ['See:', helpCommand(command)]);
  if (isVersionAsked(joined.value)) return [versionFlags.long];
  return named === undefined ? joined.value : [nameOf(named), ...joined.value];
}

function isVersionAsked(words: readonly string[]): boolean {
  const end = words.indexOf(endOfOptions);
  const options = end < 0 ? words : words.slice(0, end);
  return options.some((word) => word === versionFlags.short || word === versionFlags.long);
}

const isHelpFlag = (word: string | undefined): boolean => word === helpFlags.short || word === helpFlags.long;

/** commander would answer with the whole help, as if that were an error. @throws Failure (usage) */
export function refuseUnknownHelp([first, word]: readonly string[]): void {
  if (first !== 'help' || word === undefined || commandNames.includes(word)) return;
  if (isHelpFlag(word)) return;
  if (word.startsWith('-')) throw new Failure('usage', unknownOption(word), ['See:', helpCommand(undefined)]);
  throw new Failure('usage', noCommand(word));
}

function noCommand(word: string): string {
  const shown = shownValue(word, commandNames);
  const suggestion = didYouMean(word, commandNames) || ` Commands: ${commandNames.join(', ')}.`;
  return `Unknown command${shown === undefined ? '' : ` "${shown}"`}.${suggestion}`;
}

function unexpected(word: string): string {
  const shown = shownValue(word);
  return `Unexpected argument${shown === undefined ? '' : ` "${shown}"`}.`;
}

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A word too many where no command is named is a mistyped one, or one after options. @throws Failure (usage) */
export function refuseWords({ command, words }: Invocation, first: string | undefined): void {
  const { name, argument } = command.definition;
  if (argument !== undefined && (words[0] === '' || (argument === '<file>' && !words[0])))
    throw new Failure('usage', `${name} needs a file:`, [{ command: [programName, name], usage: argument }]);
  const word = words[argument === undefined ? 0 : 1];
  if (word === undefined) return;
  if (first === name) throw new Failure('usage', unexpected(word), ['See:', helpCommand(command)]);
  if (commandNames.includes(word)) {
    throw new Failure('usage', 'Put the command before its options:', [
      { command: [programName, word], usage: '[options]' },
    ]);
  }
  throw new Failure('usage', noCommand(word));
}
