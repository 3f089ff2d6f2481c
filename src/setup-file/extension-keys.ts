/** Keys that belong to the user, in any object of the file. */
export const ownKey = /^x-/;

type JsonObject = Record<string, unknown>;

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The user's own keys of one object, in their order. */
export function ownKeysOf(value: object | undefined): JsonObject {
  return Object.fromEntries(Object.entries(value ?? {}).filter(([key]) => ownKey.test(key)));
}

/** A copy of a JSON value without the user's own `x-` keys, at any depth. */
export function withoutOwnKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutOwnKeys);
  if (!isObject(value)) return value;
  const kept = Object.entries(value).filter(([key]) => !ownKey.test(key));
  return Object.fromEntries(kept.map(([key, inner]) => [key, withoutOwnKeys(inner)]));
}

/** `value` with the own keys that stand at the same places of `original` put back, each behind the known keys. */
export function withOwnKeysOf<T>(value: T, original: unknown): T {
  if (Array.isArray(value)) {
    const originals: readonly unknown[] = Array.isArray(original) ? original : [];
    return value.map((item, index) => withOwnKeysOf(item, originals[index])) as T;
  }
  if (!isObject(value) || !isObject(original)) return value;
  const known = Object.entries(value).map(([key, inner]) => [key, withOwnKeysOf(inner, original[key])]);
  return { ...Object.fromEntries(known), ...ownKeysOf(original) } as T;
}
