/**
 * Creates a value on first use: a standard stream, a large table, or a regular expression with Unicode properties, which
 * takes a millisecond to compile.
 */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** Derives a value from an object on first use, and keeps it as long as the object. The object must not change. */
export function oncePer<K extends object, T>(derive: (key: K) => T): (key: K) => T {
  const derived = new WeakMap<K, () => T>();
  return (key) => {
    const value = derived.get(key) ?? once(() => derive(key));
    derived.set(key, value);
    return value();
  };
}
