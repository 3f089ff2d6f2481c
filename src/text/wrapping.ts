import { once } from './once.ts';

/** What people add to the ends of a value: white space, invisible characters, quotation marks. */
const wrapping = once(() => /^[\s\p{C}\u2800"'`\u2018-\u201f]$/u);

/** A value without those. A loop, because a regular expression for both ends would take quadratic time. */
export function unwrapped(value: string): string {
  let start = 0;
  let end = value.length;
  while (start < end && wrapping().test(value.charAt(start))) start += 1;
  while (end > start && wrapping().test(value.charAt(end - 1))) end -= 1;
  return value.slice(start, end);
}
