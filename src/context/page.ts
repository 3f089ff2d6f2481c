/** A page that needs nothing else, and the Content-Security-Policy that it can live with. */
export interface Page {
  readonly html: string;
  readonly contentPolicy: string;
}

export interface ServeOptions {
  /** Enter on standard input ends it; false where standard input has been read as a file. */
  readonly enterEnds: boolean;
  /** Is told of a visitor who was not let in; of each kind once. */
  readonly onRefused?: (visitor: RefusedVisitor) => void;
}

/** Who asked for a page and did not get it: another user of the machine, or another browser than the first. */
export type RefusedVisitor = 'other-user' | 'second-browser' | 'unknown';

/** Why a page is no longer served: the user is done with it, or it was not requested for a while. */
export type PageEnd = 'ended' | 'idle';

export interface ServedPage {
  readonly url: string;
  readonly port: number;
  /** Minutes without a request after which serving ends. */
  readonly idleMinutes: number;
  /** @throws Interruption on SIGTERM; Ctrl-C is a way to be done. */
  readonly closed: Promise<PageEnd>;
}
