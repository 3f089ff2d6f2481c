import { createHash } from 'node:crypto';
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Check, kindOf } from '../../../src/checks/check.ts';
import { redirectUriOf } from '../../../src/facts/regions.ts';
import { deriveCodeChallenge } from '../../../src/oauth/pkce.ts';
import { renderJson } from '../../../src/render/json.ts';
import type { Parameter, Setup } from '../../../src/setup-file/schema.ts';
import type { ChallengeCode } from '../../../src/verify/offline/pkce-mistakes.ts';
import { checkOffline } from '../../../src/verify/offline/rules.ts';
import { perform } from '../../support/context.ts';
import { sharedFolder } from '../../support/folder.ts';
import { clientId, clientSecret, rfcPair, sampleSetup, verifier } from '../../support/setup-fixture.ts';

/** Every way to spoil a setup file, with the checks that fail for it: following any of their fixes repairs the file. */

const setup = sampleSetup();
const { authenticationRequest, tokenRequest } = setup.advancedOptions;
const [responseType, challengeRow] = authenticationRequest.parameters as [Parameter, Parameter];
const [verifierRow] = tokenRequest.parameters as [Parameter];

type Spoiled = readonly [what: string, changes: Partial<Setup>, failing: readonly string[]];

const inRequest = (...parameters: Parameter[]): Partial<Setup> => ({
  advancedOptions: { authenticationRequest: { parameters }, tokenRequest },
});
const inToken = (...parameters: Parameter[]): Partial<Setup> => ({
  advancedOptions: { authenticationRequest, tokenRequest: { parameters } },
});
const further = (key: string, value: string): Partial<Setup> =>
  inRequest(responseType, challengeRow, { key, value, sendIn: 'Request URL' });

/** A pair in every place of the file where it appears. */
const withPair = (codeVerifier: string, codeChallenge: string): Partial<Setup> => ({
  pkce: { codeVerifier, codeChallenge, codeChallengeMethod: 'S256' },
  advancedOptions: {
    authenticationRequest: { parameters: [responseType, { ...challengeRow, value: codeChallenge }] },
    tokenRequest: { parameters: [{ ...verifierRow, value: codeVerifier }] },
  },
});

const sha256 = (text: string | Buffer) => createHash('sha256').update(text);
const digest = sha256(verifier);
const hex = sha256(verifier).digest('hex');
const base64 = digest.digest('base64');

const mistakes: Record<ChallengeCode, string> = {
  'trailing-newline': sha256(`${verifier}\n`).digest('base64url'),
  'trailing-crlf': sha256(`${verifier}\r\n`).digest('base64url'),
  utf16: sha256(Buffer.from(verifier, 'utf16le')).digest('base64url'),
  'hex-digest': hex,
  'hex-then-base64url': Buffer.from(hex).toString('base64url'),
  padded: `${deriveCodeChallenge(verifier)}=`,
  'standard-base64': base64,
  plain: verifier,
  swapped: '',
  'other-verifier': rfcPair.codeChallenge,
};

const request = 'parameters.authentication-request';
const token = 'parameters.token-request';

/** The rows that expose the verifier, or that contain the other value of the pair. */
const failingRows: Partial<Record<ChallengeCode, readonly string[]>> = {
  plain: [request],
  swapped: [request, token],
};

