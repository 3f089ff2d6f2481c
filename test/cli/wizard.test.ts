import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../support/folder.ts';
import { clientId, clientSecret, sampleSetup, verifier } from '../support/samples.ts';
import { ctrlC, perform } from '../support/world.ts';

const company = 'api:data:company';
const answers = ['NA', [company], false, clientId, clientSecret];

describe('the wizard', () => {
  test('asks everything in order, offers every region and scope, and shows both consoles', async () => {
    const { code, questions, stderr, stdout, opened } = await perform([], {
      terminal: true,
      replies: [...answers, 'Yes', 'Done'],
    });
    expect(questions.map((question) => question.split('\n')[0])).toEqual([
      'Region',
      'Scopes (Space selects, Enter goes on)',
      'Open https://developer.zoominfo.com in your browser?',
      'Client ID (empty: later)',
      'Client Secret (empty: later)',
      'Is everything right? Choose an answer to change it.',
      'What next?',
    ]);
    expect(questions[0]).toMatch(/- NA +na-east.*\n- EMEA +emea-west.*\n- APAC +apac-southeast/);
    expect(questions[1]?.match(/api:data:\w+/g)).toEqual(
      ['company', 'contact', 'intent', 'news', 'scoops'].map((name) => `api:data:${name}`),
    );
    for (const words of [
      'agent version 10.83 / 11.21',
      'Create App',
      'Sign-in Redirect URI',
      'App Registrations',
      'Advanced options',
      'Authentication request',
      'Token request',
      'Private',
      'OAuth application menu',
    ]) {
      expect(stderr.replace(/\s+/g, ' ')).toContain(words);
    }
    expect(stderr).not.toContain(clientSecret);
    expect([code, stdout, opened]).toEqual([0, '', []]);
  });

  test('asks only what flags and environment did not give', async () => {
    const options = {
      terminal: true,
      env: { ZI_OAUTH_CLIENT_ID: clientId },
      replies: [[company], false, '', 'Yes', 'Done'],
    };
    const { questions } = await perform(['-r', 'emea'], options);
    expect(questions.map((question) => question.split(/[ \n]/)[0])).toEqual([
      'Scopes',
      'Open',
      'Client',
      'Is',
      'What',
    ]);
  });

  test('opens the portal only when told to, never with --no-open, and prints its address either way', async () => {
    const yes = await perform([], {
      terminal: true,
      replies: ['NA', [company], true, '', '', 'Yes', 'Done'],
    });
    expect(yes.opened).toEqual(['https://developer.zoominfo.com']);
    const failed = await perform([], {
      terminal: true,
      browserOpens: false,
      replies: ['NA', [company], true, '', '', 'Yes', 'Done'],
    });
    expect(failed.stderr.replace(/\s+/g, ' ')).toContain(
      'No browser could be started here: open https://developer.zoominfo.com yourself.',
    );
    const no = await perform(['--no-open'], {
      terminal: true,
      replies: ['NA', [company], '', '', 'Yes', 'Done'],
    });
    expect(no.questions.join()).not.toContain('Open https');
    expect(no.stderr).toContain('https://developer.zoominfo.com');
  });

  test('lets every answer be changed in the review', async () => {
    const changes = [
      'Region',
      'APAC',
      'Scopes',
      ['api:data:news'],
      'Name',
      'Other',
      'Description',
      'note',
      'Client ID',
      'otherId',
      'Client Secret',
      'other-s',
    ];
    const urls = ['Authentication URL', 'https://a.example/a', 'Access token URL', 'https://a.example/t'];
    const { stdout } = await perform(['-f', 'json'], {
      terminal: true,
      replies: [...answers, ...changes, ...urls, 'Yes'],
    });
    expect(JSON.parse(stdout)).toMatchObject({
      region: 'APAC',
      redirectUri: expect.stringContaining('apac-southeast'),
      scopes: ['api:data:news'],
      name: 'Other',
      description: 'note',
      clientId: 'otherId',
      clientSecret: 'other-s',
      authenticationUrl: 'https://a.example/a',
      refreshTokenUrl: 'https://a.example/t',
    });
  });

  test('with a format or a file there is no menu', async () => {
    const folder = temporaryFolder();
    const { code, questions } = await perform(['-o', 'a.json'], {
      folder,
      terminal: true,
      replies: [...answers, 'Yes'],
    });
    expect([code, questions.at(-1)?.startsWith('Is everything right?')]).toEqual([0, true]);
    expect(existsSync(join(folder, 'a.json'))).toBe(true);
  });

  test('with everything given and a format, nothing is asked at all', async () => {
    const env = { ZI_OAUTH_CLIENT_SECRET: clientSecret };
    const { code, questions } = await perform(
      ['-r', 'na', '-s', 'all', '--client-id', clientId, '-f', 'json'],
      { env, terminal: true },
    );
    expect([code, questions]).toEqual([0, []]);
  });

  test.each([
    ['--yes', ['--yes'], {}, true],
    ['CI=1', [], { CI: '1' }, true],
    ['CI=true', [], { CI: 'true' }, true],
    ['no terminal', [], {}, false],
    ['a secret on standard input', ['--client-secret-file', '-'], {}, true],
  ])('is not there with %s', async (_, args, env, terminal) => {
    const { code, questions } = await perform(args, { env, terminal });
    expect([code, questions]).toEqual([2, []]);
  });

  test.each(['0', 'false', ''])('CI=%s is no CI', async (CI) => {
    expect((await perform([], { env: { CI }, terminal: true, replies: [ctrlC] })).code).toBe(130);
  });

  test('goes to standard output as text when that is no terminal', async () => {
    const options = { terminal: true, stdoutIsTerminal: false, replies: [...answers, 'Yes'] };
    expect((await perform([], options)).stdout).toContain(clientSecret);
  });
});

