import type { Line } from './message.ts';

/** What each exit code means to a script. The only place for the numbers. */
export const exitCodes = {
  done: 0,
  bug: 1,
  usage: 2,
  content: 3,
  noVerdict: 4,
  refused: 5,
  file: 6,
  hangup: 129,
  interrupted: 130,
  terminated: 143,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** The three ways in which input can be wrong; each is the name of its exit code. */
export type FailureKind = 'usage' | 'content' | 'file';

/**
 * A mistake of the user or a problem of the machine, never a bug. Reported in plain words, without a stack trace.
 * `details` are further lines: what is wrong where, and what to do next.
 */
export class Failure extends Error {
  override readonly name = 'Failure';

  constructor(
    readonly kind: FailureKind,
    message: string,
    readonly details: readonly Line[] = [],
  ) {
    super(message);
  }
}

/**
 * The user (Ctrl-C, Ctrl-D) or the system (SIGTERM, SIGHUP) ended a prompt or a wait. `details` say how to resume.
 */
export class Interruption extends Error {
  override readonly name = 'Interruption';

  constructor(
    readonly kind: 'interrupted' | 'terminated' | 'hangup',
    readonly details: readonly Line[] = [],
    /** The wizard continues after a wait that the user ended, but not after a prompt. */
    readonly at: 'prompt' | 'wait' = 'wait',
  ) {
    super(kind);
  }
}

/** The reader of standard output is gone (EPIPE), so no one would see a message. */
export class ReaderGone extends Error {
  override readonly name = 'ReaderGone';
}
