import { isObject, parseObject } from '../text/json-object.ts';

/** A text anywhere in a JSON value, with its key. */
export interface KeyedText {
  readonly key: string;
  readonly text: string;
}

interface Entry {
  readonly key: string;
  readonly value: unknown;
}

/**
 * Every text and number in a JSON value, outermost first, including those in texts that are JSON objects themselves.
 * List items inherit the key of the list. Not recursive, since foreign values can be nested to any depth.
 */
export function textsIn(value: unknown): KeyedText[] {
  const entries: Entry[] = [{ key: '', value }];
  for (const entry of entries) for (const inner of insideOf(entry)) entries.push(inner);
  return entries.flatMap(({ key, value: each }) =>
    typeof each === 'string' || typeof each === 'number' ? [{ key, text: String(each) }] : [],
  );
}

function insideOf({ key, value }: Entry): Entry[] {
  if (Array.isArray(value)) return value.map((item) => ({ key, value: item }));
  if (isObject(value)) return Object.entries(value).map(([name, inner]) => ({ key: name, value: inner }));
  const nested = typeof value === 'string' && /^\s*\{/.test(value) ? parseObject(value) : undefined;
  return nested === undefined ? [] : [{ key, value: nested }];
}
