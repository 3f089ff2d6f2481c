import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Finding } from '../../src/checks/finding.ts';
import { makeRedactor } from '../../src/checks/redactor.ts';
import type { HttpAnswer } from '../../src/context/http.ts';
import { readCallback } from '../../src/oauth/callback.ts';
import { secretsIn } from '../../src/oauth/token-traces.ts';
import { readTokens } from '../../src/oauth/tokens.ts';
import { judgeCallback } from '../../src/verify/login/authorization.ts';
import { judgeLifetime } from '../../src/verify/login/judge-lifetime.ts';
import { judgeScopes, judgeTokenType } from '../../src/verify/login/judge-tokens.ts';
import { judgeRefusal } from '../../src/verify/login/token-refusal.ts';
import { judgeAuthorize } from '../../src/verify/online/judge-authorize.ts';
import { judgeClient } from '../../src/verify/online/judge-client.ts';
import { anyText } from '../support/any-text.ts';
import { fixText, httpAnswer } from '../support/verify-fixtures.ts';

const secret = 'pW9-x_Z:3%+kQ~7Lm2Rt8Vb5';

/** Foreign text, often with the secret in it as a server would send it back. */
const foreign = fc.oneof(
  anyText({ maxLength: 60 }),
  fc.tuple(fc.string({ maxLength: 20 }), fc.string({ maxLength: 20 })).map((ends) => ends.join(secret)),
  fc.constantFrom(`\x1b[2J${secret}`, encodeURIComponent(secret), 'invalid_grant', 'invalid_client'),
);

const names = [
  ...['error', 'error_description', 'errorCode', 'errorSummary', 'errors', 'message', 'code', 'detail'],
  ...['access_token', 'refresh_token', 'toString', 'valueOf', '__proto__'],
];

const foreignValue = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    foreign,
    fc.constantFrom(null, true, -1, 0, 3600, 1e308),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom(...names), tie('value'), { maxKeys: 4 }),
  ),
})).value;

const foreignObject = fc.dictionary(fc.constantFrom(...names), foreignValue, { maxKeys: 6 });

const anyAnswer: fc.Arbitrary<HttpAnswer> = fc.record({
  ok: fc.constant(true as const),
  status: fc.constantFrom(200, 204, 302, 307, 400, 401, 403, 404, 429, 500, 503),
  headers: fc.dictionary(
    fc.constantFrom('location', 'content-type', 'retry-after'),
    fc.oneof(
      foreign,
      foreign.map((text) => `https://login.example/a?error=${text}`),
    ),
  ),
  body: fc.oneof(
    foreign,
    foreignObject.map((value) => JSON.stringify(value)),
    foreign.map((text) => `<html><body>${text}</body></html>`),
  ),
});

/** Any input gets a verdict, which contains neither a secret nor anything that controls a terminal. */
function expectFit(found: Finding, ...secrets: readonly string[]): void {
  expect(found.status).toMatch(/^(?:pass|warn|fail|inconclusive)$/);
  const text = [found.detail, fixText(found), found.code].join(' ');
  expect(text).not.toMatch(/[\x00-\x1f\x7f-\x9f\u202a-\u202e]/);
  for (const each of secrets) expect(text).not.toContain(each);
}

test('any response is judged, and no secret is shown', () => {
  const url = 'https://auth.example/authorize?state=x';
  fc.assert(
    fc.property(anyAnswer, fc.boolean(), fc.nat(200), (answer, hasMethodRow, codeAgeAtMost) => {
      const redactor = makeRedactor();
      redactor.add(secret);
      const context = { url, redactor, clientAuthentication: 'basic' } as const;
      expectFit(judgeAuthorize(answer, { ...context, redirectUri: 'https://app.example/back' }), secret);
      expectFit(judgeClient(answer, context), secret);
      expectFit(judgeRefusal(answer, { ...context, codeAgeAtMost, hasMethodRow }), secret);
    }),
  );
});

test('any tokens are judged, and none are shown', () => {
  const answers = fc.record(
    { access_token: foreign, token_type: foreignValue, scope: foreignValue, expires_in: foreignValue },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(answers, (json) => {
      const answer = httpAnswer(200, json);
      const redactor = makeRedactor();
      redactor.add(secret, ...secretsIn(answer));
      const read = readTokens(answer);
      if (!read.ok) return;
      const tokens = read.value;
      expectFit(judgeTokenType(tokens, redactor), secret);
      expectFit(judgeScopes(tokens, ['api:data:company', 'openid'], redactor), secret);
      expectFit(judgeLifetime(tokens), secret);
    }),
    { numRuns: 1000 },
  );
});

test('any callback is judged, and only our own state yields a code', () => {
  const parameters = fc.array(
    fc.tuple(
      fc.constantFrom('code', 'state', 'error', 'error_description'),
      fc.oneof(foreign, fc.constant('ours')),
    ),
    { maxLength: 5 },
  );
  fc.assert(
    fc.property(parameters, (pairs) => {
      const redactor = makeRedactor();
      redactor.add(secret);
      const callback = readCallback(new URLSearchParams(pairs), 'ours');
      expectFit(judgeCallback(callback, redactor), secret);
      if (callback.ok && callback.value.kind === 'code') expect(pairs).toContainEqual(['state', 'ours']);
    }),
    { numRuns: 500 },
  );
});