const spoiled: readonly Spoiled[] = [
  ['an unknown region', { region: 'MARS' }, ['region.redirect-uri']],
  ['the redirect URI of another region', { redirectUri: redirectUriOf('APAC') }, ['region.redirect-uri']],
  ['a trailing slash', { redirectUri: `${setup.redirectUri}/` }, ['region.redirect-uri']],
  ['no scope', { scopes: [] }, ['scopes']],
  ['a scope in the wrong case', { scopes: ['API:data:news', 'api:data:contact'] }, ['scopes']],
  ['a scope with an invisible character', { scopes: ['api:data:news\u200b'] }, ['scopes']],
  ['scopes in one entry', { scopes: ['api:data:news,API:data:intent', 'a:b;c:d'] }, ['scopes']],
  ['an unknown scope', { scopes: ['\u00e4\u00f6'] }, ['scopes']],
  ['an empty scope', { scopes: ['api:data:news', ''] }, ['scopes']],
  ['a Client ID with a space', { clientId: '0oa Test' }, ['client.id']],
  ['a Client ID in a space and quotation marks', { clientId: ` "${clientId}\u200b"` }, ['client.id']],
  ['an email address as the Client ID', { clientId: 'me@acme.com' }, ['client.id']],
  ['a Client ID placeholder', { clientId: '<client id>' }, ['client.id']],
  ['a masked Client Secret', { clientSecret: '••••••••' }, ['client.secret']],
  ['the code challenge as the Client Secret', { clientSecret: setup.pkce.codeChallenge }, ['client.secret']],
  ['the code verifier as the Client Secret', { clientSecret: verifier }, ['client.secret']],
  ['the code challenge as the Client ID', { clientId: setup.pkce.codeChallenge }, ['client.id']],
  ['identical credentials', { clientSecret: clientId }, ['client.id', 'client.secret']],
  ['swapped credentials', { clientId: clientSecret, clientSecret: clientId }, ['client.id', 'client.secret']],
  [
    'an endpoint with http',
    { authenticationUrl: setup.authenticationUrl.replace('https', 'http') },
    ['endpoints'],
  ],
  ['a wrong path at ZoomInfo', { authenticationUrl: 'https://api.zoominfo.com/authenticate' }, ['endpoints']],
  ['a wrong token path', { accessTokenUrl: 'https://api.zoominfo.com/token' }, ['endpoints']],
  ["a token endpoint that isn't a URL", { accessTokenUrl: 'api.zoominfo.com' }, ['endpoints']],
  ['another refresh token URL', { refreshTokenUrl: 'https://api.zoominfo.com/refresh' }, ['endpoints']],
  [
    'swapped endpoints',
    {
      authenticationUrl: setup.accessTokenUrl,
      accessTokenUrl: setup.authenticationUrl,
      refreshTokenUrl: setup.authenticationUrl,
    },
    ['endpoints'],
  ],
  ['the same endpoint twice', { authenticationUrl: setup.accessTokenUrl }, ['endpoints']],
  ['a short verifier', withPair('short', deriveCodeChallenge('short')), ['pkce.verifier']],
  ['the public verifier', withPair(rfcPair.codeVerifier, rfcPair.codeChallenge), ['pkce.verifier']],
  ['a weak verifier', withPair('ab'.repeat(25), deriveCodeChallenge('ab'.repeat(25))), ['pkce.verifier']],
  ...Object.entries(mistakes).map(
    ([code, challenge]): Spoiled => [
      `a challenge: ${code}`,
      code === 'swapped' ? withPair(deriveCodeChallenge(verifier), verifier) : withPair(verifier, challenge),
      ['pkce.challenge', ...(failingRows[code as ChallengeCode] ?? [])],
    ],
  ),
  ['another challenge method', { pkce: { ...setup.pkce, codeChallengeMethod: 'plain' } }, ['pkce.challenge']],
  ['a missing row', inRequest(responseType), [request]],
  ['a duplicate row', inRequest(responseType, challengeRow, challengeRow), [request]],
  ['a misspelled key', inRequest(responseType, { ...challengeRow, key: 'Code_Challenge ' }), [request]],
  ['a hyphen in a key', inRequest({ ...responseType, key: 'response-type' }, challengeRow), [request]],
  ['a key without its underscore', inToken({ ...verifierRow, key: 'codeVerifier' }), [token]],
  [
    'an additional misspelled key',
    inRequest(responseType, challengeRow, { ...challengeRow, key: 'code_challenge ' }),
    [request],
  ],
  ['another response type', inRequest({ ...responseType, value: 'token' }, challengeRow), [request]],
  ['another Send in', inRequest(responseType, { ...challengeRow, sendIn: 'Request Body' }), [request]],
  [
    'a duplicate row of the user',
    inRequest(responseType, challengeRow, ...twice('prompt', 'login')),
    [request],
  ],
  ['a state row', further('state', 'x'), [request]],
  ['prompt = none', further('Prompt', 'none'), [request]],
  ['code_challenge_method = plain', further('code_challenge_method', 'plain'), [request]],
  ['the verifier in the sign-in URL', further('code_verifier', verifier), [request]],
  ['the verifier under another key', further('note', verifier), [request]],
  ['the secret in the sign-in URL', further('client_secret', clientSecret), [request]],
  ['a secret as a key', further(clientSecret, 'x'), [request]],
  ['no verifier row', inToken(), [token]],
  ['another verifier in its row', inToken({ ...verifierRow, value: rfcPair.codeVerifier }), [token]],
  ['another verifier in the sign-in URL', further('code_verifier', rfcPair.codeVerifier), [request]],
  ['the verifier sent in the URL', inToken({ ...verifierRow, sendIn: 'Request URL' }), [token]],
  [
    'a state row in the token request',
    inToken(verifierRow, { ...verifierRow, key: 'state', value: 'x' }),
    [token],
  ],
  [
    'the secret in the URL of the token request',
    inToken(verifierRow, { key: 'client_secret', value: clientSecret, sendIn: 'Request URL' }),
    [token],
  ],
  [
    'the same invalid URL twice',
    { authenticationUrl: 'ftp://x', accessTokenUrl: 'ftp://x', refreshTokenUrl: 'y' },
    ['endpoints'],
  ],
  [
    'a token URL for the sign-in, and none for the token',
    { authenticationUrl: setup.accessTokenUrl, accessTokenUrl: 'x' },
    ['endpoints'],
  ],
  ...[setup.accessTokenUrl, redirectUriOf('EMEA'), 'https://developer.zoominfo.com/'].map(
    (url): Spoiled => [
      `${url} as the Client Secret`,
      { clientSecret: url, accessTokenUrl: 'x' },
      ['client.secret', 'endpoints'],
    ],
  ),
  [
    'a blank name, a workflow command as the description, and another fault',
    { name: ' ', description: '::debug::', redirectUri: redirectUriOf('APAC') },
    ['region.redirect-uri'],
  ],
  [
    'a scope without a colon, and another fault',
    { scopes: ['S256', 'openid'], redirectUri: redirectUriOf('APAC') },
    ['region.redirect-uri'],
  ],
  [
    'everything at once',
    {
      region: 'MARS',
      scopes: ['API:data:news'],
      clientId: 'todo',
      clientSecret: '***',
      authenticationUrl: 'ftp://x',
      refreshTokenUrl: 'y',
      ...withPair(verifier, hex),
    },
    ['region.redirect-uri', 'scopes', 'client.id', 'client.secret', 'endpoints', 'pkce.challenge'],
  ],
];

