import type { Environment } from '../terminal/environment.ts';

/** Variables of this program, some of which contain secrets. Windows ignores case. */
const ownVariable = /^ZI_OAUTH_/i;

/** The environment that other programs may inherit. */
export function inheritable(env: Environment): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !ownVariable.test(name)));
}

/**
 * Removes this program's variables from the environment of the process, so that packages that start other programs can't
 * pass them on. Call it once, before anything else reads the environment.
 * @returns the original environment; on Windows, where names ignore case, also with upper-case names
 */
export function takeEnvironment(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): Environment {
  const entries = Object.entries(env);
  for (const [name] of entries) if (ownVariable.test(name)) delete env[name];
  const upperCase = platform === 'win32' ? entries.map(([name, value]) => [name.toUpperCase(), value]) : [];
  return Object.fromEntries([...upperCase, ...entries]);
}
