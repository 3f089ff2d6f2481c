import type { World } from '../world.ts';
import { files } from './files.ts';
import { makeInput, makeOutput } from './streams.ts';

/** The world as this process finds it. What only some commands need is loaded when they ask for it. */
export function realWorld(): World {
  const { env, platform, stdin, stdout, stderr } = process;
  const errors = makeOutput(stderr, env, platform);
  return {
    env,
    platform,
    get stdin() {
      return makeInput(stdin);
    },
    stdout: makeOutput(stdout, env, platform),
    stderr: errors,
    files,
    prompts: async () => (await import('./prompts.ts')).makePrompts(stdin, stderr, errors.look),
    http: async () => (await import('./http.ts')).makeHttp(env),
    listen: async (uri, accept, seconds) => (await import('./loopback.ts')).listen(uri, accept, seconds),
    openBrowser: async (address) => (await import('./browser.ts')).openBrowser(address, env, platform),
  };
}
