import { describe, expect, test } from 'vitest';
import { parseScopes } from '../../../src/answers/scope-list.ts';
import { problemOf } from '../../../src/text/result.ts';
import { scopes as rule } from '../../../src/verify/offline/scopes-rule.ts';

const company = 'api:data:company';
const contact = 'api:data:contact';

const judged = (...scopes: string[]) => {
  const { status, repair } = rule.judge({ scopes });
  return { status, suggested: repair?.['--scopes'] };
};

const whiteSpaceOrComma = [' ', '\r\n', '\u3000', ',', ' , '];
const others = [
  ...[
    '',
    '、',
    '，',
    '；',
    ' · ',
    '\\n',
    '\u200b',
    ' and ',
    'and',
    '和',
    ';',
    '|',
    '+',
    '/',
    '&',
    '&amp;',
    '-',
  ],
  ...['_', ':', '%20', '%2C', '%0a', ' / ', '.', '","', '&scope=', ` openid `],
];

describe('between two known scopes', () => {
  test.each([...whiteSpaceOrComma, ...others])('%j separates them in one entry', (separator) => {
    const scopes = separator.includes('openid') ? [company, 'openid', contact] : [company, contact];
    const suggested = scopes.join(',');
    for (const entry of [`${company}${separator}${contact}`, `${company}${separator}API:data:Contact`])
      expect(judged(entry)).toEqual({ status: 'fail', suggested });
    expect(judged(company, `${company}${separator}${contact}`)).toEqual({ status: 'fail', suggested });
  });

  test.each(others.filter((separator) => !separator.includes('openid')))(
    '%j is refused in an answer',
    (separator) => {
      expect(problemOf(parseScopes(`${company}${separator}${contact}`))).toMatch(
        /valid separator|isn't allowed|unknown scope|quotation mark/,
      );
    },
  );

  test.each(['<br>', 'xyz', ' und ', '&#160;', 'x:y', '\u200bx\u200b'])(
    'any other text leaves the list to the user: %j',
    (text) => {
      const entry = `${company}${text}${contact}`;
      expect(judged(entry)).toEqual({ status: 'fail', suggested: { usage: '<scopes>' } });
      expect(parseScopes(entry).ok).toBe(false);
    },
  );
});

describe('around one known scope', () => {
  test.each([';', '+', '%20', '.', '/', ':', '-', '\\n', '&amp;', '、', '\u200b', 'scope=', 'Scopes='])(
    '%j is an error that is corrected',
    (text) => {
      for (const entry of [`${company}${text}`, `${text}${company}`, `${text}API:data:company${text}`]) {
        expect(judged(entry)).toEqual({ status: 'fail', suggested: company });
        expect(problemOf(parseScopes(entry))).toMatch(/Use "api:data:company"|isn't allowed/);
      }
    },
  );

  test.each([':read', '-x:read', '.read:all', '_v2', '2'])('%j may make another scope of it', (end) => {
    expect(judged(`${company}${end}`).status).toBe('warn');
    expect(parseScopes(`${company}${end}`)).toMatchObject({ ok: true, value: [`${company}${end}`] });
  });
});

test.each([
  ['api:da\u200bta:company', company],
  ['api:data:compny\u200b', company],
  ['crm:contact\u200b', 'crm:contact'],
  ['api:data:compny、api:data:contct', { usage: '<scopes>' }],
  [`${company};api:data:contct`, `${company},${contact}`],
])('characters are removed only where that can be right: %j', (entry, suggested) => {
  expect(judged(entry)).toEqual({ status: 'fail', suggested });
});
