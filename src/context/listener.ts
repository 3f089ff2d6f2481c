import type { Result } from '../text/result.ts';
import type { Page } from './page.ts';

/** The interface between the login and the listener on a loopback address. */

export interface Listener {
  /**
   * The parameters of the first accepted callback; undefined if none came in time. Rejects with Interruption on Ctrl-C
   * and SIGTERM, after freeing the port.
   */
  readonly callback: Promise<URLSearchParams | undefined>;
  /** Redirects the waiting browser to the page and closes, after 2 s at most. */
  finish(page: Page): Promise<void>;
  /** Closes immediately and ends the wait. */
  close(): Promise<void>;
}

export interface ListenProblem {
  readonly code: 'port-in-use' | 'cannot-listen';
  readonly detail: string;
}

/** Listens at the URI; `accept` decides which callback belongs to the sign-in. */
export type Listen = (
  uri: string,
  accept: (parameters: URLSearchParams) => boolean,
  seconds: number,
) => Promise<Result<Listener, ListenProblem>>;
