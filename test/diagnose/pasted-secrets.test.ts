import { describe, expect, test } from 'vitest';
import { redactorsFor } from '../../src/diagnose/evidence/pasted-secrets.ts';
import { evidenceOf, registered } from '../support/paste-fixtures.ts';
import { clientId, clientSecret, verifier } from '../support/setup-fixture.ts';

const secret = 'Qz7-pL2x9';
const { codeChallenge } = registered.setup.pkce;

/** Whether a value is withheld from words of the paste, and from finished checks. */
const withheld = (name: string, value: string, against = registered) =>
  (['requests', 'responses'] as const).map((kind) => {
    const url = { parameters: [{ name, value }], isCut: false };
    const { forWords, forChecks } = redactorsFor(evidenceOf({ [kind]: [url] }), against);
    return [forWords.holds(value), forChecks.holds(value)];
  });

const twice = <T>(each: T): [T, T] => [each, each];

describe('a value in a paste', () => {
  test.each(['code', ' Code', 'client_secret', 'Code-Verifier', 'access_token'])(
    'of %j is a secret everywhere',
    (name) => {
      expect(withheld(name, secret)).toEqual(twice([true, true]));
      expect(withheld(name, clientId)).toEqual(twice([false, false]));
      expect(withheld(name, codeChallenge)).toEqual(twice([false, false]));
    },
  );

  test.each(['state', 'client_id', 'code_challenge', 'login_hint', 'nonce', 'Scope'])(
    'of %j may be a secret, unless it is short or public',
    (name) => {
      expect(withheld(name, secret.slice(0, 8))).toEqual(twice([true, false]));
      expect(withheld(name, secret.slice(0, 7))).toEqual(twice([false, false]));
      expect(withheld(name, clientId)).toEqual(twice([false, false]));
      expect(withheld(name, codeChallenge)).toEqual(twice([false, false]));
    },
  );

  test.each([
    ...['response_type', 'response_mode', 'redirect_uri', 'scope', 'code_challenge_method', 'prompt'],
    ...['grant_type', 'error', 'error_description', 'error_uri', 'errorCode', 'errorSummary'],
  ])('of %s is public', (name) => {
    expect(withheld(name, secret)).toEqual(twice([false, false]));
  });

  test.each([clientSecret, verifier])('that is a secret of the setup is one under any name', (value) => {
    expect(withheld('scope', value)).toEqual(twice([true, true]));
  });
});
