import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { documentedEndpoints } from '../../src/facts/endpoints.ts';
import { ctrlC, enter, perform } from '../support/context.ts';
import { temporaryFolder } from '../support/folder.ts';
import { onPosix } from '../support/requirements.ts';
import { clientId, clientSecret, sampleSetup, verifier } from '../support/setup-fixture.ts';

const company = 'api:data:company';
/** From the review to the end, with nothing saved. */
const toQuit = ['Continue', 'All', 'Quit', true];
const answers = ['NA', [company], false, clientId, clientSecret];

describe('the wizard', () => {
  test('prompts for everything in order, offers every region and scope, and shows both consoles', async () => {
    const { code, questions, stderr, stdout, opened } = await perform([], {
      terminal: true,
      replies: [...answers, ...toQuit],
    });
    expect(questions.map((question) => question.split('\n')[0])).toEqual([
      'Region',
      expect.stringMatching(/^Scopes .*Space.*Enter/),
      'Open https://developer.zoominfo.com in your browser?',
      expect.stringMatching(/^Client ID .*blank/),
      expect.stringMatching(/^Client Secret .*blank/),
      expect.stringMatching(/^Review/),
      expect.stringMatching(/enter the values/),
      expect.stringMatching(/next\?$/),
      expect.stringMatching(/^Quit without saving/),
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

  test("prompts only for what options and environment don't provide", async () => {
    const options = {
      terminal: true,
      env: { ZI_OAUTH_CLIENT_ID: clientId },
      replies: [[company], false, '', ...toQuit],
    };
    const { questions } = await perform(['-r', 'emea'], options);
    expect(questions.map((question) => question.split(/[ \n]/)[0])).toEqual([
      'Scopes',
      'Open',
      'Client',
      'Review',
      'How',
      'What',
      'Quit',
    ]);
  });

  test('opens the portal only on request, never with --no-open, and prints its URL either way', async () => {
    const yes = await perform([], {
      terminal: true,
      replies: ['NA', [company], true, '', '', ...toQuit],
    });
    expect(yes.opened).toEqual(['https://developer.zoominfo.com']);
    const failed = await perform([], {
      terminal: true,
      browserOpens: false,
      replies: ['NA', [company], true, '', '', ...toQuit],
    });
    expect(failed.stderr).toMatch(/open a browser.*:\n {2}https:\/\/developer\.zoominfo\.com\n/);
    const no = await perform(['--no-open'], {
      terminal: true,
      replies: ['NA', [company], '', '', ...toQuit],
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
      replies: [...answers, ...changes, ...urls, 'Continue'],
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

  test.each([
    ['Name', 'name', 'Other'],
    ['Description', 'description', 'note'],
    ['Client ID', 'clientId', '0oaOtherClientId1234'],
    ['Client Secret', 'clientSecret', 'an0ther-s3cret'],
    ['Authentication URL', 'authenticationUrl', 'https://a.example/a'],
    ['Access token URL', 'accessTokenUrl', 'https://a.example/t'],
  ])('white space around the %s is left out', async (label, key, value) => {
    for (const pasted of [` ${value}`, `${value} `, `\t${value}\u00a0 `]) {
      const replies = [...answers, label, pasted, 'Continue'];
      const { stdout } = await perform(['-f', 'json'], { terminal: true, replies });
      expect(JSON.parse(stdout)[key]).toBe(value);
    }
  });

  test.each([
    ['Authentication URL', 'authenticationUrl'],
    ['Access token URL', 'accessTokenUrl'],
  ] as const)('a blank %s restores the default, and the prompt says so', async (label, key) => {
    const replies = [...answers, label, 'https://a.example/x', label, ' ', 'Continue'];
    const { stdout, questions } = await perform(['-f', 'json'], { terminal: true, replies });
    expect(JSON.parse(stdout)[key]).toBe(documentedEndpoints[key]);
    expect(questions.join('\n')).toMatch(`${label} (leave blank for the default)`);
  });

  test('with a format or a file, there is no menu', async () => {
    const folder = temporaryFolder();
    const { code, questions } = await perform(['-o', 'a.json'], {
      folder,
      terminal: true,
      replies: [...answers, 'Continue'],
    });
    expect([code, questions.at(-1)?.startsWith('Review')]).toEqual([0, true]);
    expect(existsSync(join(folder, 'a.json'))).toBe(true);
  });

  test('with every answer and a format, there are no prompts', async () => {
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
  ])('is absent with %s', async (_, args, env, terminal) => {
    const { code, questions } = await perform(args, { env, terminal });
    expect([code, questions]).toEqual([2, []]);
  });

  test.each(['0', 'false', ''])("CI=%s doesn't count as CI", async (CI) => {
    expect((await perform([], { env: { CI }, terminal: true, replies: [ctrlC] })).code).toBe(130);
  });

  test("prints text to standard output if that isn't a terminal", async () => {
    const options = { terminal: true, stdoutIsTerminal: false, replies: [...answers, 'Continue'] };
    expect((await perform([], options)).stdout).toContain(clientSecret);
  });
});

describe('the menu', () => {
  test('returns until Done, prints masked and unmasked values, and saves', async () => {
    const folder = temporaryFolder();
    const replies = [
      ...answers,
      'Continue',
      'All',
      'Print all values (Client Secret hidden)',
      'Print all values, including',
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

  test('declining to quit without saving returns to it', async () => {
    const replies = [...answers, 'Continue', 'All', 'Quit', false, 'Save', 'a.json', 'Done'];
    const { code, stderr } = await perform([], { folder: temporaryFolder(), terminal: true, replies });
    expect(code).toBe(0);
    expect(stderr).not.toContain('lost');
  });

  test('warns before and after a pair is lost, and ends with a command line of options', async () => {
    const { stderr, questions } = await perform([], { terminal: true, replies: [...answers, ...toQuit] });
    expect(questions.at(-2)).toContain('the PKCE pair will be lost');
    expect(stderr).toMatch(/Warning: .*saved.*lost/);
    expect(stderr).toContain(`zi-oauth-setup --region NA --scopes company --client-id ${clientId} --yes`);
    expect(stderr).not.toContain(clientSecret);
  });

  test('asks before it overwrites a file, and never discards a pair', async () => {
    const folder = temporaryFolder();
    const before = JSON.stringify(sampleSetup());
    writeFileSync(join(folder, 'a.json'), before);
    const replies = [...answers, 'Continue', 'All', 'Save', 'a.json', false, 'b.json', 'Done'];
    const { questions } = await perform([], { folder, terminal: true, replies });
    expect(questions.at(-3)).toContain('a different PKCE pair, which would be lost. Overwrite it?');
    expect(readFileSync(join(folder, 'a.json'), 'utf8')).toBe(before);
    expect(existsSync(join(folder, 'b.json'))).toBe(true);
    await perform([], {
      folder,
      terminal: true,
      replies: [...answers, 'Continue', 'All', 'Save', 'a.json', true, 'Done'],
    });
    expect(readFileSync(join(folder, 'a.json'), 'utf8')).not.toBe(before);
  });

  test("doesn't ask before it overwrites its own file, in any spelling", async () => {
    const saving = ['a.json', './a.json', 'a.json'].flatMap((name) => ['Save', name]);
    const replies = [...answers, 'Continue', 'All', ...saving, 'Done'];
    const { code, questions } = await perform([], { folder: temporaryFolder(), terminal: true, replies });
    expect([code, questions.join()]).toEqual([0, expect.not.stringContaining('Overwrite it?')]);
  });

  test.each(['set.txt', './set.txt'])(
    "doesn't replace its setup file by what can't be read again: %s",
    async (typed) => {
      const folder = temporaryFolder();
      const before = JSON.stringify(sampleSetup());
      writeFileSync(join(folder, 'set.txt'), before);
      const saving = ['Save to another', enter, 'Save to another', typed, ''];
      const replies = ['Continue', 'All', ...saving, 'Done'];
      const { stderr } = await perform(['--from', 'set.txt'], { folder, terminal: true, replies });
      expect(stderr).toContain('Saved to zoominfo.json');
      expect(stderr).toContain(`${typed} is the setup file itself.`);
      expect(readFileSync(join(folder, 'set.txt'), 'utf8')).toBe(before);
    },
  );

  test('a second run with --from prompts for what was left blank and keeps the pair', async () => {
    const folder = temporaryFolder();
    const first = ['NA', [company], false, '', '', 'Continue', 'All', 'Save', 'a.json', 'Done'];
    await perform([], { folder, terminal: true, replies: first });
    const saved = JSON.parse(readFileSync(join(folder, 'a.json'), 'utf8'));
    const second = [false, clientId, clientSecret, 'Continue', 'All', 'Save to a.json', 'Done'];
    const { questions } = await perform(['--from', 'a.json'], { folder, terminal: true, replies: second });
    expect(questions.join()).not.toContain('Region\n');
    expect(JSON.parse(readFileSync(join(folder, 'a.json'), 'utf8'))).toEqual({
      ...saved,
      clientId,
      clientSecret,
    });
  });
});

describe('what is typed in the menu', () => {
  const toMenu = [...answers, 'Continue', 'All'];

  test.each(['-', 'name', 'name.yaml'])("%j can't be saved to", async (name) => {
    const run = perform([], {
      folder: temporaryFolder(),
      terminal: true,
      replies: [...toMenu, 'Save', name],
    });
    expect((await run).code).toBe(1);
  });

  test.each(['HOME', 'USERPROFILE'])(
    'spaces around a path and ~ are understood, which is %s',
    async (name) => {
      const home = temporaryFolder();
      const replies = [...toMenu, 'Save', ' ~/a.json ', 'Done'];
      expect((await perform([], { env: { [name]: home }, terminal: true, replies })).code).toBe(0);
      expect(existsSync(join(home, 'a.json'))).toBe(true);
    },
  );

  test.each([
    [{ HOME: '', USERPROFILE: '' }, false],
    [{}, false],
    [{ HOME: '', USERPROFILE: 'home' }, true],
  ])('~ is never the root folder: %j', async (env, saved) => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'home'));
    const inFolder = Object.fromEntries(
      Object.entries(env).map(([name, value]) => [name, value && join(folder, value)]),
    );
    const name = `zi-oauth-setup-${randomUUID()}.json`;
    const replies = [...toMenu, 'Save', `~/${name}`, ...(saved ? ['Done'] : [' ', 'Quit', true])];
    const { code, stderr } = await perform([], { env: inFolder, folder, terminal: true, replies });
    expect([code, existsSync(`/${name}`)]).toEqual([0, false]);
    expect(existsSync(join(folder, 'home', name))).toBe(saved);
    expect(stderr.includes("couldn't be written")).toBe(!saved);
  });

  onPosix('a FIFO or a device is rejected without waiting for it', async () => {
    const folder = temporaryFolder();
    execFileSync('mkfifo', [join(folder, 'a.json')]);
    const replies = [...toMenu, 'Save', 'a.json', ' ', 'Quit', true];
    const { code, stderr } = await perform([], { folder, terminal: true, replies });
    expect([code, stderr]).toEqual([0, expect.stringContaining("isn't a regular file")]);
  });

  test('after a save that failed, the path is prompted for again, until one works', async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'folder.json'));
    const replies = [...toMenu, 'Save', 'nowhere/a.json', 'folder.json', 'a.json', 'Done'];
    const { code, stderr, questions } = await perform([], { folder, terminal: true, replies });
    expect(questions.filter((question) => question.startsWith('Save as'))).toHaveLength(3);
    expect(stderr).toMatch(/nowhere[\s\S]*leave the path blank[\s\S]*folder\.json is a folder/);
    expect([code, existsSync(join(folder, 'a.json'))]).toEqual([0, true]);
  });
});

describe('with --from', () => {
  const saved = (answersInFile: object = {}): string => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'a.json'), JSON.stringify(sampleSetup(answersInFile)));
    return folder;
  };

  test("with a Client ID, shows neither prerequisites nor Create App, only what's missing", async () => {
    const folder = saved({ clientSecret: null });
    const replies = [false, clientSecret, 'Continue', 'All', 'Save to a.json', 'Done'];
    const { code, stderr, questions } = await perform(['--from', 'a.json'], {
      folder,
      terminal: true,
      replies,
    });
    expect(code).toBe(0);
    expect(stderr).toContain('Starting from a.json.');
    expect(stderr).toMatch(/Log in to the ZoomInfo Developer Portal[\s\S]*Copy the Client Secret/);
    expect(stderr).not.toMatch(/You need:|Create App|Sign-in Redirect URI/);
    expect(questions.join()).not.toMatch(/Client ID \(/);
    expect(JSON.parse(readFileSync(join(folder, 'a.json'), 'utf8')).clientSecret).toBe(clientSecret);
  });

  test('an existing application must get the new region and scopes', async () => {
    const folder = saved({ clientSecret: null });
    const changed = await perform(['--from', 'a.json', '-s', 'news'], {
      folder,
      terminal: true,
      replies: [ctrlC],
    });
    expect(changed.stderr).toMatch(/Make sure[\s\S]*Sign-in Redirect URI[\s\S]*api:data:news/);
    const given = await perform(['-r', 'na', '-s', 'news', '--client-id', clientId], {
      terminal: true,
      replies: [ctrlC],
    });
    expect(given.stderr).toMatch(/Make sure[\s\S]*api:data:news/);
    expect(given.stderr).not.toContain('Create App');
  });

  test('a complete file goes straight to the review', async () => {
    const { questions } = await perform(['--from', 'a.json'], {
      folder: saved(),
      terminal: true,
      replies: [ctrlC],
    });
    expect(questions).toEqual([expect.stringMatching(/^Review/)]);
  });

  test('saving over another pair asks, even in the file that the run started from', async () => {
    const folder = saved();
    const replies = ['Continue', 'All', 'Save to a.json', false, 'Quit', true];
    const { questions } = await perform(['--from', 'a.json', '--new-pkce'], {
      folder,
      terminal: true,
      replies,
    });
    expect(questions.at(-3)).toContain('a different PKCE pair');
    expect(readFileSync(join(folder, 'a.json'), 'utf8')).toContain(verifier);
  });

  test("another file can be chosen, and saving to it again doesn't ask", async () => {
    const folder = saved();
    const replies = ['Continue', 'All', 'Save to another', 'b.json', 'Save to another', 'b.json', 'Done'];
    const { code } = await perform(['--from', 'a.json'], { folder, terminal: true, replies });
    expect([code, existsSync(join(folder, 'b.json'))]).toEqual([0, true]);
  });

  test('without changes, there is nothing to save', async () => {
    const { stderr, questions } = await perform(['--from', 'a.json'], {
      folder: saved(),
      terminal: true,
      replies: ['Continue', 'All', 'Done'],
    });
    expect(questions.at(-1)).toMatch(/- Done$/);
    expect(stderr).toContain('zi-oauth-setup --from a.json --yes');
    expect(stderr).not.toContain('Warning');
  });

  test('unsaved changes are reported', async () => {
    const replies = ['Name', 'Other', ...toQuit];
    const { stderr, questions } = await perform(['--from', 'a.json'], {
      folder: saved(),
      terminal: true,
      replies,
    });
    expect(questions.at(-2)).toContain('Quit without saving the changes');
    expect(stderr).toMatch(/Warning: .*changes.*saved/);
    expect(stderr).toContain('zi-oauth-setup --name Other --from a.json --yes');
  });

  test('a change back to a default is in the command that resumes', async () => {
    const { stderr } = await perform(['--from', 'a.json'], {
      folder: saved({ name: 'Foo' }),
      terminal: true,
      replies: ['Name', 'ZoomInfo', ctrlC],
    });
    expect(stderr).toContain('To resume, run:\n  zi-oauth-setup --name ZoomInfo --from a.json');
  });

  test.each<[what: string, answersInFile: object, key: 'clientId' | 'clientSecret']>([
    ['the Client Secret', {}, 'clientSecret'],
    ['a Client ID that may be the secret', { clientId: 'Acme-App-01', clientSecret: null }, 'clientId'],
    ['a Client ID that looks swapped', { clientId: 'Acme-App-01', clientSecret: clientId }, 'clientId'],
  ])('%s is hidden in the review, and a blank answer keeps it', async (_, answersInFile, key) => {
    const folder = saved(answersInFile);
    const before = JSON.parse(readFileSync(join(folder, 'a.json'), 'utf8'));
    const isSwapped = before.clientSecret === clientId;
    const label = key === 'clientId' ? 'Client ID' : 'Client Secret';
    const decline = isSwapped ? [false] : [];
    const start = [...decline, ...(before.clientSecret === null ? [false, ''] : [])];
    const replies = [...start, label, '', ...decline, 'Continue', 'All', 'Done'];
    const { code, questions } = await perform(['--from', 'a.json'], { folder, terminal: true, replies });
    const review = questions.find((question) => question.startsWith('Review')) ?? '';
    expect(review).toMatch(new RegExp(`- ${label} +\\*{8}$`, 'm'));
    expect(questions.findLast((question) => question.startsWith(`${label} (`))).toContain('keep');
    expect(questions.at(-1)).toMatch(/- Done$/);
    expect([code, questions.join()]).toEqual([0, expect.not.stringContaining(before[key])]);
  });

  test('a Client ID that is shown can be cleared', async () => {
    const { stdout, questions } = await perform(['--from', 'a.json', '-f', 'json'], {
      folder: saved({ clientSecret: null }),
      terminal: true,
      replies: [false, '', 'Client ID', '', 'Continue'],
    });
    expect(questions.findLast((question) => question.startsWith('Client ID ('))).toContain('add later');
    expect(JSON.parse(stdout).clientId).toBeNull();
  });

  test('a replaced pair is reported, and the environment never replaces it', async () => {
    const other = 'A1b2C3d4E5f6G7h8I9j0K1l2M3n4O5p6Q7r8S9t0U1v';
    const args = ['--from', 'a.json', '--yes', '-f', 'json'];
    const kept = await perform(args, { folder: saved(), env: { ZI_OAUTH_CODE_VERIFIER: other } });
    expect([JSON.parse(kept.stdout).pkce.codeVerifier, kept.stderr]).toEqual([verifier, '']);
    const folder = saved();
    writeFileSync(join(folder, 'other.txt'), other);
    const { stdout, stderr } = await perform([...args, '--code-verifier-file', 'other.txt'], { folder });
    expect(JSON.parse(stdout).pkce.codeVerifier).toBe(other);
    expect(stderr).toMatch(/PKCE pair with the specified code verifier instead of the saved one/);
  });

  test.each([
    ['a sound pair', {}],
    ['a challenge of another pair', { codeChallenge: 'x'.repeat(43) }],
    ['a verifier that is too short', { codeVerifier: 'short' }],
  ])('--new-pkce keeps everything but %s', async (_, pair) => {
    const folder = temporaryFolder();
    const before = { ...sampleSetup({ name: 'Mine' }), 'x-own': 1 };
    writeFileSync(join(folder, 'a.json'), JSON.stringify({ ...before, pkce: { ...before.pkce, ...pair } }));
    const env = { ZI_OAUTH_CODE_VERIFIER: verifier };
    const args = ['--from', 'a.json', '--new-pkce', '--yes', '-o', 'a.json', '--force'];
    const { code, stderr } = await perform(args, { folder, env });
    expect([code, stderr]).toEqual([0, expect.stringContaining('a new PKCE pair instead of the saved one')]);
    const {
      pkce,
      advancedOptions: _rows,
      ...rest
    } = JSON.parse(readFileSync(join(folder, 'a.json'), 'utf8'));
    const { pkce: old, advancedOptions: _old, ...kept } = before;
    expect(rest).toEqual(kept);
    expect(pkce.codeVerifier).not.toBe(old.codeVerifier);
    expect(await perform(['verify', 'a.json'], { folder })).toMatchObject({ code: 0 });
  });

  test.each(['\n', '\r\n', '\u2028'])(
    'a Description with %j becomes one line, with a warning',
    async (end) => {
      const folder = temporaryFolder();
      const setup = { ...sampleSetup(), description: `first${end}second` };
      writeFileSync(join(folder, 'a.json'), JSON.stringify(setup));
      const { stdout, stderr } = await perform(['--from', 'a.json', '--yes', '-f', 'json'], { folder });
      expect(JSON.parse(stdout).description).toBe('first second');
      expect(stderr).toMatch(/Description in the saved setup contains line breaks .*spaces/);
      const cleared = await perform(['--from', 'a.json', '--yes', '-f', 'json', '--description', ''], {
        folder,
      });
      expect([JSON.parse(cleared.stdout).description, cleared.stderr]).toEqual(['', '']);
    },
  );

  test('the command that resumes also clears a cleared Description', async () => {
    const { stderr } = await perform(['--from', 'a.json'], {
      folder: saved({ description: 'old' }),
      terminal: true,
      replies: ['Description', '', ctrlC],
    });
    expect(stderr).toContain("--description '' --from a.json");
  });
});

describe('a swapped Client ID and Client Secret', () => {
  const start = ['NA', [company], false];

  test.each([
    ['swapped', [clientSecret, clientId, true]],
    ['the secret twice', [clientSecret, clientSecret, true, clientId]],
    ['the secret twice, then swapped', [clientSecret, clientSecret, false, clientId, true]],
  ])('%s: corrected', async (_, typed) => {
    const { code, stdout, stderr, questions } = await perform(['-f', 'json'], {
      terminal: true,
      replies: [...start, ...typed, 'Continue'],
    });
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ clientId, clientSecret });
    expect(stderr + questions.join()).not.toContain(clientSecret);
  });

  test.each([
    ['at the offer', [clientSecret, clientId, ctrlC]],
    ['in the review', [clientSecret, clientId, false, ctrlC]],
    ['at the offer for one text', [clientSecret, clientSecret, ctrlC]],
    ['at the Client ID after that', [clientSecret, clientSecret, true, ctrlC]],
  ])('nothing shows the secret, even with Ctrl-C %s', async (_, typed) => {
    const { code, stderr, questions } = await perform([], { terminal: true, replies: [...start, ...typed] });
    expect(code).toBe(130);
    expect(stderr).toContain('--region NA');
    expect(stderr + questions.join()).not.toContain(clientSecret);
  });

  test('values from options and environment can be swapped, too', async () => {
    const { stdout } = await perform(['-r', 'na', '--client-id', clientSecret, '-f', 'json'], {
      terminal: true,
      env: { ZI_OAUTH_CLIENT_SECRET: clientId },
      replies: [true, [company], 'Continue'],
    });
    expect(JSON.parse(stdout)).toMatchObject({ clientId, clientSecret });
  });
});

describe('a change after the portal step says what to change in ZoomInfo', () => {
  test('region and scopes', async () => {
    const changes = ['Region', 'EMEA', 'Scopes', ['api:data:news', company], 'Continue'];
    const { stderr } = await perform(['-f', 'json'], { terminal: true, replies: [...answers, ...changes] });
    const said = stderr.slice(stderr.lastIndexOf('Client Secret proves'));
    expect(said).toMatch(/Sign-in Redirect URIs\s+Remove:\s+\S+na-east\S+\s+Add:\s+\S+emea-west\S+\n/);
    expect(said).toMatch(/OAuth 2.0 scopes\s+Add:\s+api:data:news\n/);
    expect(said).not.toContain(company);
  });

  test('nothing if the same values are chosen', async () => {
    const changes = ['Region', 'NA', 'Scopes', [company], 'Name', 'Other', 'Continue'];
    const { stderr } = await perform(['-f', 'json'], { terminal: true, replies: [...answers, ...changes] });
    expect(stderr).not.toMatch(/Remove:|Add:/);
  });
});

test("a result that can't be written after all prompts says how to resume", async () => {
  const replies = [...answers, 'Description', `it's $5`, 'Continue'];
  const { code, stderr } = await perform(['-f', 'env'], { terminal: true, replies });
  expect(code).toBe(3);
  expect(stderr).toContain('ZI_OAUTH_DESCRIPTION');
  expect(stderr).toMatch(/To resume, run:\n {4}zi-oauth-setup --region NA .*--format env/);
});

describe('Ctrl-C', () => {
  const replies = [...answers, ...toQuit];
  test.each(replies.map((_, index) => index))(
    'at prompt %i exits with 130, writes no file, and says how to resume',
    async (index) => {
      const folder = temporaryFolder();
      const { code, stdout, stderr } = await perform(['-o', 'a.json'].slice(0, index < 6 ? 2 : 0), {
        folder,
        terminal: true,
        replies: [...replies.slice(0, index), ctrlC],
      });
      expect([code, stdout]).toEqual([130, '']);
      expect(stderr).toContain('Cancelled. No files were written.');
      expect(stderr).toContain('To resume, run:\n  zi-oauth-setup');
      expect(stderr.includes("it's lost")).toBe(index > 5);
      expect(stderr.includes('in ZI_OAUTH_CLIENT_SECRET')).toBe(index > 4);
      if (index > 0) expect(stderr).toContain('--region NA');
      if (index > 3) expect(stderr).toContain(`--client-id ${clientId}`);
      expect(stderr).not.toContain(clientSecret);
      expect(existsSync(join(folder, 'a.json'))).toBe(false);
    },
  );

  test('after a save, the command starts from the file', async () => {
    const folder = temporaryFolder();
    const { stderr } = await perform([], {
      folder,
      terminal: true,
      replies: [...answers, 'Continue', 'All', 'Save', 'a.json', ctrlC],
    });
    expect(stderr).toContain('a.json was saved.\nTo resume, run:\n  zi-oauth-setup --from a.json\n');
  });

  test('the command is the one that was typed: npx, secret files, options', async () => {
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

describe('what was written', () => {
  const toMenu = [...answers, 'Continue', 'All'];

  test('is still the setup file after another format is saved', async () => {
    const folder = temporaryFolder();
    const replies = [...toMenu, 'Save', 'a.json', 'Save', 'a.md', 'Done'];
    const { stderr } = await perform([], { terminal: true, folder, replies });
    expect(stderr).toMatch(/print the values again, run:\n {2}zi-oauth-setup --from a\.json --yes\n$/);
  });

  test.each([
    ['Ctrl-C', ctrlC],
    ['Done', 'Done'],
  ])('without a setup file, %s says what another run would lose', async (_how, end) => {
    const folder = temporaryFolder();
    const replies = [...toMenu, 'Save', 'a.md', end];
    const { stderr } = await perform([], { terminal: true, folder, replies });
    expect(stderr).not.toContain('No files were written');
    expect(stderr.replace(/\s+/g, ' ')).toContain('a new PKCE pair');
  });

  test("a provided pair isn't generated again", async () => {
    const folder = temporaryFolder();
    const env = { ZI_OAUTH_CODE_VERIFIER: verifier };
    const replies = [...toMenu, 'Save', 'a.md', 'Done'];
    const { stderr } = await perform([], { terminal: true, folder, replies, env });
    expect(stderr).not.toContain('a new PKCE pair');
  });
});
