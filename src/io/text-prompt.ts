import { createPrompt, isEnterKey, useEffect, useKeypress, useState } from '@inquirer/core';
import { type LineQuestion, useTypedLine } from './line-prompt.ts';

export type TextQuestion = LineQuestion & {
  readonly initial: string;
  /** The text that the line shows after the answer. */
  readonly answered: (text: string) => string;
  /** Whether a text must disappear once it is rejected. */
  readonly isSecret?: ((text: string) => boolean) | undefined;
};

/** A line of text that starts with a preset. Unlike inquirer's own, an emptied line is an empty answer. */
export const textPrompt = createPrompt<string, TextQuestion>((question, done) => {
  const { status, value, typed, theme, edit, submit, draw } = useTypedLine(question, done);
  // inquirer follows the cursor in its row only, so that a move to another row needs a new frame.
  const [, setCursor] = useState(question.initial.length);
  useEffect((line) => {
    line.write(question.initial);
    edit(question.initial);
  }, []);
  useKeypress((key, line) => {
    if (status !== 'idle') return;
    setCursor(cursorOf(line));
    if (!isEnterKey(key)) edit(line.line);
    // readline has removed the line. Restore it, to be corrected.
    else if (!submit(question.isSecret?.(typed()) ? '' : typed())) line.write(typed());
  });
  return draw(status === 'done' ? theme.style.answer(question.answered(value)) : theme.style.typed(value));
});

/** Where readline inserts the next character. */
const cursorOf = (line: object): number => (line as { readonly cursor: number }).cursor;
