import { createPrompt, isBackspaceKey, isEnterKey, type KeypressEvent, useKeypress } from '@inquirer/core';
import { type LineQuestion, takeAdded, useTypedLine } from './line-prompt.ts';

export type SecretQuestion = LineQuestion & {
  /** Is shown for any answer but a blank one, however long. */
  readonly mask: string;
  /** What the line shows once it is left blank. */
  readonly blank: string;
};

/** Keys that delete words or lines in readline. Here they delete the whole text, since it is hidden. */
const erasers = new Set(['u', 'w', 'k']);

/**
 * A hidden line that doesn't even show its length. The text is kept here, not in readline, which draws the cursor at the
 * end of its own text, and would restore a rejected text with the arrow keys.
 */
export const secretPrompt = createPrompt<string, SecretQuestion>((question, done) => {
  const { status, value, typed, theme, edit, submit, draw } = useTypedLine(question, done);
  useKeypress((key, line) => {
    if (status !== 'idle') return;
    const added = takeAdded(line);
    if (isEnterKey(key)) submit('');
    else edit(edited(typed(), key, added));
  });
  const hidden = value === '' ? '' : theme.style.help(question.mask);
  if (status !== 'done') return draw(theme.style.typed(hidden));
  return draw(value.trim() === '' ? theme.style.answer(question.blank) : hidden);
});

/** The text after one more key. @param added the characters that readline added to its line for that key */
function edited(text: string, key: KeypressEvent, added: string): string {
  // With Alt, Backspace deletes a word.
  const { meta = false } = key as { readonly meta?: boolean };
  if (isBackspaceKey(key)) return meta ? '' : [...text].slice(0, -1).join('');
  return key.ctrl && erasers.has(key.name) ? '' : text + added;
}
