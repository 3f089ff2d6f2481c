import { oncePer } from '../../text/once.ts';
import type { OptionDefinition } from './command-definition.ts';

/** An option as far as its spelling goes. */
export type Spelled = Pick<OptionDefinition, 'flags'>;

/** The long flag of an option, `--client-id`. */
export const longFlag = ({ flags }: Spelled): string => /--[a-z-]+/.exec(flags)?.[0] ?? flags;

/** The short flag, `-r`; undefined for an option without one. */
export const shortFlag = ({ flags }: Spelled): string | undefined => /^(-[^-]), /.exec(flags)?.[1];

/** Whether an option takes a value; the others are switches. */
export const takesValue = ({ flags }: Spelled): boolean => flags.includes('<');

/** Whether an option has a value even if the command line doesn't set it. */
export const hasDefault = (option: OptionDefinition): boolean =>
  option.preset !== undefined || isNegated(option);

/** Whether an option turns off what is on by default. */
const isNegated = (option: OptionDefinition): boolean => option.flags.includes('--no-');

/** The value of an option in usage notation: `<id>`; empty for a switch. */
export const placeholder = ({ flags }: Spelled): string => /<.*>$/.exec(flags)?.[0] ?? '';

/** Whether an option takes the file of a secret. The secret itself is never an argument, but may be in a variable. */
export const takesSecretFile = (option: OptionDefinition): boolean => longFlag(option).endsWith('-file');

/** The name under which commander returns the value of an option: `clientId`; `open` for `--no-open`. */
export const attributeName = oncePer((option: OptionDefinition): string =>
  longFlag(option)
    .replace(/^--(?:no-)?/, '')
    .replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase()),
);

type Values = Readonly<Record<string, unknown>>;

/** The words that set these values again: first the options that take a value, then the switches. */
export function optionWords(options: readonly OptionDefinition[], values: Values): string[] {
  const switches = options.filter((option) => !takesValue(option) && isOn(option, values));
  return [
    ...options.filter(takesValue).flatMap((option) => valueWords(option, values[attributeName(option)])),
    ...switches.map(longFlag),
  ];
}

/** The first option that is not allowed together with a file, but has a value. */
export function optionInsteadOfFile(
  options: readonly OptionDefinition[],
  values: Values,
): string | undefined {
  const found = options.find((option) => option.withoutFile && values[attributeName(option)] !== undefined);
  return found && longFlag(found);
}

function valueWords(option: OptionDefinition, value: unknown): string[] {
  if (value === undefined || value === option.preset) return [];
  const text = String(value);
  // Joined, because a value that looks like an option would be taken for one.
  return /^-./.test(text) ? [`${longFlag(option)}=${text}`] : [longFlag(option), text];
}

function isOn(option: OptionDefinition, values: Values): boolean {
  return values[attributeName(option)] === !isNegated(option);
}
