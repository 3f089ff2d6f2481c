import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { run } from '../../src/cli/run.ts';
import type { Context } from '../../src/context/context.ts';
import { Failure } from '../../src/errors.ts';
import { processContext } from '../../src/io/process-context.ts';
import { deriveCodeChallenge } from '../../src/oauth/pkce.ts';
import type { Setup } from '../../src/setup-file/schema.ts';
import { perform } from '../support/context.ts';
import { temporaryFolder } from '../support/folder.ts';
import { clientSecret, rfcPair, sampleSetup } from '../support/setup-fixture.ts';

interface Saved {
  readonly folder: string;
  readonly path: string;
  readonly read: () => Setup;
}

function saved(setup: Setup = sampleSetup()): Saved {
  const folder = temporaryFolder();
  const path = join(folder, 'zoominfo.json');
  writeFileSync(path, JSON.stringify(setup));
  return { folder, path, read: () => JSON.parse(readFileSync(path, 'utf8')) };
}

/** An output of a real context that keeps what is written to it. */
function capturing({ stderr }: Context) {
  let written = '';
  const write = async (text: string | Uint8Array): Promise<void> => {
    written += text;
  };
  return { ...stderr, style: stderr.style, write, written: () => written };
}

describe('rotate', () => {
  test('generates a new pair, keeps the old one, and prints only the two values', async () => {
    const { folder, read } = saved();
    const { code, stdout, stderr } = await perform(['rotate', 'zoominfo.json'], { folder });
    const { pkce, previousPkce, advancedOptions } = read();
    expect(code).toBe(0);
    expect(previousPkce).toEqual(sampleSetup().pkce);
    expect(pkce.codeVerifier).not.toBe(previousPkce?.codeVerifier);
    expect(pkce.codeChallenge).toBe(deriveCodeChallenge(pkce.codeVerifier));
    expect(advancedOptions.authenticationRequest.parameters[1]?.value).toBe(pkce.codeChallenge);
    expect(advancedOptions.tokenRequest.parameters[0]?.value).toBe(pkce.codeVerifier);
    expect(stdout).toMatch(new RegExp(`code_challenge +${pkce.codeChallenge} +Request URL`));
    expect(stdout).toMatch(new RegExp(`code_verifier +${pkce.codeVerifier} +Request Body`));
    expect(stdout).not.toMatch(/^ *response_type|Client|zoominfo\.com/m);
    expect(stdout).toMatch(/Save\.[\s\S]*sign in\s+again/);
    expect(stderr.match(/every\s+sign-in/g)).toHaveLength(1);
    expect(stdout + stderr).not.toContain(clientSecret);
  });

  test('writes one file that only its owner can read', async () => {
    const { folder } = saved();
    await perform(['rotate', 'zoominfo.json'], { folder });
    expect(readdirSync(folder)).toEqual(['zoominfo.json']);
  });

  test('--undo swaps the two pairs', async () => {
    const { folder, read } = saved();
    await perform(['rotate', 'zoominfo.json'], { folder });
    const { pkce } = read();
    const { code, stdout } = await perform(['rotate', 'zoominfo.json', '--undo'], { folder });
    expect([code, read().pkce, read().previousPkce]).toEqual([0, sampleSetup().pkce, pkce]);
    expect(stdout).toContain(sampleSetup().pkce.codeVerifier);
  });

  test.each([
    [sampleSetup(), 'nothing to undo'],
    [
      { ...sampleSetup(), previousPkce: { ...rfcPair, codeChallengeMethod: 'plain' } },
      "doesn't match its code verifier",
    ],
  ])('--undo without a previous pair: exit 3', async (setup, words) => {
    const { folder, read } = saved(setup);
    const { code, stderr } = await perform(['rotate', 'zoominfo.json', '--undo'], { folder });
    expect([code, read()]).toEqual([3, setup]);
    expect(stderr).toContain(words);
  });

  test('--dry-run writes nothing and shows no pair', async () => {
    const { folder, path } = saved();
    const before = readFileSync(path);
    const { code, stdout, stderr } = await perform(['rotate', 'zoominfo.json', '--dry-run'], { folder });
    expect([code, readFileSync(path)]).toEqual([0, before]);
    expect(stdout).toMatch(/Token request.*: code_verifier/);
    expect(stdout + stderr).not.toMatch(/[\w-]{43}/);
  });

  test.each([
    { what: 'a rotation', flags: [], says: /was\s+discarded[\s\S]*--undo/ },
    {
      what: 'a dry run',
      flags: ['--dry-run'],
      says: /would\s+be\s+discarded[\s\S]*rotate zoominfo\.json --undo\n/,
    },
  ])('$what warns of the older pair that it discards', async ({ flags, says }) => {
    const args = ['rotate', 'zoominfo.json', ...flags];
    const { folder } = saved();
    expect((await perform(args, { folder })).stderr).not.toMatch(/discarded/);
    await perform(['rotate', 'zoominfo.json'], { folder });
    const { code, stderr } = await perform(args, { folder });
    expect([code, stderr]).toEqual([0, expect.stringMatching(says)]);
    const undone = await perform([...args, '--undo'], { folder });
    expect(undone.stderr).not.toMatch(/discarded/);
  });

  test('a dry run suggests no --undo that would fail', async () => {
    const { folder } = saved({
      ...sampleSetup(),
      previousPkce: { ...rfcPair, codeChallenge: 'x'.repeat(43), codeChallengeMethod: 'S256' },
    });
    const { stderr } = await perform(['rotate', 'zoominfo.json', '--dry-run'], { folder });
    expect(stderr).toMatch(/discarded/);
    expect(stderr).not.toContain('--undo');
  });

  test.each([[[]], [['--dry-run']]])('%j: at a terminal, the result is set apart', async (flags) => {
    const args = ['rotate', 'zoominfo.json', ...flags];
    const { stderr } = await perform(args, { folder: saved().folder, terminal: true });
    const [beforeResult] = stderr.split(/\n(?:After|To rotate)/);
    expect(beforeResult).toMatch(/\S\n\n/);
  });

  test('a row that is wider than the window hangs', async () => {
    const args = ['rotate', 'zoominfo.json', '--dry-run'];
    const { stdout } = await perform(args, { folder: saved().folder, terminal: true, width: 30 });
    expect(stdout).toMatch(/^ {2}Token request .*\n {4}\S/m);
  });

  test('an inconsistent setup is rejected, with all of its problems', async () => {
    const broken = { ...sampleSetup(), region: 'EMEA', refreshTokenUrl: 'https://example.com/' };
    const { folder, read } = saved(broken);
    const { code, stdout, stderr } = await perform(['rotate', 'zoominfo.json'], { folder });
    expect([code, stdout, read()]).toEqual([3, '', broken]);
    expect(stderr).toMatch(/region EMEA[\s\S]*Refresh token URL[\s\S]*setup verify zoominfo\.json\n/);
  });
});

