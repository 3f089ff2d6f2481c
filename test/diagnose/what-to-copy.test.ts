import { describe, expect, test } from 'vitest';
import { type Check, linesOfFix } from '../../src/checks/check.ts';
import { diagnose } from '../../src/diagnose/diagnose.ts';
import type { SetupWithFile } from '../../src/diagnose/evidence/registered.ts';
import { documentedEndpoints } from '../../src/facts/endpoints.ts';
import { redirectUriOf, regionNames } from '../../src/facts/regions.ts';
import { pkcePairOf } from '../../src/oauth/pkce.ts';
import type { ServerError } from '../../src/oauth/server-error.ts';
import type { Setup } from '../../src/setup-file/schema.ts';
import { evidenceOf, registered, requestWith } from '../support/paste-fixtures.ts';
import { clientId, clientSecret, rfcPair, verifier } from '../support/setup-fixture.ts';
import { checkNamed } from '../support/verify-fixtures.ts';

const { setup } = registered;
const { authenticationUrl, accessTokenUrl } = documentedEndpoints;
const { codeChallenge } = setup.pkce;
const [NA, EMEA, APAC] = regionNames.map(redirectUriOf);
const scopes = setup.scopes.join(' ');
const otherId = '0oaAnotherClient1234';
const otherChallenge = pkcePairOf(`0ther-${verifier}`).codeChallenge;

const saved = (changes: Partial<Setup>): SetupWithFile => ({
  setup: { ...setup, ...changes },
  file: 'zoominfo.json',
});
const unsaved: SetupWithFile = { setup };

/** What a fix gives to copy or to run, in its order. */
const copied = ({ fix = [] }: Check): string[] =>
  linesOfFix(fix).flatMap((line) => {
    if (typeof line === 'string') return [];
    return 'value' in line ? [line.value] : [[...line.command, line.usage].filter(Boolean).join(' ')];
  });

/** The command line that changes the setup file; a value that only the user knows comes last. */
const repaired = (option: string): string => {
  const [before, after] = option.includes('<') ? [[], [option]] : [[option], []];
  return ['zi-oauth-setup --from zoominfo.json', ...before, '--yes -o zoominfo.json --force', ...after].join(
    ' ',
  );
};

const derive = 'zi-oauth-setup pkce --code-verifier-file <file>';

type Changes = Readonly<Record<string, string | undefined>>;

const elsewhere = { redirectUri: 'https://apps.example.com/authcode', region: 'LATAM' };
const ownUrls = {
  authenticationUrl: 'https://a.example/authorize',
  accessTokenUrl: 'https://a.example/token',
  refreshTokenUrl: 'https://a.example/token',
};

test.each<[id: string, Changes, SetupWithFile | undefined, ...copied: (string | undefined)[]]>([
  ['request.client-id', { client_id: undefined }, registered, clientId],
  ['request.client-id', { client_id: otherId }, registered, clientId, repaired('--client-id <id>')],
  ['request.client-id', { client_id: otherId }, unsaved, clientId],
  ['request.client-id', { client_id: 'x' }, registered, clientId],
  [
    'request.client-id',
    { client_id: `${clientId?.slice(0, -1)}!` },
    registered,
    clientId,
    `${clientId?.slice(0, -1)}?  (in the request; ? is a different character)`,
  ],
  ['request.client-id', { client_id: clientSecret }, registered, clientId],
  ['request.client-id', { client_id: undefined }, undefined],
  ['request.client-id', { client_id: undefined }, saved({ clientId: '<client id>' })],
  ['request.client-id', { client_id: undefined }, saved({ clientId: clientSecret, clientSecret: clientId })],
  ['request.redirect-uri', { redirect_uri: EMEA }, registered, EMEA, repaired('--region EMEA')],
  ['request.redirect-uri', { redirect_uri: EMEA }, unsaved, EMEA],
  ['request.redirect-uri', { redirect_uri: `${NA}/` }, registered, NA, `${NA}/  (in the request)`],
  [
    'request.redirect-uri',
    { redirect_uri: `${NA}/` },
    saved({ redirectUri: `${NA}/x` }),
    NA,
    `${NA}/  (in the request)`,
  ],
  ['request.redirect-uri', { redirect_uri: `${NA}/` }, undefined, NA, EMEA, APAC],
  ['request.redirect-uri', { redirect_uri: NA }, saved(elsewhere), NA, repaired('--region NA')],
  ['request.redirect-uri', { redirect_uri: 'https://a.example/' }, saved(elsewhere), elsewhere.redirectUri],
  [
    'request.scopes',
    { scope: 'api:data:company' },
    registered,
    scopes,
    'api:data:company  (in the request)',
    repaired('--scopes api:data:company'),
  ],
  [
    'request.scopes',
    { scope: 'api:data:company api:made:up' },
    registered,
    scopes,
    'api:data:company api:made:up  (in the request)',
    repaired('--scopes <scopes>'),
  ],
  ['request.scopes', { scope: `api:data:company ${clientSecret}` }, registered, scopes],
  [
    'request.code-challenge',
    { code_challenge: otherChallenge },
    registered,
    codeChallenge,
    'zi-oauth-setup --from zoominfo.json --new-pkce --yes -o zoominfo.json --force --code-verifier-file <file>',
  ],
  [
    'request.code-challenge',
    { code_challenge: `${codeChallenge.slice(0, 9)}${codeChallenge.slice(10)}` },
    registered,
    codeChallenge,
    `${codeChallenge.slice(0, 9)}${codeChallenge.slice(10)}  (in the request)`,
  ],
  ['request.scopes', { scope: undefined }, registered, scopes],
  ['request.scopes', { scope: undefined }, undefined],
  ['request.scopes', { scope: undefined }, saved({ scopes: [] })],
  ['request.code-challenge', { code_challenge: undefined }, registered, codeChallenge],

  ['request.code-challenge', { code_challenge: `${codeChallenge}=` }, undefined, derive],
  ['request.code-challenge', { code_challenge: 'f'.repeat(64) }, undefined, derive],
  ['request.code-challenge', { code_challenge: 'F0'.repeat(32) }, undefined, derive],
  ['request.code-challenge', { code_challenge: 'f'.repeat(43) }, undefined],
  ['request.code-challenge', { code_challenge: 'f'.repeat(44) }, undefined, derive, 'zi-oauth-setup pkce'],
  ['request.code-challenge', { code_challenge: 'f'.repeat(128) }, undefined, derive, 'zi-oauth-setup pkce'],
  ['request.code-challenge', { code_challenge: 'f'.repeat(129) }, undefined, derive],
  ['request.code-challenge', { code_challenge: verifier }, registered, 'zi-oauth-setup rotate zoominfo.json'],
  ['request.code-challenge', { code_challenge: verifier }, unsaved, 'zi-oauth-setup rotate <file>'],
  ['request.parameters', { code_verifier: verifier }, undefined, 'zi-oauth-setup pkce'],
])('%s with %j', (id, changes, against, ...expected) => {
  const checks = diagnose(evidenceOf({ requests: [requestWith(changes)] }), against);
  expect(copied(checkNamed(id, checks))).toEqual(expected);
});

