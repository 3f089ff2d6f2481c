/** A self-contained page and its Content-Security-Policy. */
export interface Page {
  readonly html: string;
  readonly contentPolicy: string;
}

export interface ServeOptions {
  /** Whether Enter on standard input ends the serving; false where standard input was read as a file. */
  readonly enterEnds: boolean;
  /** Called with a visitor that was refused, once for each kind. */
  readonly onRefused?: (visitor: RefusedVisitor) => void;
}

/** Who was refused: another user on the machine, a browser other than the first, or a program that can't be identified. */
export type RefusedVisitor = 'other-user' | 'second-browser' | 'unknown';

/** Why serving ended: the user is done, or there was no request for a while. */
export type PageEnd = 'ended' | 'idle';

export interface ServedPage {
  readonly url: string;
  readonly port: number;
  /** Minutes without a request after which serving ends. */
  readonly idleMinutes: number;
  /** @throws Interruption on SIGTERM. Ctrl-C ends the serving normally. */
  readonly closed: Promise<PageEnd>;
}
