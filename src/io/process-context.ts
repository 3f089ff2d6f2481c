import type { Context } from '../context/context.ts';
import { programWords } from '../terminal/program-words.ts';
import type { Typing } from '../terminal/style.ts';
import { shellOf } from './current-shell.ts';
import { files } from './disk.ts';
import { takeEnvironment } from './inherited-environment.ts';
import { npxPackages } from './npx-packages.ts';
import { screenedPrompts } from './screened-prompts.ts';
import { untilSignal } from './signals.ts';
import { standardOutput } from './standard-output.ts';
import { makeInput, makeOutput, resultLost } from './streams.ts';

/** The context of this process. Parts that only some commands need are loaded on demand. */
export function processContext(): Context {
  const { platform } = process;
  const env = takeEnvironment(process.env, platform);
  const shell = shellOf(env, platform);
  const typing: Typing = {
    shell,
    get program() {
      const [, script = ''] = process.argv;
      return programWords({ env, script, fetched: npxPackages(script), shell });
    },
  };
  const errors = makeOutput(
    standardOutput(2, () => process.stderr),
    env,
    platform,
    undefined,
    typing,
  );
  return {
    env,
    platform,
    stdin: makeInput(() => process.stdin),
    stdout: makeOutput(
      standardOutput(1, () => process.stdout),
      env,
      platform,
      resultLost,
      typing,
    ),
    stderr: errors,
    files,
    untilSignal,
    prompts: async () => {
      const { makePrompts } = await import('./prompts.ts');
      return screenedPrompts(makePrompts(process.stdin, process.stderr, errors.style));
    },
    clipboard: async () => (await import('./find-clipboard.ts')).findClipboard(env, platform, process.stderr),
    http: async () => (await import('./http-client.ts')).makeHttp(env),
    listen: async (uri, accept, seconds) =>
      (await import('./callback-listener.ts')).listen(uri, accept, seconds),
    openBrowser: async (url) => (await import('./browser.ts')).openBrowser(url, env, platform),
    servePage: async (page, options) =>
      (await import('./page-server.ts')).servePage(page, options, process.stdin),
  };
}
