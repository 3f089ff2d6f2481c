import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { renderJson } from '../../src/render/json.ts';
import { perform, type StageOptions } from '../support/context.ts';
import { temporaryFolder } from '../support/folder.ts';
import { goodParameters, registered } from '../support/paste-fixtures.ts';
import { clientSecret, verifier } from '../support/setup-fixture.ts';

const savedFile = renderJson(registered.setup);

const urlWith = (changes: Record<string, string> = {}): string =>
  `${registered.setup.authenticationUrl}?${new URLSearchParams({ ...goodParameters, ...changes })}`;

const diagnosed = (stdin: string, args: readonly string[] = ['zoominfo.json'], stage: StageOptions = {}) =>
  perform(['diagnose', ...args], { stdin, savedFile, ...stage });

describe('what is read from standard input', () => {
  test.each([
    ['a right URL', urlWith(), 0, /No problems found/],
    ['a wrong one', urlWith({ scope: 'api:data:company' }), 3, /api:data:contact/],
    ['an error that one value causes', '{"error":"invalid_scope"}', 3, /Scopes/],
    ['an error that no value causes', '{"error":"access_denied"}', 4, /access_denied/],
    ['the URL with a code', `${registered.setup.redirectUri}?code=abc-123-def&state=x`, 0, /Client Secret/],
  ])('%s', async (_, stdin, code, says) => {
    const run = await diagnosed(stdin);
    expect([run.code, run.stderr]).toEqual([code, '']);
    expect(run.stdout).toMatch(says);
  });

  test('UTF-16 as PowerShell writes it', async () => {
    const bytes = Buffer.from(`\ufeff${urlWith({ prompt: 'none' })}`, 'utf16le');
    const run = await perform(['diagnose'], { stdinBytes: bytes });
    expect([run.code, run.stdout]).toEqual([3, expect.stringContaining('prompt')]);
  });

  test('JSON has the published fields', async () => {
    const { code, stdout } = await diagnosed(urlWith({ code_challenge: verifier }), [
      'zoominfo.json',
      '-f',
      'json',
    ]);
    const { schemaVersion, verdict, checks } = JSON.parse(stdout);
    expect([code, schemaVersion, verdict, checks.length]).toEqual([3, 1, 'fail', 9]);
    const { fix, ...check } = checks[5];
    expect(check).toMatchObject({ id: 'request.code-challenge', status: 'fail', code: 'swapped' });
    expect(fix).toContain('rotate zoominfo.json');
    expect(stdout).not.toContain(verifier);
  });

  test.each(['text', 'json'])('nothing recognized: %s', async (format) => {
    const { code, stdout, stderr } = await diagnosed('hello', ['-f', format]);
    expect(code).toBe(4);
    expect(stderr).toMatch(/address bar.*Network/s);
    if (format === 'text') expect(stdout).toBe('');
    else expect(JSON.parse(stdout)).toEqual({ schemaVersion: 1, verdict: 'inconclusive', checks: [] });
  });

  test("a correct request says what it doesn't show, unless there is an error", async () => {
    const open = /doesn't\s+show.*Redirect\s+URIs.*Client\s+Secret/s;
    expect((await diagnosed(urlWith())).stdout).toMatch(open);
    expect((await diagnosed(`${urlWith()}\n{"error":"invalid_scope"}`)).stdout).not.toMatch(open);
  });

  const form = `Name\nZoomInfo\nDescription\n\nConnector\nZoomInfo (Beta)\nClient ID\nx\nClient Secret\n${clientSecret}`;

  test.each([
    [
      'a token request',
      `curl -X POST x -d 'grant_type=authorization_code&code_verifier=${verifier}'`,
      /token request[\s\S]*response/,
    ],
    ['the form with a label a line', form, /form of the app registration[\s\S]*verify --client-id/],
    [
      'the form with tabs',
      form.replaceAll(/(?<=Name|tion|tor|ID|Secret)\n/g, '\t'),
      /form of the app registration/,
    ],
    ['any other text', 'Name: x\nDescription: y', /recognized\.\s+Paste one or more/],
  ])("what isn't read is said to be that: %s", async (_, paste, says) => {
    const { code, stderr } = await diagnosed(paste);
    expect([code, stderr]).toEqual([4, expect.stringMatching(says)]);
    expect(stderr).not.toContain(verifier);
    expect(stderr).not.toContain(clientSecret);
  });

  test('a log that is too large: how to read its end', async () => {
    const { code, stderr } = await diagnosed('x'.repeat(2 ** 20 + 1));
    expect([code, stderr]).toEqual([
      3,
      expect.stringMatching(/too large[\s\S]*tail -n \d+ error\.log \| .*diagnose zoominfo\.json/),
    ]);
  });

  test('the environment is ignored', async () => {
    const env = { ZI_OAUTH_CLIENT_ID: '0oaOfTheEnvironment1', ZI_OAUTH_REGION: 'EMEA' };
    expect((await diagnosed(urlWith(), [], { env })).code).toBe(0);
  });
});

