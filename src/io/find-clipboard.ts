import { accessSync, constants } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';
import type { Clipboard } from '../context/clipboard.ts';
import { type Environment, isOverSsh } from '../terminal/environment.ts';
import { runWithInput } from './child-process.ts';
import { type ClipboardProgram, clipboardPrograms } from './clipboard-programs.ts';
import { terminalCopy } from './terminal-copy.ts';

/** Milliseconds in which a clipboard program must accept a value. */
const patience = 3000;

/**
 * The clipboard of the user's own machine; undefined if none can be reached. Over SSH, only the terminal can reach it.
 */
export function findClipboard(
  env: Environment,
  platform: NodeJS.Platform,
  terminal: NodeJS.WriteStream,
): Clipboard | undefined {
  if (isOverSsh(env)) {
    return {
      program: undefined,
      copy: (value) =>
        new Promise((resolve) => terminal.write(terminalCopy(value, env), () => resolve(true))),
    };
  }
  for (const program of clipboardPrograms(env, platform)) {
    const path = pathOf(program, env);
    if (path !== undefined) return programClipboard(program, path, env);
  }
  return undefined;
}

function programClipboard(
  { command, words, encode }: ClipboardProgram,
  path: string,
  env: Environment,
): Clipboard {
  return {
    program: command,
    copy: (value) => runWithInput(path, words, { input: encode(value), env, timeoutMilliseconds: patience }),
  };
}

/** As an absolute path, since Windows would search the current folder first. */
function pathOf({ command, folders }: ClipboardProgram, env: Environment): string | undefined {
  const searched = folders ?? (env.PATH ?? '').split(delimiter).filter(isAbsolute);
  return searched.map((folder) => join(folder, command)).find(isExecutable);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
