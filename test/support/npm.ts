import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { bareEnvironment } from './bin.ts';

export interface NpmRun {
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Runs npm or npx without the network or the user's settings, with its cache in `home`.
 * @throws Error if it fails
 */
export function runNpm(command: 'npm' | 'npx', args: readonly string[], cwd: string, home: string): NpmRun {
  // On Windows, npm and npx are batch files, which Node starts only through a shell.
  const shell = process.platform === 'win32';
  const { status, stdout, stderr, error } = spawnSync(
    command,
    shell ? args.map((word) => `"${word}"`) : args,
    {
      cwd,
      shell,
      encoding: 'utf8',
      env: environment(home),
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  if (error) throw error;
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} exited with ${status}\n${stdout}${stderr}`);
  return { stdout, stderr };
}

const environment = (home: string): Record<string, string> => ({
  ...bareEnvironment,
  npm_config_cache: join(home, 'cache'),
  npm_config_userconfig: join(home, 'no-npmrc'),
  npm_config_offline: 'true',
  npm_config_audit: 'false',
  npm_config_fund: 'false',
  npm_config_update_notifier: 'false',
  // The folder of npm settings on Windows.
  ...(process.env.APPDATA === undefined ? {} : { APPDATA: process.env.APPDATA }),
});
