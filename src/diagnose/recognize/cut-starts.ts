import type { FoundParameter, FoundUrl } from '../evidence/evidence.ts';
import { equals } from './encoded-marks.ts';
import { requestNames } from './parameter-names.ts';

/** The shortest end of a name that tells which one it is. */
const shortestEnd = 3;

const beginsWithName = new RegExp(`^[^&]*${equals}`, 'i');

/** A bare query that may begin inside of a name or a value. A name of which enough is left is completed. */
export function withCutStart(url: FoundUrl, query: string): FoundUrl {
  const [first, ...others] = url.parameters;
  if (url.endpoint !== undefined || first === undefined || query.startsWith('?')) return url;
  const names = namesWithEnd(first.name);
  const isPartial = names.length > 0 || !beginsWithName.test(query);
  if (!isPartial) return url;
  const [name = first.name] = names;
  const isClear = names.length === 1 && first.name.length >= shortestEnd && !hasName(others, name);
  return { ...url, parameters: isClear ? [{ ...first, name }, ...others] : url.parameters, isPartial };
}

/** The names that have lost their start if this is the rest of one. */
export const namesWithEnd = (end: string): string[] =>
  end === '' || requestNames.includes(end) ? [] : requestNames.filter((name) => name.endsWith(end));

const hasName = (parameters: readonly FoundParameter[], name: string): boolean =>
  parameters.some((parameter) => parameter.name === name);
