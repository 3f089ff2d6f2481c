import { describe, expect, test } from 'vitest';
import type { FoundParameter } from '../../src/diagnose/evidence/evidence.ts';
import { redactorsFor } from '../../src/diagnose/evidence/pasted-secrets.ts';
import { evidenceOf, registered } from '../support/paste-fixtures.ts';
import { clientId, clientSecret, verifier } from '../support/setup-fixture.ts';

const secret = 'Qz7-pL2x9';
const { codeChallenge } = registered.setup.pkce;

const urlOf = (...parameters: FoundParameter[]) => ({ parameters, isCut: false });

/** Whether a value is withheld from words of the paste, and from finished checks; without a setup. */
function withheld(name: string, value: string): [boolean, boolean] {
  const requests = [urlOf({ name, value })];
  const { forWords, forChecks } = redactorsFor(evidenceOf({ requests }), undefined);
  return [forWords.holds(value), forChecks.holds(value)];
}

const certain = ['code', ' Code', 'client_secret', 'Code-Verifier', 'access_token'];
const possible = ['state', 'client_id', 'code_challenge', 'login_hint', 'nonce', 'Scope'];

describe('a value in a paste', () => {
  test.each(certain)('of %j is a secret everywhere', (name) => {
    expect(withheld(name, secret)).toEqual([true, true]);
  });

  test.each(possible)('of %j may be a secret, unless it is short', (name) => {
    expect(withheld(name, secret.slice(0, 8))).toEqual([true, false]);
    expect(withheld(name, secret.slice(0, 7))).toEqual([false, false]);
  });

  test.each([
    ...['response_type', 'response_mode', 'redirect_uri', 'scope', 'code_challenge_method', 'prompt'],
    ...['grant_type', 'error', 'error_description', 'error_uri', 'errorCode', 'errorSummary'],
  ])('of %s is public', (name) => {
    expect(withheld(name, secret)).toEqual([false, false]);
  });

  test('is a secret in a response, too', () => {
    const responses = [urlOf({ name: 'code', value: secret }, { name: 'state', value: 'Jk3l-St4te' })];
    const { forWords, forChecks } = redactorsFor(evidenceOf({ responses }), undefined);
    expect([secret, 'Jk3l-St4te'].map((value) => forWords.holds(value))).toEqual([true, true]);
    expect([secret, 'Jk3l-St4te'].map((value) => forChecks.holds(value))).toEqual([true, false]);
  });

  test('that is public or secret in the setup is the same under any name', () => {
    const own = [clientId, codeChallenge];
    const parameters = [...certain, ...possible].flatMap((name) => own.map((value) => ({ name, value })));
    const requests = [urlOf(...parameters, { name: 'scope', value: clientSecret })];
    for (const redactor of Object.values(redactorsFor(evidenceOf({ requests }), registered))) {
      expect(own.filter((value) => redactor.holds(value))).toEqual([]);
      expect([clientSecret, verifier].map((value) => redactor.holds(value))).toEqual([true, true]);
    }
  });
});
