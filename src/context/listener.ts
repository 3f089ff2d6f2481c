import type { Result } from '../text/result.ts';
import type { Page } from './page.ts';

/** The words between the login and the listener on a loopback address. */

export interface Listener {
  /**
   * The parameters of the first callback that was accepted; undefined when none came in time.
   * Rejects with Interruption on Ctrl-C and SIGTERM; the port is free then.
   */
  readonly callback: Promise<URLSearchParams | undefined>;
  /** Leads the waiting browser on to the page and closes, 2 s later at most. */
  finish(page: Page): Promise<void>;
  /** Closes at once; nothing is waited for any more. */
  close(): Promise<void>;
}

export interface ListenProblem {
  readonly code: 'port-in-use' | 'cannot-listen';
  readonly detail: string;
}

/** Listens where the URI says; `accept` decides which callback is meant for us. */
export type Listen = (
  uri: string,
  accept: (parameters: URLSearchParams) => boolean,
  seconds: number,
) => Promise<Result<Listener, ListenProblem>>;