describe('at a terminal', () => {
  test('it says what to paste, prompts, and shows nothing of the paste', async () => {
    const paste = async () => urlWith({ client_id: clientSecret });
    const run = await diagnosed('', ['zoominfo.json'], { terminal: true, paste, width: 100 });
    expect(run.code).toBe(3);
    expect(run.stderr).toMatch(/Paste .*address bar.*hidden.*empty line/s);
    expect(run.stdout + run.stderr).not.toContain(clientSecret.slice(0, 8));
  });

  test("in CI, it doesn't wait", async () => {
    const run = await diagnosed('', [], { terminal: true, env: { CI: 'true' } });
    expect([run.code, run.stderr]).toEqual([2, expect.stringContaining('diagnose <')]);
  });
});

describe("a paste in the wrong place isn't echoed", () => {
  const callback = `${registered.setup.redirectUri}?code=s3cret-one-time-code&state=x`;

  test.each([
    ['a URL as the argument', callback],
    ['a bare query as the argument', 'code=s3cret-one-time-code&state=xyz'],
    ['a query with only a code', 'code=s3cret-one-time-code'],
    ['a URL without its scheme', 'api.zoominfo.com/authorize?code=s3cret-one-time-code'],
    ['an error in JSON', '{"error":"invalid_grant","access_token":"s3cret"}'],
    ['only a token', `s3cret${verifier}`],
    ['an error in a sentence', 'invalid_grant for the code s3cret-one-time-code'],
    ['a URL as truncated by cmd', `${registered.setup.authenticationUrl}?response_type=code`],
  ])('%s', async (_, argument) => {
    const run = await perform(['diagnose', argument], { folder: temporaryFolder() });
    expect([run.code, run.stdout]).toEqual([2, '']);
    expect(run.stderr).toContain('diagnose < error.txt');
    expect(run.stderr).not.toMatch(/s3cret|response_type/);
  });

  test('a file with something to diagnose', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'notes.txt'), callback);
    const run = await perform(['diagnose', 'notes.txt', '-f', 'json'], { folder });
    expect([run.code, run.stderr]).toEqual([
      2,
      expect.stringContaining('diagnose --format json < notes.txt'),
    ]);
    expect(run.stderr).not.toContain('s3cret');
  });

  test('a damaged setup file is still a setup file', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'zoominfo.json'), savedFile.replace(/\}\s*$/, ''));
    expect((await perform(['diagnose', 'zoominfo.json'], { folder, stdin: urlWith() })).code).toBe(3);
  });

  test("an empty file isn't a setup file", async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'notes.txt'), 'hello');
    expect((await perform(['diagnose', 'notes.txt'], { folder, stdin: urlWith() })).code).toBe(3);
  });

  test('a missing file is named', async () => {
    const run = await perform(['diagnose', 'access_denied.json'], {
      folder: temporaryFolder(),
      stdin: urlWith(),
    });
    expect([run.code, run.stderr]).toEqual([6, expect.stringContaining('access_denied.json')]);
  });

  test.each(['-', '/dev/stdin'])('setup and paste both from standard input: %s', async (file) => {
    expect((await diagnosed(savedFile, [file])).code).toBe(2);
  });
});
