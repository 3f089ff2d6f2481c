import { accepted, type Result, refused } from '../../text/result.ts';

/** Reads the value of an option; `previous` is what the same option gave before. A problem is a sentence. */
export type ValueReader<Value = unknown> = (text: string, previous: unknown) => Result<Value>;

/** A value as it is. */
export const anyText: ValueReader<string> = (text) => accepted(text);

/** A repeatable option: its values are joined to one list. */
export const list: ValueReader<string> = (text, previous) =>
  accepted(typeof previous === 'string' ? `${previous} ${text}` : text);

/** A whole number in decimal digits from `min` to `max`. */
export function wholeNumber(min: number, max: number): ValueReader<number> {
  return (text) => {
    const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
    if (value >= min && value <= max) return accepted(value);
    return refused(`It should be a whole number ${rangeText(min, max)}.`);
  };
}

function rangeText(min: number, max: number): string {
  return max === Number.MAX_SAFE_INTEGER ? `from ${min} on` : `from ${min} to ${max}`;
}
