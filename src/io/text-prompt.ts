import {
  createPrompt,
  isEnterKey,
  makeTheme,
  type Status,
  type Theme,
  useEffect,
  useKeypress,
  usePrefix,
  useState,
} from '@inquirer/core';
import type { Validate } from '../context/prompting.ts';

export type TextQuestion = {
  readonly message: string;
  readonly initial: string;
  readonly validate: Validate<string>;
  /** What the line shows once it is answered. */
  readonly answered: (text: string) => string;
  readonly theme: Partial<Theme>;
};

/** A line of text that begins with what is there already. Unlike inquirer's own, an emptied line is an empty answer. */
export const textPrompt = createPrompt<string, TextQuestion>((question, done) => {
  const theme = makeTheme(question.theme);
  const [status, setStatus] = useState<Status>('idle');
  const [value, setValue] = useState('');
  const [problem, setProblem] = useState('');
  const prefix = usePrefix({ status, theme });
  useEffect((line) => {
    line.write(question.initial);
    setValue(question.initial);
  }, []);
  useKeypress((key, line) => {
    if (status !== 'idle') return;
    if (!isEnterKey(key)) {
      setValue(line.line);
      setProblem('');
      return;
    }
    const validity = question.validate(value);
    if (validity.ok) {
      setStatus('done');
      done(value);
    } else {
      // readline has taken the line: put it back, to be corrected.
      line.write(value);
      setProblem(validity.problem);
    }
  });
  const message = theme.style.message(question.message, status);
  const shown = status === 'done' ? theme.style.answer(question.answered(value)) : value;
  return [`${prefix} ${message} ${shown}`, problem === '' ? '' : theme.style.error(problem)];
});
