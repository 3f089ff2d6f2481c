import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ctrlC, perform } from '../support/context.ts';
import { temporaryFolder } from '../support/folder.ts';
import { clientId, clientSecret, sampleSetup } from '../support/setup-fixture.ts';

const start = ['NA', ['api:data:company'], clientId, clientSecret, 'Continue', 'All'];
const save = ['Save to a file', 'a.json'];
const change = (...answers: readonly unknown[]) => ['Change', ...answers, 'Continue'];

const run = (folder: string, replies: readonly unknown[], args: readonly string[] = []) =>
  perform(['--no-open', ...args], { folder, terminal: true, replies });

const read = (folder: string) => JSON.parse(readFileSync(join(folder, 'a.json'), 'utf8'));

/** The words of the last command line that a run printed. */
function lastCommand(stderr: string): string[] {
  const line =
    stderr
      .match(/^ +zi-oauth-setup .*$/gm)
      ?.at(-1)
      ?.trim() ?? expect.fail(stderr);
  return line.split(' ').slice(1);
}

test('returns to the review, and the setup is built again with the same pair', async () => {
  const folder = temporaryFolder();
  const added = change('Client ID', clientId, 'Client Secret', clientSecret);
  const replies = ['NA', ['api:data:company'], '', '', 'Continue', 'All', ...save, ...added, 'Verify', 'No'];
  const { code, stderr, questions } = await run(folder, [...replies, ...save, 'Done']);
  expect(code).toBe(0);
  expect(stderr).toMatch(/update the Client ID and Client Secret there/);
  expect(questions.join()).toContain('Also test against the authorization server?');
  expect(questions.join()).not.toContain('Overwrite it?');
  const shown = stderr.match(/code_verifier +(\S+)/)?.[1];
  expect(read(folder)).toMatchObject({ clientId, clientSecret, pkce: { codeVerifier: shown } });
});

test('a verification without credentials names the choice that adds them', async () => {
  const replies = ['NA', ['api:data:company'], '', '', 'Continue', 'All', 'Verify', ctrlC];
  const { stderr, questions } = await run(temporaryFolder(), replies);
  const name = stderr.match(/add the Client ID and Client Secret with "(.*?)"/)?.[1] ?? expect.fail(stderr);
  expect(questions.at(-1)).toContain(`- ${name}\n`);
});

describe('what is saved', () => {
  test.each<[what: string, replies: readonly unknown[], end: string]>([
    ['nothing is saved', change('Name', 'Other'), 'the PKCE pair will be lost'],
    ['a change follows', [...save, ...change('Name', 'Other')], 'Quit without saving the changes'],
    ['the change is undone', [...save, ...change('Name', 'Other'), ...change('Name', 'ZoomInfo')], 'Done'],
    ['the change is saved', [...save, ...change('Name', 'Other'), ...save], 'Done'],
    ['nothing is changed', [...save, ...change()], 'Done'],
    ['another format has the change', [...save, ...change('Name', 'Other'), 'Save', 'a.md'], 'Done'],
  ])('%s', async (_, replies, end) => {
    const { questions } = await run(temporaryFolder(), [...start, ...replies, ctrlC]);
    expect(questions.at(-1)?.split('\n').at(-1)).toContain(end);
  });
});

describe('the command that resumes has every change, and keeps a saved pair', () => {
  const changes = ['Name', 'Other', 'Scopes', ['api:data:news'], 'Region', 'EMEA'];
  const changed = { name: 'Other', scopes: ['api:data:news'], region: 'EMEA', clientId };

  test.each<[how: string, replies: readonly unknown[]]>([
    ['in the review', ['Change', ...changes, ctrlC]],
    ['at the end', [...change(...changes), 'Quit', true]],
    ['after another format is saved', [...change(...changes), 'Save', 'a.md', ctrlC]],
  ])('%s', async (_, replies) => {
    const folder = temporaryFolder();
    const { stderr } = await run(folder, [...start, ...save, ...replies]);
    const again = await perform([...lastCommand(stderr), '--yes', '-f', 'json'], { folder });
    expect(JSON.parse(again.stdout)).toMatchObject({ ...changed, clientSecret, pkce: read(folder).pkce });
  });

  test('also if the run replaced the pair of the file that it started from', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'a.json'), JSON.stringify(sampleSetup()));
    const replies = ['Continue', 'All', 'Save to a.json', true, 'Change', ...changes, ctrlC];
    const { stderr } = await run(folder, replies, ['--from', 'a.json', '--new-pkce']);
    const again = await perform([...lastCommand(stderr), '--yes', '-f', 'json'], { folder });
    expect(JSON.parse(again.stdout)).toMatchObject({ ...changed, pkce: read(folder).pkce });
    expect(read(folder).pkce).not.toEqual(sampleSetup().pkce);
  });

  test('but never a changed Client Secret', async () => {
    const other = 'Another-Secret-98765';
    const { stderr } = await run(temporaryFolder(), [
      ...start,
      ...save,
      'Change',
      'Client Secret',
      other,
      ctrlC,
    ]);
    expect(stderr).toMatch(/a\.json was saved\.[\s\S]*changes weren't saved/);
    expect(stderr).toContain("The Client Secret isn't included.");
    expect(stderr).not.toContain(other);
  });

  test('and notes no Client ID as missing that the file has', async () => {
    const folder = temporaryFolder();
    const unusual = sampleSetup({ clientId: 'Acme-App-01', clientSecret: null });
    writeFileSync(join(folder, 'a.json'), JSON.stringify(unusual));
    const { stderr } = await run(folder, ['', 'Name', 'Other', ctrlC], ['--from', 'a.json']);
    expect(stderr).toContain('--name Other --from a.json');
    expect(stderr).not.toContain("Client ID isn't included");
    const again = await perform([...lastCommand(stderr), '--yes', '-f', 'json'], { folder });
    expect(JSON.parse(again.stdout)).toMatchObject({ name: 'Other', clientId: 'Acme-App-01' });
  });
});
