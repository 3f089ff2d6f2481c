import type { Line } from '../message.ts';
import { printable } from '../text/sanitize.ts';
import { programName } from './program-words.ts';
import { commandLine, withEndOfInput, withInput } from './shell.ts';
import type { TerminalStyle, Typing } from './style.ts';
import { wrapped } from './wrap.ts';

export interface LayoutOptions {
  /** Before every line; commands and values are indented by two more columns. */
  readonly indent?: string;
  /** Texts with spaces that must not be broken, such as paths. */
  readonly keep?: readonly string[];
}

/** The lines of a message as shown: prose is wrapped; commands and values stay whole at any width. */
export function layOut(
  lines: readonly Line[],
  { width, typing }: TerminalStyle,
  { indent = '', keep = [] }: LayoutOptions = {},
): string[] {
  return lines.map((line) =>
    typeof line === 'string'
      ? wrapped(line, width, indent, { keep })
      : `${indent}  ${wholeLine(line, typing)}`,
  );
}

/** A line of a message without anything that controls a terminal. Commands and values are checked where they are created. */
export const printableLine = (line: Line): Line => (typeof line === 'string' ? printable(line) : line);

/** A message for a program: each part on its own line, nothing wrapped. */
export function plainText(lines: readonly Line[], typing?: Typing): string {
  return lines.map((line) => (typeof line === 'string' ? line : wholeLine(line, typing))).join('\n');
}

const installed: Typing = { program: [programName], shell: 'posix' };

function wholeLine(line: Exclude<Line, string>, { program, shell }: Typing = installed): string {
  if ('value' in line) return line.value;
  const { command, usage, input, lastLines } = line;
  const words = command[0] === programName ? [...program, ...command.slice(1)] : command;
  const typed = [commandLine(words, shell), usage].filter(Boolean).join(' ');
  if (input === undefined) return typed;
  return lastLines === undefined
    ? withInput(typed, input, shell)
    : withEndOfInput(typed, input, lastLines, shell);
}
