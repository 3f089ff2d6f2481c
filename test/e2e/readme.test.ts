import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { questions } from '../../src/answers/questions.ts';
import { commands } from '../../src/commands/index.ts';
import { exitCodes } from '../../src/errors.ts';
import { redirectUriOf } from '../../src/facts/regions.ts';
import { deriveCodeChallenge } from '../../src/oauth/pkce.ts';
import { authenticationRequestRows } from '../../src/setup-file/parameter-rows.ts';
import { bareEnvironment, bin, runBin } from '../support/bin.ts';
import { temporaryFolder } from '../support/folder.ts';
import { onPosix } from '../support/requirements.ts';
import { clientId, clientSecret, sampleSetup, verifier } from '../support/setup-fixture.ts';
import { keys, Terminal } from '../support/terminal.ts';

const path = new URL('../../README.md', import.meta.url);
const readme = readFileSync(path, 'utf8');
const blocks = (language: string): string[] =>
  [...readme.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, 'gm'))].map(
    (match) => match[1] ?? '',
  );

/** A folder for PATH in which the program is called what users call it. */
function programFolder(): string {
  const folder = join(temporaryFolder(), 'bin');
  mkdirSync(folder);
  writeFileSync(join(folder, 'zi-oauth-setup'), `#!/bin/sh\nexec "${process.execPath}" "${bin}" "$@"\n`, {
    mode: 0o755,
  });
  return folder;
}

onPosix('every command line of the sh blocks does what it says', () => {
  const folder = temporaryFolder();
  const env = { ...bareEnvironment, PATH: `${programFolder()}:${process.env.PATH}` };
  expect(blocks('sh').length).toBeGreaterThan(2);
  for (const block of blocks('sh')) {
    const { status, stderr } = spawnSync('sh', ['-e', '-c', block], {
      cwd: folder,
      env,
      encoding: 'utf8',
      input: '',
    });
    expect([block, status]).toEqual([block, 0]);
    expect(stderr.replace(/^.*RFC 7636.*\n/gm, '')).not.toMatch(/Warning|Error/);
  }
  expect(existsSync(join(folder, 'zoominfo.env'))).toBe(true);
});

onPosix('the wizard is shown as it really prints', async () => {
  const env = { ZI_OAUTH_CODE_VERIFIER: verifier, NO_COLOR: '1', ZI_OAUTH_CLIENT_SECRET: clientSecret };
  const terminal = new Terminal({ args: ['--no-open'], cwd: temporaryFolder(), env, columns: 80, rows: 60 });
  onTestFinished(() => terminal.kill());
  await terminal.answer(/\? Region/, keys.enter);
  await terminal.answer(/\? Scopes/, keys.space, keys.down, keys.space, keys.enter);
  await terminal.answer(/\? Client ID/, clientId, keys.enter);
  await terminal.answer(/\? Review/, keys.enter);
  await terminal.answer(/\? How would/, keys.down, keys.enter);
  await terminal.waitFor(/\? What would[\s\S]*Enter select/);
  expectShown('wizard', terminal.text.replace(/ +$/gm, ''));
});

onPosix('the verdict on a broken setup is shown as it really prints', async () => {
  const broken = sampleSetup({ clientSecret: `${clientSecret}\u00a0` });
  const codeChallenge = deriveCodeChallenge(`${verifier}\n`);
  const rows = { parameters: authenticationRequestRows(codeChallenge, false) };
  const setup = {
    ...broken,
    redirectUri: redirectUriOf('EMEA'),
    pkce: { ...broken.pkce, codeChallenge },
    advancedOptions: { ...broken.advancedOptions, authenticationRequest: rows },
  };
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'zoominfo.json'), JSON.stringify(setup), { mode: 0o600 });
  const { code, stdout } = await runBin(['verify', 'zoominfo.json'], { cwd: folder });
  expect(code).toBe(3);
  expectShown('verify', stdout.trimEnd());
});

/** Compares a block of the README with what was seen, or, when asked to, puts that there. */
function expectShown(name: string, seen: string): void {
  const shown = `<!-- ${name} -->\n\`\`\`text\n${seen}\n\`\`\`\n<!-- /${name} -->`;
  const before = readFileSync(path, 'utf8');
  const after = before.replace(new RegExp(`<!-- ${name} -->[\\s\\S]*<!-- /${name} -->`), () => shown);
  if (process.env.UPDATE_README) writeFileSync(path, after);
  else expect(after).toBe(before);
}

describe('the README knows', () => {
  test.each(commands.flatMap(({ definition }) => definition.options.map(({ flags }) => flags)))(
    '%s',
    (flags) => {
      expect(readme).toContain(flags.split(/[ ,]+/).find((word) => word.startsWith('--')));
    },
  );

  test.each(Object.values(questions).map(({ variable }) => variable))('%s', (variable) => {
    expect(readme).toContain(`\`${variable}\``);
  });

  test.each(Object.values(exitCodes))('exit code %i', (code) => {
    expect(readme).toMatch(new RegExp(`^\\| (?:\\d+, )*${code}\\b`, 'm'));
  });

  test('every folder of the source', () => {
    const entries = readdirSync(new URL('../../src', import.meta.url), { withFileTypes: true });
    for (const { name } of entries.filter((entry) => entry.isDirectory()))
      expect(readme).toContain(`src/${name}/`);
  });
});
