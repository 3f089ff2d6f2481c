import type { Environment } from '../terminal/environment.ts';
import type { Output } from '../terminal/output.ts';
import type { Clipboard } from './clipboard.ts';
import type { Files } from './files.ts';
import type { SendHttp } from './http.ts';
import type { Listen } from './listener.ts';
import type { Page, ServedPage, ServeOptions } from './page.ts';
import type { Prompts } from './prompting.ts';

export interface Input {
  readonly isTerminal: boolean;
  /** Reads to the end. @throws Failure (content) if there are more than `limit` bytes */
  read(limit: number): Promise<Buffer>;
}

/** Everything outside the program, as passed to commands. `io` has the real one; tests make their own. */
export interface Context {
  readonly env: Environment;
  readonly platform: NodeJS.Platform;
  readonly stdin: Input;
  readonly stdout: Output;
  readonly stderr: Output;
  readonly files: Files;
  /** Loads the prompts. Call it only if prompts can be shown. */
  readonly prompts: () => Promise<Prompts>;
  /** Starts the user's browser; false if that isn't possible. */
  readonly openBrowser: (url: string) => Promise<boolean>;
  /** Serves a page on this machine only, at an unguessable URL. */
  readonly servePage: (page: Page, options: ServeOptions) => Promise<ServedPage>;
  /** Loads what sends values to a clipboard; undefined if none can be reached. */
  readonly clipboard: () => Promise<Clipboard | undefined>;
  /** Loads the HTTP client. Call it only if a check needs the network. */
  readonly http: () => Promise<SendHttp>;
  /**
   * Runs work that Ctrl-C, SIGTERM, and SIGHUP end immediately. With nested calls, only the innermost ends.
   * @throws Interruption
   */
  readonly untilSignal: <T>(work: () => Promise<T>) => Promise<T>;
  /** Loads the listener that waits on a loopback address for the redirect. */
  readonly listen: Listen;
}
