import { isAbsolute, sep } from 'node:path';
import { run } from '../../src/cli/run.ts';
import type { Clipboard } from '../../src/context/clipboard.ts';
import type { Context } from '../../src/context/context.ts';
import type { Files } from '../../src/context/files.ts';
import type { Page } from '../../src/context/page.ts';
import type { Choice, KeyChoice, Prompts, Validate } from '../../src/context/prompting.ts';
import { Failure, Interruption } from '../../src/errors.ts';
import { listen } from '../../src/io/callback-listener.ts';
import { files } from '../../src/io/disk.ts';
import { makeHttp } from '../../src/io/http-client.ts';
import type { Output } from '../../src/terminal/output.ts';
import { programWords } from '../../src/terminal/program-words.ts';
import { noPaint } from '../../src/terminal/style.ts';
import { asciiSymbols } from '../../src/terminal/symbols.ts';
import { screened } from '../../src/text/screen.ts';

/** One reply of a scripted user: text, a choice, Enter, or Ctrl-C. */
type Reply = unknown;

/** The URL of every served page. */
export const servedUrl = 'http://127.0.0.1:41234/unguessable';

export const ctrlC = Symbol('Ctrl-C');

/** Accepts the preset text. */
export const enter = Symbol('Enter');

/** A window so wide that no message is wrapped. Wrapping has its own tests. */
const unbroken = 1000;

export interface StageOptions {
  readonly env?: Readonly<Record<string, string>>;
  /** The folder for relative paths. */
  readonly folder?: string;
  readonly stdin?: string;
  /** Replaces `stdin` for text that isn't UTF-8. */
  readonly stdinBytes?: Buffer;
  readonly terminal?: boolean;
  readonly stdoutIsTerminal?: boolean;
  readonly width?: number;
  readonly platform?: NodeJS.Platform;
  /** The replies, in the order of the prompts. */
  readonly replies?: readonly Reply[];
  readonly browserOpens?: boolean;
  /** The content of the file at every path. */
  readonly savedFile?: string;
  /** Called with each message while the program runs, and standard output so far, for a user who reacts. */
  readonly onStderr?: (text: string, stdout: string) => void;
  /** Answers the prompt for a paste. `said` is standard error so far. */
  readonly paste?: (said: string) => Promise<string | undefined>;
  /** Receives copied values. */
  readonly clipboard?: Clipboard;
  /** Stands in for the browser. */
  readonly browser?: (url: string) => Promise<boolean>;
}

export interface Performance {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
  /** Every prompt, with the names of its choices. */
  readonly questions: readonly string[];
  readonly opened: readonly string[];
  /** Served pages. Nothing opens them. */
  readonly served: readonly Page[];
}

/** Runs a command line in this process, with a scripted user. Files are real. */
export async function perform(args: readonly string[], options: StageOptions = {}): Promise<Performance> {
  const written = { stdout: '', stderr: '' };
  const questions: string[] = [];
  const opened: string[] = [];
  const served: Page[] = [];
  const { terminal = false, stdoutIsTerminal = terminal, width = 80 } = options;
  const output = (name: 'stdout' | 'stderr', isTerminal: boolean, columns: number): Output => ({
    isTerminal,
    style: {
      width: columns,
      window: isTerminal ? width : Number.POSITIVE_INFINITY,
      paint: noPaint,
      symbols: asciiSymbols,
      typing: { program: programWords({ env: options.env ?? {} }), shell: 'posix' },
    },
    write: async (text) => {
      const bytes = typeof text === 'string' ? undefined : Buffer.from(text).toString('utf8');
      const said = bytes ?? (name === 'stderr' ? screened(String(text), false) : String(text));
      written[name] += said;
      if (name === 'stderr') options.onStderr?.(said, written.stdout);
    },
  });
  const { paste } = options;
  const prompts: Prompts = {
    ...scriptedPrompts([...(options.replies ?? [])], questions),
    ...(paste === undefined ? {} : { paste: () => paste(written.stderr) }),
  };
  const context: Context = {
    env: options.env ?? {},
    platform: options.platform ?? 'linux',
    stdin: {
      isTerminal: terminal,
      read: (limit) => readUpTo(limit, options.stdinBytes ?? Buffer.from(options.stdin ?? '')),
    },
    stdout: output('stdout', stdoutIsTerminal, width),
    stderr: output('stderr', terminal, options.width ?? unbroken),
    files: options.savedFile === undefined ? filesIn(options.folder) : oneFile(options.savedFile),
    prompts: async () => prompts,
    clipboard: async () => options.clipboard,
    http: async () => makeHttp(options.env ?? {}),
    listen,
    untilSignal: (work) => work(),
    openBrowser: async (url) => {
      opened.push(url);
      return options.browser === undefined ? (options.browserOpens ?? true) : options.browser(url);
    },
    servePage: async (page) => {
      served.push(page);
      return {
        url: servedUrl,
        port: 41234,
        idleMinutes: 10,
        endsOnEnter: terminal,
        closed: Promise.resolve('ended'),
      };
    },
  };
  const code = await run(args, context);
  return { code, ...written, questions, opened, served };
}

