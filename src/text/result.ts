/**
 * The outcome of something that can fail in an expected way: a value, possibly with warnings, or a problem.
 * The problem of a text from the user completes a sentence that its source begins ("--client-id …", "Client ID …"), and
 * says what to do.
 */
export type Result<T, P = string> = Accepted<T> | Refused<P>;

export interface Accepted<T> {
  readonly ok: true;
  readonly value: T;
  readonly warnings: readonly string[];
}

export interface Refused<P = string> {
  readonly ok: false;
  readonly problem: P;
}

/** A value, possibly with warnings. */
export function accepted<T>(value: T, warnings: readonly string[] = []): Accepted<T> {
  return { ok: true, value, warnings };
}

/** A problem instead of a value. */
export function refused<P>(problem: P): Refused<P> {
  return { ok: false, problem };
}

/** The text itself, unless there is a problem. */
export function acceptedUnless(problem: string | undefined, text: string): Result<string> {
  return problem === undefined ? accepted(text) : refused(problem);
}

/** The problem of a result, or undefined if there is none. */
export function problemOf<P>(result: Result<unknown, P>): P | undefined {
  return result.ok ? undefined : result.problem;
}
