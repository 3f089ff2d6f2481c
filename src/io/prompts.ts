import { checkbox, confirm, password, select } from '@inquirer/prompts';
import type { Choice, Prompts } from '../context/prompting.ts';
import { Interruption } from '../errors.ts';
import type { TerminalStyle } from '../terminal/style.ts';
import { widthOf, wrapped } from '../terminal/wrap.ts';
import type { Result } from '../text/result.ts';
import { readPaste } from './paste.ts';
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
export function makePrompts(
  stdin: NodeJS.ReadStream,
  output: NodeJS.WriteStream,
  style: TerminalStyle,
): Prompts {
  const columns = (): number => output.columns || style.width;
  const theme = themeFor(style, columns);
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
        toInquirer(validate(chosen.map(({ value }) => value)));
      return ask((context) =>
        checkbox({ message, choices: boxes, validate: judge, theme, pageSize: pageSize() }, context),
      );
    },
    text: ({ message, initial = '', validate }) =>
      ask((context) => textPrompt({ message, initial, validate, theme }, context)),
    secret: ({ message, validate }) =>
      ask((context) =>
        password(
          {
            message,
            validate: (typed) => toInquirer(validate(typed)),
            mask: style.symbols.hidden,
            toggleMask: false,
            theme,
          },
          context,
        ),
      ),
    confirm: ({ message, initial }) =>
      ask((context) => confirm({ message, default: initial, theme }, context)),
    paste: ({ message, seconds }) =>
      readPaste(stdin, output, `${theme.prefix.idle} ${style.paint.bold(message)}`, seconds),
  };
}

/** What inquirer takes for a verdict. */
const toInquirer = (result: Result<unknown>): true | string => result.ok || result.problem;

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

const keyNames: Readonly<Record<string, string>> = { '↑↓': 'Up/Down', '⏎': 'Enter', space: 'Space' };

/** inquirer breaks lines in the middle of a word, so prose is broken before it gets there. */
function themeFor({ paint, symbols }: TerminalStyle, columns: () => number) {
  return {
    prefix: { idle: paint.accent('?'), done: paint.good(symbols.good) },
    spinner: { interval: 80, frames: ['-', '\\', '|', '/'] },
    icon: { cursor: symbols.pointer, checked: paint.good(symbols.chosen), unchecked: symbols.open },
    style: {
      answer: paint.accent,
      message: (text: string) => paint.bold(wrapped(text, columns() - 4)),
      error: (text: string) => paint.bad(wrapped(text, columns(), `${symbols.bad} `)),
      defaultAnswer: (text: string) => paint.dim(`(${text})`),
      help: paint.dim,
      highlight: paint.accent,
      key: paint.bold,
      disabled: paint.dim,
      description: (text: string) => paint.dim(wrapped(text, columns())),
      keysHelpTip: (keys: [key: string, action: string][]) =>
        paint.dim(
          wrapped(keys.map(([key, action]) => `${keyNames[key] ?? key} ${action}`).join(', '), columns()),
        ),
    },
  };
}
