import { readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Check } from '../../../src/checks/check.ts';
import { deriveCodeChallenge } from '../../../src/oauth/pkce.ts';
import type { Parameter, Setup } from '../../../src/setup-file/schema.ts';
import { perform } from '../../support/context.ts';
import { savedSetup } from '../../support/saved-setup.ts';
import { clientSecret, sampleSetup, verifier } from '../../support/setup-fixture.ts';

/** A value is copied together with what is around it. Following the fix gives the setup as it was meant. */

const wrappings: readonly ((value: string) => string)[] = [
  (value) => ` ${value}`,
  (value) => `${value} `,
  (value) => `\t${value}`,
  (value) => `${value}\n`,
  (value) => `\r\n${value}\r\n`,
  (value) => `"${value}"`,
  (value) => `'${value}'`,
  (value) => `\`${value}\``,
  (value) => `\u201c${value}\u201d`,
  (value) => `\u200b${value}`,
  (value) => `${value}\u00a0`,
  (value) => `\ufeff${value}`,
  (value) => ` "${value}\u2060" `,
];

const shown = (text: string): string => JSON.stringify(text);
const sandbox = 'https://api-stage.zoominfo.com/gtm/oauth/v1';
const right = sampleSetup({
  authenticationUrl: `${sandbox}/authorize`,
  accessTokenUrl: `${sandbox}/token`,
});
const { authenticationRequest, tokenRequest } = right.advancedOptions;
const [responseType, challengeRow] = authenticationRequest.parameters as [Parameter, Parameter];
const [verifierRow] = tokenRequest.parameters as [Parameter];

type Wrap = (value: string) => string;

const rows = (
  request: readonly Parameter[] = authenticationRequest.parameters,
  token: readonly Parameter[] = tokenRequest.parameters,
): Partial<Setup> => ({
  advancedOptions: {
    authenticationRequest: { parameters: [...request] },
    tokenRequest: { parameters: [...token] },
  },
});

const pair = (part: Partial<Setup['pkce']>): Partial<Setup> => ({ pkce: { ...right.pkce, ...part } });
const { codeChallenge } = right.pkce;

/** Every value of the file, wrapped in each place where it is. */
const values: Readonly<Record<string, (wrap: Wrap) => Partial<Setup>>> = {
  'the redirect URI': (wrap) => ({ redirectUri: wrap(right.redirectUri) }),
  'a scope': (wrap) => ({ scopes: right.scopes.map((scope, at) => (at === 0 ? wrap(scope) : scope)) }),
  'the Client ID': (wrap) => ({ clientId: wrap(right.clientId ?? '') }),
  'the Client Secret': (wrap) => ({ clientSecret: wrap(clientSecret) }),
  'the Authentication URL': (wrap) => ({ authenticationUrl: wrap(right.authenticationUrl) }),
  'the Access token URL': (wrap) => ({ accessTokenUrl: wrap(right.accessTokenUrl) }),
  'the Refresh token URL': (wrap) => ({ refreshTokenUrl: wrap(right.accessTokenUrl) }),
  'both token URLs': (wrap) => ({
    accessTokenUrl: wrap(right.accessTokenUrl),
    refreshTokenUrl: wrap(right.accessTokenUrl),
  }),
  'the verifier': (wrap) => pair({ codeVerifier: wrap(verifier) }),
  'the verifier in its row': (wrap) => rows(undefined, [{ ...verifierRow, value: wrap(verifier) }]),
  'the verifier everywhere': (wrap) => ({
    ...pair({ codeVerifier: wrap(verifier) }),
    ...rows(undefined, [{ ...verifierRow, value: wrap(verifier) }]),
  }),
  'the challenge': (wrap) => pair({ codeChallenge: wrap(codeChallenge) }),
  'the challenge in its row': (wrap) => rows([responseType, { ...challengeRow, value: wrap(codeChallenge) }]),
  'the pair': (wrap) => pair({ codeVerifier: wrap(verifier), codeChallenge: wrap(codeChallenge) }),
  'the pair everywhere': (wrap) => ({
    ...pair({ codeVerifier: wrap(verifier), codeChallenge: wrap(codeChallenge) }),
    ...rows(
      [responseType, { ...challengeRow, value: wrap(codeChallenge) }],
      [{ ...verifierRow, value: wrap(verifier) }],
    ),
  }),
  'the verifier, and a challenge made from all of it': (wrap) =>
    pair({ codeVerifier: wrap(verifier), codeChallenge: deriveCodeChallenge(wrap(verifier)) }),
  'the challenge method': (wrap) => pair({ codeChallengeMethod: wrap('S256') }),
  'a value of a row': (wrap) => rows([{ ...responseType, value: wrap('code') }, challengeRow]),
  'a choice of a row': (wrap) => rows([responseType, { ...challengeRow, sendIn: wrap('Request URL') }]),
  'a key of a row': (wrap) => rows([responseType, { ...challengeRow, key: wrap('code_challenge') }]),
};

