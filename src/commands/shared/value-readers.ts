import { accepted, type Result, refused } from '../../text/result.ts';
import { abbreviatedBy, invalidValue, nearest, suggestionOf } from '../../text/suggest.ts';
import { alternatives } from '../../text/word-list.ts';

/** Reads the value of an option; `previous` is what the same option read before. A problem completes the sentence "--option …". */
export type ValueReader<Value = unknown> = (text: string, previous: unknown) => Result<Value>;

/** A value, unchanged. */
export const anyText: ValueReader<string> = (text) => accepted(text);

/** A repeatable option: its values are joined into one list. */
export const list: ValueReader<string> = (text, previous) =>
  accepted(typeof previous === 'string' ? `${previous} ${text}` : text);

/** One of a few words. */
export function oneOf(choices: readonly string[]): ValueReader<string> {
  return (text) => {
    if (choices.includes(text)) return accepted(text);
    const meant = suggestionOf(nearest(text, choices) ?? abbreviatedBy(text, choices));
    return refused(`${invalidValue(text, choices)}.${meant} Use ${alternatives(choices)}.`);
  };
}

/** A whole number in decimal digits from `min` to `max`. */
export function wholeNumber(min: number, max: number): ValueReader<number> {
  return (text) => {
    const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
    if (value >= min && value <= max) return accepted(value);
    return refused(`${invalidValue(text)}. Use a whole number ${rangeText(min, max)}.`);
  };
}

function rangeText(min: number, max: number): string {
  return max === Number.MAX_SAFE_INTEGER ? `of at least ${min}` : `from ${min} to ${max}`;
}
