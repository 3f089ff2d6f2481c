import { describe, expect, test } from 'vitest';
import { buildSetup } from '../../src/setup-file/build.ts';
import { inconsistencies } from '../../src/setup-file/consistency.ts';
import type { Setup } from '../../src/setup-file/schema.ts';
import { rfcPair, sampleSetup } from '../support/setup-fixture.ts';

/** A sound setup as plain JSON, changed by `change`. */
function changed(change: (setup: Setup) => void): Setup {
  const setup: Setup = structuredClone(sampleSetup());
  change(setup);
  return setup;
}

const rowsOf = (setup: Setup) => setup.advancedOptions.authenticationRequest.parameters;

describe('inconsistencies', () => {
  test('a new setup has none, with or without extra rows', () => {
    const { pkce, ...answers } = sampleSetup();
    const withMethod = buildSetup(
      { ...answers, region: 'NA', codeVerifier: pkce.codeVerifier },
      { challengeMethodRow: true },
    );
    expect(inconsistencies(withMethod)).toEqual([]);
    expect(inconsistencies(sampleSetup())).toEqual([]);
    const own = changed((setup) => rowsOf(setup).push({ key: 'prompt', value: 'x', sendIn: 'Request URL' }));
    expect(inconsistencies(own)).toEqual([]);
  });

  test.each(['na', ' Na', 'na-east', 'https://apps.na-east.jitterbit.com/'])(
    'the region may be written as %j, as setup reads it',
    (region) => expect(inconsistencies({ ...sampleSetup(), region })).toEqual([]),
  );

  test.each<[what: string, words: RegExp, change: (setup: Setup) => void]>([
    [
      'another region',
      /redirect uri doesn't match region EMEA exactly/i,
      (setup) => {
        setup.region = 'EMEA';
      },
    ],
    [
      'an extra slash',
      /redirect uri doesn't match region NA exactly/i,
      (setup) => {
        setup.redirectUri += '/';
      },
    ],
    [
      'an unknown region',
      /one of NA, EMEA, APAC/,
      (setup) => {
        setup.region = 'constructor';
      },
    ],
    [
      'another refresh URL',
      /Refresh token URL/,
      (setup) => {
        setup.refreshTokenUrl = 'https://a.example/';
      },
    ],
    [
      'a foreign challenge',
      /challenge doesn't match/,
      (setup) => {
        setup.pkce.codeChallenge = rfcPair.codeChallenge;
      },
    ],
    [
      'the method plain',
      /method must be S256/,
      (setup) => {
        setup.pkce.codeChallengeMethod = 'plain';
      },
    ],
    [
      'a short verifier',
      /3 characters/,
      (setup) => {
        setup.pkce.codeVerifier = 'abc';
      },
    ],
    [
      'a missing row',
      /code_challenge row is missing/,
      (setup) => {
        rowsOf(setup).pop();
      },
    ],
    [
      'a duplicate row',
      /response_type row .*2 times/,
      (setup) => {
        rowsOf(setup).push(...rowsOf(setup).slice(0, 1));
      },
    ],
    [
      'a stale row',
      /In the code_challenge row, the value must be the code challenge of the pair/,
      (setup) => {
        Object.assign(rowsOf(setup)[1] ?? {}, { value: 'x' });
      },
    ],
    [
      'another response type',
      /In the response_type row, the value must be "code"/,
      (setup) => {
        Object.assign(rowsOf(setup)[0] ?? {}, { value: 'token' });
      },
    ],
    [
      'another method in the row',
      /In the code_challenge_method row, the value must be "S256"/,
      (setup) => {
        rowsOf(setup).push({ key: 'code_challenge_method', value: 'plain', sendIn: 'Request URL' });
      },
    ],
    [
      'another place',
      /In the code_challenge row, Send in must be Request URL/,
      (setup) => {
        Object.assign(rowsOf(setup)[1] ?? {}, { sendIn: 'Request Body' });
      },
    ],
  ])('%s is reported, without a secret', (_what, words, change) => {
    const problems = inconsistencies(changed(change)).join('\n');
    expect(problems).toMatch(words);
    expect(problems).not.toContain(sampleSetup().pkce.codeVerifier);
    expect(problems).not.toContain(sampleSetup().clientSecret);
  });
});
