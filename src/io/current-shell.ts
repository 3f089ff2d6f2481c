import type { Environment } from '../terminal/environment.ts';
import type { Shell } from '../terminal/shell.ts';

/** The shell that a command line will be pasted into. MSYSTEM is set by Git Bash and its kin. */
export function shellOf(env: Environment, platform: NodeJS.Platform): Shell {
  return platform === 'win32' && !env.MSYSTEM ? 'windows' : 'posix';
}
