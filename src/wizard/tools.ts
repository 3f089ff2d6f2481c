import { mayBeSecret, secretProblem } from '../answers/credentials.ts';
import { parseAnswer } from '../answers/parse-answer.ts';
import { type AnswerKey, type Answers, isSecret, questions } from '../answers/questions.ts';
import type { Context } from '../context/context.ts';
import type { Prompts, Validate } from '../context/prompting.ts';
import type { Setup } from '../setup-file/schema.ts';
import { type Result, refused } from '../text/result.ts';
import type { Draft } from './progress.ts';

/** What the steps of the wizard need. */
export interface Tools {
  readonly prompts: Prompts;
  readonly context: Context;
  /** Builds the setup for complete answers. */
  readonly build: (answers: Draft) => Setup;
  /** Never start a browser. */
  readonly noOpen: boolean;
  /** The file that the run started from, unless that was standard input. */
  readonly startFile?: string | undefined;
  /** The setup in it, or on standard input. */
  readonly startSetup?: Setup | undefined;
}

/** Whether an answer exists that the wizard never shows: the Client Secret, or what may be one. */
export const isHidden = (key: AnswerKey, draft: Draft): boolean =>
  Boolean(draft[key]) && (isSecret(key) || (key === 'clientId' && mayBeSecret(draft)));

/** Shown for an answer that is left for later. */
export const notSet = '(not set)';

/** Reads a typed answer by the same rules as its flag, but without white space around it; a problem names the answer. */
export function parseTyped<Key extends AnswerKey>(key: Key, typed: string): Result<Answers[Key]> {
  const parsed = parseAnswer(key, typed.trim());
  return parsed.ok ? parsed : refused(`${questions[key].label} ${parsed.problem}`);
}

/** How to prompt for a text that anyone may see: a secret that was entered before is rejected, and disappears. */
export function visibleText(
  what: string,
  secrets: Parameters<typeof secretProblem>[1],
  validate: Validate<string>,
): { isSecret: (text: string) => boolean; validate: Validate<string> } {
  const problemOf = (text: string): string | undefined => secretProblem(text, secrets);
  return {
    isSecret: (text) => problemOf(text) !== undefined,
    validate: (text) => {
      const problem = problemOf(text);
      return problem === undefined ? validate(text) : refused(`${what} ${problem}`);
    },
  };
}
