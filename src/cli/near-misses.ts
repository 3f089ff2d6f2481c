import { commands, defaultCommand } from '../commands/index.ts';
import type { Command } from '../commands/shared/command.ts';
import type { OptionDefinition } from '../commands/shared/command-definition.ts';
import { longFlag, shortFlag, takesSecretFile } from '../commands/shared/option-words.ts';
import { Failure } from '../errors.ts';
import type { CommandWords, Line } from '../message.ts';
import { formatOfFile } from '../render/format-names.ts';
import { programName } from '../terminal/program-words.ts';
import { didYouMean, nearest, shownValue, suggestionOf } from '../text/suggest.ts';
import { allOf } from '../text/word-list.ts';
import { flagElsewhereNamed, foreignOptions, isColorSwitch } from './foreign-options.ts';
import { helpCommand, helpFlags, versionFlags } from './general-flags.ts';

/** What a mistyped command or option was probably meant to be. No text that may be a secret is repeated. */

const nameOf = ({ definition }: Command): string => definition.name;

const commandNames = commands.map(nameOf);

const optionsOf = ({ definition }: Command): readonly OptionDefinition[] => definition.options;

const longFlagsOf = (command: Command): string[] => optionsOf(command).map(longFlag);

/** Where to read on: the help of a command, or that of the program. */
export function seeHelp(command?: Command): Line[] {
  const words = command === undefined ? [] : [nameOf(command)];
  return ['For help, run:', { command: [programName, ...words, helpFlags.long] }];
}

/** @param named the command on the command line, if there is one */
export function unknownOption(option: string, named: Command | undefined): Failure {
  const problem = `Unknown option${quoted(shownValue(option, [...foreignOptions, ...commands.flatMap(longFlagsOf)]))}.`;
  const { hint, place = named } = hintFor(option, named ?? defaultCommand);
  return new Failure('usage', `${problem}${hint}`, seeHelp(place));
}

/** A sentence after a space, and the command whose help says more, if that is another one. */
interface Hint {
  readonly hint: string;
  readonly place?: Command | undefined;
}

function hintFor(option: string, command: Command): Hint {
  const owners = commands.filter((each) => optionsOf(each).some((own) => isSpelled(own, option)));
  const [owner, ...others] = owners;
  if (owner !== undefined)
    return {
      hint: ` It's an option of ${allOf(owners.map(nameOf))}.`,
      place: others.length === 0 ? owner : undefined,
    };
  if (/^-[^-]$/.test(option)) return { hint: shortHint(option, command) };
  const hint = colorHint(option) ?? secretHint(option, command) ?? choiceHint(option, command);
  return hint === undefined ? nearestHint(option, command) : { hint };
}

const isSpelled = (option: OptionDefinition, flag: string): boolean =>
  longFlag(option) === flag || shortFlag(option) === flag;

const general = [helpFlags, versionFlags];

/** The short flag in the other case. */
function shortHint(option: string, command: Command): string {
  const flags = [...optionsOf(command).map(shortFlag), ...general.map(({ short }) => short)];
  const known = flags.filter((flag) => flag !== undefined);
  return didYouMean(option, known, 0);
}

/** No stream has an option of its own for this. */
const colorHint = (option: string): string | undefined =>
  isColorSwitch(option) ? ' To turn color off, set NO_COLOR=1. To turn it on, set FORCE_COLOR=1.' : undefined;

/** For a secret there is only the option that takes its file: `--client-secret-file` for `--secret`. */
function secretHint(option: string, command: Command): string | undefined {
  const ending = `-${option.replace(/^-+/, '')}-file`;
  const fileOption = optionsOf(command).find(
    (each) => takesSecretFile(each) && longFlag(each).endsWith(ending),
  );
  if (fileOption === undefined) return undefined;
  const ways = [longFlag(fileOption), fileOption.env].filter((way) => way !== undefined);
  return ` Secrets can't be arguments, because other users of this machine can see them. Use ${ways.join(' or ')}.`;
}

/** `--format json` for `--json`. */
function choiceHint(option: string, command: Command): string | undefined {
  const choice = option.slice(2);
  const owner = optionsOf(command).find(({ choices }) => choices?.includes(choice));
  return owner && suggestionOf(`${longFlag(owner)} ${choice}`);
}

/** The nearest option of the command, or the one that is abbreviated, unless one of another command is nearer. */
function nearestHint(option: string, command: Command): Hint {
  const own = [...longFlagsOf(command), ...general.map(({ long }) => long)];
  const most = Math.max(1, Math.floor(option.replace(/^-+(?:no-)?/, '').length / 2));
  const flag =
    own.find((flag) => flag === flagElsewhereNamed(option)) ??
    nearest(option, own, 1) ??
    abbreviated(option, own) ??
    nearest(option, [...own, ...commands.flatMap(longFlagsOf)], most) ??
    containing(option, own);
  if (flag === undefined || own.includes(flag)) return { hint: suggestionOf(flag) };
  const place = commands.find((each) => longFlagsOf(each).includes(flag));
  return { hint: suggestionOf(place && `${nameOf(place)} ${flag}`), place };
}

/** The shortest flag that begins with the word: `--version` for `--vers`. */
const abbreviated = (option: string, flags: readonly string[]): string | undefined =>
  nearest(
    option,
    flags.filter((flag) => flag.startsWith(option)),
    Number.POSITIVE_INFINITY,
  );

/** The only flag that contains the word: `--new-pkce` for `--pkce`. */
function containing(option: string, flags: readonly string[]): string | undefined {
  const found = flags.filter((flag) => option.length > 4 && flag.includes(option.slice(1)));
  return found.length === 1 ? found[0] : undefined;
}

/** A word that should be a command: a mistyped one, or a file without the command that reads it. */
export function unknownCommand(word: string): Failure {
  const shown = shownValue(word, commandNames);
  if (looksLikeFile(word)) return fileWithoutWord('a command or an option', shown);
  const suggestion =
    didYouMean(word, [...commandNames, helpCommand, versionFlags.long]) ||
    ` Commands: ${commandNames.join(', ')}.`;
  return new Failure('usage', `Unknown command${quoted(shown)}.${suggestion}`, seeHelp());
}

/** A word after everything that the command accepts. */
export function unexpectedArgument(word: string, command: Command): Failure {
  const shown = shownValue(word);
  if (command === defaultCommand && looksLikeFile(word)) return fileWithoutWord('an option', shown);
  return new Failure('usage', `Unexpected argument${quoted(shown)}.`, seeHelp(command));
}

const quoted = (shown: string | undefined): string => (shown === undefined ? '' : ` "${shown}"`);

/** By an extension of ours, or by the way a path begins. */
const looksLikeFile = (word: string): boolean =>
  formatOfFile(word) !== undefined || /^(?:\.{0,2}|~|[a-z]:)[/\\]/i.test(word);

/** @param missing the word that must be before the file */
function fileWithoutWord(missing: string, file: string | undefined): Failure {
  const subject = file === undefined ? 'A file' : `"${file}"`;
  return new Failure('usage', `${subject} needs ${missing} before it.`, [
    'To check a setup file, or to resume from it, run one of:',
    withFile('verify', file),
    withFile('--from', file),
  ]);
}

const withFile = (word: string, file: string | undefined): CommandWords =>
  file === undefined
    ? { command: [programName, word], usage: '<file>' }
    : { command: [programName, word, file] };
