import { exitCodes } from '../errors.ts';

/** Commands and what they do, in front of everything else. The purpose is a comment, so that a line can be pasted. */
export function examplesText(examples: readonly (readonly [command: string, purpose: string])[]): string {
  const lines = examples.map(([command, purpose]) => `  # ${purpose}\n  ${command}`);
  return `Examples:\n${lines.join('\n')}\n`;
}

const meanings: Record<keyof typeof exitCodes, string> = {
  done: 'done, perhaps with warnings',
  bug: 'a bug in this program',
  usage: 'the command line or the environment is wrong',
  content: 'the content of a file or of standard input is invalid',
  noVerdict: 'no verdict: no answer, or one that fits nothing',
  refused: 'refused by the authorization server',
  file: 'a file cannot be read or written, or is there already',
  interrupted: 'interrupted',
  terminated: 'terminated',
};

/** What a script needs to know. */
export const exitCodesText = `
Exit codes:
${Object.entries(meanings)
  .map(([name, meaning]) => `  ${String(exitCodes[name as keyof typeof exitCodes]).padEnd(3)}  ${meaning}`)
  .join('\n')}`;
