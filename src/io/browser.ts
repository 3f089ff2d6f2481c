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
      for (const [program = '', ...words] of browserCommands(env.BROWSER, url, platform))
        if (await startDetached(program, words, env)) return true;
      return false;
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
 * $BROWSER by convention: alternatives separated by colons, each a path or a command line; the URL replaces `%s` or is
 * appended.
 */
function browserCommands(browser: string, url: string, platform: NodeJS.Platform): string[][] {
  const alternatives = platform === 'win32' ? [browser] : browser.split(':').filter(Boolean);
  return alternatives.map((line) => {
    const words = wordsOf(line);
    return line.includes('%s') ? words.map((word) => word.replaceAll('%s', url)) : [...words, url];
  });
}

/**
 * The words of a command line. Spaces are kept in quotation marks, and in the path of a file at its beginning. A backslash
 * is part of a path.
 */
function wordsOf(line: string): string[] {
  const parts = line.split(' ');
  const counts = parts.map((_, index) => parts.length - index);
  const ofPath = counts.find((count) => count > 1 && existsSync(parts.slice(0, count).join(' ')));
  if (ofPath !== undefined)
    return [parts.slice(0, ofPath).join(' '), ...wordsOf(parts.slice(ofPath).join(' '))];
  const words = line.match(/(?:[^\s"']|"[^"]*"|'[^']*')+/g) ?? [];
  return words.map((word) => word.replace(/"([^"]*)"|'([^']*)'/g, '$1$2'));
}
