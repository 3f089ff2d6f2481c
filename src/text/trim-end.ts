/**
 * A text without every character of `marks` at its end. An expression such as `/\/+$/` takes quadratic time where more
 * text follows.
 */
export function withoutTrailing(text: string, marks: string): string {
  let end = text.length;
  while (end > 0 && marks.includes(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}
