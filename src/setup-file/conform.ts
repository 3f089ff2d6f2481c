import { isObject, type JsonObject } from '../text/json-object.ts';
import { isLonger } from '../text/limits.ts';
import { didYouMean } from '../text/suggest.ts';
import { alternatives } from '../text/word-list.ts';
import { extensionKeysOf } from './extension-keys.ts';
import type { ObjectSchema, Schema } from './json-schema.ts';

/** Receives a problem: the end of a sentence that begins with the path. */
export type Report = (path: readonly string[], problem: string) => void;

/**
 * Compares a JSON value with its schema and reports every problem of form. Returns the value with its keys in the order of
 * the schema and extension keys last, which is meaningful only if nothing was reported.
 */
export function conform(
  value: unknown,
  schema: Schema,
  report: Report,
  path: readonly string[] = [],
): unknown {
  const problem = formProblem(value, schema);
  if (problem !== undefined) report(path, problem);
  else if (schema.type === 'array' && Array.isArray(value))
    return value.map((item, index) => conform(item, schema.items, report, [...path, String(index)]));
  else if (schema.type === 'object' && isObject(value)) return conformObject(value, schema, report, path);
  return value;
}

function conformObject(
  value: JsonObject,
  { properties, required }: ObjectSchema,
  report: Report,
  path: readonly string[],
): JsonObject {
  const own = extensionKeysOf(value);
  const known = Object.entries(properties).filter(
    ([key]) => required.includes(key) || Object.hasOwn(value, key),
  );
  const conformed = known.map(([key, schema]) => [key, conform(value[key], schema, report, [...path, key])]);
  const unknown = Object.keys(value).filter(
    (key) => !Object.hasOwn(properties, key) && !Object.hasOwn(own, key),
  );
  const missing = unknown.length > mostMisspelled ? [] : required.filter((key) => !Object.hasOwn(value, key));
  for (const key of unknown) report([...path, key], unknownKey(key, missing));
  return { ...Object.fromEntries(conformed), ...own };
}

/** More unknown keys than this aren't misspellings. */
const mostMisspelled = 20;

function unknownKey(key: string, missing: readonly string[]): string {
  const meant = didYouMean(key, missing);
  return `is an unknown key.${meant}${meant === '' ? ' Remove' : ' Otherwise, remove'} it, or begin its name with x-.`;
}

/** What is wrong with a value apart from what it contains, or undefined. */
function formProblem(value: unknown, schema: Schema): string | undefined {
  if ('const' in schema) return value === schema.const ? undefined : `must be ${schema.const}.`;
  const expected: readonly string[] = [schema.type].flat();
  const found = typeName(value);
  if (!expected.includes(found)) {
    const right = alternatives(expected.map(withArticle));
    return value === undefined
      ? `is missing (expected ${right}).`
      : `must be ${right}, not ${withArticle(found)}.`;
  }
  if (schema.type === 'array') return tooLong(value, schema.maxItems, 'items');
  return 'maxLength' in schema ? tooLong(value, schema.maxLength, 'characters') : undefined;
}

function tooLong(value: unknown, maximum: number, units: string): string | undefined {
  const isTooLong =
    typeof value === 'string' ? isLonger(value, maximum) : Array.isArray(value) && value.length > maximum;
  return isTooLong ? `is too long (maximum ${maximum} ${units}).` : undefined;
}

/** The type of a JSON value as JSON Schema names it. */
function typeName(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

function withArticle(type: string): string {
  if (type === 'null') return type;
  if (type === 'array') return 'a list';
  return /^[aeiou]/.test(type) ? `an ${type}` : `a ${type}`;
}
