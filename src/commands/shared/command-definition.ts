import type { exitCodes } from '../../errors.ts';
import type { ValueReader } from './value-readers.ts';

/** The headings under which help lists options. A command lists its options group by group. */
type OptionGroup =
  | 'Answers'
  | 'Advanced'
  | 'Checks'
  | 'Sign-in'
  | 'Requests'
  | 'Pair'
  | 'Changes'
  | 'Output'
  | 'Prompts and browser'
  | 'CI'
  | 'Values without a setup file';

/** One option as data. An option that takes a value accepts an empty one only if that clears something. */
export interface OptionDefinition {
  /** As commander reads it: `-f, --format <format>`, `--force`, `--no-open`. */
  readonly flags: string;
  readonly help: string;
  /** The same in a few words, for an option that the help of the program lists, too. */
  readonly brief?: string;
  readonly group: OptionGroup;
  readonly choices?: readonly string[];
  readonly preset?: string;
  /** The default as help shows it, if there is no preset: it may depend on other options. */
  readonly shownDefault?: string;
  /** The environment variable that is read instead. */
  readonly env?: string;
  readonly read?: ValueReader;
  readonly mayBeEmpty?: true;
  /** The value comes from the file, if there is one; the option is then rejected. */
  readonly withoutFile?: true;
}

/** The meanings of exit codes by name. */
export type Outcomes = Readonly<Partial<Record<keyof typeof exitCodes, string>>>;

/** A command line that begins with the program's name, and what it is for. */
export type Example = readonly [command: string, purpose: string];

export interface CommandDefinition {
  readonly name: string;
  /** What the command does, on one line of the help of the program. */
  readonly summary: string;
  /** What else a user needs to know, for the help of the command. */
  readonly details?: string;
  /** The word after the command: in angle brackets if it is required, in square ones if it is optional. */
  readonly argument?: '<file>' | '[file]';
  readonly examples: readonly Example[];
  readonly options: readonly OptionDefinition[];
  /** What exit codes mean that only this command has, or that mean more here. */
  readonly outcomes?: Outcomes;
}
