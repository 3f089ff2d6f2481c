import type { Result } from '../../text/result.ts';
import type { CommandDefinition, OptionDefinition } from './command-definition.ts';

type CamelCase<Name extends string> = Name extends `${infer Head}-${infer Tail}`
  ? `${Head}${Capitalize<CamelCase<Tail>>}`
  : Name;

type LongFlag<Flags extends string> = Flags extends `-${string}, ${infer Long}` ? Long : Flags;

type NameOf<Flags extends string> =
  LongFlag<Flags> extends `--no-${infer Name}`
    ? CamelCase<Name>
    : LongFlag<Flags> extends `--${infer Name} <${string}`
      ? CamelCase<Name>
      : LongFlag<Flags> extends `--${infer Name}`
        ? CamelCase<Name>
        : never;

type ValueOf<Option extends OptionDefinition> = Option extends { readonly choices: readonly (infer Choice)[] }
  ? Choice
  : Option extends { readonly read: (...args: never[]) => Result<infer Value> }
    ? Value
    : Option['flags'] extends `${string}<${string}`
      ? string
      : boolean;

type IsAlwaysPresent<Option extends OptionDefinition> = Option extends { readonly preset: string }
  ? true
  : Option['flags'] extends `${string}--no-${string}`
    ? true
    : false;

type File<Definition extends CommandDefinition> = Definition extends { readonly argument: '<file>' }
  ? { readonly file: string }
  : Definition extends { readonly argument: '[file]' }
    ? { readonly file?: string }
    : unknown;

type OptionOf<Definition extends CommandDefinition> = Definition['options'][number];

/** The options of a command line, derived from the definition of its command. The names are commander's. */
export type OptionsOf<Definition extends CommandDefinition> = {
  readonly [Option in OptionOf<Definition> as IsAlwaysPresent<Option> extends true
    ? NameOf<Option['flags']>
    : never]: ValueOf<Option>;
} & {
  readonly [Option in OptionOf<Definition> as IsAlwaysPresent<Option> extends true
    ? never
    : NameOf<Option['flags']>]?: ValueOf<Option>;
} & File<Definition>;
