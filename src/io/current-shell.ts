import type { Environment } from '../terminal/environment.ts';
import type { Shell } from '../terminal/shell.ts';

/** The kind of shell that a command line is pasted into. Git Bash and similar shells set MSYSTEM. */
export function shellOf(env: Environment, platform: NodeJS.Platform): Shell {
  return platform === 'win32' && !env.MSYSTEM ? 'windows' : 'posix';
}
