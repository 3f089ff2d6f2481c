import { checkbox, confirm, password, select } from '@inquirer/prompts';
import { Interruption } from '../errors.ts';
import type { Look } from '../render/style.ts';
import { widthOf, wrapped } from '../render/wrap.ts';
import type { Choice, Prompts } from '../world.ts';
import { readPaste } from './paste.ts';
import { themeFor } from './prompt-theme.ts';
import { onSignal } from './signals.ts';
import { textPrompt } from './text-prompt.ts';

interface Context {
  readonly input: NodeJS.ReadStream;
  readonly output: NodeJS.WriteStream;
  readonly signal: AbortSignal;
}

/** Lines of choices that are shown at once: as many as leave the question and its help on the screen. */
const fewestLines = 5;
const linesAround = 8;

/** Questions at a terminal. They are drawn on `output`, so that standard output stays for the result. */
export function makePrompts(stdin: NodeJS.ReadStream, output: NodeJS.WriteStream, look: Look): Prompts {
  const columns = (): number => output.columns || look.width;
  const theme = themeFor(look, columns);
  const pageSize = (): number => Math.max(fewestLines, (output.rows || 24) - linesAround);
  const ask = <T>(question: (context: Context) => Promise<T>): Promise<T> =>
    uninterrupted(stdin, output, question);
  return {
    select: ({ message, choices, initial }) => {
      const preset = initial === undefined ? {} : { default: initial };
      return ask((context) =>
        select(
          { message, choices: named(choices, columns()), ...preset, theme, pageSize: pageSize() },
          context,
        ),
      );
    },
    selectMany: ({ message, choices, initial, validate }) => {
      const boxes = named(choices, columns()).map((choice) => ({
        ...choice,
        checked: initial.includes(choice.value),
      }));
      const judge = (chosen: readonly { value: (typeof boxes)[number]['value'] }[]) =>
        validate(chosen.map(({ value }) => value));
      return ask((context) =>
        checkbox({ message, choices: boxes, validate: judge, theme, pageSize: pageSize() }, context),
      );
    },
    text: ({ message, initial = '', validate }) =>
      ask((context) => textPrompt({ message, initial, validate, theme }, context)),
    secret: ({ message, validate }) =>
      ask((context) =>
        password({ message, validate, mask: look.marks.hidden, toggleMask: false, theme }, context),
      ),
    confirm: ({ message, initial }) =>
      ask((context) => confirm({ message, default: initial, theme }, context)),
    paste: ({ message, seconds }) =>
      readPaste(stdin, output, `${theme.prefix.idle} ${look.style.bold(message)}`, seconds),
  };
}

/** A name that is too long for the window goes on under itself. */
function named<T>(
  choices: readonly Choice<T>[],
  columns: number,
): { value: T; name: string; short: string; description?: string }[] {
  return choices.map((choice) => ({ short: choice.name, ...choice, name: fitted(choice.name, columns - 4) }));
}

const fitted = (name: string, columns: number): string =>
  widthOf(name) <= columns ? name : wrapped(name, columns).replaceAll('\n', '\n    ');

/** inquirer knows Ctrl-C; Ctrl-D, a closed terminal and signals end a question through its abort signal. */
async function uninterrupted<T>(
  stdin: NodeJS.ReadStream,
  output: NodeJS.WriteStream,
  question: (context: Context) => Promise<T>,
): Promise<T> {
  const abort = new AbortController();
  let ending: Interruption['kind'] = 'interrupted';
  const end = (kind: Interruption['kind']): void => {
    ending = kind;
    abort.abort();
  };
  const onKeypress = (_text: unknown, key?: { ctrl?: boolean; name?: string }): void => {
    if (key?.ctrl && key.name === 'd') end('interrupted');
  };
  const onEnd = (): void => end('interrupted');
  const release = onSignal(end);
  stdin.on('keypress', onKeypress).on('end', onEnd);
  try {
    return await question({ input: stdin, output, signal: abort.signal });
  } catch (error) {
    throw isEndOfPrompt(error) ? new Interruption(ending) : error;
  } finally {
    release();
    stdin.off('keypress', onKeypress).off('end', onEnd);
  }
}

/** By name: two copies of a package would have two classes. */
function isEndOfPrompt(error: unknown): boolean {
  return error instanceof Error && /^(?:Exit|Abort|Cancel)PromptError$/.test(error.name);
}
