import { spawn } from '@lydell/node-pty';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { bin } from '../support/bin.ts';
import { type OauthServer, signIn, startOauthServer } from '../support/oauth-server.ts';
import { onPosix } from '../support/requirements.ts';
import { savedSetup } from '../support/saved-setup.ts';
import { sampleSetup } from '../support/setup-fixture.ts';
import { expectNoSecret } from '../support/verify-run.ts';

const { redirectUri } = sampleSetup();
const escapes = /\u001b\[[0-9;?]*[a-zA-Z]/g;

describe('a login as a person does it in a terminal', () => {
  let server: OauthServer;
  beforeAll(async () => {
    server = await startOauthServer();
  });
  afterAll(() => server.close());

  /** The real program in a real terminal; `act` is called once, when it prompts for the URL. */
  const inTerminal = async (act: (address: string, type: (keys: string) => void) => void) => {
    const setup = server.setup(true);
    const words = [bin, 'verify', savedSetup(setup), '--login', '--no-open', '--explain'];
    const { CI: _, ...env } = process.env;
    const terminal = spawn(process.execPath, words, {
      cols: 100,
      rows: 40,
      env: { ...env, NO_COLOR: '1' } as Record<string, string>,
    });
    let transcript = '';
    let asked = false;
    terminal.onData((text) => {
      transcript += text;
      if (asked || !transcript.includes('URL: ')) return;
      asked = true;
      const address = /^http:\/\/127\S+authorize\S+/m.exec(transcript.replace(escapes, ''))?.[0] ?? '';
      act(address, (keys) => terminal.write(keys));
    });
    const exitCode = await new Promise<number>((resolve) =>
      terminal.onExit(({ exitCode: code }) => resolve(code)),
    );
    expectNoSecret(transcript, [...server.secrets, setup.clientSecret ?? '', setup.pkce.codeVerifier]);
    return { exitCode, transcript };
  };

  onPosix.each([
    ['with line breaks', (back: string) => `${back.slice(0, 60)}\r${back.slice(60)}\r`],
    [
      'by a terminal that marks pastes',
      (back: string) => `\u001b[200~${back.slice(0, 60)}\r${back.slice(60)}\u001b[201~\r`,
    ],
  ])('the URL is pasted %s', async (_, spell) => {
    const ran = await inTerminal((address, type) => {
      signIn(address, redirectUri).then((back) => type(spell(back)));
    });
    expect(ran.transcript).toContain('All checks passed.');
    expect(ran.exitCode).toBe(0);
  });

  onPosix.each([
    ['Ctrl-C', '\u0003'],
    ['Ctrl-D', '\u0004'],
  ])('%s at the prompt: exits with 130 and restores the mode of the terminal', async (_, key) => {
    const ran = await inTerminal((_address, type) => type(key));
    expect(ran.exitCode).toBe(130);
    expect(ran.transcript).toContain('\u001b[?2004l');
    expect(ran.transcript).not.toContain('    at ');
  });
});
