import { makeTheme, type Status, type Theme, useEffect, usePrefix, useRef, useState } from '@inquirer/core';
import type { Validate } from '../context/prompting.ts';
import type { PromptInput } from './prompt-streams.ts';

/** The question of both prompts for a line of text. */
export type LineQuestion = {
  readonly message: string;
  readonly validate: Validate<string>;
  readonly theme: Partial<LineTheme>;
};

/** Where a text is drawn while it is typed. */
type LineStyle = { style: { typed: (text: string) => string } };
type LineTheme = Theme<LineStyle>;

/** The state of a line that is being typed, and how to draw it. */
export interface TypedLine {
  readonly status: Status;
  /** The text as drawn. */
  readonly value: string;
  /** The text so far. */
  readonly typed: () => string;
  readonly theme: LineTheme;
  /** Sets the text, draws it, and clears the problem of the previous text. */
  readonly edit: (text: string) => void;
  /** Ends the prompt if the text is valid; otherwise shows the problem, continues with `rest`, and returns false. */
  readonly submit: (rest: string) => boolean;
  /** The prompt with `shown` in place of the text. */
  readonly draw: (shown: string) => [line: string, problem: string];
}

/** Takes what readline added to its line for a key, for a prompt that keeps its text itself: readline would show its length. */
export function takeAdded(line: { clearLine: (direction: 0) => void }): string {
  const { line: added = '' } = line as { readonly line?: string };
  line.clearLine(0);
  return added;
}

/** What the prompts for a visible and a hidden line share, as an inquirer hook. */
export function useTypedLine(question: LineQuestion, done: (value: string) => void): TypedLine {
  const theme = makeTheme<LineStyle>(question.theme);
  const [status, setStatus] = useState<Status>('idle');
  const [value, setValue] = useState('');
  const typed = useRef('');
  const [problem, setProblem] = useState('');
  const prefix = usePrefix({ status, theme });
  useEffect(({ input }) => {
    Object.assign(input, { reading: 'line' } satisfies Partial<PromptInput>);
  }, []);
  return {
    status,
    value,
    typed: () => typed.current,
    theme,
    edit: (text) => {
      typed.current = text;
      setValue(text);
      setProblem('');
    },
    submit: (rest) => {
      const text = typed.current;
      const verdict = question.validate(text);
      typed.current = verdict.ok ? text : rest;
      setValue(typed.current);
      setProblem(verdict.ok ? '' : verdict.problem);
      if (verdict.ok) {
        setStatus('done');
        done(text);
      }
      return verdict.ok;
    },
    draw: (shown) => [
      `${prefix} ${theme.style.message(question.message, status)} ${shown}`,
      problem === '' ? '' : theme.style.error(problem),
    ],
  };
}
