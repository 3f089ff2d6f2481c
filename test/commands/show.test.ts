import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { formatExtensions, formatNames } from '../../src/render/format-names.ts';
import type { Setup } from '../../src/setup-file/schema.ts';
import { perform, type StageOptions, servedUrl } from '../support/context.ts';
import { temporaryFolder } from '../support/folder.ts';
import { clientId, clientSecret, rfcPair, sampleSetup } from '../support/setup-fixture.ts';

/** A folder with a saved setup in it. */
function folderWith(setup: Setup = sampleSetup()): string {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'zoominfo.json'), `${JSON.stringify(setup, null, 2)}\n`);
  return folder;
}

const rotated: Setup = { ...sampleSetup(), previousPkce: { ...rfcPair, codeChallengeMethod: 'S256' } };

/** Every text of a setup that ZoomInfo doesn't need. */
const notForZoomInfo = [
  clientId,
  clientSecret,
  ...Object.values(rotated.pkce),
  ...Object.values(rfcPair),
  'challenge',
  'verifier',
  rotated.accessTokenUrl,
];

describe('show', () => {
  test.each(formatNames)('%s on standard output is the same as in a file', async (format) => {
    const folder = folderWith();
    const printed = await perform(['show', 'zoominfo.json', '-f', format], { folder });
    const path = `out${formatExtensions[format]}`;
    const saved = await perform(['show', 'zoominfo.json', '-o', path], { folder });
    expect([printed.code, saved.code, saved.stdout]).toEqual([0, 0, '']);
    expect(readFileSync(join(folder, path), 'utf8')).toBe(printed.stdout);
    // Windows has no modes.
    if (process.platform !== 'win32') expect(statSync(join(folder, path)).mode & 0o777).toBe(0o600);
  });

  const names = [
    ...Object.values(formatExtensions).map((extension) => `out${extension}`),
    '.env.json',
    'out',
  ];
  test.each(formatNames.flatMap((format) => names.map((name) => ({ format, name }))))(
    '%o: warns if the name of the file promises another format',
    async ({ format, name }) => {
      const args = ['show', 'zoominfo.json', '-f', format, '-o', name];
      const { code, stderr } = await perform(args, { folder: folderWith() });
      const isOdd = /\.(?:json|env|md|html)$/.test(name) && !name.endsWith(formatExtensions[format]);
      expect([code, stderr.includes(`Warning: ${name} contains ${format}`)]).toEqual([0, isOdd]);
    },
  );

  test('JSON is the file itself, including custom keys', async () => {
    const setup = { ...rotated, 'x-note': { a: [1, 'two'] } };
    const folder = folderWith(setup);
    const { stdout } = await perform(['show', 'zoominfo.json', '-f', 'json'], { folder });
    expect(JSON.parse(stdout)).toEqual(setup);
    const again = await perform(['show', '-', '-f', 'json'], { stdin: stdout });
    expect(again.stdout).toBe(stdout);
  });

  test('- reads standard input, and the environment changes nothing', async () => {
    const env = { ZI_OAUTH_REGION: 'EMEA', ZI_OAUTH_CLIENT_ID: 'other', ZI_OAUTH_NAME: 'other' };
    const { stdout } = await perform(['show', '-', '-f', 'json'], {
      stdin: JSON.stringify(sampleSetup()),
      env,
    });
    expect(JSON.parse(stdout)).toEqual(sampleSetup());
  });

  test('a message about standard input begins like a sentence', async () => {
    const invalid = await perform(['show', '-'], { stdin: '{}' });
    const inconsistent = { ...sampleSetup(), region: 'EMEA' };
    const shown = await perform(['show', '-'], { stdin: JSON.stringify(inconsistent) });
    for (const { stderr } of [invalid, shown]) expect(stderr).toMatch(/^(?:Error|! Warning): Standard input/);
  });

  test('at a terminal, the end of the copy sheet is a line of its own, after any ^C', async () => {
    const { stderr } = await perform(['show', 'zoominfo.json', '--open'], {
      folder: folderWith(),
      terminal: true,
    });
    expect(stderr).toMatch(/\n\n.*Copy sheet closed/);
  });

  test.each<[keys: string, why: string, options: StageOptions]>([
    ['Enter or Ctrl-C', 'at a terminal', { terminal: true }],
    ['Ctrl-C', 'without a terminal, where no one can press Enter', {}],
  ])('the copy sheet can be closed with %s %s', async (keys, _why, options) => {
    const { stderr } = await perform(['show', 'zoominfo.json', '--open'], {
      folder: folderWith(),
      ...options,
    });
    expect(stderr.replaceAll(/\s+/g, ' ')).toContain(
      `Press ${keys} to close it. It closes after 10 minutes without a request.`,
    );
  });

  test.each<[what: string, args: readonly string[], options: StageOptions, isSaid: boolean]>([
    ['at a terminal', [], { terminal: true }, true],
    ['for Jitterbit', ['--for', 'jitterbit'], { terminal: true }, true],
    ['in a pipe', [], {}, false],
    ['if only standard output is redirected', [], { terminal: true, stdoutIsTerminal: false }, false],
    ['if only standard error is redirected', [], { stdoutIsTerminal: true }, false],
    ['if it is shown', ['--show-secrets'], { terminal: true }, false],
    ['for ZoomInfo', ['--for', 'zoominfo'], { terminal: true }, false],
    ['in another format', ['-f', 'env'], { terminal: true }, false],
  ])('%s, says how to show the Client Secret if it is hidden', async (_what, args, options, isSaid) => {
    const folder = folderWith();
    const { stderr } = await perform(['show', 'zoominfo.json', ...args], { folder, ...options });
    expect(stderr.includes('The Client Secret is hidden. To show it, add --show-secrets.')).toBe(isSaid);
  });

  test.each(
    formatNames.flatMap((format) => [
      { format, args: [], options: { terminal: true }, isSaid: format !== 'text' },
      { format, args: ['--for', 'jitterbit'], options: { terminal: true }, isSaid: format !== 'text' },
      { format, args: ['--for', 'zoominfo'], options: { terminal: true }, isSaid: false },
      { format, args: ['--show-secrets'], options: { terminal: true }, isSaid: false },
      { format, args: ['-o', 'out'], options: { terminal: true }, isSaid: false },
      { format, args: [], options: {}, isSaid: false },
      { format, args: [], options: { terminal: true, stdoutIsTerminal: false }, isSaid: false },
    ]),
  )('%o: warns that the Client Secret is on the screen', async ({ format, args, options, isSaid }) => {
    const folder = folderWith();
    const all = ['show', 'zoominfo.json', '-f', format, ...args];
    const { code, stdout, stderr } = await perform(all, { folder, ...options });
    expect([code, stderr.includes('Warning: The Client Secret is shown above.')]).toEqual([0, isSaid]);
    if (isSaid) expect(stdout).toContain(clientSecret);
    const unset = folderWith(sampleSetup({ clientSecret: null }));
    expect((await perform(all, { folder: unset, ...options })).stderr).not.toContain('shown above');
  });

  test('at a terminal, the Client Secret is masked without --show-secrets', async () => {
    const folder = folderWith();
    const masked = await perform(['show', 'zoominfo.json'], { folder, terminal: true });
    const shown = await perform(['show', 'zoominfo.json', '--show-secrets'], { folder, terminal: true });
    expect(masked.stdout).not.toContain(clientSecret);
    expect(shown.stdout).toContain(clientSecret);
  });

  test('an inconsistent setup is shown with a warning', async () => {
    const folder = folderWith({ ...sampleSetup(), region: 'EMEA' });
    const { code, stdout, stderr } = await perform(['show', 'zoominfo.json', '-f', 'json'], { folder });
    expect([code, JSON.parse(stdout).region]).toEqual([0, 'EMEA']);
    expect(stderr).toContain(
      "Warning: zoominfo.json: The Sign-in Redirect URI doesn't match region EMEA exactly.",
    );
  });

  test('a value that verify rejects is shown with a warning, which leads to verify', async () => {
    const folder = folderWith({ ...sampleSetup(), scopes: ['API:data:news'] });
    const { code, stdout, stderr } = await perform(['show', 'zoominfo.json', '-f', 'json'], {
      folder,
      terminal: true,
      stdoutIsTerminal: false,
    });
    expect([code, JSON.parse(stdout).scopes]).toEqual([0, ['API:data:news']]);
    expect(stderr).toMatch(/Warning: zoominfo\.json: .*case-sensitive/);
    expect(stderr).toContain('zi-oauth-setup verify zoominfo.json');
  });

  test('never replaces a file with a pair by one without', async () => {
    const folder = folderWith();
    const before = readFileSync(join(folder, 'zoominfo.json'), 'utf8');
    const args = ['show', 'zoominfo.json', '--for', 'zoominfo', '-o', 'zoominfo.json', '--force'];
    const { code, stderr } = await perform(args, { folder });
    expect(code).toBe(6);
    expect(stderr).toContain('Specify another path');
    expect(readFileSync(join(folder, 'zoominfo.json'), 'utf8')).toBe(before);
  });
});