function twice(key: string, value: string): Parameter[] {
  const row = { key, value, sendIn: 'Request URL' };
  return [row, row];
}

interface Workplace {
  readonly path: string;
  readonly run: (args: readonly string[]) => ReturnType<typeof perform>;
}

function workplaceWith(changes: Partial<Setup>): Workplace {
  const folder = sharedFolder();
  // Windows accepts slashes, too, which no shell quotes.
  const path = join(folder, 'zoominfo.json').replaceAll('\\', '/');
  writeFileSync(path, renderJson({ ...setup, ...changes }), { mode: 0o600 });
  return { path, run: (args) => perform(args, { folder }) };
}

async function failedChecks({ path, run }: Workplace): Promise<Check[]> {
  const { stdout } = await run(['verify', path, '-f', 'json']);
  const { checks } = JSON.parse(stdout) as { checks: Check[] };
  return checks.filter(({ status }) => status === 'fail');
}

/** The command that a fix names for the file, with its placeholders filled in. */
function commandIn({ fix = '' }: Pick<Check, 'fix'>, path: string): string[] {
  const line = String(fix)
    .split('\n')
    .find((each) => each.startsWith('zi-oauth-setup --from '));
  if (line === undefined) throw new Error(`no command line in: ${fix}`);
  const secretFile = `${path}.secret`;
  writeFileSync(secretFile, `${clientSecret}\n`);
  const supplied: Record<string, string> = {
    '<id>': clientId,
    '<file>': secretFile,
    '<region>': 'NA',
    '<scopes>': 'company',
    '<name>': 'Mine',
    '<text>': 'Text',
  };
  const words = line.match(/'[^']*'|\S+/g) ?? [];
  return words.slice(1).map((word) => supplied[word] ?? word.replaceAll("'", ''));
}

