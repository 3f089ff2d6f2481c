import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished } from 'vitest';
import { bareEnvironment, runBin, startBin } from '../support/bin.ts';
import { temporaryFolder } from '../support/folder.ts';
import { onPosix } from '../support/requirements.ts';
import { sampleSetup, verifier } from '../support/setup-fixture.ts';

const secret = 'Env-Secret-3f9Zq71Lm';
const secrets = { ZI_OAUTH_CLIENT_SECRET: secret, ZI_OAUTH_CODE_VERIFIER: verifier, ZI_OAUTH_REGION: 'na' };

/** A program that records its environment and arguments. */
function dumper(folder: string, name: string): { path: string; dump: () => string } {
  const path = join(folder, name);
  const out = join(folder, `${name}.dump`);
  writeFileSync(path, `#!/bin/sh\n{ env; echo "$@"; } > '${out}.new'\nmv '${out}.new' '${out}'\n`);
  chmodSync(path, 0o755);
  return { path, dump: () => (existsSync(out) ? readFileSync(out, 'utf8') : '') };
}

describe("no other program gets this program's variables", () => {
  onPosix.each<[how: string, name: string, env: (path: string, folder: string) => Record<string, string>]>([
    ['$BROWSER', 'my-browser', (path) => ({ BROWSER: path })],
    ['$BROWSER with an option', 'my-browser', (path) => ({ BROWSER: `"${path}" --new-window` })],
    [
      'the second of $BROWSER, with an option',
      'my-browser',
      (path) => ({ BROWSER: `:no-such-browser:${path} --new-window %s` }),
    ],
    [
      'the browser of the desktop',
      'xdg-open',
      (_, folder) => ({ DISPLAY: ':0', PATH: `${folder}:${bareEnvironment.PATH}` }),
    ],
  ])('%s', async (_how, name, env) => {
    const folder = temporaryFolder();
    const { path, dump } = dumper(folder, name);
    writeFileSync(join(folder, 'zoominfo.json'), JSON.stringify(sampleSetup()));
    const child = startBin(['show', 'zoominfo.json', '--open'], {
      cwd: folder,
      env: { ...secrets, ...env(path, folder) },
    });
    onTestFinished(() => void child.kill('SIGKILL'));
    await expect.poll(dump).toContain('http://127.0.0.1:');
    expect(dump()).toContain('PATH=');
    expect(dump()).not.toMatch(/ZI_OAUTH_/);
    expect(dump()).not.toContain(secret);
  });

  onPosix('git', async () => {
    const folder = temporaryFolder();
    const { dump } = dumper(folder, 'git');
    mkdirSync(join(folder, '.git'));
    const { code, stderr } = await runBin(['-r', 'na', '-s', 'all', '-o', 'zoominfo.json', '--yes'], {
      cwd: folder,
      env: { ...secrets, PATH: `${folder}:${bareEnvironment.PATH}` },
    });
    expect(code, stderr).toBe(0);
    expect(JSON.parse(readFileSync(join(folder, 'zoominfo.json'), 'utf8')).clientSecret).toBe(secret);
    expect(dump()).toContain('PATH=');
    expect(dump()).not.toMatch(/ZI_OAUTH_/);
  });
});
