import type { ValueReader } from './value-readers.ts';

/** One option as data. An option that takes a value never takes an empty one. */
export interface OptionDefinition {
  readonly flags: string;
  readonly help: string;
  readonly choices?: readonly string[];
  readonly preset?: string;
  readonly read?: ValueReader;
}

export interface CommandDefinition {
  readonly summary: string;
  /** The word behind the command: in angle brackets where it has to be there, in square ones where it may. */
  readonly argument?: '<file>' | '[file]';
  readonly examples: readonly (readonly [command: string, purpose: string])[];
  readonly options: readonly OptionDefinition[];
}
