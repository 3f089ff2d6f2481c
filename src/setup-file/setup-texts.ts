import { type AnswerKey, answerKeys } from '../answers/questions.ts';
import { lineBreak } from '../text/characters.ts';
import type { Setup } from './schema.ts';

/** The answers in a saved setup, as texts to parse. Null, empty, and blank values are left out. */
export function textsOfSetup(setup: Setup): Partial<Record<AnswerKey, string>> {
  const texts: Record<AnswerKey, string | null> = {
    ...setup,
    scopes: setup.scopes.join(' '),
    name: setup.name.trim(),
    description: oneLine(setup.description),
    codeVerifier: setup.pkce.codeVerifier,
  };
  return Object.fromEntries(answerKeys.filter((key) => texts[key]).map((key) => [key, texts[key]]));
}

/** A text with spaces in place of line breaks and tabs, and none around it, for a console field with one line. */
export const oneLine = (text: string): string => text.replace(everyLineBreak, ' ').trim();

const everyLineBreak = new RegExp(`${lineBreak.source}|\t`, 'g');
