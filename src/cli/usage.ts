import { commandNamed, defaultCommand } from '../commands/index.ts';
import type { Command } from '../commands/shared/command.ts';
import type { CommandDefinition } from '../commands/shared/command-definition.ts';
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
  if (first === helpCommand) return helpMeaning(others[0]);
  const named = commandNamed(first);
  const command = named ?? defaultCommand;
  const joined = joinValues(named === undefined ? line : others, command.definition.options);
  if (!joined.ok) throw (await mistakes()).missingValue(joined.problem, named);
  const asked = [versionFlags, helpFlags].find((flags) => areIn(joined.value, flags));
  return { named, command, words: asked === undefined ? joined.value : [asked.long] };
}

async function helpMeaning(topic: string | undefined): Promise<Meaning> {
  const named = commandNamed(topic);
  if (named === undefined && topic !== undefined && !areIn([topic], helpFlags))
    throw (await mistakes()).unknownTopic(topic);
  return { named, command: named ?? defaultCommand, words: [helpFlags.long] };
}

/** Whether an option is used, in either spelling. */
function areIn(words: readonly string[], { short, long }: typeof helpFlags | typeof versionFlags): boolean {
  const end = words.indexOf(endOfOptions);
  const options = end < 0 ? words : words.slice(0, end);
  return options.some((word) => word === short || word === long);
}

/** Whether a command accepts these words, which belong to no option. */
export function areExpected([file, ...others]: readonly string[], { argument }: CommandDefinition): boolean {
  if (file === undefined) return argument !== '<file>';
  return argument !== undefined && file !== '' && others.length === 0;
}
