import { commandNamed, defaultCommand } from '../commands/index.ts';
import type { Command } from '../commands/shared/command.ts';
import type { OptionDefinition } from '../commands/shared/command-definition.ts';
import { helpCommand, helpFlags, versionFlags } from './general-flags.ts';
import { beforeEndOfOptions, endOfOptions, joinValues } from './join-values.ts';

/** What a command line asks for, before its options are parsed. */
export interface Meaning {
  /** The command that the command line names, if it does. */
  readonly named: Command | undefined;
  /** The command to run. */
  readonly command: Command;
  /** What is printed instead. */
  readonly asked?: 'version' | 'help' | undefined;
  /** The other words, each value joined to the long flag of its option. */
  readonly words: readonly string[];
}

/** Loads what explains a mistake. */
export const mistakes = () => import('./mistakes.ts');

/** @throws Failure (usage) if an option lacks its value, or help is requested of an unknown command */
export async function meaningOf(line: readonly string[]): Promise<Meaning> {
  const [first, ...others] = line;
  if (first === helpCommand) return helpMeaning(others);
  const named = commandNamed(first);
  const command = named ?? defaultCommand;
  const words = await joined(named === undefined ? line : others, command.definition.options, named);
  return { named, command, asked: askedIn(words), words };
}

async function helpMeaning(others: readonly string[]): Promise<Meaning> {
  const words = await joined(others, [], undefined);
  const asked = askedIn(words) ?? 'help';
  const topic = words.find((word) => !isGeneral(word) && word !== endOfOptions);
  const named = commandNamed(topic);
  if (named === undefined && topic !== undefined && topic !== helpCommand && asked === 'help')
    throw (await mistakes()).unknownTopic(topic);
  return { named, command: named ?? defaultCommand, asked, words: [] };
}

async function joined(
  words: readonly string[],
  options: readonly OptionDefinition[],
  named: Command | undefined,
): Promise<readonly string[]> {
  const result = joinValues(words, options);
  if (!result.ok) throw (await mistakes()).missingValue(result.problem, named);
  return result.value;
}

/** The version or help, if an option before the end of options asks for it. */
function askedIn(words: readonly string[]): Meaning['asked'] {
  const options = beforeEndOfOptions(words);
  if (options.includes(versionFlags.long)) return 'version';
  return options.includes(helpFlags.long) ? 'help' : undefined;
}

const isGeneral = (word: string): boolean => word === versionFlags.long || word === helpFlags.long;
