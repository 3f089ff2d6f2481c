import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseScopes } from '../../src/answers/scope-list.ts';
import { documentedScopes } from '../../src/facts/scopes.ts';

const company = 'api:data:company';
const contact = 'api:data:contact';

describe('parseScopes takes', () => {
  test.each([
    ['company', [company]],
    ['contact,company', [contact, company]],
    ['company contact company', [company, contact]],
    [`${contact}, company`, [contact, company]],
    ['all', documentedScopes],
    ['news all', ['api:data:news', ...documentedScopes.filter((scope) => scope !== 'api:data:news')]],
    ['openid offline_access company', ['openid', 'offline_access', company]],
  ])('%s', (typed, scopes) => {
    expect(parseScopes(typed)).toEqual({ ok: true, value: scopes, warnings: [] });
  });

  test('another scope, with a warning and the nearest name', () => {
    const parsed = parseScopes('api:data:compny');
    expect(parsed).toMatchObject({ ok: true, value: ['api:data:compny'] });
    expect(parsed.ok && parsed.warnings.join()).toContain('Did you mean api:data:company?');
  });
});

describe('parseScopes refuses', () => {
  test.each([
    ['', 'names no scope'],
    [' , ', 'names no scope'],
    ['API:data:company', 'write api:data:company'],
    ['Company', 'write company'],
    ['ALL', 'write all'],
    ['OpenID', 'write openid'],
    ['compny', 'Did you mean company?'],
    ['zzzzzzzzzzzz', 'Known: company, contact, intent, news, scoops, all'],
    ['api:', 'unknown scope'],
    [':data', 'unknown scope'],
    ['api:data:company\u200b', 'zero-width space (U+200B) at position 17'],
    ['api:"data"', 'a double quotation mark'],
  ])('%j', (typed, problem) => {
    const parsed = parseScopes(typed);
    expect(!parsed.ok && parsed.problem).toContain(problem);
  });
});

test('whatever is typed, the answer is a list without repetition or a problem', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (typed) => {
      const parsed = parseScopes(typed);
      if (!parsed.ok) return parsed.problem.length > 0;
      return parsed.value.length > 0 && new Set(parsed.value).size === parsed.value.length;
    }),
  );
});
