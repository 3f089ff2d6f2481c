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

/** What every prompt asks. */
interface Question {
  readonly message: string;
  /** Takes the place of the message once it is answered, so that the transcript reads well. */
  readonly doneMessage?: string;
}

/** A choice that one key makes: Enter, or a lower-case letter. */
export interface KeyChoice<T> {
  readonly value: T;
  readonly key: 'enter' | Letter;
  /** What the key does, in a word or two. */
  readonly name: string;
}

type Letter = 'b' | 'q' | 's';

/** The prompts that a wizard can show. Each throws Interruption on Ctrl-C, Ctrl-D, and SIGTERM. */
export interface Prompts {
  select<T>(prompt: Question & { choices: readonly Choice<T>[]; initial?: T | undefined }): Promise<T>;
  selectMany<T>(
    prompt: Question & {
      choices: readonly Choice<T>[];
      initial: readonly T[];
      validate: Validate<readonly T[]>;
    },
  ): Promise<T[]>;
  text(
    prompt: Question & {
      initial?: string | undefined;
      validate: Validate<string>;
      /** What the line shows once it is answered; the answer, if not given. */
      answered?: (text: string) => string;
    },
  ): Promise<string>;
  /** A hidden text. `blank` is what the line shows once it is left blank. */
  secret(prompt: Question & { blank?: string; validate: Validate<string> }): Promise<string>;
  confirm(prompt: Question & { initial: boolean }): Promise<boolean>;
  /** One key answers at once; the prompt then disappears, and what follows from the answer takes its place. */
  key<T>(prompt: { message: string; choices: readonly KeyChoice<T>[] }): Promise<T>;
  /** A pasted text, perhaps with line breaks in it, which is not shown; undefined when `seconds` passed without one. */
  paste(prompt: { message: string; seconds: number }): Promise<string | undefined>;
}