const oneFile = (content: string): Files => ({
  ...files,
  read: async () => Buffer.from(content),
  isReadableByOthers: () => false,
  otherOwner: () => undefined,
});

async function readUpTo(limit: number, bytes: Buffer): Promise<Buffer> {
  if (bytes.length > limit) throw new Failure('content', 'Standard input is too large.');
  return bytes;
}

function filesIn(folder: string | undefined): Files {
  if (folder === undefined) return { ...files, isWrittenSinceStart: () => false };
  const at = (path: string): string => (isAbsolute(path) ? path : `${folder}${sep}${path}`);
  return {
    read: (path, limit) => files.read(at(path), limit),
    exists: (path) => files.exists(at(path)),
    isSame: (path, other) => files.isSame(at(path), at(other)),
    check: (path, options) => files.check(at(path), options),
    write: (path, content, options) => files.write(at(path), content, options),
    append: (path, content) => files.append(at(path), content),
    isExposedToGit: (path) => files.isExposedToGit(at(path)),
    isReadableByOthers: (path) => files.isReadableByOthers(at(path)),
    isWrittenSinceStart: () => false,
    otherOwner: (path) => files.otherOwner(at(path)),
  };
}

function scriptedPrompts(replies: Reply[], questions: string[]): Prompts {
  const next = <T>(message: string, choices: readonly Named<unknown>[] = []): T => {
    questions.push([message, ...choices.map((choice) => `- ${choice.name}`)].join('\n'));
    if (replies.length === 0) throw new Error(`No scripted reply to: ${message}`);
    const reply = replies.shift();
    if (reply === ctrlC) throw new Interruption('interrupted', [], 'prompt');
    return reply as T;
  };
  const judged = <T>(value: T, validate: Validate<T>): T => {
    const verdict = validate(value);
    if (!verdict.ok) throw new Error(`The reply was rejected: ${verdict.problem}`);
    return value;
  };
  return {
    select: async ({ message, choices }) => chosen(choices, next(message, choices)),
    selectMany: async ({ message, choices, validate }) => {
      const names = next<string[]>(message, choices);
      const values = names.map((name) => chosen(choices, name));
      judged(values, validate);
      return values;
    },
    text: async ({ message, initial = '', validate }) => {
      const reply = next<string | typeof enter>(message);
      return judged(reply === enter ? initial : reply, validate);
    },
    secret: async ({ message, validate }) => judged(next<string>(message), validate),
    confirm: async ({ message }) => next<boolean>(message),
    key: async ({ message, choices }) => chosen(choices, next(message, choices)),
    paste: async ({ message }) => next<string | undefined>(message),
  };
}

type Named<T> = Pick<Choice<T> | KeyChoice<T>, 'value' | 'name'>;

/** Finds a choice by the beginning of its text on the screen. */
function chosen<T>(choices: readonly Named<T>[], name: string): T {
  const choice = choices.find((each) => each.name.startsWith(name));
  if (choice === undefined)
    throw new Error(`No choice "${name}" among: ${choices.map((each) => each.name).join(', ')}`);
  return choice.value;
}
