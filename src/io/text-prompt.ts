import { stripVTControlCharacters } from 'node:util';
import { createPrompt, isEnterKey, useEffect, useKeypress, useRef, useState } from '@inquirer/core';
import { type LineQuestion, useTypedLine } from './line-prompt.ts';
import { heightOf, type WindowSize } from './prompt-frame.ts';
import { followView, viewOf } from './prompt-view.ts';

export type TextQuestion = LineQuestion & {
  readonly initial: string;
  /** The text that the line shows after the answer. */
  readonly answered: (text: string) => string;
  /** Whether a text must disappear once it is rejected. */
  readonly isSecret?: ((text: string) => boolean) | undefined;
  readonly window: () => WindowSize;
};

/** A line of text that starts with a preset. Unlike inquirer's own, an emptied line is an empty answer. */
export const textPrompt = createPrompt<string, TextQuestion>((question, done) => {
  const { status, value, typed, theme, edit, submit, draw } = useTypedLine(question, done);
  // inquirer follows the cursor in its row only, so that a move to another row needs a new frame.
  const [cursor, setCursor] = useState(question.initial.length);
  const drawn = useRef({ shown: '', cursor: 0, after: '' });
  useEffect((line) => {
    followView(line as never, () => drawn.current);
    line.write(question.initial);
    edit(question.initial);
  }, []);
  useKeypress((key, line) => {
    if (status !== 'idle') return;
    if (!isEnterKey(key)) edit(line.line);
    // readline has removed the line. Restore it, to be corrected.
    else if (!submit(question.isSecret?.(typed()) ? '' : typed())) line.write(typed());
    setCursor(cursorOf(line));
  });
  const { columns, rows } = question.window();
  const others = heightOf(stripVTControlCharacters(draw('').join('\n')), columns);
  const room = columns * Math.max(1, rows - others - 1);
  if (status === 'done') return draw(theme.style.answer(viewOf(question.answered(value), 0, room).shown));
  const view = viewOf(value, cursor, room);
  const [text, problem] = draw(theme.style.typed(view.shown));
  const row = stripVTControlCharacters(text).split('\n').at(-1) ?? '';
  drawn.current = { ...view, after: row.slice(0, row.length - view.shown.length) };
  return [text, problem];
});

/** Where readline inserts the next character. */
const cursorOf = (line: object): number => (line as { readonly cursor: number }).cursor;
