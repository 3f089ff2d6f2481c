/** Windows in which lines are wrapped are at least this wide. */
const narrowest = 40;

/**
 * A text without the line breaks that may be inside of a word, as terminals wrap lines. Such a line is at least as long as
 * the next one.
 */
export function withoutHardWraps(text: string): string {
  const lines = text.split('\n');
  const last = lines.length - 1;
  return lines
    .map((line, at) => (at === last || isBroken(line, lines[at + 1] ?? '') ? line : `${line}\n`))
    .join('');
}

const isBroken = (line: string, next: string): boolean =>
  line.length >= narrowest && next.length <= line.length && /\S$/.test(line) && /^\S/.test(next);
