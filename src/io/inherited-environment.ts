import type { Environment } from '../terminal/environment.ts';

/** Variables of this program, of which some hold secrets; Windows ignores case. */
const ownVariable = /^ZI_OAUTH_/i;

/** What another program may inherit. */
export function inheritable(env: Environment): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !ownVariable.test(name)));
}

/**
 * Takes this program's variables out of the environment of the process, so that packages that start programs
 * themselves can't hand them on. Call it once, before anything else reads them.
 * @returns the environment as it was; on Windows, where names have no case, also under their upper-case names
 */
export function takeEnvironment(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): Environment {
  const entries = Object.entries(env);
  for (const [name] of entries) if (ownVariable.test(name)) delete env[name];
  const upperCase = platform === 'win32' ? entries.map(([name, value]) => [name.toUpperCase(), value]) : [];
  return Object.fromEntries([...upperCase, ...entries]);
}
