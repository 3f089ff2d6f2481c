import { codesWithPlaces, isOnlyMentioned } from '../../oauth/codes-in-prose.ts';

/** A text with more codes lists them, and isn't a report of that many errors. */
const mostCodes = 4;

/**
 * A text in parts, each with one error. A line with another code than the last one begins a part, together with the lines
 * before it that are in the same paragraph.
 */
export function errorRecords(text: string): string[] {
  const lines = text.split('\n');
  const codes = codesByLine(lines, text);
  if (new Set(codes.values()).size > mostCodes) return [text];
  const starts = [0];
  let last: { code: string; line: number } | undefined;
  let paragraph = 0;
  lines.forEach((words, line) => {
    if (words.trim() === '') paragraph = line + 1;
    const code = codes.get(line);
    if (code === undefined) return;
    if (last !== undefined && code !== last.code) starts.push(paragraph > last.line ? paragraph : line);
    last = { code, line };
  });
  return starts.map((start, index) => lines.slice(start, starts[index + 1]).join('\n'));
}

/** The code that each line reports; none for a line that only mentions one, or several. */
function codesByLine(lines: readonly string[], text: string): ReadonlyMap<number, string> {
  const found = codesWithPlaces(text).sort((one, other) => one.at - other.at);
  const named = new Map<number, Set<string>>();
  let [line, end] = [0, lines[0]?.length ?? 0];
  for (const { code, at } of found) {
    while (at > end) {
      line += 1;
      end += 1 + (lines[line]?.length ?? 0);
    }
    named.set(line, (named.get(line) ?? new Set()).add(code));
  }
  return new Map(
    [...named].flatMap(([at, [code = '', ...others]]): [number, string][] =>
      others.length > 0 || isOnlyMentioned(code, lines[at] ?? '') ? [] : [[at, code]],
    ),
  );
}
