import { isObject, type JsonObject } from '../text/json-object.ts';

/** Matches extension keys, which belong to the user and are allowed in any object of the file. */
export const extensionKey = /^x-/;

/** The extension keys of one object, in order. */
export function extensionKeysOf(value: object | undefined): JsonObject {
  return Object.fromEntries(Object.entries(value ?? {}).filter(([key]) => extensionKey.test(key)));
}

/** A copy of a JSON value without extension keys, at any depth. */
export function withoutExtensionKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutExtensionKeys);
  if (!isObject(value)) return value;
  const kept = Object.entries(value).filter(([key]) => !extensionKey.test(key));
  return Object.fromEntries(kept.map(([key, inner]) => [key, withoutExtensionKeys(inner)]));
}

/** `value` with the extension keys of `original` restored at the same places, after the known keys. */
export function withExtensionKeysOf<T>(value: T, original: unknown): T {
  if (Array.isArray(value)) {
    const originals: readonly unknown[] = Array.isArray(original) ? original : [];
    return value.map((item, index) => withExtensionKeysOf(item, originals[index])) as T;
  }
  if (!isObject(value) || !isObject(original)) return value;
  const known = Object.entries(value).map(([key, inner]) => [key, withExtensionKeysOf(inner, original[key])]);
  return { ...Object.fromEntries(known), ...extensionKeysOf(original) } as T;
}
