export type JsonObject = Record<string, unknown>;

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * The object that a JSON text holds, or undefined where it holds something else or is not JSON.
 * A byte order mark before it is ignored, as RFC 8259 section 8.1 permits.
 */
export function parseObject(json: string): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(json.replace(/^\ufeff/, ''));
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