/** Runs the program where a file is. */
const performAt = (path: string, args: readonly string[]) => perform(args, { folder: dirname(path) });

async function failedIn(path: string): Promise<Check[]> {
  const { stdout } = await performAt(path, ['verify', basename(path), '-f', 'json']);
  const { checks } = JSON.parse(stdout) as { checks: Check[] };
  return checks.filter(({ status }) => status === 'fail');
}

/** Runs the command for the file in a fix, as it is shown: a user has only the Client Secret at hand. */
async function follow({ fix = '' }: Check, path: string): Promise<void> {
  const line = /^zi-oauth-setup (--from .*)$/m.exec(String(fix))?.[1] ?? '';
  const secretFile = `${path}.secret`;
  writeFileSync(secretFile, clientSecret);
  const words = (line.match(/'[^']*'|\S+/g) ?? []).map((word) => word.replaceAll("'", ''));
  const args = words.map((word) => (word === '<file>' ? basename(secretFile) : word));
  const ran = await performAt(path, args);
  expect(ran.code, ran.stderr).toBe(0);
}

describe.each(Object.entries(values))('%s', (_what, spoil) => {
  test.each(wrappings.map((wrap) => [shown(wrap('v')), wrap] as const))('%s', async (_shown, wrap) => {
    const [first] = await failedIn(savedSetup({ ...right, ...spoil(wrap) }));
    expect(first).toBeDefined();
    for (const check of await failedIn(savedSetup({ ...right, ...spoil(wrap) }))) {
      const path = savedSetup({ ...right, ...spoil(wrap) });
      const own = (await failedIn(path)).find(({ id }) => id === check.id) as Check;
      await follow(own, path);
      expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual(right);
    }
  });
});

const half = verifier.length / 2;
const inside = (text: string): string => `${verifier.slice(0, half)}${text}${verifier.slice(half)}`;

test('setup says what it corrects', async () => {
  const path = savedSetup({ ...right, ...pair({ codeVerifier: `${verifier} ` }) });
  const { code, stderr } = await perform(['--from', path, '--yes', '-f', 'json']);
  expect([code, stderr]).toEqual([0, expect.stringMatching(/Corrected .* trailing space/)]);
});

/** What only the code challenge shows to be more than the code verifier. */
const further = [
  `code_verifier=${verifier}`,
  `"code_verifier": "${verifier}",`,
  `${verifier};`,
  inside('\n'),
  inside(' \n  '),
  inside('\u200b'),
];

test.each(further)('%j: the pair is kept if the code challenge proves it', async (codeVerifier) => {
  const path = savedSetup({ ...right, ...pair({ codeVerifier }) });
  const [check] = await failedIn(path);
  await follow(check as Check, path);
  expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual(right);
  const other = deriveCodeChallenge('x');
  const unproven = { ...right, pkce: { codeVerifier, codeChallenge: other, codeChallengeMethod: 'S256' } };
  const [unknown] = await failedIn(savedSetup(unproven));
  expect(unknown?.fix).toContain('--new-pkce');
});

/** The variables of single values, and the checks that reject them. A region may have white space around it. */
const variables = [
  ['REDIRECT_URI', right.redirectUri, 'region.redirect-uri'],
  ['CLIENT_ID', right.clientId, 'client.id'],
  ['CLIENT_SECRET', clientSecret, 'client.secret'],
  ['AUTHENTICATION_URL', right.authenticationUrl, 'endpoints'],
  ['ACCESS_TOKEN_URL', right.accessTokenUrl, 'endpoints'],
  ['REFRESH_TOKEN_URL', right.accessTokenUrl, 'endpoints'],
  ['CODE_VERIFIER', verifier, 'pkce.verifier'],
  ['CODE_CHALLENGE', codeChallenge, 'pkce.challenge'],
  ['CODE_CHALLENGE_METHOD', 'S256', 'pkce.challenge'],
] as const;

const environment = Object.fromEntries(variables.map(([name, value]) => [`ZI_OAUTH_${name}`, value ?? '']));

test.each(variables)('%s is corrected where it comes from, and the pair is kept', async (name, value, id) => {
  for (const wrap of wrappings) {
    const env = { ...environment, [`ZI_OAUTH_${name}`]: wrap(value ?? '') };
    const { stdout } = await perform(['verify', '-f', 'json'], { env });
    const failed = (JSON.parse(stdout).checks as Check[]).filter(({ status }) => status === 'fail');
    expect(failed.map((check) => check.id)).toEqual([id]);
    expect(failed[0]?.fix).toMatch(new RegExp(`^Correct the value from ZI_OAUTH_${name}\\.`));
    expect(failed[0]?.fix).not.toMatch(/new pair|pkce$/m);
  }
});
