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
  /** All of it. @throws Failure (content) when it has more than `limit` bytes. */
  read(limit: number): Promise<Buffer>;
}

/** Everything outside the program. It is handed to commands; `io` has the real one, tests make their own. */
export interface Context {
  readonly env: Environment;
  readonly platform: NodeJS.Platform;
  readonly stdin: Input;
  readonly stdout: Output;
  readonly stderr: Output;
  readonly files: Files;
  /** Loads what prompts; only where prompts may be shown. */
  readonly prompts: () => Promise<Prompts>;
  /** Starts the user's browser; false where none can be started. */
  readonly openBrowser: (url: string) => Promise<boolean>;
  /** Serves a page on this machine only, at an unguessable URL. */
  readonly servePage: (page: Page, options: ServeOptions) => Promise<ServedPage>;
  /** Loads what sends values to a clipboard; undefined where none can be reached. */
  readonly clipboard: () => Promise<Clipboard | undefined>;
  /** Loads what sends HTTP requests; only where a check needs the network. */
  readonly http: () => Promise<SendHttp>;
  /**
   * Runs work that Ctrl-C, SIGTERM and SIGHUP end at once. Of several, one in another, the innermost ends.
   * @throws Interruption
   */
  readonly untilSignal: <T>(work: () => Promise<T>) => Promise<T>;
  /** Loads what waits on a loopback address for a browser to come back. */
  readonly listen: Listen;
}
