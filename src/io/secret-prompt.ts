import {
  createPrompt,
  isBackspaceKey,
  isEnterKey,
  type KeypressEvent,
  makeTheme,
  type Status,
  type Theme,
  useKeypress,
  usePrefix,
  useState,
} from '@inquirer/core';
import type { Validate } from '../context/prompting.ts';

export type SecretQuestion = {
  readonly message: string;
  /** Is shown for any answer but an empty one, however long. */
  readonly mask: string;
  readonly validate: Validate<string>;
  readonly theme: Partial<Theme>;
};

/** Keys that readline rubs words or lines out with; of a text that is not shown, only all of it can be meant. */
const erasers = new Set(['u', 'w', 'k']);

/**
 * A line that is not shown, and of which not even the length is. The text is kept here, not in readline: that draws the
 * cursor where its own text ends, and would bring a refused text back with the arrow keys.
 */
export const secretPrompt = createPrompt<string, SecretQuestion>((question, done) => {
  const theme = makeTheme(question.theme);
  const [status, setStatus] = useState<Status>('idle');
  const [value, setValue] = useState('');
  const [problem, setProblem] = useState('');
  const prefix = usePrefix({ status, theme });
  useKeypress((key, line) => {
    if (status !== 'idle') return;
    const { line: typed = '' } = line as { readonly line?: string };
    line.clearLine(0);
    if (!isEnterKey(key)) {
      setValue(edited(value, key, typed));
      setProblem('');
      return;
    }
    const validity = question.validate(value);
    if (validity.ok) {
      setStatus('done');
      done(value);
    } else {
      setValue('');
      setProblem(validity.problem);
    }
  });
  const message = theme.style.message(question.message, status);
  const shown = value === '' ? '' : theme.style.help(question.mask);
  return [`${prefix} ${message} ${shown}`, problem === '' ? '' : theme.style.error(problem)];
});

/** The text after one more key. @param typed what readline has put into its line for that key */
function edited(text: string, key: KeypressEvent, typed: string): string {
  // With Alt, Backspace rubs out a word.
  const { meta = false } = key as { readonly meta?: boolean };
  if (isBackspaceKey(key)) return meta ? '' : [...text].slice(0, -1).join('');
  return key.ctrl && erasers.has(key.name) ? '' : text + typed;
}
