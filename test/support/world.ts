import { isAbsolute, join } from 'node:path';
import { run } from '../../src/cli/run.ts';
import { Interruption } from '../../src/errors.ts';
import { files } from '../../src/io/files.ts';
import { makeHttp } from '../../src/io/http-client.ts';
import { listen } from '../../src/io/callback-server.ts';
import { asciiMarks, plainStyle } from '../../src/terminal/style.ts';
import type { Choice, Files, Output, Page, Prompts, World } from '../../src/context/context.ts';

/** One answer of a scripted user: what is typed or chosen, or Ctrl-C. Questions are told apart by their message. */
type Reply = unknown;

/** Where a page seems to be served. */
export const servedAddress = 'http://127.0.0.1:41234/unguessable';

export const ctrlC = Symbol('Ctrl-C');

export interface StageOptions {
  readonly env?: Readonly<Record<string, string>>;
  /** Paths that the program names are taken from here. */
  readonly folder?: string;
  readonly stdin?: string;
  readonly terminal?: boolean;
  readonly stdoutIsTerminal?: boolean;
  readonly width?: number;
  /** The answers, in the order of the questions. */
  readonly replies?: readonly Reply[];
  readonly browserOpens?: boolean;
}

export interface Performance {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
  /** Every question asked, with the names of the choices that were offered. */
  readonly questions: readonly string[];
  readonly opened: readonly string[];
  /** Pages that were served; nobody looks at them here. */
  readonly served: readonly Page[];
}

/** Runs a command line in this process, with a scripted user. Files are real. */
export async function perform(args: readonly string[], options: StageOptions = {}): Promise<Performance> {
  const written = { stdout: '', stderr: '' };
  const questions: string[] = [];
  const opened: string[] = [];
  const served: Page[] = [];
  const { terminal = false, stdoutIsTerminal = terminal, width = 80 } = options;
  const output = (name: 'stdout' | 'stderr', isTerminal: boolean): Output => ({
    isTerminal,
    look: {
      width,
      window: isTerminal ? width : Number.POSITIVE_INFINITY,
      style: plainStyle,
      marks: asciiMarks,
    },
    write: async (text) => {
      written[name] += typeof text === 'string' ? text : Buffer.from(text).toString('utf8');
    },
  });
  const prompts = scriptedPrompts([...(options.replies ?? [])], questions);
  const world: World = {
    env: options.env ?? {},
    platform: 'linux',
    shell: 'posix',
    stdin: { isTerminal: terminal, read: async () => Buffer.from(options.stdin ?? '') },
    stdout: output('stdout', stdoutIsTerminal),
    stderr: output('stderr', terminal),
    files: filesIn(options.folder),
    prompts: async () => prompts,
    http: async () => makeHttp(options.env ?? {}),
    listen,
    openBrowser: async (address) => {
      opened.push(address);
      return options.browserOpens ?? true;
    },
    servePage: async (page) => {
      served.push(page);
      return { address: servedAddress, port: 41234, patience: 10, closed: Promise.resolve('ended') };
    },
  };
  const code = await run(args, world);
  return { code, ...written, questions, opened, served };
}

function filesIn(folder: string | undefined): Files {
  if (folder === undefined) return files;
  const at = (path: string): string => (isAbsolute(path) ? path : join(folder, path));
  return {
    read: (path, limit) => files.read(at(path), limit),
    exists: (path) => files.exists(at(path)),
    check: (path, options) => files.check(at(path), options),
    write: (path, content, options) => files.write(at(path), content, options),
    append: (path, content) => files.append(at(path), content),
    isExposedToGit: (path) => files.isExposedToGit(at(path)),
    isReadableByOthers: (path) => files.isReadableByOthers(at(path)),
  };
}

function scriptedPrompts(replies: Reply[], questions: string[]): Prompts {
  const next = <T>(message: string, choices: readonly Choice<unknown>[] = []): T => {
    questions.push([message, ...choices.map((choice) => `- ${choice.name}`)].join('\n'));
    if (replies.length === 0) throw new Error(`No answer is scripted for: ${message}`);
    const reply = replies.shift();
    if (reply === ctrlC) throw new Interruption('interrupted');
    return reply as T;
  };
  const judged = <T>(value: T, validate: (value: T) => true | string): T => {
    const verdict = validate(value);
    if (verdict !== true) throw new Error(`The answer was refused: ${verdict}`);
    return value;
  };
  return {
    select: async ({ message, choices }) => chosen(choices, next(message, choices)),
    selectMany: async ({ message, choices, validate }) => {
      const names = next<string[]>(message, choices);
      return judged(
        names.map((name) => chosen(choices, name)),
        validate,
      );
    },
    text: async ({ message, validate }) => judged(next<string>(message), validate),
    secret: async ({ message, validate }) => judged(next<string>(message), validate),
    confirm: async ({ message }) => next<boolean>(message),
    paste: async ({ message }) => next<string | undefined>(message),
  };
}

/** A choice is named by the beginning of what stands on the screen. */
function chosen<T>(choices: readonly Choice<T>[], name: string): T {
  const choice = choices.find((each) => each.name.startsWith(name));
  if (choice === undefined)
    throw new Error(`There is no choice ${name} among: ${choices.map((each) => each.name).join(', ')}`);
  return choice.value;
}
