import { withoutByteOrderMark } from './byte-order-mark.ts';

/** An object as JSON has them. */
export type JsonObject = Record<string, unknown>;

/** Whether a JSON value is an object, neither null nor a list. */
export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * The object that a JSON text holds, or undefined where it holds something else or is not JSON.
 * A byte order mark before it is ignored.
 */
export function parseObject(json: string): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(withoutByteOrderMark(json));
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