test.each([
  [registered, authenticationUrl],
  [
    saved(ownUrls),
    ownUrls.authenticationUrl,
    'https://b.example/authorize  (in the request)',
    repaired('--authentication-url <url>'),
  ],
  [undefined, authenticationUrl],
])('request.endpoint', (against, ...expected) => {
  const requests = [requestWith({}, { endpoint: 'https://b.example/authorize' })];
  expect(copied(checkNamed('request.endpoint', diagnose(evidenceOf({ requests }), against)))).toEqual(
    expected,
  );
});

test.each([
  ['zoominfo.json', repaired('--new-pkce')],
  [undefined, 'zi-oauth-setup pkce'],
])('a setup %s whose own pair is wrong gets a new one', (file, command) => {
  const pkce = { ...setup.pkce, codeChallenge: rfcPair.codeChallenge };
  const requests = [requestWith({ code_challenge: pkce.codeChallenge })];
  const checks = diagnose(evidenceOf({ requests }), { setup: { ...setup, pkce }, file });
  expect(copied(checkNamed('request.code-challenge', checks))).toEqual([command]);
});

describe('an error', () => {
  test('about the redirect URI: that of the request, without a setup', () => {
    const requests = [requestWith({ redirect_uri: APAC })];
    const evidence = evidenceOf({ requests, messages: [{ words: 'redirect_uri_mismatch' }] });
    expect(copied(checkNamed('message', diagnose(evidence)))).toEqual([APAC]);
  });

  const show = 'zi-oauth-setup show zoominfo.json';
  const labelled = regionNames.map((name) => `${name}: ${redirectUriOf(name)}`);

  test.each<[ServerError, withSetup: (string | undefined)[], without: string[]]>([
    [{ words: 'redirect_uri_mismatch' }, [NA], labelled],
    [{ words: 'PKCE code challenge is required' }, [codeChallenge], [derive]],
    [{ words: 'PKCE code challenge contains illegal characters' }, [codeChallenge], [derive]],
    [{ words: 'PKCE verification failed' }, [codeChallenge, show], [derive]],
    [{ words: 'code_verifier is required' }, [show], []],
    [{ words: 'scopes are not configured' }, [scopes], []],
    [{ words: 'no configured default scopes' }, [scopes], []],
    [
      { words: 'HTTP 404' },
      [ownUrls.authenticationUrl, ownUrls.accessTokenUrl],
      [authenticationUrl, accessTokenUrl],
    ],
    [{ code: 'some_new_code', words: '' }, [show], []],
  ])('%j', (error, withSetup, without) => {
    const explained = (against?: SetupWithFile) =>
      copied(checkNamed('message', diagnose(evidenceOf({ messages: [error] }), against)));
    expect(explained(saved(ownUrls))).toEqual(withSetup);
    expect(explained()).toEqual(without);
  });
});
