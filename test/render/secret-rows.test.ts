import { describe, expect, test } from 'vitest';
import { consoleSections } from '../../src/render/console-sections.ts';
import { renderHtml } from '../../src/render/html/sheet-page.ts';
import type { Setup } from '../../src/setup-file/schema.ts';
import { perform } from '../support/context.ts';
import { clientSecret, sampleSetup, verifier } from '../support/setup-fixture.ts';

const older = 'Older-Verifier_0123456789-abcdefghijklmnopqrs';

const withRow = (key: string, value: string, tab: 'authenticationRequest' | 'tokenRequest'): Setup => {
  const setup = sampleSetup();
  const { parameters } = setup.advancedOptions[tab];
  return {
    ...setup,
    previousPkce: { ...setup.pkce, codeVerifier: older },
    advancedOptions: {
      ...setup.advancedOptions,
      [tab]: { parameters: [...parameters, { key, value, sendIn: 'Request Body' }] },
    },
  };
};

const rows = [
  ['client_secret', clientSecret],
  ['client_secret', 'another-secret-abcdef'],
  ['Client-Secret', 'another-secret-abcdef'],
  ['x', clientSecret],
  ['x', `Basic ${clientSecret}`],
  ['password', 'hunter2-hunter2'],
  ['api_key', 'k-0123456789'],
  ['client_assertion', 'a.b.c'],
] as const;

test('a Client ID that may be the Client Secret is masked, too', async () => {
  const setup = sampleSetup();
  const savedFile = JSON.stringify({ ...setup, clientId: clientSecret, clientSecret: setup.clientId });
  const { stdout } = await perform(['show', 'f.json'], { savedFile, terminal: true });
  expect(stdout).not.toContain(clientSecret);
});

/** Setup files that have a secret in another place, alone or after other text. */
const filesWith = (at: (text: string) => Partial<Setup>) =>
  ['', 'x-', 'https://a.example/'].flatMap((before) =>
    [clientSecret, verifier].map((secret) => ({
      secret,
      savedFile: JSON.stringify({ ...sampleSetup(), ...at(`${before}${secret}`) }),
    })),
  );

describe.each([
  ['name', (text: string) => ({ name: text })],
  ['description', (text: string) => ({ description: text })],
  ['connector', (text: string) => ({ connector: text })],
  ['scopes', (text: string) => ({ scopes: ['api:data:company', text] })],
  ['redirectUri', (text: string) => ({ redirectUri: text })],
  ['authenticationUrl', (text: string) => ({ authenticationUrl: text })],
] as const)('a secret in %s', (_, at) => {
  const files = filesWith(at);

  test('is masked at a terminal if it is the Client Secret', async () => {
    for (const { savedFile } of files) {
      const { stdout } = await perform(['show', 'f.json'], { savedFile, terminal: true });
      expect(stdout).not.toContain(clientSecret);
    }
  });

  test('is never handed over to the one who sets up ZoomInfo', async () => {
    for (const { savedFile, secret } of files)
      for (const format of ['text', 'json', 'env', 'markdown', 'html']) {
        const { stdout, stderr } = await perform(['show', 'f.json', '--for', 'zoominfo', '-f', format], {
          savedFile,
        });
        expect(stdout + stderr).not.toContain(secret);
      }
  });
});

test('a secret in the scopes fails, since every sign-in URL shows it', async () => {
  for (const { savedFile, secret } of filesWith((text) => ({ scopes: ['api:data:company', text] }))) {
    const { code, stdout } = await perform(['verify', 'f.json'], { savedFile });
    expect([code, stdout.includes(secret)]).toEqual([3, false]);
    expect(stdout).toMatch(/scopes contains the (?:Client Secret|code verifier)/);
  }
});

describe.each(['authenticationRequest', 'tokenRequest'] as const)('in %s', (tab) => {
  test.each(rows)('a row %s = %s is masked with the Client Secret', async (key, value) => {
    const setup = withRow(key, value, tab);
    const savedFile = JSON.stringify(setup);
    for (const width of [40, 200]) {
      const { stdout } = await perform(['show', 'f.json'], { savedFile, terminal: true, width });
      expect(stdout).toContain(key);
      expect(stdout).not.toContain(value);
      expect(stdout).not.toContain(clientSecret);
    }
    for (const [args, terminal] of [
      [['--show-secrets'], true],
      [['-f', 'markdown'], true],
      [[], false],
    ] as const)
      expect((await perform(['show', 'f.json', ...args], { savedFile, terminal })).stdout).toContain(value);
  });

  test.each([...rows, ['code_verifier', older], ['x', verifier], ['x', older]] as const)(
    'a row %s = %s is concealed in the copy sheet',
    (key, value) => {
      const page = renderHtml(withRow(key, value, tab));
      const shown = page.replace(/<details>.*?<\/details>/gs, '');
      const escaped = value.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
      expect(page).toContain(escaped);
      expect(shown).not.toContain(escaped);
    },
  );
});

test("rows without a secret don't change", () => {
  const setup = withRow('audience', 'https://api.example', 'tokenRequest');
  const cells = consoleSections(setup).flatMap((section) => section.cells);
  const secret = cells.filter((cell) => cell.secret !== undefined).map(({ label }) => label);
  expect(secret).toEqual(['Client Secret', 'code_verifier']);
});
