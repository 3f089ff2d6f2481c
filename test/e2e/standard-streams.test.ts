import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { renderJson } from '../../src/render/json.ts';
import { runBin } from '../support/bin.ts';
import { perform } from '../support/context.ts';
import { temporaryFolder } from '../support/folder.ts';
import { sampleSetup, verifier } from '../support/setup-fixture.ts';

const inputs = ['-', '/dev/stdin', '/dev/fd/0', '/proc/self/fd/0', '//dev/stdin', '/dev/./stdin'];
const outputs = ['-', '/dev/stdout', '/dev/fd/1', '/proc/self/fd/1', '//dev/stdout'];
const setup = renderJson(sampleSetup());
const make = ['setup', '--yes', '-r', 'na', '-s', 'company', '-f', 'json'];

describe.each(inputs)('%s is standard input', (path) => {
  // Node connects a child by a socket, which the system can't open by name.
  test.each([
    ['verify', [], setup, /"verdict":"pass"/],
    ['show', [], setup, new RegExp(verifier)],
    ['setup', ['--yes', '--from'], setup, new RegExp(verifier)],
    ['setup', [...make.slice(1), '--code-verifier-file'], `${verifier}\n`, new RegExp(verifier)],
    ['setup', [...make.slice(1), '--client-secret-file'], 'aSecret_12345', /aSecret_12345/],
    ['pkce', ['--code-verifier-file'], verifier, new RegExp(verifier)],
  ])('for %s %j', async (command, options, stdin, expected) => {
    const format = options.includes('-f') ? [] : ['-f', 'json'];
    const { code, stdout, stderr } = await runBin([command, ...options, path, ...format], { stdin });
    expect([code, stderr]).toEqual([0, expect.not.stringContaining('Error')]);
    expect(stdout.replaceAll(/\s/g, '')).toMatch(expected);
  });

  test("can't be rotated, or read twice", async () => {
    expect((await perform(['rotate', path])).code).toBe(2);
    const twice = [...make, '--client-secret-file', path, '--code-verifier-file', '-'];
    expect((await perform(twice)).code).toBe(2);
  });

  test('never takes a secret typed at a terminal', async () => {
    for (const option of ['--client-secret-file', '--code-verifier-file']) {
      const { code, stdout, stderr } = await perform([...make, option, path], {
        terminal: true,
        stdoutIsTerminal: false,
      });
      expect([code, stdout]).toEqual([2, '']);
      expect(stderr).toContain('terminal');
    }
  });

  test('has no permissions to check', async () => {
    const { stdout } = await perform(['verify', path, '-f', 'json'], { stdin: setup });
    const { checks } = JSON.parse(stdout);
    expect(checks.find(({ id }: { id: string }) => id === 'file.permissions').status).toBe('skip');
  });
});

test.each(outputs)('-o %s is standard output', async (path) => {
  const folder = temporaryFolder();
  const { code, stdout } = await runBin([...make, '-o', path], { cwd: folder });
  expect([code, JSON.parse(stdout).region, readdirSync(folder)]).toEqual([0, 'NA', []]);
});

test.each(['/dev/stdin.json', '/dev/fd/00', 'dev/stdin', './-'])('%s is a file', async (path) => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, '-'), '{}');
  const { code } = await runBin(['show', path], { cwd: folder, stdin: setup });
  expect(code).not.toBe(0);
});