test.each(spoiled)('%s: following each fix repairs the file', async (_what, changes, failing) => {
  const ids = (await failedChecks(workplaceWith(changes))).map(({ id }) => id);
  expect(ids).toEqual(failing);
  for (const id of ids) {
    const place = workplaceWith(changes);
    const check = (await failedChecks(place)).find((each) => each.id === id) as Check;
    const repaired = await place.run(commandIn(check, place.path));
    expect(repaired, repaired.stderr).toMatchObject({ code: 0 });
    expect(await failedChecks(place)).toEqual([]);
    expect((await place.run(['verify', place.path])).code).toBe(0);
    expect(readFileSync(place.path, 'utf8')).not.toMatch(/response-type|codeVerifier",\n *"value/);
    expect(repaired.stderr).not.toContain(clientSecret);
  }
});

test.each(spoiled)('%s: a step that replaces the pair says so', async (_what, changes) => {
  for (const { fix } of await failedChecks(workplaceWith(changes))) {
    const lines = String(fix).split('\n');
    for (const [index, line] of lines.entries())
      if (line.startsWith('zi-oauth-setup --from '))
        expect(/replaces the PKCE pair/.test(lines[index - 1] ?? '')).toBe(line.includes(' --new-pkce '));
  }
});

test.each([
  ['region.redirect-uri', { redirectUri: redirectUriOf('APAC') }, { region: 'APAC' }],
  [
    'endpoints',
    { accessTokenUrl: 'https://api-stage.zoominfo.com/token' },
    { refreshTokenUrl: 'https://api-stage.zoominfo.com/token' },
  ],
  [
    'endpoints',
    { accessTokenUrl: 'https://idp.example/token' },
    { refreshTokenUrl: 'https://idp.example/token' },
  ],
])('%s of %j: each case has a command of its own', async (id, changes, otherwise) => {
  const place = workplaceWith({ ...changes, ...withPair(verifier, hex) });
  const check = (await failedChecks(place)).find((each) => each.id === id) as Check;
  const cases = String(check.fix).match(/^If .*\n.* --from .*$/gm) ?? [];
  expect(cases).toHaveLength(2);
  const saved = [];
  for (const each of cases) {
    const fresh = workplaceWith({ ...changes, ...withPair(verifier, hex) });
    const command = commandIn({ ...check, fix: each.replaceAll(place.path, fresh.path) }, fresh.path);
    expect(await fresh.run(command)).toMatchObject({ code: 0 });
    expect(await failedChecks(fresh)).toEqual([]);
    saved.push(JSON.parse(readFileSync(fresh.path, 'utf8')));
  }
  const { region, accessTokenUrl } = setup;
  expect(saved).toEqual([
    expect.objectContaining({ region, accessTokenUrl }),
    expect.objectContaining(otherwise),
  ]);
});

