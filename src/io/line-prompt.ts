import { makeTheme, type Status, type Theme, usePrefix, useState } from '@inquirer/core';
import type { Validate } from '../context/prompting.ts';

/** The question of the two prompts for a line of text. */
export type LineQuestion = {
  readonly message: string;
  readonly validate: Validate<string>;
  readonly theme: Partial<Theme>;
};

/** The state of a line that is being typed, and how to draw it. */
export interface TypedLine {
  readonly status: Status;
  readonly value: string;
  readonly theme: Theme;
  /** Takes over what was typed and clears the problem with the previous text. */
  readonly edit: (text: string) => void;
  /** Ends the prompt if the text is valid; otherwise shows the problem, continues with `rest`, and returns false. */
  readonly submit: (rest: string) => boolean;
  /** The prompt with `shown` in place of the text. */
  readonly draw: (shown: string) => [line: string, problem: string];
}

/** What the prompts for a visible and a hidden line share, as an inquirer hook. */
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
        setProblem('');
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
