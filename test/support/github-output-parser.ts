/**
 * Reads an outputs file the way the Actions runner does: `name=value`, or `name<<delimiter`, lines, delimiter. The first `=`
 * or `<<` determines the form. @throws Error if the runner would fail the step
 */
export function parseGithubOutput(text: string): Record<string, string> {
  const lines = text.split('\n');
  const outputs: Record<string, string> = {};
  for (let line = lines.shift(); line !== undefined; line = lines.shift()) {
    if (line === '') continue;
    const [, name, separator, rest = ''] = /^(.+?)(=|<<)(.*)$/.exec(line) ?? [];
    if (name === undefined) throw new Error(`Invalid format '${line}'`);
    outputs[name] = separator === '=' ? rest : blockUntil(rest, lines);
  }
  return outputs;
}

/** Removes the lines of a block and its delimiter from the remaining lines. */
function blockUntil(delimiter: string, lines: string[]): string {
  const end = lines.indexOf(delimiter);
  if (delimiter === '' || end < 0) throw new Error(`Matching delimiter not found '${delimiter}'`);
  return lines
    .splice(0, end + 1)
    .slice(0, -1)
    .join('\n');
}
