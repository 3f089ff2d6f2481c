import { type AnswerKey, answerKeys } from '../answers/questions.ts';
import type { Setup } from './schema.ts';

/** The texts that a saved setup answers with, as if they had been typed. Null and empty values answer nothing. */
export function textsOfSetup(setup: Setup): Partial<Record<AnswerKey, string>> {
  const texts: Record<AnswerKey, string | null> = {
    ...setup,
    scopes: setup.scopes.join(' '),
    codeVerifier: setup.pkce.codeVerifier,
  };
  return Object.fromEntries(answerKeys.filter((key) => texts[key]).map((key) => [key, texts[key]]));
}
