import { describe, expect, test } from 'vitest';
import { exitCodeOf } from '../../src/checks/check.ts';
import { diagnose } from '../../src/diagnose/diagnose.ts';
import { evidenceOf, registered, requestWith, responseWith } from '../support/paste-fixtures.ts';
import { checkNamed } from '../support/verify-fixtures.ts';

const invalidScope = { error: 'invalid_scope' };
const verdictOn = (
  state: string,
  parameters: Readonly<Record<string, string>>,
  endpoint = registered.setup.redirectUri,
) => {
  const { endpoint: _, ...bare } = responseWith({ ...parameters, state });
  const responses = [endpoint === '' ? bare : { ...bare, endpoint }];
  return diagnose(evidenceOf({ requests: [requestWith({ state: 'aB+c=1' })], responses }), registered);
};

describe('the URL where a sign-in ended is of the same attempt', () => {
  test.each(['aB+c=1', 'aB+c', 'aB+c=1.', 'aB c=1', 'aB%2Bc%3D1', 'aB%252Bc%253D1', ''])(
    'with the state %j',
    (state) => {
      const check = checkNamed('response.error', verdictOn(state, invalidScope));
      expect([check.status, check.detail]).toEqual(['fail', expect.not.stringContaining('different')]);
    },
  );

  test("with any state if it isn't at Jitterbit", () => {
    const checks = verdictOn('x', { error: 'access_denied' }, 'https://okta-login.zoominfo.com/callback');
    expect(checkNamed('response.error', checks).detail).not.toContain('different attempts');
  });
});

describe('the URL where another attempt ended', () => {
  test.each([registered.setup.redirectUri, ''])('blames no value, at %j', (endpoint) => {
    const checks = verdictOn('x', invalidScope, endpoint);
    expect(checkNamed('response.error', checks)).toMatchObject({
      status: 'inconclusive',
      code: 'invalid_scope',
      detail: expect.stringMatching(/^The state in this URL isn't .* different attempts\. Recognized/),
    });
    expect(exitCodeOf(checks)).toBe(4);
  });

  test('is still right with a code, which says nothing about the request or an error', () => {
    const messages = [{ code: 'redirect_uri_mismatch', words: '' }];
    const withCode = (state: string) =>
      diagnose(
        evidenceOf({
          requests: [requestWith({ state: 'a' })],
          responses: [responseWith({ code: 'c1', state })],
          messages,
        }),
        registered,
      );
    expect(checkNamed('response.code', withCode('x'))).toMatchObject({
      status: 'pass',
      detail: expect.stringContaining('different attempts'),
    });
    const alone = diagnose(evidenceOf({ requests: [requestWith({ state: 'a' })], messages }), registered);
    expect(checkNamed('message', withCode('x'))).toEqual(checkNamed('message', alone));
    expect(checkNamed('message', withCode('a'))).not.toEqual(checkNamed('message', alone));
  });
});

test('of several URLs, the one with the state of the request counts', () => {
  const checks = diagnose(
    evidenceOf({
      requests: [requestWith({ state: 'a' })],
      responses: [
        responseWith({ error: 'access_denied', state: 'a' }),
        responseWith({ ...invalidScope, state: 'x' }),
      ],
    }),
    registered,
  );
  expect(checkNamed('response.error', checks).code).toBe('access_denied');
});
