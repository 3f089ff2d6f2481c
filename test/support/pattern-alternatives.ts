/** The patterns that remain if an alternative that no text needs is removed. */
export const unusedAlternatives = (words: RegExp, texts: readonly string[]): string[] =>
  withoutEachAlternative(words.source).filter((fewer) => {
    const without = new RegExp(fewer, words.flags);
    return !texts.some((text) => words.test(text) && !without.test(text));
  });

/** A regular expression without each of its alternatives, in any group. */
function withoutEachAlternative(source: string): string[] {
  const pieces = [...source.matchAll(/\\.|\[(?:\\.|[^\]])*\]|\((?:\?(?:<?[=!]|:))?|./g)].map(
    ([piece]) => piece,
  );
  const groups: number[][] = [];
  const open: number[][] = [[-1]];
  pieces.forEach((piece, at) => {
    if (piece.startsWith('(')) open.push([at]);
    else if (piece === '|') open.at(-1)?.push(at);
    else if (piece === ')') groups.push([...(open.pop() ?? []), at]);
  });
  groups.push([...(open.pop() ?? []), pieces.length]);
  return groups.flatMap((bounds) =>
    bounds.length < 3
      ? []
      : bounds.slice(1).map((end, index) => {
          const start = bounds[index] ?? 0;
          const [from, to] = index === 0 ? [start + 1, end + 1] : [start, end];
          return [...pieces.slice(0, from), ...pieces.slice(to)].join('');
        }),
  );
}
