import { commandNamed, defaultCommand } from '../commands/index.ts';
import type { Command } from '../commands/shared/command.ts';
import type { CommandDefinition, OptionDefinition } from '../commands/shared/command-definition.ts';
import { helpCommand, helpFlags, versionFlags } from './general-flags.ts';
import { endOfOptions, joinValues } from './join-values.ts';

/** What a command line asks for, before commander parses its options. */
export interface Meaning {
  /** The command that the command line names, if it does. */
  readonly named: Command | undefined;
  /** The command to run. */
  readonly command: Command;
  /** The other words as commander gets them: each value joined to its option, help and version as options. */
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
  const asked = askedIn(words);
  return { named, command, words: asked === undefined ? words : [asked.long] };
}

async function helpMeaning(others: readonly string[]): Promise<Meaning> {
  const words = await joined(others, [], undefined);
  const asked = askedIn(words) ?? helpFlags;
  const topic = words.find((word) => word !== asked.long && word !== endOfOptions);
  const named = commandNamed(topic);
  if (named === undefined && topic !== undefined && topic !== helpCommand && asked !== versionFlags)
    throw (await mistakes()).unknownTopic(topic);
  return { named, command: named ?? defaultCommand, words: [asked.long] };
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

/** What is requested instead of running the command. */
function askedIn(words: readonly string[]): typeof helpFlags | typeof versionFlags | undefined {
  const end = words.indexOf(endOfOptions);
  const options = end < 0 ? words : words.slice(0, end);
  return [versionFlags, helpFlags].find(({ long }) => options.includes(long));
}

/** Whether a command accepts these words, which belong to no option. */
export function areExpected([file, ...others]: readonly string[], { argument }: CommandDefinition): boolean {
  if (file === undefined) return argument !== '<file>';
  return argument !== undefined && file !== '' && others.length === 0;
}
