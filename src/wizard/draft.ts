import type { AnswerKey, Answers } from '../answers/questions.ts';
import { parseAnswer, questions } from '../answers/questions.ts';
import type { Context } from '../context/context.ts';
import type { Prompts, Validity } from '../context/prompting.ts';

/** What has been answered so far. An answer that is absent has not been asked for. */
export type Draft = Partial<Answers>;

export interface Tools {
  readonly prompts: Prompts;
  readonly context: Context;
  /** The user does not want a browser. */
  readonly noOpen: boolean;
  /** The file that the run started from, unless that was standard input. */
  readonly startFile?: string | undefined;
}

/** Judges a typed answer by the same rules as its flag. */
export function validityOf(key: AnswerKey, text: string): Validity {
  const parsed = parseAnswer(key, text);
  return parsed.ok || `${questions[key].label} ${parsed.problem}`;
}
