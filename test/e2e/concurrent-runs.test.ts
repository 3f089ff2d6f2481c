import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { renderJson } from '../../src/render/json.ts';
import type { Setup } from '../../src/setup-file/schema.ts';
import { bareEnvironment, bin, endingOf, runBin, startBin } from '../support/bin.ts';
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

/** Runs the bin, and reads the file as soon as it exits. */
async function run(args: readonly string[], path: string) {
  const child = startBin(args);
  child.stdin?.end();
  let content = '';
  child.once('exit', () => {
    content = readFileSync(path, 'utf8');
  });
  return { ...(await endingOf(child)), content };
}

const told = (stdout: string): string => /code_verifier +([\w-]{43})/.exec(stdout)?.[1] ?? 'none';

describe('of several runs at once', () => {
  test(`of rotate each tells a pair that is in the file, or ends with 6 (${rounds} times ${runs})`, async () => {
    for (let round = 0; round < rounds; round += 1) {
      const { folder, path, pairs } = savedFolder();
      const endings = await Promise.all(Array.from({ length: runs }, () => run(['rotate', path], path)));
      const done = endings.filter(({ code }) => code === 0);
      expect(done.length).toBeGreaterThan(0);
      for (const { stdout, content } of done) {
        expect(content).toContain(told(stdout));
        expect(pairs()).toContain(told(stdout));
      }
      for (const { code, stdout, stderr } of endings.filter((ending) => !done.includes(ending)))
        expect([code, stdout, stderr]).toEqual([6, '', expect.stringMatching(/changed|other runs/)]);
      expect(readdirSync(folder)).toEqual(['a.json']);
    }
  });

  test('that would replace one pair with another: each has its pair in the file, or exits with 6', async () => {
    for (let round = 0; round < 3; round += 1) {
      const { folder, path } = savedFolder();
      const make = ['setup', '--yes', '-r', 'na', '-s', 'company', '-o', path, '--force'];
      writeFileSync(path, 'an empty page');
      const endings = await Promise.all(Array.from({ length: runs }, () => run(make, path)));
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
