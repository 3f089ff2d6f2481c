import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Setup } from '../../src/setup-file/schema.ts';
import { quoteArgument } from '../../src/terminal/shell.ts';
import { type Ending, runBin } from '../support/bin.ts';
import { temporaryFolder } from '../support/folder.ts';
import { onPosix, testWith } from '../support/requirements.ts';
import { sampleSetup } from '../support/setup-fixture.ts';

/** Nothing that controls a terminal, and no command to a CI runner. */
function expectHarmless({ stdout, stderr }: Pick<Ending, 'stdout' | 'stderr'>): void {
  for (const text of [stdout, stderr]) {
    expect(text).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/);
    expect(text).not.toMatch(/^\s*::/m);
    expect(text).not.toContain('##[');
  }
}

/** Names that a file can have but a terminal or a log must never get. */
const names = [
  'a\x1b]0;pwned\x07.json',
  'a\x1b[2J\x9b31m\u202e.json',
  'a\n::set-output name=x::y\n##[error]z.json',
  '::error::x ##[group]\r.json',
];

const commands: readonly (readonly [title: string, args: (name: string) => string[]])[] = [
  ['verify', (name) => ['verify', name]],
  ['show', (name) => ['show', name]],
  ['show in Markdown', (name) => ['show', name, '-f', 'markdown']],
  ['show with a file', (name) => ['show', name, '-o', `${name}.md`]],
  ['show of a missing file', (name) => ['show', `missing-${name}`]],
  ['rotate --dry-run', (name) => ['rotate', name, '--dry-run']],
  ['rotate', (name) => ['rotate', name]],
  ['setup --from', (name) => ['--from', name, '--yes', '-o', name, '--force']],
  ['setup -o an existing file', (name) => ['-r', 'na', '-s', 'all', '--yes', '-o', name]],
];

describe.each(names)('a file named %j', (name) => {
  onPosix.each(commands)('%s', async (_title, args) => {
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, name), JSON.stringify(sampleSetup()), { mode: 0o644 });
    const ending = await runBin(args(name), { cwd });
    expect(ending.stdout + ending.stderr).not.toBe('');
    expectHarmless(ending);
  });
});

const evil = 'x\n::set-output name=a::b\n\x1b[2J##[error]\u202e';

/** A setup in which every text is hostile, except for what the program needs to continue. */
const hostileSetup = (): Setup => {
  const setup = sampleSetup();
  const { authenticationRequest, tokenRequest } = setup.advancedOptions;
  return {
    ...setup,
    region: evil,
    name: evil,
    description: evil,
    connector: evil,
    clientId: `::stop-commands::${evil}`,
    scopes: [evil, '::debug::y'],
    redirectUri: `https://x.example/${evil}`,
    authenticationUrl: evil,
    advancedOptions: {
      authenticationRequest: {
        parameters: [...authenticationRequest.parameters, { key: evil, value: '::x', sendIn: evil }],
      },
      tokenRequest: { parameters: [...tokenRequest.parameters, { key: '::y', value: evil, sendIn: evil }] },
    },
  };
};

describe('a setup file with hostile texts', () => {
  test.each([
    [['verify', 'f.json']],
    [['show', 'f.json']],
    [['show', 'f.json', '-f', 'markdown']],
    [['show', 'f.json', '--show-secrets', '--for', 'zoominfo']],
    [['rotate', 'f.json']],
    [['--from', 'f.json', '--yes']],
  ])('%j', async (args) => {
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, 'f.json'), JSON.stringify(hostileSetup()));
    expectHarmless(await runBin(args, { cwd }));
  });
});

test("hostile variables: an invalid address, port, or name isn't in the tunnel command", async () => {
  const cwd = temporaryFolder();
  writeFileSync(join(cwd, 'f.json'), JSON.stringify(sampleSetup()));
  const name = `-oProxyCommand=x\n::error::y`;
  // Windows adds the user's own USERNAME if there is none.
  const env = { SSH_CONNECTION: `1 2 $(id)\x1b[2J \x07;id`, USER: name, USERNAME: name };
  const ending = await runBin(['show', 'f.json', '--open'], {
    cwd,
    env,
    signal: ['ssh -N', 'SIGINT'],
  });
  expectHarmless(ending);
  expect(ending.stderr).toMatch(/ssh -N -L (\d+):127\.0\.0\.1:\1 this-machine\n/);
});

testWith(['bash'])('a command line with such a name names the same file in a shell', async () => {
  const cwd = temporaryFolder();
  const { execFileSync } = await import('node:child_process');
  for (const [index, name] of [...names, "it's\t\\x41 \u202e", 'plain $name`id`'].entries()) {
    execFileSync('bash', ['-c', `touch -- ./${quoteArgument(name, 'posix')}`], { cwd });
    expect(existsSync(join(cwd, name)), name).toBe(true);
    expect(readdirSync(cwd)).toHaveLength(index + 1);
  }
});
