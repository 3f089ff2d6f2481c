import { createPromptModule, type DistinctQuestion } from 'inquirer';
import type { Choice, Prompts } from '../context/prompting.ts';
import type { TerminalStyle } from '../terminal/style.ts';
import { hiddenText } from '../terminal/symbols.ts';
import { widthOf } from '../terminal/wrap.ts';
import type { Result } from '../text/result.ts';
import { entriesOf, presetOf, valuesOf } from './choices.ts';
import { type KeyQuestion, keyPrompt } from './key-prompt.ts';
import { type MenuPage, type MenuType, pageOf } from './menu-page.ts';
import type { PasteLines } from './paste.ts';
import { type Frame, windowOf } from './prompt-frame.ts';
import { ignoreIdleKeys } from './prompt-keys.ts';
import { atTerminal, type PromptTerminal } from './prompt-terminal.ts';
import { type PromptShape, prefixes, themeFor } from './prompt-theme.ts';
import { type SecretQuestion, secretPrompt } from './secret-prompt.ts';
import { type TextQuestion, textPrompt } from './text-prompt.ts';
import { inWindow, type WindowPrompt } from './window-prompt.ts';
import { type YesOrNoQuestion, yesOrNo, yesOrNoPrompt } from './yes-or-no-prompt.ts';

/** The prompts in use. The build omits the others (rolldown.config.mts). */
type InquirerQuestion = Extract<DistinctQuestion<{ answer: unknown }>, { type: 'select' | 'checkbox' }>;
type OwnQuestion =
  | (TextQuestion & { type: 'text' })
  | (SecretQuestion & { type: 'secret' })
  | (YesOrNoQuestion & { type: 'yes-or-no' })
  | (KeyQuestion & { type: 'key' });
type OwnQuestions = {
  text: TextQuestion;
  secret: SecretQuestion;
  'yes-or-no': YesOrNoQuestion;
  key: KeyQuestion;
};
type NamedQuestion = InquirerQuestion | (OwnQuestion & { name: 'answer' });
type WithoutShared<Q> = Q extends unknown ? Omit<Q, 'name' | 'theme'> : never;
type Question = WithoutShared<NamedQuestion> & PromptShape & { readonly page?: MenuPage };

const ownPrompts = { text: textPrompt, secret: secretPrompt, 'yes-or-no': yesOrNoPrompt, key: keyPrompt };

/**
 * Prompts at a terminal. They are drawn on `output`, since standard output is for the result.
 * @param drawn what is already drawn of the first one
 */
export function makePrompts(
  stdin: NodeJS.ReadStream,
  output: NodeJS.WriteStream,
  style: TerminalStyle,
  drawn?: Frame,
): Prompts {
  let early = drawn;
  const window = () => windowOf(output, style.width);
  const columns = (): number => window().columns;
  const ask = <T>({ doneMessage, room, page, help = page?.help, ...question }: Question): Promise<T> => {
    const { type, message } = question;
    const erasesItself = type === 'key';
    const theme = themeFor(style, columns, { message, doneMessage, room, help });
    const run = async (terminal: PromptTerminal): Promise<T> => {
      if (type === 'select') ignoreIdleKeys(terminal.input);
      const inquirer = createPromptModule<OwnQuestions>({ ...terminal, clearPromptOnDone: erasesItself });
      const prompts = { ...inquirer.prompts, ...ownPrompts } as Record<typeof type, WindowPrompt>;
      const prompt: (question: NamedQuestion) => Promise<{ answer: T }> = inquirer.registerPrompt(
        type,
        inWindow(prompts[type], output, page?.size),
      );
      const { answer } = await prompt({ ...question, name: 'answer', theme });
      return answer;
    };
    const answer = atTerminal(stdin, output, { at: 'prompt', drawn: early, erasesItself }, run);
    early = undefined;
    return answer;
  };
  const listed = <T>(type: MenuType, message: string, choices: readonly Choice<T>[]) => {
    const entries = entriesOf(choices, columns);
    return { choices: entries, page: pageOf(type, message, entries, window) };
  };
  const mask = hiddenText(style.symbols);
  const pasteLines = (message: string): PasteLines => {
    const { idle, done } = prefixes(style);
    const asked = style.paint.bold(message);
    const hidden = `${asked} ${style.paint.dim(mask)}`;
    return { empty: `${idle} ${asked}`, filled: `${idle} ${hidden}`, done: `${done} ${hidden}` };
  };
  return {
    select: async ({ message, doneMessage, choices, initial }) => {
      const { value } = await ask<(typeof choices)[number]>({
        type: 'select',
        message,
        doneMessage,
        ...listed('select', message, choices),
        default: presetOf(choices, initial),
      });
      return value;
    },
    selectMany: async ({ message, doneMessage, choices, initial, validate }) => {
      const chosen = await ask<(typeof choices)[number][]>({
        type: 'checkbox',
        message,
        doneMessage,
        ...listed('checkbox', message, choices),
        default: choices.filter(({ value }) => initial.includes(value)),
        validate: (boxes) => toInquirer(validate(valuesOf(choices, boxes))),
      });
      return chosen.map(({ value }) => value);
    },
    text: ({ initial = '', answered = (text) => text, ...prompt }) =>
      ask({
        type: 'text',
        initial,
        answered,
        window,
        room: Math.max(roomFor(initial), fewestColumns),
        ...prompt,
      }),
    secret: ({ blank = '', ...prompt }) =>
      ask({ type: 'secret', blank, mask, room: roomFor(mask), ...prompt }),
    confirm: (prompt) => ask({ type: 'yes-or-no', room: roomFor(yesOrNo), ...prompt }),
    key: async ({ message, choices }) => {
      const help = choices.map(({ key, name }) => `${key === 'enter' ? 'Enter' : key} ${name}`).join(', ');
      const index = await ask<number>({ type: 'key', message, choices, help: () => help });
      return (choices[index] as (typeof choices)[number]).value;
    },
    paste: async ({ message, seconds, end }) => {
      const { readPaste } = await import('./paste.ts');
      return atTerminal(stdin, output, { at: 'wait' }, (terminal) =>
        readPaste(terminal, pasteLines(message), { seconds, end }),
      );
    },
  };
}

/** Columns for a text that is typed, such as most of a Client ID. */
const fewestColumns = 16;

/** Columns for a text, and for the cursor after it. */
const roomFor = (text: string): number => widthOf(text) + 1;

/** A verdict in inquirer's form. */
const toInquirer = (result: Result<unknown>): true | string => result.ok || result.problem;
