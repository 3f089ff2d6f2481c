import type { Result } from '../text/result.ts';

export interface Choice<T> {
  readonly value: T;
  readonly name: string;
  readonly description?: string;
  /** What follows the message once it is answered; the name, if not given. */
  readonly short?: string;
}

/** Judges what was answered; a problem is shown, and the prompt goes on. */
export type Validate<T> = (answer: T) => Result<unknown>;

/** What ends a paste: Enter, or Enter on an empty line where the text has several. Ctrl-D ends either. */
export type PasteEnd = 'line' | 'blank-line';

/** The prompts that a wizard can show. Each throws Interruption on Ctrl-C, Ctrl-D, and SIGTERM. */
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
    /** What the line shows once it is answered; the answer, if not given. */
    answered?: (text: string) => string;
  }): Promise<string>;
  secret(prompt: { message: string; validate: Validate<string> }): Promise<string>;
  confirm(prompt: { message: string; initial: boolean }): Promise<boolean>;
  /**
   * A pasted text, perhaps with line breaks in it, which is not shown; undefined when `seconds` passed without one.
   * Without `seconds` it waits as long as it takes; without `end`, Enter ends it.
   */
  paste(prompt: {
    message: string;
    seconds?: number | undefined;
    end?: PasteEnd | undefined;
  }): Promise<string | undefined>;
}
