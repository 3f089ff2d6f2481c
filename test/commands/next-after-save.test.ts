import { describe, expect, test } from 'vitest';
import { nextAfterSave } from '../../src/commands/setup/next-after-save.ts';
import { formatNames } from '../../src/render/format-names.ts';
import { plainText } from '../../src/terminal/layout.ts';
import { perform } from '../support/context.ts';
import { temporaryFolder } from '../support/folder.ts';
import { clientId, clientSecret, sampleSetup, verifier } from '../support/setup-fixture.ts';

describe('the next step after a save', () => {
  test.each([
    ['json', {}, 'zi-oauth-setup verify a.x --online'],
    ['json', { clientSecret: null }, 'zi-oauth-setup --from a.x'],
    ['json', { clientId: null }, 'zi-oauth-setup --from a.x'],
    ['env', {}, 'zi-oauth-setup verify --online'],
    ['html', {}, 'a.x'],
    ['markdown', {}, 'a.x'],
    ['text', {}, 'a.x'],
  ] as const)('%s %j: %s', (format, answers, line) => {
    const lines = plainText(nextAfterSave(sampleSetup(answers), format, 'a.x', true)).split('\n');
    expect(lines).toEqual([expect.stringMatching(/:$/), line]);
  });

  test('of values that are complete, but not entered yet, is to copy them', () => {
    const told = (answers = {}) => plainText(nextAfterSave(sampleSetup(answers), 'json', 'a.json', false));
    expect(told()).toMatch(/show a\.json --open\n.*\nzi-oauth-setup verify a\.json --online$/);
    expect(told({ clientId: null })).not.toContain('show');
  });

  test.each([
    [{ clientId: null, clientSecret: null }, /Client ID and Client Secret/],
    [{ clientId: null }, /the Client ID,/],
    [{ clientSecret: null }, /the Client Secret,/],
  ])('a setup file without %j says what to add', (without, expected) => {
    const [says] = nextAfterSave({ ...sampleSetup(), ...without }, 'json', 'a.json', false);
    expect(says).toMatch(expected);
  });

  test.each(formatNames)('%s has one', (format) => {
    expect(nextAfterSave(sampleSetup(), format, 'a', false)).not.toEqual([]);
  });
});

describe('the last words of setup', () => {
  const args = ['--yes', '-r', 'na', '-s', 'company', '--client-id', clientId];
  const env = { ZI_OAUTH_CLIENT_SECRET: clientSecret };

  test('after -o, at a terminal: the next command', async () => {
    const options = { folder: temporaryFolder(), terminal: true, env };
    const { stderr } = await perform([...args, '-o', 'a.json'], options);
    expect(stderr).toMatch(/To .*:\n {2}zi-oauth-setup verify a\.json --online\n$/);
  });

  test('after prompts and -o: the next commands, and the line that prints it again', async () => {
    const prompted = await perform(['-r', 'na', '-s', 'all', '--client-id', clientId, '-o', 'b.json'], {
      folder: temporaryFolder(),
      terminal: true,
      replies: [false, clientSecret, 'Continue'],
    });
    expect(prompted.stderr).toMatch(
      /:\n {2}zi-oauth-setup verify b\.json --online\nTo print .*:\n {2}zi-oauth-setup --from b\.json --yes\n$/,
    );
  });

  test('a new pair that is only printed is reported as unsaved, with the command that saves one', async () => {
    const { stdout, stderr } = await perform(args, { terminal: true, env });
    expect(stdout).toContain('code_verifier');
    expect(stderr).toMatch(
      /saved anywhere[^\n]*:\n {2}zi-oauth-setup --region NA .*--output zoominfo\.json --yes\n$/,
    );
    const prompted = await perform(['-r', 'na', '-f', 'json'], {
      terminal: true,
      replies: [['api:data:company'], false, '', '', 'Continue'],
    });
    expect(prompted.stderr).toMatch(/PKCE pair wasn't saved/);
  });

  test.each([
    ["standard error isn't a terminal", { terminal: false, stdoutIsTerminal: true, env }],
    ['the result goes to a file or a program', { terminal: true, stdoutIsTerminal: false, env }],
    ['the pair was provided', { terminal: true, env: { ...env, ZI_OAUTH_CODE_VERIFIER: verifier } }],
  ])('nothing if %s', async (_, options) => {
    expect((await perform([...args, '--show-secrets'], options)).stderr).toBe('');
  });
});
