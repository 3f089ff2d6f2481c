import { type AnswerKey, answerKeys } from '../answers/questions.ts';
import { lineBreak } from '../text/characters.ts';
import type { Setup } from './schema.ts';

/** The texts that a saved setup answers with, as if they had been typed. Null and empty values answer nothing. */
export function textsOfSetup(setup: Setup): Partial<Record<AnswerKey, string>> {
  const texts: Record<AnswerKey, string | null> = {
    ...setup,
    scopes: setup.scopes.join(' '),
    description: oneLine(setup.description),
    codeVerifier: setup.pkce.codeVerifier,
  };
  return Object.fromEntries(answerKeys.filter((key) => texts[key]).map((key) => [key, texts[key]]));
}

/** A text without line breaks and tabs, all else as it was: the console's field for it has one line. */
export const oneLine = (text: string): string => text.replace(everyLineBreak, ' ');

const everyLineBreak = new RegExp(`${lineBreak.source}|\t`, 'g');
