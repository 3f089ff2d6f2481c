import type { Shell } from '../terminal/shell.ts';
import type { Look } from '../terminal/style.ts';
import type { SendHttp } from './http.ts';
import type { Listen } from './listener.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** A standard stream to write to, with what a renderer must know of it. */
export interface Output {
  readonly isTerminal: boolean;
  readonly look: Look;
  /** Resolves when the text has been handed over. @throws ReaderGone, or Failure (file) when the disk is full. */
  write(text: string | Uint8Array): Promise<void>;
}

export interface Input {
  readonly isTerminal: boolean;
  /** All of it. @throws Failure (content) when it has more than `limit` bytes. */
  read(limit: number): Promise<Buffer>;
}

export interface WriteOptions {
  /** Replace a file that is there. */
  readonly force: boolean;
  /** Is called with the content that would be replaced; throws to leave it alone. */
  readonly guard?: (existing: string) => void;
}

/** Files, by the path that the user typed. */
export interface Files {
  /** @throws Failure (file) when it cannot be read, (content) when it has more than `limit` bytes. */
  read(path: string, limit: number): Promise<Buffer>;
  /** Ends early what `write` would refuse. @throws Failure (file) */
  check(path: string, options: WriteOptions): void;
  exists(path: string): boolean;
  /** Writes atomically with mode 0600, where files have modes. @throws Failure (file); then the old content is untouched. */
  write(path: string, content: string, options: WriteOptions): void;
  /** Adds to the end of a file, which is made where there is none. @throws Failure (file) */
  append(path: string, content: string): void;
  /** Whether git would take the file into a commit; false where that cannot be known. */
  isExposedToGit(path: string): Promise<boolean>;
  /** Whether other users may read the file; undefined where permissions do not say so (Windows). */
  isReadableByOthers(path: string): boolean | undefined;
}

export interface Choice<T> {
  readonly value: T;
  readonly name: string;
  readonly description?: string;
  /** What stands behind the question once it is answered; the name, if not given. */
  readonly short?: string;
}

/** What a validation says: true, or what is wrong. */
export type Validity = true | string;

/** The questions that a wizard can ask. Every one throws Interruption on Ctrl-C, Ctrl-D, and SIGTERM. */
export interface Prompts {
  select<T>(question: {
    message: string;
    choices: readonly Choice<T>[];
    initial?: T | undefined;
  }): Promise<T>;
  selectMany<T>(question: {
    message: string;
    choices: readonly Choice<T>[];
    initial: readonly T[];
    validate: (chosen: readonly T[]) => Validity;
  }): Promise<T[]>;
  text(question: {
    message: string;
    initial?: string | undefined;
    validate: (text: string) => Validity;
  }): Promise<string>;
  secret(question: { message: string; validate: (text: string) => Validity }): Promise<string>;
  confirm(question: { message: string; initial: boolean }): Promise<boolean>;
  /** A text that is pasted, perhaps with line breaks in it, and not shown; undefined when `seconds` went by without one. */
  paste(question: { message: string; seconds: number }): Promise<string | undefined>;
}

/** A page that needs nothing else, and the Content-Security-Policy that it can live with. */
export interface Page {
  readonly html: string;
  readonly contentPolicy: string;
}

export interface ServeOptions {
  /** Enter on standard input ends it; false where standard input has been read as a file. */
  readonly enterEnds: boolean;
}

/** Why a page is served no more: the user was done with it, or nobody asked for it any more. */
export type PageEnd = 'ended' | 'idle';

export interface ServedPage {
  readonly address: string;
  readonly port: number;
  /** Minutes in which somebody has to ask for it. */
  readonly patience: number;
  /** @throws Interruption on SIGTERM; Ctrl-C is a way to be done. */
  readonly closed: Promise<PageEnd>;
}

/** Everything outside the program. Commands get it handed in; `io` has the real one, tests make their own. */
export interface World {
  readonly env: Environment;
  readonly platform: NodeJS.Platform;
  /** The shell that command lines are shown for. */
  readonly shell: Shell;
  readonly stdin: Input;
  readonly stdout: Output;
  readonly stderr: Output;
  readonly files: Files;
  /** Loads what asks questions; only where questions may be asked. */
  readonly prompts: () => Promise<Prompts>;
  /** Starts the user's browser; false where none can be started. */
  readonly openBrowser: (address: string) => Promise<boolean>;
  /** Serves a page to this machine alone, at an address that cannot be guessed. */
  readonly servePage: (page: Page, options: ServeOptions) => Promise<ServedPage>;
  /** Loads what sends HTTP requests; only where a check needs the network. */
  readonly http: () => Promise<SendHttp>;
  /** Loads what waits on a loopback address for a browser to come back. */
  readonly listen: Listen;
}
