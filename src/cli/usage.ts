import { commands, defaultCommand } from '../commands/index.ts';
import type { Command } from '../commands/shared/command.ts';
import { longFlag } from '../commands/shared/option-words.ts';
import { Failure } from '../errors.ts';
import { programName } from '../terminal/program-words.ts';
import { didYouMean } from '../text/suggest.ts';
import type { Invocation } from './program.ts';

/** What is wrong with a command line, in words, with what was probably meant. */

const nameOf = ({ definition }: Command): string => definition.name;

const commandNames = commands.map(nameOf);

const commandNamed = (word: string | undefined): Command | undefined =>
  commands.find((command) => nameOf(command) === word);

/**
 * commander's message, without its `error:` and without the value of an option that is unknown: it may be a secret.
 * @param first the first word of the command line, which may name a command
 */
export function usageFailure(commanderMessage: string, first: string | undefined): Failure {
  const [message = '', suggestion] = commanderMessage
    .replace(/^error: /, '')
    .replace(/^(unknown option '[^'=]*)=[\s\S]*'/, "$1'")
    .split('\n');
  const command = commandNamed(first);
  const unknown = /^unknown option '(--[^']*)'/.exec(message)?.[1];
  const owners = unknown === undefined ? [] : ownersOf(unknown);
  const [place = command] = owners;
  const help = { command: [programName, ...(place === undefined ? [] : [nameOf(place)]), '--help'] };
  const hint = unknown === undefined ? (suggestion ?? '') : hintFor(unknown, owners, command);
  return new Failure('usage', sentence(message), [`${hint} See:`.trim(), help]);
}

/** Whose option it is, where another command has it; else the nearest one of this command. */
function hintFor(unknown: string, owners: readonly Command[], command: Command = defaultCommand): string {
  if (owners.length > 0) return `It is an option of ${owners.map(nameOf).join(', ')}.`;
  return didYouMean(unknown, longFlags(command)).trim();
}

function ownersOf(option: string): Command[] {
  return commands.filter((command) => longFlags(command).includes(option));
}

const longFlags = ({ definition }: Command): string[] => definition.options.map(longFlag);

/** commander would answer with the whole help, as if that were an error. @throws Failure (usage) */
export function refuseUnknownHelp([first, word]: readonly string[]): void {
  if (first !== 'help' || word === undefined || word.startsWith('-') || commandNames.includes(word)) return;
  throw new Failure('usage', noCommand(word));
}

function noCommand(word: string): string {
  return `"${word}" is no command.${didYouMean(word, commandNames) || ` Commands: ${commandNames.join(', ')}.`}`;
}

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A word too many where no command is named is a mistyped one, or one after options. @throws Failure (usage) */
export function refuseWords({ command, words }: Invocation, first: string | undefined): void {
  const { name, argument } = command.definition;
  if (argument === '<file>' && !words[0])
    throw new Failure('usage', `${name} needs a file:`, [{ command: [programName, name], usage: argument }]);
  const word = words[argument === undefined ? 0 : 1];
  if (word === undefined) return;
  if (first === name) throw new Failure('usage', `"${word}" is one word too many for ${name}.`);
  if (commandNames.includes(word)) {
    throw new Failure('usage', 'Put the command before its options:', [
      { command: [programName, word], usage: '[options]' },
    ]);
  }
  throw new Failure('usage', noCommand(word));
}
