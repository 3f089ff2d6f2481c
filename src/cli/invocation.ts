import type { CommandDefinition } from '../commands/shared/command-definition.ts';
import { attributeName, hasDefault } from '../commands/shared/option-words.ts';
import type { ParsedLine } from './program.ts';
import { type Meaning, mistakes } from './usage.ts';

/** The options that a line sets for its command, with defaults, and its file. @throws Failure (usage) */
export async function optionsOf(meaning: Meaning): Promise<ParsedLine['options']> {
  const { definition } = meaning.command;
  const { options, words } = await parsed(meaning);
  if (!areExpected(words, definition)) throw (await mistakes()).wordsFailure(words, meaning.named);
  const [file] = words;
  return file === undefined ? options : { ...options, file };
}

/** commander is loaded only for a line with options, since it is a third of what a simple command loads. */
async function parsed({ command: { definition }, words, named }: Meaning): Promise<ParsedLine> {
  if (!words.some((word) => /^-./.test(word))) return { options: defaultsOf(definition), words };
  const { parseLine } = await import('./program.ts');
  const result = parseLine(definition.options, words);
  if (!result.ok) throw (await mistakes()).usageFailure(result.problem, named);
  return result.value;
}

/** A negated option is on unless the line turns it off. */
const defaultsOf = ({ options }: CommandDefinition): ParsedLine['options'] =>
  Object.fromEntries(
    options.filter(hasDefault).map((option) => [attributeName(option), option.preset ?? true]),
  );

/** Whether a command accepts these words, which belong to no option. */
function areExpected([file, ...others]: readonly string[], { argument }: CommandDefinition): boolean {
  if (file === undefined) return argument !== '<file>';
  return argument !== undefined && file !== '' && others.length === 0;
}
