import { describe, expect, test } from 'vitest';
import { perform } from '../support/context.ts';
import { temporaryFolder } from '../support/folder.ts';
import { always, startMisbehaving } from '../support/misbehaving-server.ts';
import { onPosix } from '../support/requirements.ts';
import { clientId, clientSecret } from '../support/setup-fixture.ts';
import { expectNoSecret } from '../support/verify-run.ts';

const answers = ['NA', ['api:data:company'], clientId, clientSecret, 'Continue', 'All'];
const quit = ['Quit', true];

describe("verify in the wizard's menu", () => {
  test('checks the values immediately, and contacts the server only after an explanation and a yes', async () => {
    const server = await startMisbehaving((seen, response, socket) =>
      seen.path === '/token'
        ? always(400, { error: 'invalid_grant' })(seen, response, socket)
        : always(302, '', { location: '/login' })(seen, response, socket),
    );
    const flags = ['--no-open', '--authentication-url', `${server.origin}/authorize`];
    flags.push('--access-token-url', `${server.origin}/token`);
    const no = await perform(flags, { terminal: true, replies: [...answers, 'Verify', 'No', ...quit] });
    expect(no.stderr).toMatch(/\+ PKCE Code Challenge\n/);
    expect(no.stderr).toMatch(/Nothing has been sent yet/);
    expect(server.seen).toEqual([]);
    const yes = await perform(flags, {
      terminal: true,
      replies: [...answers, 'Verify', 'Online: ', ...quit],
    });
    expect(yes.stderr).toMatch(/\+ Client ID and Client Secret at the server\n/);
    expect(server.seen).toHaveLength(2);
    await server.close();
    expectNoSecret(yes.stderr, [clientSecret]);
  });

  onPosix('checks the file, too, once these values are saved in it', async () => {
    const folder = temporaryFolder();
    const replies = [...answers, 'Verify', 'No', 'Save', 'a.json', 'Verify', 'No', 'Done'];
    const { stderr } = await perform(['--no-open'], { folder, terminal: true, replies });
    const [before, after] = stderr.split('Saved to a.json');
    expect(before).toContain('Skipped: File permissions');
    expect(after).toMatch(/[+] File permissions/);
  });

  test('login prompts for the URL, then returns to the menu', async () => {
    const server = await startMisbehaving(always(503));
    const flags = ['--no-open', '--authentication-url', `${server.origin}/a`];
    flags.push('--access-token-url', `${server.origin}/t`);
    const replies = [...answers, 'Verify', 'Online and login', undefined, ...quit];
    const { stderr, questions, code } = await perform(flags, { terminal: true, replies });
    await server.close();
    expect(code).toBe(0);
    expect(questions.at(-3)).toBe('URL:');
    expect(stderr).toContain('may end other sessions');
    expect(stderr).toContain('No sign-in completed');
  });

  test("without credentials, online checks aren't offered", async () => {
    const replies = ['NA', ['api:data:company'], '', '', 'Continue', 'All', 'Verify', ...quit];
    const { questions, stderr } = await perform(['--no-open'], { terminal: true, replies });
    expect(questions.join()).not.toContain('authorization server');
    expect(stderr.replace(/\s+/g, ' ')).toMatch(/add the Client ID and Client Secret with/);
  });

  test("an invalid proxy variable doesn't end the wizard", async () => {
    const { code, stderr } = await perform(['--no-open'], {
      terminal: true,
      env: { HTTPS_PROXY: 'nonsense nonsense' },
      replies: [...answers, 'Verify', 'Online: ', ...quit],
    });
    expect(code).toBe(0);
    expect(stderr).toContain("HTTPS_PROXY isn't a valid proxy URL");
  });
});
