import {
  createPrompt,
  isEnterKey,
  type KeypressEvent,
  makeTheme,
  type Theme,
  useKeypress,
  usePrefix,
} from '@inquirer/core';
import type { KeyChoice } from '../context/prompting.ts';

export type KeyQuestion = {
  readonly message: string;
  readonly choices: readonly Pick<KeyChoice<unknown>, 'key'>[];
  readonly theme: Partial<Theme<{ style: { keysHelpTip: () => string } }>>;
};

/** A prompt that one key answers, with the index of its choice. Other keys are ignored. */
export const keyPrompt = createPrompt<number, KeyQuestion>((question, done) => {
  const theme = makeTheme(question.theme);
  const prefix = usePrefix({ status: 'idle', theme });
  useKeypress((key, line) => {
    line.clearLine(0);
    const index = question.choices.findIndex((choice) => isPressed(choice, key));
    if (index >= 0) done(index);
  });
  return [`${prefix} ${theme.style.message(question.message, 'idle')}`, theme.style.keysHelpTip?.() ?? ''];
});

const isPressed = ({ key }: KeyQuestion['choices'][number], pressed: KeypressEvent): boolean =>
  key === 'enter' ? isEnterKey(pressed) : pressed.name === key && !pressed.ctrl;
