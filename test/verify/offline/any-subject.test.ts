import fc from 'fast-check';
import { expect, test } from 'vitest';
import { linesOfFix } from '../../../src/checks/check.ts';
import type { Subject } from '../../../src/checks/subject.ts';
import { checkOffline, quotesNothing } from '../../../src/verify/offline/rules.ts';
import { anyText } from '../../support/any-text.ts';
import { fixText, goodSubject } from '../../support/verify-fixtures.ts';

const secret = 'pW9-x_Z:3%+kQ~7Lm2Rt8Vb5Nc1Yd4Hs6Jf0Ge_A-x5';

const good = goodSubject();

/** What a person may paste into a field: the correct value, a similar one, anything, or a secret. */
const near = (value: string | null | undefined): fc.Arbitrary<string> =>
  fc.oneof(
    fc.constant(value ?? ''),
    fc.constantFrom('\n', '\r\n', ' ', '"', '\u200b', '=', '/', '#').map((end) => `${value}${end}`),
    fc.constant(value?.toUpperCase() ?? ''),
    anyText({ maxLength: 80 }),
    fc.webUrl({ withFragments: true, withQueryParameters: true }),
    fc.constant('http://api.zoominfo.com/authorise'),
  );

const field = (value: string | null | undefined) => fc.oneof(near(value), fc.constant(undefined));

const rows = fc.array(
  fc.record({
    key: fc.oneof(fc.constantFrom('response_type', 'code_challenge', 'Code_Verifier', 'state'), near('x')),
    value: fc.oneof(near(good.codeChallenge), fc.constant(secret)),
    sendIn: fc.oneof(fc.constantFrom('Request URL', 'Request Body'), fc.constant(secret)),
  }),
  { maxLength: 4 },
);

const anySubject: fc.Arbitrary<Subject> = fc.record({
  region: field(good.region),
  redirectUri: field(good.redirectUri),
  scopes: fc.oneof(fc.array(near('api:data:company'), { maxLength: 4 }), fc.constant(undefined)),
  clientId: fc.oneof(field(good.clientId), fc.constant(null)),
  clientSecret: fc.oneof(fc.constant(secret), fc.constant(`${secret}\u200b`), fc.constant(null)),
  authenticationUrl: field(good.authenticationUrl),
  accessTokenUrl: field(good.accessTokenUrl),
  refreshTokenUrl: field(good.accessTokenUrl),
  codeVerifier: fc.oneof(fc.constant(secret), fc.constant(`${secret}\n`), fc.constant(undefined)),
  codeChallenge: field(good.codeChallenge),
  codeChallengeMethod: field('S256'),
  authenticationRequest: rows,
  tokenRequest: rows,
});

test('every rule judges any values, and none repeats a secret or a step', () => {
  const ids = checkOffline(good).map(({ id }) => id);
  fc.assert(
    fc.property(anySubject, (subject) => {
      const checks = checkOffline(subject);
      expect(checks.map(({ id }) => id)).toEqual(ids);
      for (const check of checks) {
        const { status, detail } = check;
        expect(status).toMatch(/^(?:pass|warn|fail|skip)$/);
        expect(`${detail}\n${fixText(check)}`).not.toContain(secret);
        const sentences = linesOfFix(check.fix ?? []).filter((line) => typeof line === 'string');
        expect(sentences).toEqual([...new Set(sentences)]);
      }
    }),
    { numRuns: 500 },
  );
});

test('a check that quotes nothing repeats no part of a value', () => {
  const anyValue = anyText({ minLength: 8, maxLength: 60 });
  fc.assert(
    fc.property(
      anySubject,
      anyValue,
      fc.constantFrom('clientId', 'scopes', 'name'),
      (subject, value, key) => {
        const given = key === 'scopes' ? ['API:data:company', secret, value] : value;
        const changed = { ...subject, file: { name: 'a.json', path: 'a.json' }, [key]: given };
        for (const check of checkOffline(changed).filter(quotesNothing)) {
          const text = `${check.detail}\n${fixText(check)}`;
          for (const each of [value, secret])
            for (let at = 0; at + 8 <= each.length; at += 1)
              expect(text.includes(each.slice(at, at + 8))).toBe(false);
        }
      },
    ),
    { numRuns: 500 },
  );
});
