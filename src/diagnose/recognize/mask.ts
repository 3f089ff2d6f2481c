/** A place in a text. */
export interface Place {
  readonly start: number;
  readonly end: number;
}

/** A text with some places, in order, replaced by spaces. Line breaks and the positions of all other text remain. */
export function masked(text: string, places: readonly Place[]): string {
  const parts: string[] = [];
  let from = 0;
  for (const { start, end } of places) {
    if (end <= from) continue;
    const begin = Math.max(start, from);
    parts.push(
      text.slice(from, begin),
      text.slice(begin, end).replace(/[^\n]+/g, (line) => ' '.repeat(line.length)),
    );
    from = end;
  }
  return parts.join('') + text.slice(from);
}
