import { Help } from 'commander';
import { exitCodes } from '../errors.ts';
import { keysOf } from '../text/lookup.ts';

/** How help is asked for, of any command. */
export const helpFlags = { short: '-h', long: '--help' } as const;

/** How the version is asked for, of any command. */
export const versionFlags = { short: '-V', long: '--version' } as const;

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
  noVerdict: 'inconclusive: no response, or an unexpected one',
  refused: 'refused by the authorization server',
  file: 'a file cannot be read or written, or is there already',
  hangup: 'terminal closed',
  interrupted: 'interrupted',
  terminated: 'terminated',
};

/** What a script needs to know. */
export function exitCodesText(help: Help): string {
  const names = keysOf(meanings);
  const items = names.map((name) => help.formatItem(`${exitCodes[name]}`, 3, meanings[name], help));
  return `\nExit codes:\n${items.join('\n')}`;
}

/** Columns below which text is not broken any more. */
export const narrowest = 20;

/** A column of text that is comfortable to read; a term behind which there is less room has a line of its own. */
const comfortable = 40;
const indent = '      ';

/** One line of a list in the help: commander's own, except in a narrow window. */
export function formatItem(term: string, termWidth: number, description: string, help: Help): string {
  const { helpWidth = 80 } = help;
  const isBeside = termWidth < indent.length || helpWidth - termWidth >= comfortable;
  if (isBeside) return Help.prototype.formatItem.call(help, term, termWidth, description, help);
  const lines = help.boxWrap(description, helpWidth - indent.length).split('\n');
  return [`  ${term}`, ...lines.map((line) => indent + line)].join('\n');
}
