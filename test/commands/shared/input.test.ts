import { describe, expect, test } from 'vitest';
import { perform, type StageOptions } from '../../support/context.ts';
import { temporaryFolder } from '../../support/folder.ts';

const secret = 'aSecret_12345';

describe('a missing answer without prompts', () => {
  test.each<[why: string, args: string[], options: StageOptions]>([
    ['--yes', ['--yes'], { terminal: true }],
    ['--github-output', ['--github-output'], { terminal: true, env: { GITHUB_OUTPUT: '/outputs' } }],
    ['CI is set', [], { terminal: true, env: { CI: '1' } }],
    ['TERM is dumb', [], { terminal: true, env: { TERM: 'dumb' } }],
    ['a file is read from standard input', ['--client-secret-file', '-'], {}],
    ["standard input isn't a terminal", [], {}],
  ])('is reported with the reason, and a command line that works: %s', async (why, args, options) => {
    const folder = temporaryFolder();
    const { code, stdout, stderr } = await perform(args, { ...options, folder });
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/Region.*Scopes.*missing/);
    expect(stderr).toContain(why);
    const line = /^ {4}zi-oauth-setup (.*)$/m.exec(stderr)?.[1] ?? expect.fail(stderr);
    const words = line.split(' ').filter((word) => word !== '--github-output');
    expect((await perform(words, { folder, stdin: secret })).code).toBe(0);
  });
});
