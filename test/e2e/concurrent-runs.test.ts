import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { renderJson } from '../../src/render/json.ts';
import type { Setup } from '../../src/setup-file/schema.ts';
import { bareEnvironment, bin, endingOf, requiring, runBin, startBin } from '../support/bin.ts';
import { runBroken } from '../support/broken.ts';
import { temporaryFolder } from '../support/folder.ts';
import { onPosix } from '../support/requirements.ts';
import { sampleSetup } from '../support/setup-fixture.ts';

const rounds = 4;
const runs = 6;

function savedFolder(): { folder: string; path: string; pairs: () => (string | undefined)[] } {
  const folder = temporaryFolder();
  const path = join(folder, 'a.json');
  writeFileSync(path, renderJson(sampleSetup()), { mode: 0o600 });
  const pairs = (): (string | undefined)[] => {
    const { pkce, previousPkce }: Setup = JSON.parse(readFileSync(path, 'utf8'));
    return [pkce.codeVerifier, previousPkce?.codeVerifier];
  };
  return { folder, path, pairs };
}

const gate = fileURLToPath(new URL('../support/gate.cjs', import.meta.url));

/** Starts all runs, lets them go once every one has started, and reads the file as soon as each exits. */
async function runAtOnce(args: readonly string[], path: string) {
  const children = Array.from({ length: runs }, () =>
    startBin(args, { env: { NODE_OPTIONS: requiring(gate) } }),
  );
  const endings = children.map(async (child) => {
    let content = '';
    child.once('exit', () => {
      content = readFileSync(path, 'utf8');
    });
    return { ...(await endingOf(child)), content };
  });
  await Promise.all(children.map(({ stderr }) => once(stderr as Readable, 'data')));
  for (const { stdin } of children) stdin?.end();
  return Promise.all(endings);
}

const told = (stdout: string): string => /code_verifier +([\w-]{43})/.exec(stdout)?.[1] ?? 'none';

describe('of several runs at once', () => {
  test(`of rotate one tells the pair that is in the file, and the others exit with 6 (${rounds} times ${runs})`, async () => {
    for (let round = 0; round < rounds; round += 1) {
      const { folder, path, pairs } = savedFolder();
      const [before] = pairs();
      const endings = await runAtOnce(['rotate', path], path);
      const [done, ...others] = endings.toSorted((one, other) => Number(one.code) - Number(other.code));
      const pair = told(done?.stdout ?? '');
      expect([done?.code, done?.content, pairs()]).toEqual([
        0,
        expect.stringContaining(pair),
        [pair, before],
      ]);
      for (const { code, stdout, stderr } of others)
        expect([code, stdout, stderr]).toEqual([6, '', expect.stringMatching(/changed|other runs/)]);
      expect(readdirSync(folder)).toEqual(['a.json']);
    }
  });

  test('that would replace one pair with another: each has its pair in the file, or exits with 6', async () => {
    for (let round = 0; round < 3; round += 1) {
      const { folder, path } = savedFolder();
      const make = ['setup', '--yes', '-r', 'na', '-s', 'company', '-o', path, '--force'];
      writeFileSync(path, 'an empty page');
      const endings = await runAtOnce(make, path);
      expect(endings.map(({ code }) => code).sort()).toEqual([0, ...Array(runs - 1).fill(6)]);
      expect(readdirSync(folder)).toEqual(['a.json']);
    }
  });
});

describe('after kill -9', () => {
  onPosix('at any moment, the file is complete, and the next run succeeds and cleans up', async () => {
    const { folder, path, pairs } = savedFolder();
    for (let round = 0; round < 12; round += 1) {
      const before = pairs();
      const child = spawn(process.execPath, [bin, 'rotate', path], {
        env: { ...bareEnvironment },
        stdio: 'ignore',
      });
      const killed = once(child, 'exit');
      const watch = setInterval(() => {
        if (Math.random() < 0.05 || readdirSync(folder).length > 1) child.kill('SIGKILL');
      }, 1);
      await killed;
      clearInterval(watch);
      expect(pairs().includes(before[0])).toBe(true);
      const beside = readdirSync(folder).filter((name) => name !== 'a.json');
      expect(beside.length).toBeLessThanOrEqual(1);
      for (const name of beside) expect((statSync(join(folder, name)).mode & 0o777).toString(8)).toBe('600');
      const { code, stdout, stderr } = await runBin(['rotate', path]);
      expect([code, stderr]).toEqual([0, expect.not.stringContaining('Error')]);
      expect([pairs()[0], readdirSync(folder)]).toEqual([told(stdout), ['a.json']]);
    }
  });

  onPosix.each([
    'readdirSync:before-KILL',
    'readdirSync:KILL',
    'renameSync:before-KILL',
    'unlinkSync:before-KILL',
  ])('at %s, twice, the next run succeeds and cleans up', async (fault) => {
    const { folder, path, pairs } = savedFolder();
    const [before] = pairs();
    await runBroken('renameSync:before-KILL', ['rotate', path], folder);
    await runBroken(fault, ['rotate', path], folder);
    expect(pairs()).toEqual([before, undefined]);
    const { code } = await runBin(['rotate', path]);
    expect([code, pairs()[1], readdirSync(folder)]).toEqual([0, before, ['a.json']]);
  });
});
