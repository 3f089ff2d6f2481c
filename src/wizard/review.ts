import { defaultAnswers, questions } from '../answers/questions.ts';
import { say } from '../terminal/log.ts';
import { hiddenText, type Symbols } from '../terminal/symbols.ts';
import { excerpt } from '../text/sanitize.ts';
import { type EditableKey, editableKeys, editors } from './editors.ts';
import { explainPortalChanges } from './explain-changes.ts';
import { isCredential, settleMixUp } from './mix-up.ts';
import type { Draft, Progress } from './progress.ts';
import { isHidden, notSet, type Tools } from './tools.ts';

/** The choice in the menu that returns to the review. */
export const changeAnswers = 'Change your answers';

/** Shows every answer until the user continues; any of them can be changed. */
export async function review(tools: Tools, progress: Progress): Promise<void> {
  for (;;) {
    const complete: Draft = { ...defaultAnswers, ...progress.draft };
    const choice = await promptForChange(complete, tools);
    if (choice === undefined) return;
    progress.draft = { ...progress.draft, ...(await editors[choice](complete, tools)) };
    if (isCredential(choice)) await settleMixUp(tools, progress);
    await explainPortalChanges(complete, progress.draft, tools.context.stderr);
    await say(tools.context.stderr);
  }
}

async function promptForChange(draft: Draft, { prompts, context }: Tools): Promise<EditableKey | undefined> {
  const { symbols } = context.stderr.style;
  const width = Math.max(...editableKeys.map((key) => questions[key].label.length));
  const choices = editableKeys.map((key) => ({
    value: key,
    name: `${questions[key].label.padEnd(width)}  ${shownAnswer(key, draft, symbols)}`,
    short: `change ${questions[key].label}`,
  }));
  return prompts.select<EditableKey | undefined>({
    message: 'Review your answers. Select one to change it.',
    doneMessage: 'Review:',
    choices: [{ value: undefined, name: 'Continue', short: 'continue' }, ...choices],
  });
}

function shownAnswer(key: EditableKey, draft: Draft, symbols: Symbols): string {
  const value = draft[key];
  if (value === null || value === undefined) return notSet;
  if (isHidden(key, draft)) return hiddenText(symbols);
  return excerpt(typeof value === 'string' ? value || '(blank)' : value.join(' '), 120);
}
