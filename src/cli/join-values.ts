import type { OptionDefinition } from '../commands/shared/command-definition.ts';
import {
  longFlag,
  placeholder,
  type Spelled,
  shortFlag,
  takesValue,
} from '../commands/shared/option-words.ts';
import { accepted, type Result, refused } from '../text/result.ts';
import { shownValue } from '../text/suggest.ts';
import { helpFlags, versionFlags } from './general-flags.ts';

/**
 * The words of a command line with each value joined to its option: `--client-id X`, `-r na` and `-rna` become
 * `--client-id=X` and `--region=na`. So commander never mistakes a value for an option, or an option for a value.
 * @param words the words after the command
 */
export function joinValues(
  words: readonly string[],
  options: readonly OptionDefinition[],
): Result<readonly string[]> {
  const joined: string[] = [];
  const rest = [...words];
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    if (word === endOfOptions) return accepted([...joined, word, ...rest]);
    const read = /^-[^-]/.test(word) ? readShort(word, rest, options) : readLong(word, rest, options);
    if (!read.ok) return read;
    joined.push(...read.value);
  }
  return accepted(joined);
}

/** No option follows it, POSIX utility syntax guideline 10. */
export const endOfOptions = '--';

/** The words that can be options. */
export function beforeEndOfOptions(words: readonly string[]): readonly string[] {
  const end = words.indexOf(endOfOptions);
  return end < 0 ? words : words.slice(0, end);
}

type Read = Result<readonly string[]>;

/** The switches of every command. */
const general: readonly Spelled[] = [helpFlags, versionFlags].map(({ short, long }) => ({
  flags: `${short}, ${long}`,
}));

function readLong(word: string, rest: string[], options: readonly OptionDefinition[]): Read {
  const [flag = ''] = word.split('=', 1);
  const option = [...options, ...general].find((each) => longFlag(each) === flag);
  if (option === undefined) return accepted([word]);
  if (takesValue(option)) return flag === word ? valueFrom(rest, flag, option, options) : accepted([word]);
  return flag === word ? accepted([word]) : refused(`${flag} doesn't take a value. Use ${flag} alone.`);
}

/** One dash may begin several switches, the last of them an option with its value: `-yfjson`. */
function readShort(word: string, rest: string[], options: readonly OptionDefinition[]): Read {
  const flag = word.slice(0, 2);
  const attached = word.slice(2);
  const option = [...options, ...general].find((each) => shortFlag(each) === flag);
  if (option === undefined) return accepted([word]);
  if (attached.startsWith('=')) return refused(spelling(flag, attached.slice(1), option));
  if (takesValue(option))
    return attached === ''
      ? valueFrom(rest, flag, option, options)
      : accepted([`${longFlag(option)}=${attached}`]);
  if (attached === '') return accepted([longFlag(option)]);
  const others = readShort(`-${attached}`, rest, options);
  return others.ok ? accepted([longFlag(option), ...others.value]) : others;
}

/** The correct spelling of an option such as `-o=x`. */
function spelling(flag: string, value: string, option: Spelled): string {
  if (!takesValue(option)) return `${flag} doesn't take a value. Use ${flag} alone.`;
  const shown = value === '' ? undefined : shownValue(value);
  const example = shown ?? placeholder(option);
  return `${flag}=… is invalid. Use ${flag} ${example} or ${longFlag(option)}=${example}.`;
}

/** The value in the next word, unless that is an option of the same command: then a shell variable was probably empty. */
function valueFrom(
  rest: string[],
  flag: string,
  option: Spelled,
  options: readonly OptionDefinition[],
): Read {
  const next = rest.shift();
  if (next === undefined) return refused(`${flag} requires a value: ${flag} ${placeholder(option)}.`);
  const [own = ''] = next.split('=', 1);
  if (next !== endOfOptions && !isOption(next, options)) return accepted([`${longFlag(option)}=${next}`]);
  return refused(
    `${flag} requires a value, but ${own} follows. If that is the value, use ${longFlag(option)}=${own}${own === next ? '' : '=…'}.`,
  );
}

/** A long flag, alone or with its value, or a short flag alone. */
function isOption(word: string, options: readonly OptionDefinition[]): boolean {
  const [flag] = word.split('=', 1);
  return options.some((option) => longFlag(option) === flag || shortFlag(option) === word);
}
