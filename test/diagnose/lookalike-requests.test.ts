import { describe, expect, test } from 'vitest';
import { diagnose } from '../../src/diagnose/diagnose.ts';
import { recognize } from '../../src/diagnose/recognize/recognize.ts';
import { goodParameters, registered } from '../support/paste-fixtures.ts';

const query = String(new URLSearchParams({ ...goodParameters, state: 'St4te=' })).replaceAll('+', '%20');
const url = `${registered.setup.authenticationUrl}?${query}`;

const failuresIn = (paste: string): string[] =>
  diagnose(recognize(paste), registered)
    .filter(({ status }) => status !== 'pass')
    .map(({ id, status }) => `${id} ${status}`);

const twice = (text: string): string => text.replaceAll('%', '%25');

describe('a value that is encoded more often than the others is wrong', () => {
  test.each([
    ['redirect_uri', 'request.redirect-uri fail'],
    ['scope', 'request.scopes fail'],
  ])('%s', (name, failure) => {
    const pair = new RegExp(`${name}=[^&]+`);
    expect(failuresIn(url.replace(pair, twice))).toEqual([failure]);
    expect(failuresIn(twice(url.replace(pair, twice)))).toEqual([failure]);
  });

  test.each([
    ['once', url],
    ['twice', twice(url)],
    ['as the value of a parameter', `https://login.example/?next=${encodeURIComponent(url)}`],
    ['twice as the value of a parameter', `https://login.example/?next=${encodeURIComponent(twice(url))}`],
  ])('a URL that is encoded %s as a whole is right', (_, paste) => {
    expect(failuresIn(paste)).toEqual([]);
  });
});

describe('what stands between the Authentication URL and its parameters', () => {
  test.each(['??', '?x?', '?&?', '?prompt?'])('%s is wrong', (between) => {
    expect(failuresIn(url.replace('?', between))).toEqual(['request.endpoint fail']);
    expect(failuresIn(url.replace('?', between).replace(/^https:..[^/]+/, ''))).toEqual([
      'request.endpoint fail',
    ]);
  });

  test.each(['?', '?&'])('%s is right', (between) => {
    expect(failuresIn(url.replace('?', between))).toEqual([]);
  });

  test('the path may contain a mark', () => {
    expect(failuresIn(url.replace('?', '&?'))).toEqual(['request.endpoint fail']);
  });
});
