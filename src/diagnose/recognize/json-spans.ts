import { isObject, type JsonObject, parseObject } from '../../text/json-object.ts';
import { withoutJsonWraps } from './json-wraps.ts';
import { masked, type Place } from './mask.ts';

/** An object that is written in a text as JSON, or as JSON in a text of JSON. */
export interface JsonSpan extends Place {
  readonly value: JsonObject;
}

/** How many levels of braces that aren't JSON are searched for JSON inside. */
const deepest = 6;

/** If a level has more objects, the last ones are read. */
const mostObjects = 5000;

/** The outermost objects of JSON in a text, in their order. Where a line was wrapped, quotation marks are no guide. */
export function jsonSpans(text: string): JsonSpan[] {
  const spans = spansIn(text, marks);
  const rest = masked(text, spans);
  return [...spans, ...spansIn(rest, bracesAlone)].sort((one, other) => one.start - other.start);
}

function spansIn(text: string, guide: RegExp): JsonSpan[] {
  const spans: JsonSpan[] = [];
  let left: readonly Place[] = [{ start: 0, end: text.length }];
  for (let depth = 0; depth < deepest && left.length > 0; depth += 1) {
    const inside: Place[] = [];
    const places = left.flatMap((each) => bracesIn(text, each, guide)).filter(mayTell);
    for (const place of places.slice(-mostObjects)) {
      const value = objectOf(text.slice(place.start, place.end));
      if (value !== undefined && Object.keys(value).length > 0) spans.push({ ...place, value });
      else inside.push({ start: place.start + 1, end: place.end - 1 });
    }
    left = inside;
  }
  return spans.sort((one, other) => one.start - other.start);
}

/** Nothing shorter than `{"a":"b"}` contains evidence. */
const mayTell = ({ start, end }: Place): boolean => end - start >= 9;

/** What may matter in the search for the braces that belong together. */
const marks = /[{}"\n]|\\./g;
const bracesAlone = /[{}]/g;

/**
 * The outermost pairs of braces. Quotation marks count only inside braces, and no further than their line: in prose
 * they may not come in pairs. An opening brace without its other half is skipped.
 */
function bracesIn(text: string, { start, end }: Place, guide: RegExp): Place[] {
  const opened: number[] = [];
  const closed: Place[] = [];
  let isQuoted = false;
  for (const { 0: mark, index } of text.slice(start, end).matchAll(guide)) {
    if (mark === '"') isQuoted = !isQuoted && opened.length > 0;
    else if (mark === '\n') isQuoted = false;
    else if (isQuoted || mark.startsWith('\\')) continue;
    else if (mark === '{') opened.push(start + index);
    else close(opened.pop(), start + index + 1, closed);
  }
  return closed;
}

function close(start: number | undefined, end: number, closed: Place[]): void {
  if (start === undefined) return;
  while ((closed.at(-1)?.start ?? -1) > start) closed.pop();
  closed.push({ start, end });
}

/** An object of JSON, possibly in wrapped lines. Inside a text of JSON, it has its quotation marks escaped. */
function objectOf(json: string): JsonObject | undefined {
  const value = wrappedObject(json);
  if (value !== undefined || !json.includes('\\"')) return value;
  const nested = parseObject(`{"text":"${json.replaceAll('\n', '\\n')}"}`);
  return isObject(nested) && typeof nested.text === 'string' ? wrappedObject(nested.text) : undefined;
}

const wrappedObject = (json: string): JsonObject | undefined =>
  parseObject(json) ?? (json.includes('\n') ? parseObject(withoutJsonWraps(json)) : undefined);
