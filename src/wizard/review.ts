import type { Marks } from '../terminal/style.ts';
import { defaultAnswers, questions } from '../answers/questions.ts';
import { excerpt } from '../text/sanitize.ts';
import { type EditableKey, editableKeys, editors } from './editors.ts';
import type { Draft, Tools } from './draft.ts';

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

async function askWhatToChange(draft: Draft, { prompts, world }: Tools): Promise<EditableKey | undefined> {
  const { marks } = world.stderr.look;
  const width = Math.max(...editableKeys.map((key) => questions[key].label.length));
  const choices = editableKeys.map((key) => ({
    value: key as EditableKey | undefined,
    name: `${questions[key].label.padEnd(width)}  ${shownAnswer(key, draft, marks)}`,
    short: questions[key].label,
  }));
  return prompts.select({
    message: 'Is everything right? Choose an answer to change it.',
    choices: [{ value: undefined, name: 'Yes, go on' }, ...choices],
  });
}

function shownAnswer(key: EditableKey, draft: Draft, marks: Marks): string {
  const value = draft[key];
  if (value === null || value === undefined) return '(later)';
  if (key === 'clientSecret') return marks.hidden.repeat(8);
  return excerpt(typeof value === 'string' ? value || '(empty)' : value.join(' '), 120);
}
