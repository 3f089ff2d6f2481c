import type { Context } from '../context/context.ts';
import type { Environment } from '../terminal/environment.ts';
import type { Output } from '../terminal/output.ts';
import { programWords } from '../terminal/program-words.ts';
import { noPaint, type Paints, type Typing } from '../terminal/style.ts';
import { colorLevel } from './color-level.ts';
import { shellOf } from './current-shell.ts';
import { files } from './disk.ts';
import { takeEnvironment } from './inherited-environment.ts';
import { npxPackages } from './npx-packages.ts';
import { untilSignal } from './signals.ts';
import { type StandardOutput, standardOutput } from './standard-output.ts';
import { makeInput, makeOutput, type OutputOptions, resultLost } from './streams.ts';

/** The context of this process. Parts that only some commands need are loaded on demand. */
export async function processContext(): Promise<Context> {
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
  const outputOf = async (to: StandardOutput, onFailure?: OutputOptions['onFailure']): Promise<Output> =>
    makeOutput(to, {
      env,
      platform,
      typing,
      paint: await paintsFor(to, env),
      ...(onFailure && { onFailure }),
    });
  const stderr = await outputOf(standardOutput(2, () => process.stderr));
  return {
    env,
    platform,
    stdin: makeInput(() => process.stdin),
    stdout: await outputOf(
      standardOutput(1, () => process.stdout),
      resultLost,
    ),
    stderr,
    files,
    untilSignal,
    prompts: async () => {
      const { lazyPrompts } = await import('./lazy-prompts.ts');
      const { screenedPrompts } = await import('./screened-prompts.ts');
      return screenedPrompts(lazyPrompts(process.stdin, process.stderr, stderr.style));
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

/** How text is painted on an output. Colors are loaded only where they are shown. */
async function paintsFor({ terminal }: StandardOutput, env: Environment): Promise<Paints> {
  const level = colorLevel(terminal !== undefined, env);
  return level === 0 ? noPaint : (await import('./color.ts')).colors(level);
}
