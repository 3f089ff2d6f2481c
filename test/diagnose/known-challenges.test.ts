import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { diagnose } from '../../src/diagnose/diagnose.ts';
import { checkOffline } from '../../src/verify/offline/rules.ts';
import { evidenceOf, formCheck, registered, requestCheck, requestWith } from '../support/paste-fixtures.ts';
import { rfcPair } from '../support/setup-fixture.ts';
import { checkNamed, fixText } from '../support/verify-fixtures.ts';

const challengeOf = (text: string): string => createHash('sha256').update(text).digest('base64url');

test.each([
  [rfcPair.codeChallenge, /public example/],
  [challengeOf('<your_code_verifier>'), /placeholder/],
  [challengeOf(''), /empty/],
  [challengeOf('\n'), /line break alone/],
  [challengeOf('\r\n'), /line break alone/],
])('a code challenge that anyone may know fails, with and without a setup: %s', (code_challenge, says) => {
  for (const check of [
    formCheck('request.code-challenge', { code_challenge }),
    requestCheck('request.code-challenge', { code_challenge }),
  ]) {
    expect(check.status).toBe('fail');
    expect(check.detail).toMatch(says);
  }
});

test('if the setup has it as well, the pair is replaced', () => {
  const { setup } = registered;
  const against = { setup: { ...setup, pkce: { ...setup.pkce, ...rfcPair } }, file: 'zoominfo.json' };
  const requests = [requestWith({ code_challenge: rfcPair.codeChallenge })];
  const check = checkNamed('request.code-challenge', diagnose(evidenceOf({ requests }), against));
  expect([check.status, fixText(check)]).toEqual(['fail', expect.stringContaining('--new-pkce')]);
});

test.each([
  'ZoomInfo',
  '0oaXXXXXXXXXXXXXXXXX',
  'YOUR_CLIENT_ID',
  'client-id',
  '<client id>',
  '${CLIENT_ID}',
  'xxxxxxxxxxxx',
  'me@example.com',
  'https://api.zoominfo.com',
  '********',
  '0oaTestClientId12345,',
  '0oaTestClientId12345',
  'abcDEF-123_456',
])('a Client ID fails without a setup if verify rejects it: %s', (client_id) => {
  const verified = checkNamed('client.id', checkOffline({ clientId: client_id }));
  expect(formCheck('request.client-id', { client_id }).status).toBe(verified.status);
});