describe('the menu', () => {
  test('returns until Done, prints masked and revealed, and saves', async () => {
    const folder = temporaryFolder();
    const replies = [
      ...answers,
      'Yes',
      'Print all values, the Client Secret hidden',
      'Print all values, the Client Secret too',
      'Save',
      'a.json',
      'Done',
    ];
    const { stdout, stderr, questions } = await perform([], { folder, terminal: true, replies });
    expect(stdout.split(clientSecret)).toHaveLength(2);
    expect(stdout.match(/^ +code_verifier /gm)).toHaveLength(2);
    expect(JSON.parse(readFileSync(join(folder, 'a.json'), 'utf8'))).toMatchObject({
      clientId,
      clientSecret,
    });
    expect(stdout).toContain(JSON.parse(readFileSync(join(folder, 'a.json'), 'utf8')).pkce.codeVerifier);
    expect(questions.at(-1)).toMatch(/- Done$/);
    expect(stderr).toContain('zi-oauth-setup --from a.json --yes');
    expect(stderr).not.toContain('lost');
  });

  test('warns before and after when the pair would be lost, and ends with flags instead', async () => {
    const { stderr, questions } = await perform([], { terminal: true, replies: [...answers, 'Yes', 'Done'] });
    expect(questions.at(-1)).toContain('the PKCE pair will be lost');
    expect(stderr).toContain('was not saved: it is lost');
    expect(stderr).toContain(`zi-oauth-setup --region NA --scopes company --client-id ${clientId} --yes`);
    expect(stderr).not.toContain(clientSecret);
  });

  test('asks before it replaces a file, and never throws a pair away', async () => {
    const folder = temporaryFolder();
    const before = JSON.stringify(sampleSetup());
    writeFileSync(join(folder, 'a.json'), before);
    const replies = [...answers, 'Yes', 'Save', 'a.json', false, 'Save', 'a.json', true, 'Done'];
    const { stderr } = await perform([], { folder, terminal: true, replies });
    expect(stderr).toContain('holds a PKCE pair');
    expect(readFileSync(join(folder, 'a.json'), 'utf8')).toBe(before);
  });

  test('a second run with --from asks what was left out and keeps the pair', async () => {
    const folder = temporaryFolder();
    const first = ['NA', [company], false, '', '', 'Yes', 'Save', 'a.json', 'Done'];
    await perform([], { folder, terminal: true, replies: first });
    const saved = JSON.parse(readFileSync(join(folder, 'a.json'), 'utf8'));
    const second = [false, clientId, clientSecret, 'Yes', 'Save', 'a.json', true, 'Done'];
    const { questions } = await perform(['--from', 'a.json'], { folder, terminal: true, replies: second });
    expect(questions.join()).not.toContain('Region\n');
    expect(JSON.parse(readFileSync(join(folder, 'a.json'), 'utf8'))).toEqual({
      ...saved,
      clientId,
      clientSecret,
    });
  });
});

describe('Ctrl-C', () => {
  const replies = [...answers, 'Yes', 'Done'];
  test.each(replies.map((_, index) => index))(
    'at question %i ends with 130, no file, and how to go on',
    async (index) => {
      const folder = temporaryFolder();
      const { code, stdout, stderr } = await perform(['-o', 'a.json'].slice(0, index < 6 ? 2 : 0), {
        folder,
        terminal: true,
        replies: [...replies.slice(0, index), ctrlC],
      });
      expect([code, stdout]).toEqual([130, '']);
      expect(stderr).toContain('Stopped. Nothing was written.\nTo go on from here: zi-oauth-setup');
      if (index > 0) expect(stderr).toContain('--region NA');
      if (index > 3) expect(stderr).toContain(`--client-id ${clientId}`);
      expect(stderr).not.toContain(clientSecret);
      expect(existsSync(join(folder, 'a.json'))).toBe(false);
    },
  );

  test('after a save the line starts from the file', async () => {
    const folder = temporaryFolder();
    const { stderr } = await perform([], {
      folder,
      terminal: true,
      replies: [...answers, 'Yes', 'Save', 'a.json', ctrlC],
    });
    expect(stderr).toContain('a.json is saved.\nTo go on from here: zi-oauth-setup --from a.json\n');
  });

  test('the line is the one that was typed: npx, secret files, options', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'my verifier'), verifier);
    const args = ['--code-verifier-file', 'my verifier', '--challenge-method-row', '-n', "it's"];
    const { stderr } = await perform(args, {
      folder,
      terminal: true,
      env: { npm_command: 'exec' },
      replies: ['EMEA', ctrlC],
    });
    expect(stderr).toContain(
      `npx zi-oauth-setup --region EMEA --name 'it'\\''s' --code-verifier-file 'my verifier' --challenge-method-row\n`,
    );
    expect(stderr).not.toContain(verifier);
  });
});
