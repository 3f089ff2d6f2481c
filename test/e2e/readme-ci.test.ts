import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, expect, onTestFinished } from 'vitest';
import { renderJson } from '../../src/render/json.ts';
import type { Setup } from '../../src/setup-file/schema.ts';
import { bareEnvironment, bin } from '../support/bin.ts';
import { temporaryFolder } from '../support/folder.ts';
import { parseGithubOutput } from '../support/github-output-parser.ts';
import { startOauthServer } from '../support/oauth-server.ts';
import { onPosix } from '../support/requirements.ts';
import { clientId, clientSecret, sampleSetup, verifier } from '../support/setup-fixture.ts';

const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
const jobs = [...readme.matchAll(/^```yaml\n([\s\S]*?)^```/gm)].map(([, job = '']) => job);

/** The scripts of the one job in the README that contains a text. */
function scriptsOf(mark: string): string[] {
  const found = jobs.filter((job) => job.includes(mark));
  expect(found).toHaveLength(1);
  return [...(found[0] ?? '').matchAll(/^[ -]*(?:run|script): (.*)$/gm)].map(([, script = '']) => script);
}

/** A folder that contains an `npx` which starts the built program. */
function workplace(): string {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'bin'));
  const script = `#!/bin/sh\nshift 2\nexec "${process.execPath}" "${bin}" "$@"\n`;
  writeFileSync(join(folder, 'bin', 'npx'), script, { mode: 0o755 });
  return folder;
}

async function runScript(script: string, folder: string, env: Record<string, string>) {
  const child = spawn('sh', ['-e', '-c', script], {
    cwd: folder,
    env: { ...bareEnvironment, CI: 'true', ...env, PATH: `${join(folder, 'bin')}:${process.env.PATH}` },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const exited = new Promise<number | null>((resolve) => child.on('close', resolve));
  const [stdout, stderr, code] = await Promise.all([text(child.stdout), text(child.stderr), exited]);
  return { stdout, stderr, code };
}

onPosix('the GitHub Actions steps set masked outputs for later steps', async () => {
  const folder = workplace();
  const [step = '', later = ''] = scriptsOf('--github-output');
  const outputs = join(folder, 'outputs');
  const { code, stderr } = await runScript(step, folder, {
    GITHUB_OUTPUT: outputs,
    ZI_OAUTH_CLIENT_ID: clientId,
    ZI_OAUTH_CLIENT_SECRET: clientSecret,
    ZI_OAUTH_CODE_VERIFIER: verifier,
  });
  expect([code, stderr]).toEqual([0, expect.stringMatching(/^::add-mask::.*\n::add-mask::/)]);
  const challenge = parseGithubOutput(readFileSync(outputs, 'utf8')).code_challenge ?? '';
  const { stdout } = await runScript(later, folder, { CHALLENGE: challenge });
  expect(stdout).toContain(sampleSetup().pkce.codeChallenge);
});

describe('the scheduled check in GitHub Actions', () => {
  async function check(change: (setup: Setup) => Partial<Setup>) {
    const server = await startOauthServer();
    onTestFinished(() => server.close());
    const setup = server.setup(true);
    const content = renderJson({ ...setup, ...change(setup) });
    const folder = workplace();
    const [script = ''] = scriptsOf('secrets.ZOOMINFO_SETUP');
    return runScript(script, folder, { ZOOMINFO_SETUP: content });
  }

  onPosix('passes while the server accepts the registration', async () => {
    expect(await check(() => ({}))).toMatchObject({ code: 0 });
  });

  onPosix('exits with 5 once the server rejects the Client Secret', async () => {
    const replaced = 'aB3dE5fG7hJ9kL1mN3pQ5rS7tU9vW1xY';
    const { code, stdout } = await check(() => ({ clientSecret: replaced }));
    expect([code, stdout]).toEqual([5, expect.stringContaining('online.client')]);
    expect(stdout).not.toContain(replaced);
  });

  onPosix('exits with 3 on a wrong value in the setup file', async () => {
    const { code } = await check(({ clientId }) => ({ clientSecret: clientId }));
    expect(code).toBe(3);
  });

  onPosix('exits with 4 without a Client Secret', async () => {
    expect(await check(() => ({ clientSecret: null }))).toMatchObject({ code: 4 });
  });
});
