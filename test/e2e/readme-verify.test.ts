import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { renderJson } from '../../src/render/json.ts';
import { bareEnvironment, runBin } from '../support/bin.ts';
import { temporaryFolder } from '../support/folder.ts';
import { onPosix } from '../support/requirements.ts';
import { sampleSetup } from '../support/setup-fixture.ts';

const pages = ['../../README-verify.md', '../../README.md'].map((name) => new URL(name, import.meta.url));
const page = pages.find((path) => existsSync(path) && readFileSync(path, 'utf8').includes('<!-- verify -->'));

/** Three mistakes of three people: the wrong region at ZoomInfo, `echo` without -n, a column pasted with its end. */
function brokenSetup(): string {
  const setup = sampleSetup();
  const codeChallenge = '1-zIu3K_TXEQ3m8MhceI8ANhO9g1SDr-D6Z3naWDHck';
  const json = renderJson({
    ...setup,
    redirectUri: setup.redirectUri.replace('na-east', 'emea-west'),
    clientSecret: `${setup.clientSecret}\u00a0`,
  });
  return json.replaceAll(setup.pkce.codeChallenge, codeChallenge);
}

onPosix('the page shows what verify really says to a broken setup', async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'zoominfo.json'), brokenSetup(), { mode: 0o600 });
  const { code, stdout } = await runBin(['verify', 'zoominfo.json'], { cwd: folder, env: bareEnvironment });
  expect(code).toBe(3);
  if (page === undefined) throw new Error('no page has <!-- verify -->');
  const shown = `<!-- verify -->\n\`\`\`text\n${stdout}\`\`\`\n<!-- /verify -->`;
  const before = readFileSync(page, 'utf8');
  const now = before.replace(/<!-- verify -->[\s\S]*<!-- \/verify -->/, () => shown);
  if (process.env.UPDATE_README) writeFileSync(page, now);
  else expect(now).toBe(before);
});
