import { expect, test } from 'vitest';
import { misplacedEndpoints, misplacedWarning } from '../../src/answers/misplaced-endpoints.ts';
import { documentedEndpoints } from '../../src/facts/endpoints.ts';

const { authenticationUrl: authorize, accessTokenUrl: token } = documentedEndpoints;

test.each([
  [authorize, token, undefined],
  [token, authorize, ['authenticationUrl', 'accessTokenUrl']],
  [`${token}/`, 'https://a.example/authorize', ['authenticationUrl', 'accessTokenUrl']],
  [token, token, ['authenticationUrl']],
  [authorize, authorize, ['accessTokenUrl']],
  ['https://a.example/x', 'https://a.example/x', ['authenticationUrl']],
  ['https://a.example/x', 'https://a.example/y', undefined],
  [undefined, authorize, ['accessTokenUrl']],
  [token, undefined, ['authenticationUrl']],
  [undefined, undefined, undefined],
])('%s, %s: %j', (authenticationUrl, accessTokenUrl, keys) => {
  expect(misplacedEndpoints({ authenticationUrl, accessTokenUrl })?.keys).toEqual(keys);
});

test('a warning takes a missing URL for the documented one, and names the right one', () => {
  expect(misplacedWarning({})).toBeUndefined();
  expect(misplacedWarning({ authenticationUrl: authorize })).toBeUndefined();
  expect(misplacedWarning({ authenticationUrl: token })?.text).toContain(authorize);
  expect(misplacedWarning({ accessTokenUrl: authorize })?.text).toContain(token);
  expect(misplacedWarning({ authenticationUrl: token, accessTokenUrl: authorize })?.text).toMatch(/swap/i);
});
