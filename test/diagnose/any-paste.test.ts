import fc from 'fast-check';
import { expect, test } from 'vitest';
import { diagnose } from '../../src/diagnose/diagnose.ts';
import type { Evidence, FoundParameter, FoundUrl } from '../../src/diagnose/evidence/evidence.ts';
import { pkcePairOf } from '../../src/oauth/pkce.ts';
import { rotateSetup } from '../../src/setup-file/rotate.ts';
import { allWords, evidenceOf, goodParameters, registered, requestWith } from '../support/paste-fixtures.ts';
import { clientSecret, verifier } from '../support/setup-fixture.ts';

/** Parameters of vendors and of OpenID Connect that change nothing here. */
const harmless = fc.constantFrom<FoundParameter>(
  { name: 'nonce', value: 'n-0S6_WzA2Mj' },
  { name: 'login_hint', value: 'someone@zoominfo.com' },
  { name: 'prompt', value: 'login' },
  { name: 'prompt', value: 'consent' },
  { name: 'response_mode', value: 'query' },
  { name: 'code_challenge_method', value: 'S256' },
  { name: 'acr_values', value: 'urn:okta:loa:1fa:any' },
  { name: 'max_age', value: '0' },
  { name: 'sessionToken', value: '20111sTEnWA2Mj' },
  { name: 'idp', value: '0oaIdentityProvider1' },
  { name: 'ui_locales', value: 'en' },
);

const parametersOf = (changes: Record<string, string> = {}): FoundParameter[] =>
  requestWith(changes).parameters.slice();

const rightRequest: fc.Arbitrary<FoundUrl> = fc
  .record({
    extra: fc.uniqueArray(harmless, { selector: ({ name }) => name }),
    scopes: fc.shuffledSubarray([...registered.setup.scopes], { minLength: registered.setup.scopes.length }),
    endpoint: fc.constantFrom(
      registered.setup.authenticationUrl,
      'api.zoominfo.com/gtm/oauth/v1/authorize',
      undefined,
    ),
  })
  .chain(({ extra, scopes, endpoint }) => {
    const all = [...parametersOf({ scope: scopes.join(' ') }), ...extra];
    return fc
      .shuffledSubarray(all, { minLength: all.length })
      .map((parameters) => ({ ...(endpoint === undefined ? {} : { endpoint }), parameters, isCut: false }));
  });

test('a correct request never fails, in any order, with extra parameters, or truncated', () => {
  fc.assert(
    fc.property(rightRequest, fc.boolean(), fc.nat(), (request, withSetup, at) => {
      const against = withSetup ? registered : undefined;
      const whole = diagnose(evidenceOf({ requests: [request] }), against);
      expect(whole.filter(({ status }) => status !== 'pass').map(({ id }) => id)).toEqual(
        request.endpoint === undefined ? ['request.endpoint'] : [],
      );
      const kept = request.parameters.slice(0, 1 + (at % request.parameters.length));
      const last = kept.pop() ?? { name: '', value: '' };
      const start = { ...last, value: last.value.slice(0, at % (last.value.length + 1)) };
      const cut = { ...request, parameters: [...kept, start], isCut: true };
      const checks = diagnose(evidenceOf({ requests: [cut] }), against);
      expect(checks.filter(({ status }) => status === 'fail' || status === 'warn')).toEqual([]);
    }),
    { numRuns: 200 },
  );
});

const rotated = { setup: rotateSetup(registered.setup, pkcePairOf(`Zz9${verifier}`)), file: 'zoominfo.json' };
const { codeVerifier } = rotated.setup.pkce;
const code = 'q1W2-e3R4_t5Y6.u7I8o9P0';
const token = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ4In0.c2lnbmF0dXJl';
const state = 'Jk3l-St4te_9Xz';
const stranger = 'vK8pQ2xW7zB4nM6cD1fG3hJ5lR9tY0uS';
const secrets = [clientSecret, codeVerifier, verifier, code, token, state, stranger];

const secret = fc.constantFrom(...secrets);
const spelled = secret.chain((text) =>
  fc.constantFrom(
    text,
    ` ${text}`,
    `"${text}"`,
    encodeURIComponent(text),
    `x${text}y`,
    text.slice(0, 20),
    `${text}\u200b`,
  ),
);

const name = fc.oneof(
  fc.constantFrom(
    ...Object.keys(goodParameters),
    'code_challenge_method',
    'code_verifier',
    'client_secret',
    'refresh_token',
    'prompt',
    'Code_challenge ',
    'note',
  ),
  spelled,
);
const parameter = fc.record({
  name,
  value: fc.oneof(spelled, fc.constantFrom(...Object.values(goodParameters))),
});
const endpoint = fc.oneof(
  fc.constantFrom(registered.setup.authenticationUrl, registered.setup.redirectUri, undefined),
  secret.map((text) => `https://${text}.example/${text}`),
);
const url = (further: readonly FoundParameter[]): fc.Arbitrary<FoundUrl> =>
  fc
    .record({ endpoint, parameters: fc.array(parameter, { maxLength: 6 }), isCut: fc.boolean() })
    .map(({ endpoint: found, parameters, isCut }) => ({
      ...(found === undefined ? {} : { endpoint: found }),
      parameters: [...further, ...parameters],
      isCut,
    }));

const words = spelled.chain((text) =>
  fc.constantFrom(text, `invalid_grant: PKCE verification failed for ${text}`, `Invalid value for '${text}'`),
);
const message = fc.record({ code: fc.constantFrom('invalid_grant', 'invalid_request', 'new_code'), words });

const anyPaste: fc.Arbitrary<Evidence> = fc.record({
  requests: fc.array(url([{ name: 'state', value: state }]), { maxLength: 2 }),
  responses: fc.array(
    fc.oneof(
      url([{ name: 'code', value: code }]),
      words.chain((text) =>
        url([
          { name: 'error', value: 'invalid_request' },
          { name: 'error_description', value: text },
        ]),
      ),
    ),
    { maxLength: 2 },
  ),
  messages: fc.array(message, { maxLength: 2 }),
});

test('shows no eight characters of a secret from any paste', () => {
  const windows = secrets.flatMap((text) =>
    Array.from({ length: text.length - 7 }, (_, at) => text.slice(at, at + 8)),
  );
  fc.assert(
    fc.property(anyPaste, fc.boolean(), (evidence, withSetup) => {
      const checks = diagnose(evidence, withSetup ? rotated : undefined);
      const said = allWords(checks).replaceAll(/\s/g, '');
      expect(windows.filter((window) => said.includes(window))).toEqual([]);
      for (const { status, detail } of checks) {
        expect(status).toMatch(/^(?:pass|warn|fail|inconclusive|skip)$/);
        expect(detail).not.toMatch(/undefined|\[object/);
      }
    }),
    { numRuns: 300 },
  );
});
