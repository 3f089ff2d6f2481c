import { commandNamed, defaultCommand } from '../commands/index.ts';
import type { Command } from '../commands/shared/command.ts';
import { helpCommand, helpFlags, versionFlags } from './general-flags.ts';
import { endOfOptions, joinValues } from './join-values.ts';

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
  if (first === helpCommand) return helpMeaning(others[0]);
  const named = commandNamed(first);
  const command = named ?? defaultCommand;
  const joined = joinValues(named === undefined ? line : others, command.definition.options);
  if (!joined.ok) throw (await mistakes()).missingValue(joined.problem, named);
  return { named, command, asked: askedIn(joined.value), words: joined.value };
}

async function helpMeaning(topic: string | undefined): Promise<Meaning> {
  const named = commandNamed(topic);
  if (named === undefined && topic !== undefined && !isOneOf(topic, helpFlags))
    throw (await mistakes()).unknownTopic(topic);
  return { named, command: named ?? defaultCommand, asked: 'help', words: [] };
}

/** The version or help, if an option before the end of options asks for it. */
function askedIn(words: readonly string[]): Meaning['asked'] {
  const end = words.indexOf(endOfOptions);
  const options = end < 0 ? words : words.slice(0, end);
  if (options.some((word) => isOneOf(word, versionFlags))) return 'version';
  return options.some((word) => isOneOf(word, helpFlags)) ? 'help' : undefined;
}

const isOneOf = (
  word: string | undefined,
  { short, long }: typeof helpFlags | typeof versionFlags,
): boolean => word === short || word === long;
