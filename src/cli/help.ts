/** Commands and what they do, in front of everything else. The purpose is a comment, so that a line can be pasted. */
export function examplesText(examples: readonly (readonly [command: string, purpose: string])[]): string {
  const lines = examples.map(([command, purpose]) => `  # ${purpose}\n  ${command}`);
  return `Examples:\n${lines.join('\n')}\n`;
}

export const exitCodesText = `
Exit codes: 0 done, 1 a bug, 2 command line or environment wrong, 3 content of a file or standard input invalid,
4 no verdict, 5 refused by the authorization server, 6 file not readable, not writable or there already,
130 interrupted, 143 terminated`;
