import type { ValueReader } from './value-readers.ts';

/** One option as data. An option that takes a value takes an empty one only where that clears something. */
export interface OptionDefinition {
  /** As commander reads it: `-f, --format <format>`, `--force`, `--no-open`. */
  readonly flags: string;
  readonly help: string;
  readonly choices?: readonly string[];
  readonly preset?: string;
  readonly read?: ValueReader;
  readonly mayBeEmpty?: true;
  /** The value belongs to the file, where one is given: then the option is refused. */
  readonly withoutFile?: true;
}

export interface CommandDefinition {
  readonly name: string;
  readonly summary: string;
  /** The word after the command: in angle brackets where it is required, in square ones where it is optional. */
  readonly argument?: '<file>' | '[file]';
  readonly examples: readonly (readonly [command: string, purpose: string])[];
  readonly options: readonly OptionDefinition[];
}
