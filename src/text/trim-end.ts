/**
 * A text without any trailing characters of `marks`. A regular expression such as `/\/+$/` would take quadratic time if
 * more text follows.
 */
export function withoutTrailing(text: string, marks: string): string {
  let end = text.length;
  while (end > 0 && marks.includes(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}
