/** One argument as a person would type it: quoted for POSIX shells, on Windows for cmd and PowerShell. */
export function quoteArgument(argument: string, platform: NodeJS.Platform): string {
  if (/^[\w@%+=:,./-]+$/.test(argument)) return argument;
  if (platform === 'win32') return `"${argument.replaceAll('"', '\\"')}"`;
  return `'${argument.replaceAll("'", `'\\''`)}'`;
}

/** A command line that can be copied into a shell. */
export function commandLine(words: readonly string[], platform: NodeJS.Platform): string {
  return words.map((word) => quoteArgument(word, platform)).join(' ');
}
