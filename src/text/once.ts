/**
 * Creates a value on first use: a standard stream, a large table, or a regular expression with Unicode properties, which
 * takes a millisecond to compile.
 */
export function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
