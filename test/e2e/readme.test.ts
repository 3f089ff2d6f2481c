import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { questions } from '../../src/answers/questions.ts';
import { commands } from '../../src/commands/index.ts';
import { exitCodes } from '../../src/errors.ts';
import { renderJson } from '../../src/render/json.ts';
import { authenticationRequestRows } from '../../src/setup-file/parameter-rows.ts';
import { bareEnvironment, bin, runBin } from '../support/bin.ts';
import { temporaryFolder } from '../support/folder.ts';
import { signInUrl } from '../support/jitterbit.ts';
import { registered } from '../support/registration.ts';
import { onPosix, testWhere } from '../support/requirements.ts';
import { rfcPair, sampleSetup } from '../support/setup-fixture.ts';

const path = new URL('../../README.md', import.meta.url);
const readme = readFileSync(path, 'utf8');
const blocks = (language: string): string[] =>
  [...readme.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, 'gm'))].map(
    (match) => match[1] ?? '',
  );

/** A folder for PATH that contains the program under its installed name. */
function programFolder(): string {
  const folder = join(temporaryFolder(), 'bin');
  mkdirSync(folder);
  writeFileSync(join(folder, 'zi-oauth-setup'), `#!/bin/sh\nexec "${process.execPath}" "${bin}" "$@"\n`, {
    mode: 0o755,
  });
  return folder;
}

onPosix('every command line of the sh blocks succeeds without warnings', () => {
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

onPosix('shows what diagnose says when only one cell of a rotated pair was replaced', async () => {
  const setup = { ...sampleSetup(), previousPkce: { ...rfcPair, codeChallengeMethod: 'S256' as const } };
  const rows = authenticationRequestRows(rfcPair.codeChallenge, false);
  const window = signInUrl({ ...registered(setup), authenticationRequest: rows }, 'Qm8aBcDeFgHiJkLm');
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'zoominfo.json'), renderJson(setup), { mode: 0o600 });
  const { code, stdout } = await runBin(['diagnose', 'zoominfo.json'], {
    cwd: folder,
    env: bareEnvironment,
    stdin: `${window}\n\ninvalid_grant: PKCE verification failed.`,
  });
  expect(code).toBe(3);
  const explanation = stdout.slice(0, stdout.indexOf('\n\n')).trim();
  expect(explanation).toMatch(/rotated/);
  expectShown('diagnose', explanation);
});

/** Compares a block of the README with a real run; with UPDATE_README set, replaces the block instead. */
function expectShown(name: string, printed: string): void {
  const shown = `<!-- ${name} -->\n\`\`\`text\n${printed}\n\`\`\`\n<!-- /${name} -->`;
  const block = new RegExp(`<!-- ${name} -->[\\s\\S]*<!-- /${name} -->`);
  if (process.env.UPDATE_README)
    writeFileSync(
      path,
      readFileSync(path, 'utf8').replace(block, () => shown),
    );
  else expect(readme.match(block)?.[0]).toBe(shown);
}

const linksOf = (text: string): string[] =>
  [...text.matchAll(/\]\(([^)\s]+)\)|\b(?:src|srcset)="([^"]+)"/g)].map(
    ([, link, picture]) => link ?? picture ?? '',
  );

describe('the links of the README lead', () => {
  const slugOf = (heading: string): string =>
    heading
      .toLowerCase()
      .replace(/[^\w -]/g, '')
      .replaceAll(' ', '-');
  const anchors = [...readme.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => `#${slugOf(heading)}`);

  test.each(linksOf(readme))('to %s', (target) => {
    if (target.startsWith('#')) expect(anchors).toContain(target);
    else expect(existsSync(new URL(target, path))).toBe(true);
  });
});

testWhere(process.platform === 'linux', 'GNU sed')('no link of the published README is relative', () => {
  const workflow = readFileSync(new URL('../../.github/workflows/ci.yml', import.meta.url), 'utf8');
  const [, script = ''] = /^ +- run: \|\n((?: {10}.*\n)+?) +- run: npm publish/m.exec(workflow) ?? [];
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'README.md'), readme);
  const repository = {
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_REPOSITORY: 'a/b',
    GITHUB_REF_NAME: 'v1.0.0',
  };
  const { status } = spawnSync('sh', ['-e', '-c', script], {
    cwd: folder,
    env: { ...process.env, ...repository },
  });
  expect(status).toBe(0);
  const published = linksOf(readFileSync(join(folder, 'README.md'), 'utf8')).filter(
    (link) => !link.startsWith('#'),
  );
  expect(published).toEqual([
    'https://github.com/a/b/raw/v1.0.0/.github/pictures/wizard.png',
    'https://github.com/a/b/raw/v1.0.0/.github/pictures/sheet-dark.png',
    'https://github.com/a/b/raw/v1.0.0/.github/pictures/sheet-light.png',
    'https://github.com/a/b/blob/v1.0.0/.github/SECURITY.md',
  ]);
});

describe('the README documents', () => {
  test.each(commands.map(({ definition }) => definition.name))('the command %s', (name) => {
    expect(readme).toMatch(new RegExp(`^\\| \\[\`${name}\\b.*\\]\\(#`, 'm'));
    expect(readme).toMatch(new RegExp(`^## .*\\b${name}\\b`, 'm'));
  });

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

  test('every source folder', () => {
    const entries = readdirSync(new URL('../../src', import.meta.url), { withFileTypes: true });
    for (const { name } of entries.filter((entry) => entry.isDirectory()))
      expect(readme).toContain(`src/${name}/`);
  });
});
