import { withoutByteOrderMark } from './byte-order-mark.ts';

/** A JSON object. */
export type JsonObject = Record<string, unknown>;

/** Whether a JSON value is an object, not null or a list. */
export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * The object in a JSON text, or undefined if the text is not JSON or contains another value. A leading byte order mark
 * is ignored.
 */
export function parseObject(json: string): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(withoutByteOrderMark(json));
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
