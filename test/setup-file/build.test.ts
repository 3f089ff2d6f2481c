import { expect, test } from 'vitest';
import { type Answers, defaultAnswers } from '../../src/answers/questions.ts';
import { deriveCodeChallenge } from '../../src/oauth/pkce.ts';
import { buildSetup, completeAnswers } from '../../src/setup-file/build.ts';
import { clientId, sampleSetup, verifier } from '../support/setup-fixture.ts';

const answers: Answers = {
  ...defaultAnswers,
  region: 'EMEA',
  scopes: ['api:data:news'],
  clientId,
  codeVerifier: verifier,
};

test('the setup has exactly the documented keys', () => {
  const codeChallenge = deriveCodeChallenge(verifier);
  expect(JSON.stringify(buildSetup(answers, { challengeMethodRow: false }))).toBe(
    JSON.stringify({
      schemaVersion: 1,
      region: 'EMEA',
      redirectUri: 'https://apps.emea-west.jitterbit.com/design-studio/api/v1/oauth/authcode',
      connector: 'ZoomInfo (Beta)',
      name: 'ZoomInfo',
      description: '',
      clientId,
      clientSecret: null,
      scopes: ['api:data:news'],
      authenticationUrl: 'https://api.zoominfo.com/gtm/oauth/v1/authorize',
      accessTokenUrl: 'https://api.zoominfo.com/gtm/oauth/v1/token',
      refreshTokenUrl: 'https://api.zoominfo.com/gtm/oauth/v1/token',
      pkce: { codeVerifier: verifier, codeChallenge, codeChallengeMethod: 'S256' },
      advancedOptions: {
        authenticationRequest: {
          parameters: [
            { key: 'response_type', value: 'code', sendIn: 'Request URL' },
            { key: 'code_challenge', value: codeChallenge, sendIn: 'Request URL' },
          ],
        },
        tokenRequest: { parameters: [{ key: 'code_verifier', value: verifier, sendIn: 'Request Body' }] },
      },
    }),
  );
});

test('the optional method row comes third', () => {
  const rows = buildSetup(answers, { challengeMethodRow: true }).advancedOptions.authenticationRequest
    .parameters;
  expect(rows[2]).toEqual({ key: 'code_challenge_method', value: 'S256', sendIn: 'Request URL' });
});

test('a base keeps its previous pair, extension keys, extra rows and method row', () => {
  const base = structuredClone(sampleSetup()) as any;
  base.previousPkce = base.pkce;
  base['x-note'] = 'mine';
  base.pkce['x-made'] = 'here';
  const rows = base.advancedOptions.authenticationRequest.parameters;
  rows[1]['x-row'] = 'noted';
  rows.unshift({ key: 'prompt', value: 'login', sendIn: 'Request URL' });
  rows.push({ key: 'code_challenge_method', value: 'S256', sendIn: 'Request URL' });
  const built = buildSetup(answers, { challengeMethodRow: false, base }) as any;
  expect(built.previousPkce).toEqual(base.previousPkce);
  expect(built['x-note']).toBe('mine');
  expect(built.pkce['x-made']).toBe('here');
  const keys = built.advancedOptions.authenticationRequest.parameters.map((row: { key: string }) => row.key);
  expect(keys).toEqual(['response_type', 'code_challenge', 'code_challenge_method', 'prompt']);
  expect(built.advancedOptions.authenticationRequest.parameters[1]['x-row']).toBe('noted');
});

test('defaults fill in missing answers, and each completion generates a new pair', () => {
  const first = completeAnswers({ region: 'NA', scopes: ['api:data:news'] });
  const second = completeAnswers({ region: 'NA', scopes: ['api:data:news'] });
  expect(first).toMatchObject(defaultAnswers);
  expect(first.codeVerifier).not.toBe(second.codeVerifier);
});