test("a file that another program wrote during the run isn't overwritten", async () => {
  const { path, read } = saved();
  const context = await processContext();
  const output = capturing(context);
  expect(await run(['rotate', path], { ...context, stdout: output, stderr: output })).toBe(6);
  expect(output.written()).toMatch(/changed\s+by\s+another\s+program/);
  expect(read()).toEqual(sampleSetup());
});

describe('a failed write', () => {
  test("keeps the setup file if the outputs can't be written", async () => {
    const { path, read } = saved();
    const context = await processContext();
    const output = capturing(context);
    const files = {
      ...context.files,
      isWrittenSinceStart: () => false,
      append: async (_path: string, content: string) => {
        if (content !== '') throw new Failure('file', 'The disk is full.');
        return () => {};
      },
    };
    const env = { GITHUB_OUTPUT: '/outputs' };
    const rotated = run(['rotate', path, '--github-output'], {
      ...context,
      env,
      files,
      stdout: output,
      stderr: output,
    });
    expect(await rotated).toBe(6);
    expect(read()).toEqual(sampleSetup());
  });

  test('loses neither pair and prints no pair', async () => {
    const { path, read } = saved();
    const context = await processContext();
    const output = capturing(context);
    const files = {
      ...context.files,
      isWrittenSinceStart: () => false,
      write: () => {
        throw new Failure('file', 'The disk is full.');
      },
    };
    expect(await run(['rotate', path], { ...context, files, stdout: output, stderr: output })).toBe(6);
    expect(read()).toEqual(sampleSetup());
    expect(output.written()).not.toMatch(/[\w-]{43}/);
  });

  test('a pair that another program just wrote is kept', async () => {
    const { path, read } = saved();
    const other = JSON.stringify({ ...sampleSetup(), 'x-other': true });
    const context = await processContext();
    const output = capturing(context);
    const files: typeof context.files = {
      ...context.files,
      isWrittenSinceStart: () => false,
      write: (...words) => {
        writeFileSync(path, other);
        return context.files.write(...words);
      },
    };
    expect(await run(['rotate', path], { ...context, files, stdout: output, stderr: output })).toBe(6);
    expect(read()).toEqual(JSON.parse(other));
  });
});
