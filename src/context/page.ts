/** A self-contained page and its Content-Security-Policy. */
export interface Page {
  readonly html: string;
  readonly contentPolicy: string;
}

export interface ServeOptions {
  /** Called for a denied visitor, once for each kind. */
  readonly onRefused?: (visitor: RefusedVisitor) => void;
}

/** A denied visitor: another user of this machine, a second browser, or an unknown one. */
export type RefusedVisitor = 'other-user' | 'second-browser' | 'unknown';

/** Why a page is no longer served: the user pressed Enter or ended it otherwise, or it wasn't requested for a while. */
export type PageEnd = 'enter' | 'ended' | 'idle';

export interface ServedPage {
  readonly url: string;
  readonly port: number;
  /** Minutes without a request after which serving ends. */
  readonly idleMinutes: number;
  /** Whether Enter ends serving: at a terminal, in the foreground. */
  readonly endsOnEnter: boolean;
  /** Resolves on Enter or Ctrl-C, or when idle. @throws Interruption on SIGTERM */
  readonly closed: Promise<PageEnd>;
}
