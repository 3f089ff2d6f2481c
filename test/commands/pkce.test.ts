import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { deriveCodeChallenge } from '../../src/oauth/pkce.ts';
import { perform } from '../support/context.ts';
import { temporaryFolder } from '../support/folder.ts';
import { rfcPair, verifier } from '../support/setup-fixture.ts';

test("the pair of RFC 7636 appendix B is derived from its verifier, with a warning that it's public", async () => {
  const { code, stdout, stderr } = await perform(['pkce', '--code-verifier-file', '-', '-f', 'json'], {
    stdin: `${rfcPair.codeVerifier}\n`,
  });
  expect(stdout).toBe(
    `{"codeVerifier":"${rfcPair.codeVerifier}","codeChallenge":"${rfcPair.codeChallenge}","codeChallengeMethod":"S256"}\n`,
  );
  expect(stderr).toContain('RFC 7636');
  expect(code).toBe(0);
});

test.each([43, 44, 45, 64, 127, 128])('--length %i', async (length) => {
  const { stdout } = await perform(['pkce', '--length', String(length), '-f', 'json']);
  const { codeVerifier, codeChallenge } = JSON.parse(stdout);
  expect(codeVerifier).toHaveLength(length);
  expect(codeChallenge).toBe(deriveCodeChallenge(codeVerifier));
});

test('text and env', async () => {
  const text = await perform(['pkce']);
  expect(text.stdout).toMatch(
    /^code_verifier +[\w-]{43}\ncode_challenge +[\w-]{43}\ncode_challenge_method +S256\n$/,
  );
  const env = await perform(['pkce', '-f', 'env']);
  expect(env.stdout).toMatch(
    /^ZI_OAUTH_CODE_VERIFIER='[\w-]{43}'\nZI_OAUTH_CODE_CHALLENGE='[\w-]{43}'\nZI_OAUTH_CODE_CHALLENGE_METHOD='S256'\n$/,
  );
});

test.each([
  [['pkce'], 40],
  [['pkce', '--length', '128'], 80],
  [['pkce', '--count', '2'], 40],
])('%j: in a window that is too narrow for a row, each value is a line of its own', async (args, width) => {
  const wide = await perform(args, { terminal: true, width: 1000 });
  const narrow = await perform(args, { terminal: true, width });
  const names = /^code_(?:verifier|challenge|challenge_method)$/;
  for (const line of narrow.stdout.split('\n').filter(Boolean))
    expect(names.test(line) || /^ {2}[\w-]+$/.test(line), line).toBe(true);
  expect(narrow.stdout.split(/\s+/)).toHaveLength(wide.stdout.split(/\s+/).length);
});

test.each([2, 1999, 2000, 2001, 4500])(
  '--count %i prints as many lines, each the JSON of a different pair',
  async (count) => {
    const { stdout } = await perform(['pkce', '--count', String(count), '-f', 'json', '--length', '50']);
    const lines = stdout.trimEnd().split('\n');
    expect(new Set(lines).size).toBe(count);
    for (const line of lines) {
      const pair = JSON.parse(line);
      expect(JSON.stringify(pair)).toBe(line);
      expect(pair).toEqual({
        codeVerifier: expect.stringMatching(/^[\w-]{50}$/),
        codeChallenge: deriveCodeChallenge(pair.codeVerifier),
        codeChallengeMethod: 'S256',
      });
    }
  },
);

test.each([3, 2000, 2001])('in text, a blank line separates %i pairs', async (count) => {
  const { stdout } = await perform(['pkce', '--count', String(count)]);
  const pairs = stdout.split('\n\n');
  expect(pairs).toHaveLength(count);
  for (const pair of pairs)
    expect(pair.trimEnd()).toMatch(
      /^code_verifier +[\w-]{43}\ncode_challenge +[\w-]{43}\ncode_challenge_method +S256$/,
    );
  expect(stdout).toMatch(/S256\n$/);
});

test('the variable for a verifier is ignored', async () => {
  const { stdout } = await perform(['pkce', '-f', 'json'], { env: { ZI_OAUTH_CODE_VERIFIER: verifier } });
  expect(stdout).not.toContain(verifier);
});

test.each([
  [2, '--length "42" is invalid', ['--length', '42']],
  [2, '--length "129" is invalid', ['--length', '129']],
  [2, '--length "4e1" is invalid', ['--length', '4e1']],
  [2, '--count "0" is invalid', ['--count', '0']],
  [2, '--count "-1" is invalid', ['--count', '-1']],
  [2, '--count "1.5" is invalid', ['--count', '1.5']],
  [2, 'Use text, json, or env', ['-f', 'markdown']],
  [2, 'Remove --length', ['--length', '50', '--code-verifier-file', 'file']],
  [2, 'Remove --count', ['--count', '5', '--code-verifier-file', 'file']],
  [2, 'Remove --count, or use --format json', ['--count', '5', '-f', 'env']],
  [2, 'Unexpected argument', ['more']],
  [3, '3 characters', ['--code-verifier-file', 'file']],
  [6, 'no such file', ['--code-verifier-file', 'missing']],
])('exit %i: %s', async (exit, says, args) => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'file'), 'abc');
  const { code, stdout, stderr } = await perform(['pkce', ...args], { folder });
  expect(stderr).toContain(says);
  expect([code, stdout]).toEqual([exit, '']);
});

test.each([
  [['pkce'], true],
  [['pkce', '--count', '2'], true],
  [['pkce', '--code-verifier-file', '-'], false],
  [['pkce'], true, 'github'],
])('%j with a code verifier in the environment says that it is ignored: %s', async (args, isSaid, ci?) => {
  const folder = temporaryFolder();
  const env = { ZI_OAUTH_CODE_VERIFIER: verifier, ...(ci && { GITHUB_OUTPUT: join(folder, 'out') }) };
  const words = ci ? [...args, '--github-output'] : args;
  const { code, stdout, stderr } = await perform(words, { env, folder, stdin: verifier });
  expect([code, stderr.includes('ZI_OAUTH_CODE_VERIFIER')]).toEqual([0, isSaid]);
  expect(stderr).not.toContain(verifier);
  expect(stdout.includes(verifier)).toBe(!isSaid);
  if (ci) expect(stderr).toMatch(/^::add-mask::/);
});
