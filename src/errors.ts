import type { Line } from './message.ts';

/** What each exit code means to a script. The only place where the numbers stand. */
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

/** The three ways in which what the user gave can be wrong; each names its exit code. */
export type FailureKind = 'usage' | 'content' | 'file';

/**
 * The user's mistake, or the machine's, never ours: told in plain words and without a stack trace.
 * `details` are further lines: what is wrong where, what to do next.
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
 * The user (Ctrl-C, Ctrl-D) or the system (SIGTERM, SIGHUP) ended a prompt or a wait. `details` say how to go on from
 * there.
 */
export class Interruption extends Error {
  override readonly name = 'Interruption';

  constructor(
    readonly kind: 'interrupted' | 'terminated' | 'hangup',
    readonly details: readonly Line[] = [],
    /** Where: the wizard goes on after a wait that the user ended, not after a prompt. */
    readonly at: 'prompt' | 'wait' = 'wait',
  ) {
    super(kind);
  }
}

/** Whoever read our standard output has gone away (EPIPE): nobody is left to tell. */
export class ReaderGone extends Error {
  override readonly name = 'ReaderGone';
}
