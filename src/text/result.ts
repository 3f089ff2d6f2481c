/**
 * What a reader of typed-in text says: the value, perhaps with warnings, or what is wrong with the text.
 * A problem completes the sentence "--option …", so that whoever knows where the text came from can name it.
 */
export type Result<T> =
  | { readonly ok: true; readonly value: T; readonly warnings: readonly string[] }
  | { readonly ok: false; readonly problem: string };

export function accepted<T>(value: T, warnings: readonly string[] = []): Result<T> {
  return { ok: true, value, warnings };
}

export function refused(problem: string): Result<never> {
  return { ok: false, problem };
}

/** The text as it is, unless something is wrong with it. */
export function acceptedUnless(problem: string | undefined, text: string): Result<string> {
  return problem === undefined ? accepted(text) : refused(problem);
}
