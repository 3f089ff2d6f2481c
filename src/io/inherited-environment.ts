import type { Environment } from '../terminal/environment.ts';

const ownPrefix = 'ZI_OAUTH_';

/** Whether a variable is one of this program, some of which contain secrets. Windows ignores case. */
const isOwn = (name: string): boolean => name.slice(0, ownPrefix.length).toUpperCase() === ownPrefix;

/** The environment that other programs may inherit. */
export function inheritable(env: Environment): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !isOwn(name)));
}

/**
 * Removes this program's variables from the environment of the process, so that packages that start other programs can't
 * pass them on. Call it once, before anything else reads the environment.
 * @returns the original environment; on Windows, where names ignore case, also with upper-case names
 */
export function takeEnvironment(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): Environment {
  const taken = { ...env };
  for (const name of Object.keys(taken)) if (isOwn(name)) delete env[name];
  if (platform !== 'win32') return taken;
  const upperCase = Object.entries(taken).map(([name, value]) => [name.toUpperCase(), value]);
  return { ...Object.fromEntries(upperCase), ...taken };
}