test('of several faults, each command of each fix repairs all', async () => {
  const further: readonly Spoiled[] = [
    ['a lookalike', { authenticationUrl: 'https://zoominfo.com.evil.example/authorize' }, []],
    ['another token URL', { accessTokenUrl: 'https://api-stage.zoominfo.com/token' }, []],
  ];
  // The Client Secret in another place, or part of the pair in its place, is told only once the others are right.
  const isHidden = (changes: Partial<Setup>): boolean =>
    JSON.stringify(changes).includes(JSON.stringify(clientSecret)) ||
    [verifier, setup.pkce.codeChallenge].some((part) =>
      [changes.clientId, changes.clientSecret].includes(part),
    );
  const tellable = spoiled.filter(([, changes]) => !isHidden(changes));
  const anyFaults = fc.subarray([...tellable, ...further], { minLength: 2, maxLength: 3 });
  await fc.assert(
    fc.asyncProperty(anyFaults, async (faults) => {
      const changes = Object.assign({}, ...faults.map(([, each]) => each));
      const place = workplaceWith(changes);
      for (const { fix } of await failedChecks(place))
        for (const line of String(fix).match(/^zi-oauth-setup --from .*$/gm) ?? []) {
          const fresh = workplaceWith(changes);
          const command = commandIn({ fix: line.replaceAll(place.path, fresh.path) }, fresh.path);
          expect(await fresh.run(command)).toMatchObject({ code: 0 });
          expect(await failedChecks(fresh)).toEqual([]);
        }
    }),
    { numRuns: 25 },
  );
});

/** With another verifier in the file, the right one is unknown. */
const withOtherVerifier = {
  ...withPair(verifier, mistakes['trailing-newline']),
  ...inToken({ ...verifierRow, value: rfcPair.codeVerifier }),
};

const emptyPair = { ...setup.pkce, codeChallenge: '' };
const otherRow = { ...challengeRow, value: rfcPair.codeChallenge };

/** The text with one character in each group of this size replaced, so that little is left in one piece. */
const withTypos = (text: string, size: number): string =>
  [...text]
    .map((character, at) => (at % size === size - 1 ? (character === 'x' ? 'y' : 'x') : character))
    .join('');

test.each([
  ...Object.entries(mistakes).map(([code, challenge]) => [code, withPair(verifier, challenge)] as const),
  ['a challenge in quotation marks', withPair(verifier, `"${deriveCodeChallenge(verifier)}"`)],
  ['a cut challenge', withPair(verifier, deriveCodeChallenge(verifier).slice(1))],
  ['a challenge in lower case', withPair(verifier, deriveCodeChallenge(verifier).toLowerCase())],
  ['a cut challenge with a space', withPair(verifier, ` ${deriveCodeChallenge(verifier).slice(0, 30)}`)],
  ['a challenge with a typo', withPair(verifier, `A${deriveCodeChallenge(verifier).slice(1)}`)],
  ['no challenge', withPair(verifier, '')],
  ['the first 7 characters of a challenge', withPair(verifier, deriveCodeChallenge(verifier).slice(0, 7))],
  ['a few characters as challenge', withPair(verifier, 'S256')],
  ['a challenge with evenly spaced typos', withPair(verifier, withTypos(deriveCodeChallenge(verifier), 8))],
  ['no challenge, but another one in its row', { pkce: emptyPair, ...inRequest(responseType, otherRow) }],
  ['another challenge with typos', withPair(verifier, withTypos(rfcPair.codeChallenge, 8))],
  ['another text as challenge', withPair(verifier, rfcPair.codeVerifier)],
  ['a weak verifier', withPair('ab'.repeat(25), hex)],
  ['another verifier in its row', withOtherVerifier],
] as const)('%s: the verifier is kept if only the challenge is wrong', async (what, changes) => {
  const place = workplaceWith(
    what === 'swapped' ? withPair(deriveCodeChallenge(verifier), verifier) : changes,
  );
  const check = (await failedChecks(place)).find(({ id }) => id === 'pkce.challenge') as Check;
  await place.run(commandIn(check, place.path));
  const { codeVerifier, codeChallenge } = JSON.parse(readFileSync(place.path, 'utf8')).pkce;
  const isKept = !/plain|swapped|other|another|weak/.test(what);
  expect(codeVerifier === verifier).toBe(isKept);
  expect(String(check.fix).includes(`row code_challenge to:\n${codeChallenge}\n`)).toBe(isKept);
});

