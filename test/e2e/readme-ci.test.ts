import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { bareEnvironment, bin } from '../support/bin.ts';
import { temporaryFolder } from '../support/folder.ts';
import { parseGithubOutput } from '../support/github-output-parser.ts';
import { onPosix } from '../support/requirements.ts';
import { clientId, clientSecret, sampleSetup, verifier } from '../support/setup-fixture.ts';

const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
const jobs = [...readme.matchAll(/^```yaml\n([\s\S]*?)^```/gm)].map(([, job]) => job ?? '');

/** A folder with an `npx` in it that starts the program as it was built. */
function workplace(): string {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'bin'));
  const script = `#!/bin/sh\nshift 2\nexec "${process.execPath}" "${bin}" "$@"\n`;
  writeFileSync(join(folder, 'bin', 'npx'), script, { mode: 0o755 });
  return folder;
}

function runScript(lines: readonly string[], folder: string, env: Record<string, string>) {
  return spawnSync('sh', ['-e', '-c', lines.join('\n')], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...bareEnvironment, CI: 'true', ...env, PATH: `${join(folder, 'bin')}:${process.env.PATH}` },
  });
}

onPosix('the GitHub Actions job of the README works', () => {
  const folder = workplace();
  const [step = '', later = ''] = [...(jobs[0] ?? '').matchAll(/run: (.*)/g)].map(([, line]) => line ?? '');
  const outputs = join(folder, 'outputs');
  const { status, stderr } = runScript([step], folder, {
    GITHUB_OUTPUT: outputs,
    ZI_OAUTH_CLIENT_ID: clientId,
    ZI_OAUTH_CLIENT_SECRET: clientSecret,
    ZI_OAUTH_CODE_VERIFIER: verifier,
  });
  expect([status, stderr]).toEqual([0, expect.stringMatching(/^::add-mask::.*\n::add-mask::/)]);
  const challenge = parseGithubOutput(readFileSync(outputs, 'utf8')).code_challenge ?? '';
  expect(runScript([later], folder, { CHALLENGE: challenge }).stdout).toContain(
    sampleSetup().pkce.codeChallenge,
  );
});

onPosix('the GitLab job of the README works, and its artifact holds no secret', () => {
  const folder = workplace();
  const setup = join(folder, 'setup.json');
  writeFileSync(setup, JSON.stringify(sampleSetup()));
  const lines = [...(jobs[1] ?? '').matchAll(/^ {4}- (.*)$/gm)].map(([, line]) => line ?? '');
  const { status, stdout } = runScript(lines, folder, { ZOOMINFO_SETUP: setup });
  expect([status, stdout]).toEqual([0, `The challenge is ${sampleSetup().pkce.codeChallenge}\n`]);
  expect(readdirSync(folder)).toContain('for-zoominfo.md');
  expect(readFileSync(join(folder, 'for-zoominfo.md'), 'utf8')).not.toContain(clientSecret);
});
