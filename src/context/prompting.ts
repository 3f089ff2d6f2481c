import type { Result } from '../text/result.ts';

export interface Choice<T> {
  readonly value: T;
  readonly name: string;
  readonly description?: string;
  /** The text after the message once it is answered; the name by default. */
  readonly short?: string;
}

/** Validates an answer. A problem is shown, and the prompt continues. */
export type Validate<T> = (answer: T) => Result<unknown>;

/** The prompts of the wizard. Each throws Interruption on Ctrl-C, Ctrl-D and SIGTERM. */
export interface Prompts {
  select<T>(prompt: { message: string; choices: readonly Choice<T>[]; initial?: T | undefined }): Promise<T>;
  selectMany<T>(prompt: {
    message: string;
    choices: readonly Choice<T>[];
    initial: readonly T[];
    validate: Validate<readonly T[]>;
  }): Promise<T[]>;
  text(prompt: {
    message: string;
    initial?: string | undefined;
    validate: Validate<string>;
    /** The text that the line shows once it is answered; the answer by default. */
    answered?: (text: string) => string;
  }): Promise<string>;
  secret(prompt: { message: string; validate: Validate<string> }): Promise<string>;
  confirm(prompt: { message: string; initial: boolean }): Promise<boolean>;
  /** A pasted text, possibly with line breaks, which is not shown; undefined if none came within `seconds`. */
  paste(prompt: { message: string; seconds: number }): Promise<string | undefined>;
}
