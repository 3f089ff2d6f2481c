import { errorInJson, type ServerError } from '../../oauth/server-error.ts';
import { isObject, type JsonObject, parseObject } from '../../text/json-object.ts';

/** What a JSON value tells of errors, and the texts in it that need reading by themselves. */
export interface JsonErrors {
  readonly errors: readonly ServerError[];
  readonly texts: readonly string[];
}

/** Keys by which an object is known to tell of an error. */
const errorKeys = ['error', 'errors', 'errorCode', 'errorMessage', 'error_description', 'fault'];

const isError = (value: JsonObject): boolean =>
  errorKeys.some(
    (key) => typeof value[key] === 'string' || isObject(value[key]) || Array.isArray(value[key]),
  );

/**
 * The errors in a JSON value, outermost first, whatever they are wrapped in, such as a HAR file. Without recursion, since
 * foreign values are nested at will.
 */
export function errorsInJson(json: JsonObject): JsonErrors {
  const errors: ServerError[] = [];
  const texts: string[] = [];
  const values: unknown[] = [json];
  for (const value of values) {
    if (isObject(value) && isError(value)) errors.push(errorInJson(value));
    else if (isHeader(value)) texts.push(`${value.name}: ${value.value}`);
    else if (isObject(value)) for (const inner of Object.values(value)) values.push(inner);
    else if (Array.isArray(value)) for (const inner of value) values.push(inner);
    else if (typeof value === 'string') {
      const nested = /^\s*\{/.test(value) ? parseObject(value) : undefined;
      if (nested === undefined) texts.push(value);
      else values.push(nested);
    }
  }
  const told = errors.filter(({ code, words }) => code !== undefined || words !== '');
  return { errors: told.length > 0 ? told : saysAnything(errorInJson(json)), texts };
}

const isHeader = (value: unknown): value is { name: string; value: string } =>
  isObject(value) && /^www-authenticate$/i.test(String(value.name)) && typeof value.value === 'string';

const saysAnything = (error: ServerError): ServerError[] =>
  error.code === undefined && error.words === '' ? [] : [error];
