import { existsSync } from 'node:fs';
import open from 'open';
import { type Environment, isOverSsh } from '../terminal/environment.ts';
import { startDetached } from './child-process.ts';

/**
 * Asks the system to start a browser. True means only that something was started, so always print the URL as well.
 * Over SSH or without a desktop, the user wouldn't see the browser.
 */
export async function openBrowser(
  url: string,
  env: Environment,
  platform: NodeJS.Platform,
): Promise<boolean> {
  if (isOverSsh(env)) return false;
  try {
    if (env.BROWSER) {
      const [command = '', ...words] = browserCommand(env.BROWSER, url, platform);
      return await startDetached(command, words, env);
    }
    if (platform === 'linux' && !hasDesktop(env)) return false;
    await open(url);
    return true;
  } catch {
    return false;
  }
}

function hasDesktop(env: Environment): boolean {
  return Boolean(env.DISPLAY || env.WAYLAND_DISPLAY || env.WSL_DISTRO_NAME || env.WSL_INTEROP);
}

/**
 * $BROWSER by convention: alternatives separated by colons, each a path or a command line; the URL replaces `%s` or
 * is appended.
 */
function browserCommand(browser: string, url: string, platform: NodeJS.Platform): string[] {
  const first = platform === 'win32' ? browser : (browser.split(':')[0] ?? browser);
  const words = existsSync(first) ? [first] : wordsOf(first);
  return first.includes('%s') ? words.map((word) => word.replaceAll('%s', url)) : [...words, url];
}

/** The words of a command line, in which quotation marks keep spaces, and a backslash is part of a path. */
function wordsOf(line: string): string[] {
  const words = line.match(/(?:[^\s"']|"[^"]*"|'[^']*')+/g) ?? [];
  return words.map((word) => word.replace(/"([^"]*)"|'([^']*)'/g, '$1$2'));
}
