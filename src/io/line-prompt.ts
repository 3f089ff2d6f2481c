import { makeTheme, type Status, type Theme, usePrefix, useState } from '@inquirer/core';
import type { Validate } from '../context/prompting.ts';

/** What the two prompts for a line of text are asked with. */
export type LineQuestion = {
  readonly message: string;
  readonly validate: Validate<string>;
  readonly theme: Partial<Theme>;
};

/** The state of a line that is being typed, and how it is drawn. */
export interface TypedLine {
  readonly status: Status;
  readonly value: string;
  readonly theme: Theme;
  /** Takes over what was typed and clears the problem with the previous text. */
  readonly edit: (text: string) => void;
  /** Ends the prompt with the text, or shows the problem with it and goes on with `rest`. Returns whether it ended. */
  readonly submit: (rest: string) => boolean;
  /** The prompt with `shown` in the place of the text. */
  readonly draw: (shown: string) => [line: string, problem: string];
}

/** What the prompts for a visible and a hidden line have in common; a hook of inquirer's. */
export function useTypedLine(question: LineQuestion, done: (value: string) => void): TypedLine {
  const theme = makeTheme(question.theme);
  const [status, setStatus] = useState<Status>('idle');
  const [value, setValue] = useState('');
  const [problem, setProblem] = useState('');
  const prefix = usePrefix({ status, theme });
  return {
    status,
    value,
    theme,
    edit: (text) => {
      setValue(text);
      setProblem('');
    },
    submit: (rest) => {
      const verdict = question.validate(value);
      if (verdict.ok) {
        setStatus('done');
        done(value);
      } else {
        setValue(rest);
        setProblem(verdict.problem);
      }
      return verdict.ok;
    },
    draw: (shown) => [
      `${prefix} ${theme.style.message(question.message, status)} ${shown}`,
      problem === '' ? '' : theme.style.error(problem),
    ],
  };
}