describe('--for zoominfo', () => {
  test.each(formatNames)('contains no secret in %s', async (format) => {
    const folder = folderWith(rotated);
    for (const terminal of [true, false]) {
      const args = ['show', 'zoominfo.json', '--for', 'zoominfo', '--show-secrets', '-f', format];
      const { stdout } = await perform(args, { folder, stdoutIsTerminal: terminal });
      expect(stdout).toContain(rotated.redirectUri);
      for (const scope of rotated.scopes) expect(stdout).toContain(scope);
      for (const text of notForZoomInfo) expect(stdout).not.toContain(text);
    }
  });

  test('also applies to the page that --open serves', async () => {
    const folder = folderWith(rotated);
    const { served } = await perform(['show', 'zoominfo.json', '--for', 'zoominfo', '--open'], { folder });
    for (const text of notForZoomInfo) expect(served[0]?.html).not.toContain(text);
  });

  test('is two keys in JSON', async () => {
    const { stdout } = await perform(['show', 'zoominfo.json', '--for', 'zoominfo', '-f', 'json'], {
      folder: folderWith(),
    });
    expect(JSON.parse(stdout)).toEqual({
      redirectUri: sampleSetup().redirectUri,
      scopes: sampleSetup().scopes,
    });
  });
});

test('--for jitterbit is all but the redirect URI', async () => {
  const folder = folderWith();
  for (const format of formatNames) {
    const { stdout } = await perform(['show', 'zoominfo.json', '--for', 'jitterbit', '-f', format], {
      folder,
    });
    expect(stdout).not.toContain(sampleSetup().redirectUri);
    expect(stdout).toContain(sampleSetup().pkce.codeVerifier);
  }
});

