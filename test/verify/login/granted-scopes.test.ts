import fc from 'fast-check';
import { expect, test } from 'vitest';
import { makeRedactor } from '../../../src/checks/redactor.ts';
import { readTokens } from '../../../src/oauth/tokens.ts';
import { judgeScopes } from '../../../src/verify/login/judge-tokens.ts';
import { httpAnswer } from '../../support/verify-fixtures.ts';

const asked = ['api:data:company', 'api:data:contact', 'api:data:news'];

const judged = (scope: unknown) => {
  const read = readTokens(httpAnswer(200, { access_token: 'a', scope }));
  if (!read.ok) throw new Error(read.problem);
  return judgeScopes(read.value, asked, makeRedactor());
};

/** Everything that separates two scopes somewhere. */
const separators = [' ', ',', ', ', ' ,', '\t', '\n', '\r\n', '   ', ',,', '\u00a0', '\u3000', '\u2028'];

const separator = fc
  .array(fc.constantFrom(...separators), { minLength: 1, maxLength: 3 })
  .map((all) => all.join(''));

/** Scopes in any order, some more than once, written down in any way. */
const spelled = (scopes: readonly string[]) =>
  fc
    .tuple(
      fc.shuffledSubarray([...scopes, ...scopes], { minLength: scopes.length }),
      fc.array(separator, { minLength: 2 * scopes.length + 1, maxLength: 2 * scopes.length + 1 }),
      fc.constantFrom('text', 'list', 'list as text', 'list of one text'),
      fc.boolean(),
    )
    .map(([some, between, form, hasEnds]) => {
      const all = [...new Set([...some, ...scopes])].concat(some);
      const text = all.map((scope, index) => scope + (between[index % between.length] ?? ' ')).join('');
      const joined = hasEnds ? ` ${text}` : text.replace(/[\s,]+$/, '');
      if (form === 'text') return joined;
      if (form === 'list of one text') return [joined];
      return form === 'list' ? all : JSON.stringify(all);
    });

test('scopes are read with any separator', () => {
  fc.assert(
    fc.property(spelled(asked), (scope) => {
      expect(judged(scope)).toEqual({
        status: 'pass',
        detail: 'All requested scopes were granted.',
      });
    }),
    { numRuns: 1000 },
  );
});

test('a missing scope is found with any separator', () => {
  fc.assert(
    fc.property(spelled(asked.slice(1)), (scope) => {
      expect(judged(scope)).toMatchObject({ status: 'fail', detail: 'Not granted: api:data:company.' });
    }),
    { numRuns: 500 },
  );
});
