import type { Context } from '../context/context.ts';
import { shellOf } from './current-shell.ts';
import { files } from './disk.ts';
import { takeEnvironment } from './inherited-environment.ts';
import { screenedPrompts } from './screened-prompts.ts';
import { makeInput, makeOutput, resultLost } from './streams.ts';

/** The context as this process finds it. What only some commands need is loaded when they ask for it. */
export function processContext(): Context {
  const { platform } = process;
  const env = takeEnvironment(process.env, platform);
  const errors = makeOutput(() => process.stderr, env, platform);
  return {
    env,
    platform,
    shell: shellOf(env, platform),
    stdin: makeInput(() => process.stdin),
    stdout: makeOutput(() => process.stdout, env, platform, resultLost),
    stderr: errors,
    files,
    prompts: async () => {
      const { makePrompts } = await import('./prompts.ts');
      return screenedPrompts(makePrompts(process.stdin, process.stderr, errors.style));
    },
    http: async () => (await import('./http-client.ts')).makeHttp(env),
    listen: async (uri, accept, seconds) =>
      (await import('./callback-listener.ts')).listen(uri, accept, seconds),
    openBrowser: async (address) => (await import('./browser.ts')).openBrowser(address, env, platform),
    servePage: async (page, options) =>
      (await import('./page-server.ts')).servePage(page, options, process.stdin),
  };
}
