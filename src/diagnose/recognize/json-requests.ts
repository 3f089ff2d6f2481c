import { isObject, type JsonObject } from '../../text/json-object.ts';
import type { FoundParameter, FoundUrl } from '../evidence/evidence.ts';
import { isRequest } from './parameter-names.ts';
import { decodedList, foundUrl } from './query-text.ts';

/** A place in a JSON value that may be a list of parameters, and the object that it is in. */
interface Entry {
  readonly value: unknown;
  readonly parent: JsonObject;
}

/**
 * Authorization requests in a JSON value as objects or lists of parameters, as in an entry of a HAR file or in
 * developer tools. Where a URL with a query comes with them, that is read instead. Without recursion, because foreign
 * values can be nested to any depth.
 */
export function requestsInJson(json: JsonObject): FoundUrl[] {
  const entries: Entry[] = [{ value: json, parent: {} }];
  for (const entry of entries) for (const inner of insideOf(entry)) entries.push(inner);
  return entries.flatMap(({ value, parent }) => {
    const parameters = /\?/.test(textOf(parent.url)) ? [] : parametersIn(value);
    const endpoint = endpointOf(parent);
    const readable = parameters.filter((parameter) => !template.test(parameter.value));
    const url = foundUrl(endpoint, readable, false);
    if (!isRequest(parameters, endpoint)) return [];
    return [readable.length < parameters.length ? { ...url, isPartial: true } : url];
  });
}

/** A variable in a collection of Postman. */
const template = /^\{\{.+\}\}$/;

function insideOf({ value }: Entry): Entry[] {
  if (Array.isArray(value)) return value.map((inner: unknown) => ({ value: inner, parent: {} }));
  return isObject(value) ? Object.values(value).map((inner) => ({ value: inner, parent: value })) : [];
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** A HAR file has a URL, Firefox's copy its parts. */
function endpointOf({ url, scheme, host, filename }: JsonObject): string | undefined {
  if (textOf(url) !== '') return textOf(url);
  return textOf(host) === ''
    ? undefined
    : `${textOf(scheme) || 'https'}://${textOf(host)}${textOf(filename)}`;
}

function parametersIn(value: unknown): FoundParameter[] {
  const pairs = Array.isArray(value)
    ? value.map((item: unknown) => (isObject(item) ? [item.name ?? item.key, item.value] : []))
    : isObject(value)
      ? Object.entries(value)
      : [];
  const parameters = pairs.flatMap(([name, text]) =>
    typeof name === 'string' && typeof text === 'string' ? [{ name, value: text }] : [],
  );
  return decodedList(parameters);
}

/** Whether an object is one parameter in a list. */
export const isRow = ({ name, key = name, value }: JsonObject): boolean =>
  typeof key === 'string' && typeof value === 'string';
