/** A text without every `mark` at its end. An expression such as `/\/+$/` takes quadratic time where more text follows. */
export function trimEnd(text: string, mark: string): string {
  let end = text.length;
  while (end > 0 && text[end - 1] === mark) end -= 1;
  return text.slice(0, end);
}
