import { defaultAnswers, questions } from '../answers/questions.ts';
import type { Symbols } from '../terminal/symbols.ts';
import { excerpt } from '../text/sanitize.ts';
import type { Draft, Tools } from './draft.ts';
import { type EditableKey, editableKeys, editors } from './editors.ts';

/** Shows every answer until the user is content; any of them can be given anew. */
export async function review(draft: Draft, tools: Tools, keep: (answer: Draft) => Draft): Promise<void> {
  let current = draft;
  for (;;) {
    const complete: Draft = { ...defaultAnswers, ...current };
    const choice = await askWhatToChange(complete, tools);
    if (choice === undefined) return;
    current = keep(await editors[choice](complete, tools));
  }
}

async function askWhatToChange(draft: Draft, { prompts, context }: Tools): Promise<EditableKey | undefined> {
  const { symbols } = context.stderr.style;
  const width = Math.max(...editableKeys.map((key) => questions[key].label.length));
  const choices = editableKeys.map((key) => ({
    value: key as EditableKey | undefined,
    name: `${questions[key].label.padEnd(width)}  ${shownAnswer(key, draft, symbols)}`,
    short: questions[key].label,
  }));
  return prompts.select({
    message: 'Is everything right? Choose an answer to change it.',
    choices: [{ value: undefined, name: 'Yes, go on' }, ...choices],
  });
}

function shownAnswer(key: EditableKey, draft: Draft, symbols: Symbols): string {
  const value = draft[key];
  if (value === null || value === undefined) return '(later)';
  if (key === 'clientSecret') return symbols.hidden.repeat(8);
  return excerpt(typeof value === 'string' ? value || '(empty)' : value.join(' '), 120);
}
