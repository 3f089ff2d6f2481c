import { createPrompt, isBackspaceKey, isEnterKey, useKeypress } from '@inquirer/core';
import { accepted, refused } from '../text/result.ts';
import { type LineQuestion, takeAdded, useTypedLine } from './line-prompt.ts';

export type YesOrNoQuestion = {
  readonly message: string;
  /** What Enter alone answers. */
  readonly initial: boolean;
  readonly theme: LineQuestion['theme'];
};

/** The room that the choices take after the message. */
export const yesOrNo = '(y/n)';

const word = /^(?:y(?:es?)?|no?)$/i;

/**
 * A question that Yes or No answers. Any other text, such as a secret that is pasted here by mistake, is never drawn, and
 * isn't left to readline, which draws the cursor at its end.
 */
export const yesOrNoPrompt = createPrompt<boolean, YesOrNoQuestion>((question, done) => {
  const isYes = (text: string): boolean => (text === '' ? question.initial : /^y/i.test(text));
  const validate = (text: string) =>
    text === '' || word.test(text) ? accepted(text) : refused('Enter y or n.');
  const { status, value, typed, theme, edit, submit, draw } = useTypedLine(
    { ...question, validate },
    (text) => done(isYes(text)),
  );
  useKeypress((key, line) => {
    if (status !== 'idle') return;
    const added = takeAdded(line);
    if (isEnterKey(key)) submit('');
    else edit(isBackspaceKey(key) ? '' : typed() + added);
  });
  if (status === 'done') return draw(theme.style.answer(isYes(value) ? 'Yes' : 'No'));
  const choices = theme.style.defaultAnswer(question.initial ? 'Y/n' : 'y/N');
  return draw(`${choices} ${word.test(value) ? value : ''}`);
});
