import { expect, test } from 'vitest';
import { makeRedactor } from '../../../src/checks/redactor.ts';
import { tokenRequest } from '../../../src/oauth/requests.ts';
import { accepted } from '../../../src/text/result.ts';
import { registrationOf, tokenEndpointOf } from '../../../src/verify/online/registration.ts';
import { narrateOutcome, narrateRequest } from '../../../src/verify/online/trace.ts';
import { verifier as codeVerifier, credentials } from '../../support/setup-fixture.ts';
import { goodSubject } from '../../support/verify-fixtures.ts';

test.each(['basic', 'post'] as const)(
  'a token request (%s) is shown without a secret, even by an empty redactor',
  (clientAuthentication) => {
    const request = tokenRequest(tokenEndpointOf(registrationOf(goodSubject(), clientAuthentication)), {
      code: 'some-secret-code',
      redirectUri: 'https://a.example/',
    });
    const told = narrateRequest('Token request', request, makeRedactor()).join('\n');
    expect(told).toContain('> POST https://api.zoominfo.com/gtm/oauth/v1/token');
    expect(told).toContain('grant_type = authorization_code');
    expect(told).toContain('code_verifier = (hidden)');
    for (const secret of ['some-secret-code', codeVerifier, credentials.clientSecret])
      expect(told).not.toContain(secret);
    expect(told).not.toContain(
      Buffer.from(`${credentials.clientId}:${credentials.clientSecret}`).toString('base64'),
    );
  },
);

test('shows the URL of a redirect, and of its parameters only errors', () => {
  const location = 'https://a.example/cb?code=abcdef&error=access_denied&session=xyz123';
  const told = narrateOutcome(
    accepted({ status: 302, headers: { location }, body: '' }),
    makeRedactor(),
  ).join('\n');
  expect(told).toContain('Location: https://a.example/cb');
  expect(told).toContain('error = access_denied');
  expect(told).not.toMatch(/abcdef|xyz123/);
});
