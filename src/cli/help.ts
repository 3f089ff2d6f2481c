/** Commands and what they do, in front of everything else. The purpose is a comment, so that a line can be pasted. */
export function examplesText(examples: readonly (readonly [command: string, purpose: string])[]): string {
  const lines = examples.map(([command, purpose]) => `  # ${purpose}\n  ${command}`);
  return `Examples:\n${lines.join('\n')}\n`;
}

/** What a script needs to know. */
export const exitCodesText = `
Exit codes:
  0  done, perhaps with warnings
  1  a bug in this program
  2  the command line or the environment is wrong
  3  the content of a file or of standard input is invalid
  4  no verdict: no answer, or one that fits nothing
  5  refused by the authorization server
  6  a file cannot be read or written, or is there already
  130 interrupted, 143 terminated`;
