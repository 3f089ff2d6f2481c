import { spelledCode } from '../../oauth/error-codes.ts';
import { errorInJson, type ServerError, withCode } from '../../oauth/server-error.ts';
import { isObject, type JsonObject, parseObject } from '../../text/json-object.ts';

/** The errors in a JSON value, and the texts in it that may contain more. */
export interface JsonErrors {
  readonly errors: readonly ServerError[];
  readonly texts: readonly string[];
}

/** Keys that mark an object as an error. */
const errorKeys = ['error', 'errors', 'errorCode', 'errorMessage', 'error_description', 'fault'];

const isError = (value: JsonObject): boolean =>
  errorKeys.some(
    (key) => typeof value[key] === 'string' || isObject(value[key]) || Array.isArray(value[key]),
  );

/**
 * The errors in a JSON value, outermost first, in any wrapper, such as a HAR file. Without recursion,
 * because foreign values can be nested to any depth.
 */
export function errorsInJson(json: JsonObject): JsonErrors {
  const errors: ServerError[] = [];
  const texts: string[] = [];
  for (const value of valuesIn(json)) {
    if (isObject(value) && isError(value)) errors.push(...errorsIn(value));
    if (isHeader(value)) texts.push(`${value.name}: ${value.value}`);
    if (typeof value === 'string') texts.push(value);
  }
  const told = errors.filter(saysAnything);
  const all = told.length > 0 ? told : [errorInJson(json)].filter(saysAnything);
  return { errors: [...statusesIn(json), ...all], texts };
}

/** The keys with which an envelope tells the status of its response. */
const statusKeys = ['status', 'statusCode', 'status_code', 'httpStatus', 'code'];

/** The status that an envelope tells, in the words of its headers. */
function statusesIn(json: JsonObject): ServerError[] {
  const listed: unknown[] = Array.isArray(json.errors) ? json.errors : [];
  const told = [json, json.error, listed[0]]
    .filter(isObject)
    .flatMap((each) => statusKeys.map((key) => each[key]))
    .find((value) => /^(?:string|number)$/.test(typeof value) && /^[45]\d\d$/.test(String(value)));
  return told === undefined ? [] : [{ words: `HTTP ${told}` }];
}

/** JSON:API lists its errors. */
function errorsIn(value: JsonObject): ServerError[] {
  const listed = Array.isArray(value.errors) ? value.errors : [];
  if (listed.length > 1) return listed.map((each: unknown) => codedError({ ...value, errors: [each] }));
  return [codedError(value)];
}

/** The error in an object, whose first words may spell its code. */
function codedError(value: JsonObject): ServerError {
  const error = errorInJson(value);
  if (error.code !== undefined) return error;
  const [name = ''] = error.words.split(': ');
  return withCode(spelledCode(name), error.words);
}

/** Every value in a JSON value, outermost first, also in texts that are JSON; errors and headers as a whole. */
function valuesIn(json: JsonObject): unknown[] {
  const values: unknown[] = [json];
  for (const value of values) for (const inner of insideOf(value)) values.push(inner);
  return values;
}

function insideOf(value: unknown): unknown[] {
  if (Array.isArray(value)) return value;
  if (isObject(value)) return isError(value) || isHeader(value) ? [] : Object.values(value);
  const nested = typeof value === 'string' && /^\s*\{/.test(value) ? parseObject(value) : undefined;
  return nested === undefined ? [] : [nested];
}

const isHeader = (value: unknown): value is { name: string; value: string } =>
  isObject(value) && /^www-authenticate$/i.test(String(value.name)) && typeof value.value === 'string';

const saysAnything = ({ code, words }: ServerError): boolean => code !== undefined || words !== '';