test('the table contains every offline check that can fail', () => {
  const failing = new Set(spoiled.flatMap(([, , ids]) => ids));
  const canFail = checkOffline({})
    .map(({ id }) => id)
    .filter((id) => id !== 'file.permissions');
  expect(canFail.filter((id) => !failing.has(id))).toEqual([]);
});

test("keeps the pair, and the user's rows that no rule rejects", async () => {
  const own = { key: 'prompt', value: 'login', sendIn: 'Request URL' };
  const place = workplaceWith(
    inRequest(responseType, challengeRow, own, { key: 'state', value: 'x', sendIn: 'Request URL' }),
  );
  const [check] = await failedChecks(place);
  const repaired = await place.run(commandIn(check as Check, place.path));
  expect(repaired.stderr).toMatch(/Warning: .*state row/);
  const saved = JSON.parse(readFileSync(place.path, 'utf8')) as Setup;
  expect(saved.pkce).toEqual(setup.pkce);
  expect(saved.advancedOptions.authenticationRequest.parameters).toEqual([responseType, challengeRow, own]);
});

test.runIf(process.platform !== 'win32')(
  'file permissions: the suggested command protects the file',
  async () => {
    const place = workplaceWith({});
    chmodSync(place.path, 0o644);
    const { stdout } = await place.run(['verify', place.path]);
    expect(stdout).toContain(`chmod 600 '${place.path}'`);
  },
);

test('a warning has its own command, to run after those of failures', async () => {
  const place = workplaceWith({ clientId: null, ...withPair(verifier, hex) });
  const checksNow = async (): Promise<Check[]> =>
    JSON.parse((await place.run(['verify', place.path, '-f', 'json'])).stdout).checks;
  const follow = async (id: string, status: string): Promise<void> => {
    const check = (await checksNow()).find((each) => each.id === id) as Check;
    expect(check.status).toBe(status);
    expect((await place.run(commandIn(check, place.path))).code).toBe(0);
  };
  await follow('pkce.challenge', 'fail');
  const { pkce } = JSON.parse(readFileSync(place.path, 'utf8')) as Setup;
  await follow('client.id', 'warn');
  expect((await checksNow()).filter(({ status }) => status !== 'pass' && status !== 'skip')).toEqual([]);
  expect((JSON.parse(readFileSync(place.path, 'utf8')) as Setup).pkce).toEqual(pkce);
});

test('a file without a .json name stays JSON', async () => {
  const place = workplaceWith({});
  const path = place.path.replace('.json', '.setup');
  writeFileSync(path, renderJson({ ...setup, region: 'MARS' }), { mode: 0o600 });
  const renamed = { ...place, path };
  const [check] = await failedChecks(renamed);
  expect((await place.run(commandIn(check as Check, path))).code).toBe(0);
  expect(await failedChecks(renamed)).toEqual([]);
});

test.each([['values'], ['standard input']])('from %s, there is no file to rebuild', async (source) => {
  const args =
    source === 'values'
      ? ['verify', '-r', 'mars', '-s', 'x', '--redirect-uri', 'y', '-f', 'json']
      : ['verify', '-', '-f', 'json'];
  const stdin = renderJson({ ...setup, region: 'MARS', scopes: [], clientId: 'todo' });
  const { stdout } = await perform(args, { stdin });
  const { checks, verdict } = JSON.parse(stdout) as { checks: Check[]; verdict: string };
  expect(verdict).toBe('fail');
  expect(checks.every((check) => kindOf(check) === 'offline')).toBe(true);
  expect(stdout).not.toContain('--from');
});
