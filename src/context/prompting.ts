import type { Result } from '../text/result.ts';

export interface Choice<T> {
  readonly value: T;
  readonly name: string;
  readonly description?: string;
  /** Shown after the message when it is answered; by default, the name. */
  readonly short?: string;
}

/** Judges an answer. A problem is shown, and the prompt continues. */
export type Validate<T> = (answer: T) => Result<unknown>;

/** What prompts have in common. */
interface Question {
  readonly message: string;
  /** Replaces the message once it is answered, so that the transcript reads well. */
  readonly doneMessage?: string;
}

/** A choice that a single key selects. */
export interface KeyChoice<T> {
  readonly value: T;
  readonly key: 'enter' | Letter;
  /** What the key does, in a word or two. */
  readonly name: string;
}

type Letter = 'b' | 'q' | 'r' | 's';

/** What ends a paste: Enter, or Enter on an empty line for a text of several lines. Ctrl-D ends either. */
export type PasteEnd = 'line' | 'blank-line';

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
      /** The text that the line shows after the answer; by default, the answer. */
      answered?: (text: string) => string;
      /** Whether a text must disappear from the screen once it is rejected. */
      isSecret?: (text: string) => boolean;
    },
  ): Promise<string>;
  /** A hidden text. `blank` is what the line shows if it was left blank. */
  secret(prompt: Question & { blank?: string; validate: Validate<string> }): Promise<string>;
  confirm(prompt: Question & { initial: boolean }): Promise<boolean>;
  /** A single key answers. The prompt then disappears, so that the result can replace it. */
  key<T>(prompt: { message: string; choices: readonly KeyChoice<T>[] }): Promise<T>;
  /**
   * A pasted text, possibly with line breaks, which isn't shown; undefined after `seconds` without one. By default it
   * waits without limit, and Enter ends it.
   */
  paste(prompt: {
    message: string;
    seconds?: number | undefined;
    end?: PasteEnd | undefined;
  }): Promise<string | undefined>;
}
