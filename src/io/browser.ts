import open from 'open';
import { type Environment, isOverSsh } from '../terminal/environment.ts';
import { startDetached } from './child-process.ts';

/**
 * Asks the system for a browser. True says only that something was started: always print the address as well.
 * Over SSH, and without a desktop, a browser would open where nobody looks.
 */
export async function openBrowser(
  address: string,
  env: Environment,
  platform: NodeJS.Platform,
): Promise<boolean> {
  if (isOverSsh(env)) return false;
  try {
    if (env.BROWSER) {
      const [command = '', ...words] = browserCommand(env.BROWSER, address, platform);
      return await startDetached(command, words, env);
    }
    if (platform === 'linux' && !hasDesktop(env)) return false;
    await open(address);
    return true;
  } catch {
    return false;
  }
}

function hasDesktop(env: Environment): boolean {
  return Boolean(env.DISPLAY || env.WAYLAND_DISPLAY || env.WSL_DISTRO_NAME || env.WSL_INTEROP);
}

/** $BROWSER by convention: alternatives separated by colons, `%s` for the address or the address behind. */
function browserCommand(browser: string, address: string, platform: NodeJS.Platform): string[] {
  const first = platform === 'win32' ? browser : (browser.split(':')[0] ?? browser);
  const words = platform === 'win32' ? [first] : first.split(/\s+/).filter(Boolean);
  return first.includes('%s') ? words.map((word) => word.replaceAll('%s', address)) : [...words, address];
}
