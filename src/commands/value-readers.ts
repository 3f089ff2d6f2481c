import { InvalidArgumentError } from 'commander';

/** Reads the value of an option; `previous` is what the same option gave before. */
export type ValueReader = (text: string, previous: unknown) => unknown;

/** A value that may not be empty, read further by `read`. @throws InvalidArgumentError */
export function notEmpty(read: ValueReader = (text) => text): ValueReader {
  return (text, previous) => {
    if (text === '') throw new InvalidArgumentError('It is empty.');
    return read(text, previous);
  };
}

/** A repeatable option: its values are joined to one list. */
export const list: ValueReader = (text, previous) =>
  typeof previous === 'string' ? `${previous} ${text}` : text;

/** A whole number in decimal digits. @throws InvalidArgumentError outside `min` to `max` */
export function wholeNumber(min: number, max: number): ValueReader {
  return (text) => {
    const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
    if (value >= min && value <= max) return value;
    throw new InvalidArgumentError(`It should be a whole number ${rangeText(min, max)}.`);
  };
}

function rangeText(min: number, max: number): string {
  return max === Number.MAX_SAFE_INTEGER ? `from ${min} on` : `from ${min} to ${max}`;
}
