import { type IPty, spawn } from '@lydell/node-pty';
import xterm from '@xterm/headless';
import { bareEnvironment, bin } from './bin.ts';
import { screenText } from './screen-text.ts';

export const keys = {
  enter: '\r',
  up: '\x1b[A',
  down: '\x1b[B',
  space: ' ',
  ctrlC: '\x03',
  ctrlD: '\x04',
  ctrlU: '\x15',
  ctrlZ: '\x1a',
} as const;

/**
 * The program in the command line of a shell. Its path is in variables, since a shell prints the line
 * of a job, and a path can be of any length.
 */
export const program = '"$NODE" "$PROGRAM"';

export interface TerminalOptions {
  readonly args?: readonly string[];
  readonly columns?: number;
  readonly rows?: number;
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  /** A program other than the bin, for example a shell that starts it. */
  readonly command?: readonly [string, ...string[]];
}

const longestWait = 30_000;

/** A real pseudo-terminal that runs the program, with a screen that interprets its output. */
export class Terminal {
  readonly #pty: IPty;
  readonly #screen: InstanceType<typeof xterm.Terminal>;
  readonly #watchers = new Set<() => void>();
  /** Every byte that the program has sent. */
  transcript = '';
  readonly exit: Promise<number>;

  constructor({
    args = [],
    columns = 80,
    rows = 50,
    env = {},
    cwd = process.cwd(),
    command,
  }: TerminalOptions = {}) {
    const [file, ...words] = command ?? [process.execPath, bin, ...args];
    const paths = { NODE: process.execPath, PROGRAM: bin };
    const environment = { ...bareEnvironment, ...paths, TERM: 'xterm-256color', ...env };
    this.#pty = spawn(file, words, { cols: columns, rows, cwd, env: environment });
    this.#screen = new xterm.Terminal({ cols: columns, rows, scrollback: 5000, allowProposedApi: true });
    this.#pty.onData((data) => {
      this.transcript += data;
      this.#screen.write(data, () => this.#changed());
    });
    this.exit = new Promise((resolve) => {
      this.#pty.onExit(({ exitCode }) => {
        this.#screen.write('', () => {
          this.#changed();
          resolve(exitCode);
        });
      });
    });
  }

  get pid(): number {
    return this.#pty.pid;
  }

  /** Everything on the screen and above it, without trailing blanks. */
  get text(): string {
    return screenText(this.#screen);
  }

  /** The position of the cursor, starting from 0. */
  get column(): number {
    return this.#screen.buffer.active.cursorX;
  }

  /** Waits until the terminal shows this. */
  async waitFor(pattern: string | RegExp): Promise<void> {
    const found = (): boolean =>
      typeof pattern === 'string' ? this.text.includes(pattern) : pattern.test(this.text);
    if (found()) return;
    await new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#watchers.delete(look);
        reject(new Error(`The terminal never showed ${pattern}:\n${this.text}`));
      }, longestWait);
      const look = (): void => {
        if (!found()) return;
        clearTimeout(timer);
        this.#watchers.delete(look);
        resolve();
      };
      this.#watchers.add(look);
    });
  }

  press(...input: readonly string[]): void {
    for (const each of input) this.#pty.write(each);
  }

  /** Waits for a prompt, then answers it. */
  async answer(question: string | RegExp, ...input: readonly string[]): Promise<void> {
    await this.waitFor(question);
    this.press(...input);
  }

  resize(columns: number, rows = 50): void {
    this.#pty.resize(columns, rows);
    this.#screen.resize(columns, rows);
  }

  kill(signal?: string): void {
    this.#pty.kill(signal);
  }

  /** Closes the window, so that the program loses its terminal. */
  close(): void {
    (this.#pty as IPty & { destroy(): void }).destroy();
  }

  #changed(): void {
    for (const watcher of [...this.#watchers]) watcher();
  }
}
