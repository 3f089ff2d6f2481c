import { describe, expect, test } from 'vitest';
import { diagnose } from '../../src/diagnose/diagnose.ts';
import { recognize } from '../../src/diagnose/recognize/recognize.ts';
import { redirectUriOf } from '../../src/facts/regions.ts';
import { lists, type SampleUrl, wrapped } from '../support/manglings.ts';
import { goodParameters, registered } from '../support/paste-fixtures.ts';
import { rfcPair } from '../support/setup-fixture.ts';
import { checkNamed, fixText } from '../support/verify-fixtures.ts';

/** What a window, a table, or an email does to the lines of a list. */
const edges: Readonly<Record<string, (line: string, width: number) => string>> = {
  'cut off': (line, width) => line.slice(0, width),
  'cut off with an ellipsis': (line, width) => (line.length > width ? `${line.slice(0, width - 1)}…` : line),
  wrapped: (line, width) => wrapped(line, width, '\n'),
  'wrapped with an indentation': (line, width) => wrapped(line, width, '\n    '),
  'wrapped at a space': (line, width) =>
    line.replace(new RegExp(`(.{1,${width}}) (?=.{${width}})`, 'g'), '$1\n'),
};

const widths = Array.from({ length: 8 }, (_, nth) => 45 + 9 * nth);

const sampleOf = (changes: Readonly<Record<string, string>> = {}): SampleUrl => ({
  endpoint: '',
  parameters: Object.entries({ ...goodParameters, code_challenge_method: 'S256', ...changes }),
});

const edited = (list: string, edge: keyof typeof edges, width: number): string =>
  list
    .split('\n')
    .map((line) => edges[edge]?.(line, width))
    .join('\n');

const judged = (paste: string) => diagnose(recognize(paste), registered);

describe.each(Object.entries(lists))('the list %s', (_, list) => {
  test.each(Object.keys(edges))('%s accuses no right value', (edge) => {
    for (const width of widths) {
      const paste = edited(list(sampleOf()), edge, width);
      const failing = judged(paste).filter(({ status }) => status === 'fail');
      expect(failing, `${width} columns:\n${paste}`).toEqual([]);
    }
  });
});

const colons = (changes: Readonly<Record<string, string>>): string => lists.colons?.(sampleOf(changes)) ?? '';

test.each([
  ['request.redirect-uri', 'redirect_uri', redirectUriOf('EMEA')],
  ['request.code-challenge', 'code_challenge', rfcPair.codeChallenge],
  ['request.scopes', 'scope', `api:data:news ${goodParameters.scope}`],
])('%s: a wrong value fails although it is cut off', (id, name, value) => {
  const paste = edited(colons({ [name]: value }), 'cut off', 50);
  expect(checkNamed(id, judged(paste)).status).toBe('fail');
});

test('the beginning of a right value that ends before the longest line is wrong', () => {
  const start = goodParameters.code_challenge?.slice(0, 30) ?? '';
  expect(checkNamed('request.code-challenge', judged(colons({ code_challenge: start }))).status).toBe('fail');
});

test('a value that may be cut off may also be incomplete where it is registered, so the right value follows', () => {
  const check = checkNamed('request.redirect-uri', judged(edited(colons({}), 'cut off', 50)));
  expect(check.status).toBe('inconclusive');
  expect(fixText(check)).toMatch(/Copy the whole value again[\s\S]*redirect_uri itself is incomplete/);
});