describe('--open', () => {
  test('serves the sheet and opens a browser; the URL is always printed', async () => {
    const folder = folderWith();
    const { code, stdout, stderr, opened, served } = await perform(['show', 'zoominfo.json', '--open'], {
      folder,
    });
    expect([code, stdout, opened]).toEqual([0, '', [servedUrl]]);
    const html = await perform(['show', 'zoominfo.json', '-f', 'html'], { folder });
    expect(served.map((page) => page.html)).toEqual([html.stdout]);
    expect(stderr).toContain(servedUrl);
  });

  test('over SSH, prints the tunnel command with the same port, and starts no browser', async () => {
    const env = { SSH_CONNECTION: '192.0.2.7 50000 192.0.2.9 2222', USER: 'ana' };
    const { stderr, opened } = await perform(['show', 'zoominfo.json', '--open'], {
      folder: folderWith(),
      env,
    });
    expect(stderr).toContain('ssh -N -L 41234:127.0.0.1:41234 -p 2222 ana@192.0.2.9\n');
    expect(stderr).toContain(servedUrl);
    expect(opened).toEqual([]);
  });

  test.each([[['-o', 'x.html']], [['-f', 'json']]])('with %j: exit 2', async (further) => {
    const { code } = await perform(['show', 'zoominfo.json', '--open', ...further], { folder: folderWith() });
    expect(code).toBe(2);
  });
});

test.each([[['show']], [['show', 'a', 'b']], [['rotate']], [['rotate', '-']], [['show', 'a', '--for', 'x']]])(
  '%j: exit 2',
  async (args) => {
    const { code, stdout } = await perform(args);
    expect([code, stdout]).toEqual([2, '']);
  },
);
