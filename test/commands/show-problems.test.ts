import fc from 'fast-check';
import { expect, test } from 'vitest';
import { subjectOfSetup } from '../../src/checks/subject.ts';
import { problemsOf } from '../../src/commands/show/problems-of.ts';
import { documentedScopes } from '../../src/facts/scopes.ts';
import { inconsistencies } from '../../src/setup-file/consistency.ts';
import type { Parameter, Setup } from '../../src/setup-file/schema.ts';
import { checkOffline } from '../../src/verify/offline/rules.ts';
import { rfcPair, sampleSetup, verifier } from '../support/setup-fixture.ts';

const { pkce, advancedOptions, ...good } = sampleSetup();

/** The correct value of a field, or one of these. */
const or = <T>(right: T, ...others: readonly T[]): fc.Arbitrary<T> =>
  fc.oneof({ weight: 4, arbitrary: fc.constant(right) }, fc.constantFrom(...others));

const row = (key: string, value: string, sendIn = 'Request URL'): Parameter => ({ key, value, sendIn });

const further = or<readonly Parameter[]>(
  [],
  [row('code_challenge_method', 'S256')],
  [row('prompt', 'login')],
  [row('state', 'x')],
  [row('note', verifier)],
);

const anySetup: fc.Arbitrary<Setup> = fc
  .record({
    region: or<string>(good.region, 'na', 'na-east', ' NA', 'EMEA', '"NA"', 'MARS', ''),
    redirectUri: or(good.redirectUri, `${good.redirectUri}/`, good.redirectUri.toUpperCase(), ''),
    scopes: or(good.scopes, [...documentedScopes], [], ['company'], ['API:data:news'], ['', 'a:b'], ['a b']),
    clientId: or(good.clientId, null, '', 'todo', '0oa 1', verifier, good.clientSecret),
    clientSecret: or(good.clientSecret, null, '', 'YOUR_SECRET', 'a b', verifier, good.clientId),
    authenticationUrl: or(
      good.authenticationUrl,
      good.accessTokenUrl,
      'http://x.example/',
      'https://x.example/',
    ),
    accessTokenUrl: or(good.accessTokenUrl, good.authenticationUrl, 'https://api.zoominfo.com/', 'x'),
    refreshTokenUrl: or(good.refreshTokenUrl, 'https://x.example/'),
    pkce: or(
      pkce,
      { ...pkce, ...rfcPair },
      { ...pkce, codeChallengeMethod: 'plain' },
      { ...pkce, codeVerifier: 'x' },
    ),
    request: further,
    token: further,
  })
  .map(({ request, token, ...values }) => {
    const { authenticationRequest, tokenRequest } = structuredClone(advancedOptions);
    authenticationRequest.parameters.push(...request);
    tokenRequest.parameters.push(...token);
    return { ...good, ...values, advancedOptions: { authenticationRequest, tokenRequest } };
  });

test('show warns of a setup exactly if verify fails, and rotate refuses only what verify fails', async () => {
  await fc.assert(
    fc.asyncProperty(anySetup, async (setup) => {
      const fails = checkOffline(subjectOfSetup(setup)).some(({ status }) => status === 'fail');
      const problems = await problemsOf(setup);
      expect(problems.length > 0).toBe(fails);
      for (const secret of [verifier, good.clientSecret ?? '']) expect(problems.join()).not.toContain(secret);
      if (!fails) expect(inconsistencies(setup)).toEqual([]);
    }),
    { numRuns: 300 },
  );
});
