/**
 * Makes a value when it is first needed: a standard stream, a table of many words, or a regular expression with Unicode
 * properties, whose characters take a millisecond to look up.
 */
export function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
