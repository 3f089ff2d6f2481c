/**
 * What can go wrong without being exceptional: a value, perhaps with warnings, or the problem.
 * The problem of a text that was typed completes the sentence "--option …", so that the caller, who knows where the
 * text came from, can name it.
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

/** A value, perhaps with warnings. */
export function accepted<T>(value: T, warnings: readonly string[] = []): Accepted<T> {
  return { ok: true, value, warnings };
}

/** A problem instead of a value. */
export function refused<P>(problem: P): Refused<P> {
  return { ok: false, problem };
}

/** The text as it is, unless something is wrong with it. */
/** A value, perhaps with warnings. */
export function acceptedUnless(problem: string | undefined, text: string): Result<string> {
  return problem === undefined ? accepted(text) : refused(problem);
}

/** The problem of a result, or undefined where there is none. */
export function problemOf<P>(result: Result<unknown, P>): P | undefined {
  return result.ok ? undefined : result.problem;
}
