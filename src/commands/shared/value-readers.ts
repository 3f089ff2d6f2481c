import { accepted, type Result, refused } from '../../text/result.ts';
import { didYouMean, shownValue } from '../../text/suggest.ts';

/** Reads the value of an option; `previous` is what the same option gave before. A problem completes the sentence "--option …". */
export type ValueReader<Value = unknown> = (text: string, previous: unknown) => Result<Value>;

/** A value as it is. */
export const anyText: ValueReader<string> = (text) => accepted(text);

/** A repeatable option: its values are joined to one list. */
export const list: ValueReader<string> = (text, previous) =>
  accepted(typeof previous === 'string' ? `${previous} ${text}` : text);

/** One of a few words. */
export function oneOf(choices: readonly string[]): ValueReader<string> {
  return (text) => {
    if (choices.includes(text)) return accepted(text);
    const shown = shownValue(text, choices);
    const what = shown === undefined ? 'is invalid' : `"${shown}" is invalid`;
    return refused(`${what}. Use one of ${choices.join(', ')}.${didYouMean(text, choices)}`);
  };
}

/** A whole number in decimal digits from `min` to `max`. */
export function wholeNumber(min: number, max: number): ValueReader<number> {
  return (text) => {
    const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
    if (value >= min && value <= max) return accepted(value);
    return refused(`must be a whole number ${rangeText(min, max)}.`);
  };
}

function rangeText(min: number, max: number): string {
  return max === Number.MAX_SAFE_INTEGER ? `from ${min} on` : `from ${min} to ${max}`;
}
