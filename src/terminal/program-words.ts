import type { Environment } from './environment.ts';

/** How this program was called: neither `npx` nor `npm start` puts it on the PATH. */
export function programWords(env: Environment): string[] {
  if (env.npm_command === 'exec') return ['npx', 'zi-oauth-setup'];
  return env.npm_lifecycle_event === 'start' ? ['npm', 'start', '--'] : ['zi-oauth-setup'];
}
