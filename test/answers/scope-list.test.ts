import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseScopes } from '../../src/answers/scope-list.ts';
import { documentedScopes } from '../../src/facts/scopes.ts';

const company = 'api:data:company';
const contact = 'api:data:contact';

describe('parseScopes accepts', () => {
  test.each([
    ['company', [company]],
    ['contact,company', [contact, company]],
    ['company contact company', [company, contact]],
    [`${contact}, company`, [contact, company]],
    ['all', documentedScopes],
    ['news all', ['api:data:news', ...documentedScopes.filter((scope) => scope !== 'api:data:news')]],
  ])('%s', (typed, scopes) => {
    expect(parseScopes(typed)).toEqual({ ok: true, value: scopes, warnings: [] });
  });

  test('another scope, with a warning and the nearest name', () => {
    const parsed = parseScopes('api:data:compny');
    expect(parsed).toMatchObject({ ok: true, value: ['api:data:compny'] });
    expect(parsed.ok && parsed.warnings.join()).toContain('Did you mean api:data:company?');
  });
});

describe('parseScopes keeps with a warning', () => {
  test.each(['openid', 'offline_access', 'api:data:lookup'])('%s, which ZoomInfo may reject', (scope) => {
    const parsed = parseScopes(scope);
    expect(parsed).toMatchObject({
      ok: true,
      value: [scope],
      warnings: [expect.stringContaining('may reject')],
    });
  });

  test.each([
    ['api:data:contacts', 'api:data:contact'],
    ['api:data:companies', 'api:data:company'],
    ['api:date:news', 'api:data:news'],
    ['api:data:scoop', 'api:data:scoops'],
    ['api:insight:read', 'api:insights:read'],
    ['api:audience-members:manage', 'api:audience-member:manage'],
  ])('%s, for %s', (scope, meant) => {
    const parsed = parseScopes(scope);
    expect(parsed).toMatchObject({ ok: true, value: [scope] });
    expect(parsed.ok && parsed.warnings.join()).toContain(`Did you mean ${meant}?`);
  });

  test.each([
    ...['api:account-summary:read', 'api:insights:read', 'api:recommendations:read', 'api:gtm-config:read'],
    ...['api:gtm-config:manage', 'api:gtm-data-model:read', 'api:gtm-data-model:manage', 'api:audience:read'],
    ...['api:audience:manage', 'api:audience-member:read', 'api:audience-member:manage'],
    ...[
      'api:data:mcp',
      'api:entitlement:read',
      'api:workflows:run',
      'api:agent-x:read',
      'x:y',
      'crm:contact',
    ],
  ])("%s, which isn't a misspelling", (scope) => {
    const parsed = parseScopes(scope);
    expect(parsed).toMatchObject({ ok: true, value: [scope], warnings: [expect.any(String)] });
    expect(parsed.ok && parsed.warnings.join()).not.toContain('Did you mean');
  });
});

describe('parseScopes rejects', () => {
  test.each([
    ['', 'no scope'],
    [' , ', 'no scope'],
    ['API:data:company', 'use "api:data:company"'],
    ['Company', 'use "company"'],
    ['ALL', 'use "all"'],
    ['OpenID', 'use "openid"'],
    ['compny', 'Did you mean company?'],
    ['companies', 'Did you mean company?'],
    ['profile', 'unknown scope'],
    ['API:Insights:Read', 'use "api:insights:read"'],
    [`'${company} ${contact}'`, 'is in single quotation marks'],
    [`"${company}","${contact}"`, 'is in double quotation marks'],
    [`${company} '${contact}'`, 'a single quotation mark at position 18'],
    ['zzzzzzzzzzzz', 'company, contact, intent, news, scoops, all'],
    ['api:', 'unknown scope'],
    [`${company};${contact}`, 'separator'],
    [`company|contact`, 'separator'],
    [`${company}%20${contact}`, 'separator'],
    [`${company};crm:contact`, 'separator'],
    ['crm:a+crm:b', 'separator'],
    [':data', 'unknown scope'],
    ['api:data:company\u200b', 'zero-width space (U+200B) at position 17'],
    ['api:"data"', 'a double quotation mark'],
  ])('%j', (typed, problem) => {
    const parsed = parseScopes(typed);
    expect(!parsed.ok && parsed.problem).toContain(problem);
  });
});

test('any text yields a list without duplicates, or a problem', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (typed) => {
      const parsed = parseScopes(typed);
      if (!parsed.ok) return parsed.problem.length > 0;
      return parsed.value.length > 0 && new Set(parsed.value).size === parsed.value.length;
    }),
  );
});
