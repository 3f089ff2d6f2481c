import { describe, expect, test } from 'vitest';
import type { Check } from '../../../src/checks/check.ts';
import type { Subject } from '../../../src/checks/subject.ts';
import { sendIn } from '../../../src/setup-file/parameter-rows.ts';
import { problemOf } from '../../../src/text/result.ts';
import { type Need, registrationFor } from '../../../src/verify/online/needs.ts';
import { goodSubject } from '../../support/verify-fixtures.ts';

describe('what a request lacks', () => {
  const everything = [
    ...['endpoints', 'redirectUri', 'clientId', 'clientSecret', 'codeVerifier'],
    ...['codeChallenge', 'scopes', 'rows'],
  ] as Need[];
  const lackOf = (
    needed: readonly Need[],
    changes: Partial<Subject> = {},
    offline: readonly Check[] = [],
  ): string | undefined => problemOf(registrationFor(needed, goodSubject(changes), offline, 'basic'));
  const check = (id: string, status: Check['status']): Check => ({ id, status, title: '', detail: '' });

  test('nothing, if everything is set and no check failed', () => {
    const offline = [check('client.id', 'pass'), check('scopes', 'warn'), check('endpoints', 'skip')];
    expect(lackOf(everything, {}, offline)).toBeUndefined();
  });

  test.each<[Partial<Subject>, string]>([
    [{ region: undefined, redirectUri: undefined }, 'the redirect URI or the region'],
    [{ clientId: undefined }, 'the Client ID'],
    [{ clientSecret: undefined }, 'the Client Secret'],
    [{ tokenRequest: [] }, 'the code verifier'],
    [{ tokenRequest: [{ key: 'other', value: 'x', sendIn: sendIn.body }] }, 'the code verifier'],
    [{ authenticationRequest: [] }, 'the code challenge'],
    [{ scopes: [] }, 'the scopes'],
    [{ clientId: undefined, scopes: [] }, 'the Client ID and the scopes'],
    [
      { clientId: undefined, clientSecret: undefined, scopes: [] },
      'the Client ID, the Client Secret, and the scopes',
    ],
  ])('%j', (changes, lack) => {
    expect(lackOf(everything, changes)).toBe(`Requires ${lack}.`);
    expect(lackOf(['endpoints', 'rows'], changes)).toBeUndefined();
  });

  test.each([
    'endpoints',
    'region.redirect-uri',
    'client.id',
    'client.secret',
    'pkce.verifier',
    'scopes',
    'pkce.challenge',
    'parameters.authentication-request',
    'parameters.token-request',
  ])('%s, if it failed offline', (id) => {
    const offline = [check('file.permissions', 'fail'), check(id, 'fail')];
    expect(lackOf(everything, {}, offline)).toBe(`Fix ${id} first.`);
    expect(lackOf(['codeChallenge'], {}, offline)).toBeUndefined();
    expect(lackOf(everything, {}, [check(id, 'warn')])).toBeUndefined();
  });

  test('several failed checks', () => {
    const offline = [check('scopes', 'fail'), check('endpoints', 'fail')];
    expect(lackOf(everything, {}, offline)).toBe('Fix endpoints and scopes first.');
  });
});
