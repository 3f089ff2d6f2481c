import { createPromptModule, type DistinctQuestion } from 'inquirer';
import type { Prompts } from '../context/prompting.ts';
import type { TerminalStyle } from '../terminal/style.ts';
import { hiddenText } from '../terminal/symbols.ts';
import type { Result } from '../text/result.ts';
import { entriesOf, presetOf, valuesOf } from './choices.ts';
import { readPaste } from './paste.ts';
import { atTerminal } from './prompt-terminal.ts';
import { themeFor } from './prompt-theme.ts';
import { type SecretQuestion, secretPrompt } from './secret-prompt.ts';
import { type TextQuestion, textPrompt } from './text-prompt.ts';

/** The prompts in use. The build leaves the others out (rolldown.config.mts). */
type InquirerQuestion = Extract<
  DistinctQuestion<{ answer: unknown }>,
  { type: 'select' | 'checkbox' | 'confirm' }
>;
type OwnQuestion = (TextQuestion & { type: 'text' }) | (SecretQuestion & { type: 'secret' });
type NamedQuestion = InquirerQuestion | (OwnQuestion & { name: 'answer' });
type WithoutShared<Q> = Q extends unknown ? Omit<Q, 'name' | 'theme'> : never;
type Question = WithoutShared<NamedQuestion>;

/** Lines of choices that are shown at once: as many as leave the question and its help on the screen. */
const fewestLines = 5;
const linesAround = 8;

/** Questions at a terminal. They are drawn on `output`, so that standard output stays for the result. */
export function makePrompts(
  stdin: NodeJS.ReadStream,
  output: NodeJS.WriteStream,
  style: TerminalStyle,
): Prompts {
  const columns = (): number => output.columns || style.width;
  const theme = themeFor(style, columns);
  const pageSize = (): number => Math.max(fewestLines, (output.rows || 24) - linesAround);
  const ask = <T>(question: Question): Promise<T> =>
    atTerminal(stdin, output, 'prompt', async (terminal) => {
      const inquirer = createPromptModule<{ text: TextQuestion; secret: SecretQuestion }>(terminal);
      inquirer.registerPrompt('secret', secretPrompt);
      const prompt: (question: NamedQuestion) => Promise<{ answer: T }> = inquirer.registerPrompt(
        'text',
        textPrompt,
      );
      const { answer } = await prompt({ ...question, name: 'answer', theme });
      return answer;
    });
  return {
    select: async ({ message, choices, initial }) => {
      const { value } = await ask<(typeof choices)[number]>({
        type: 'select',
        message,
        choices: entriesOf(choices, columns()),
        default: presetOf(choices, initial),
        pageSize: pageSize(),
      });
      return value;
    },
    selectMany: async ({ message, choices, initial, validate }) => {
      const chosen = await ask<(typeof choices)[number][]>({
        type: 'checkbox',
        message,
        choices: entriesOf(choices, columns()),
        default: choices.filter(({ value }) => initial.includes(value)),
        validate: (boxes) => toInquirer(validate(valuesOf(choices, boxes))),
        pageSize: pageSize(),
      });
      return chosen.map(({ value }) => value);
    },
    text: ({ message, initial = '', validate, answered = (text) => text }) =>
      ask({ type: 'text', message, initial, validate, answered }),
    secret: ({ message, validate }) =>
      ask({ type: 'secret', message, validate, mask: hiddenText(style.symbols) }),
    confirm: ({ message, initial }) => ask({ type: 'confirm', message, default: initial }),
    paste: ({ message, seconds, end }) =>
      atTerminal(stdin, output, 'wait', (terminal) =>
        readPaste(terminal, `${theme.prefix.idle} ${style.paint.bold(message)}`, { seconds, end }),
      ),
  };
}

/** What inquirer takes for a verdict. */
const toInquirer = (result: Result<unknown>): true | string => result.ok || result.problem;
