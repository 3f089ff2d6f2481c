import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Longer texts would fill the screen. The seed can recreate them. */
const longest = 200;

/** A POSIX shell command that repeats a run in its folder. */
export function reproduction(folder, bin, { args, env, input }) {
  writeFileSync(join(folder, 'stdin'), input);
  const { PATH: _, ...own } = env;
  const variables = Object.entries(own).map(([name, value]) => `${name}=${quoted(value)}`);
  const command = [quoted(process.execPath), quoted(bin), ...args.map(quoted)].join(' ');
  return `cd ${quoted(folder)} && env -i PATH="$PATH" ${variables.join(' ')} ${command} < stdin`;
}

/** Escapes what a terminal or copying would change. bash and zsh support `$'…'`. */
function quoted(text) {
  const shown = text.length > longest ? `${text.slice(0, longest)}[${text.length} characters]` : text;
  if (/^[\w@%+=:,./-]+$/.test(shown)) return shown;
  const escaped = shown.replace(/[\\']/g, '\\$&').replace(/[^ -~]/gu, escapeOf);
  return `$'${escaped}'`;
}

const escapeOf = (character) => `\\U${character.codePointAt(0).toString(16).padStart(8, '0')}`;
