import { misleading } from '../text/characters.ts';

/** The kind of shell that a command line is shown for; `windows` is both cmd and PowerShell. */
export type Shell = 'posix' | 'windows';

/** One argument as a person would type it. */
export function quoteArgument(argument: string, shell: Shell): string {
  return shell === 'windows' ? quotedForWindows(argument) : quotedForPosix(argument);
}

/** Characters that a terminal interprets instead of showing. */
const unseen = new RegExp(`${misleading.source}|[\\t\\n\\r\\u2028\\u2029]`);

/** For $'…' in bash and zsh: characters that can't be shown, as hexadecimal bytes. */
function escaped(character: string): string {
  if (character === "'" || character === '\\') return `\\${character}`;
  if (!unseen.test(character)) return character;
  return [...Buffer.from(character)].map((byte) => `\\x${byte.toString(16).padStart(2, '0')}`).join('');
}

/** A backslash is escaped outside of the quotes, like a quotation mark: inside, fish would act on it. */
function quotedForPosix(argument: string): string {
  if (/^[\w@%+=:,./-]+$/.test(argument)) return argument;
  if (unseen.test(argument)) return `$'${[...argument].map(escaped).join('')}'`;
  return `'${argument.replaceAll(/['\\]/g, "'\\$&'")}'`;
}

/**
 * Double quotes work in cmd and in PowerShell, but between them PowerShell expands `$`, reads the backtick as an escape,
 * and ends the text at a typographic quote: only its single quotes preserve those. A bare comma makes a list in
 * PowerShell, a bare @ splats. Programs read `\"` as a quote and `\\` before one as one backslash.
 */
function quotedForWindows(argument: string): string {
  if (/^[\w+=:./-]+$/.test(argument)) return argument;
  if (/[$`\u201c-\u201e]/.test(argument)) return `'${argument.replaceAll(/['\u2018-\u201b]/g, '$&$&')}'`;
  return `"${argument.replaceAll(/\\+|"/g, (found, at: number) => escapedForWindows(found, argument[at + found.length]))}"`;
}

/** Backslashes count twice before a quotation mark, which also follows the last ones. */
function escapedForWindows(found: string, next: string | undefined): string {
  if (found === '"') return '\\"';
  return next === '"' || next === undefined ? found + found : found;
}

/** A command line that can be copied into a shell. */
export function commandLine(words: readonly string[], shell: Shell): string {
  return words.map((word) => quoteArgument(word, shell)).join(' ');
}

/** A command line that reads a file as standard input. PowerShell has no `<`, but has `type`, like cmd. */
export const withInput = (line: string, file: string, shell: Shell): string =>
  shell === 'windows'
    ? `type ${quoteArgument(file, shell)} | ${line}`
    : `${line} < ${quoteArgument(file, shell)}`;

/** The same with the last lines of a file only. cmd has no command for that, but starts PowerShell, as PowerShell itself does. */
export const withEndOfInput = (line: string, file: string, lines: number, shell: Shell): string =>
  shell === 'windows'
    ? `powershell -c "Get-Content '${file.replaceAll("'", "''")}' -Tail ${lines}" | ${line}`
    : `tail -n ${lines} ${quoteArgument(file, shell)} | ${line}`;
