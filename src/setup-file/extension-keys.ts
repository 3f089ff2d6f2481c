import type { JsonObject } from '../text/json-object.ts';

/** Matches extension keys, which belong to the user and are allowed in any object of the file. */
export const extensionKey = /^x-/;

/** The extension keys of one object, in order. */
export function extensionKeysOf(value: object | undefined): JsonObject {
  return Object.fromEntries(Object.entries(value ?? {}).filter(([key]) => extensionKey.test(key)));
}
