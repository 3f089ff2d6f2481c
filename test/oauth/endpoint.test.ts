import { expect, test } from 'vitest';
import { parseEndpoint } from '../../src/oauth/endpoint.ts';
import { problemOf } from '../../src/text/result.ts';

test.each([
  'https://api.zoominfo.com/gtm/oauth/v1/authorize',
  'https://example.com:8443/token?tenant=1',
  'http://127.0.0.1:8080/token',
  'http://127.1.2.3/token',
  'http://localhost:9/authorize',
  'http://[::1]:9/authorize',
  'https://[2001:db8::1]/token',
])('%s is an endpoint', (url) => {
  expect(problemOf(parseEndpoint(url))).toBeUndefined();
});

test.each([
  ['http://api.zoominfo.com/token', 'https'],
  ['http://localhost.example.com/', 'https'],
  ['http://128.0.0.1/', 'https'],
  ['https://user:word@example.com/', 'user name or password'],
  ['https://@example.com/', 'user name or password'],
  ['https://example.com/#top', 'fragment'],
  ['https://example.com/#', 'fragment'],
  ['https://exa mple.com/', 'a space at position 12'],
  ['https://example.com\\@evil.example/', "isn't a valid URL"],
  ['ftp://example.com/', "isn't a valid URL"],
  ['https:/example.com', "isn't a valid URL"],
  ['https://', "isn't a valid URL"],
  ['https://exämple.com/', 'non-ASCII'],
  ['api.zoominfo.com/token', "isn't a valid URL"],
  ['', "isn't a valid URL"],
])("%j isn't an endpoint", (url, problem) => {
  expect(problemOf(parseEndpoint(url))).toContain(problem);
});

test.each([
  ['https://example.com/ ', false],
  [' https://example.com/', false],
  ['https://example.com/\t', false],
  ['\u200bhttps://example.com/\u00a0', false],
  ['https://example.com/a b', true],
  ['https://example.com/ä', true],
])('%j: percent-encoding the character is suggested: %s', (url, isSuggested) => {
  const problem = problemOf(parseEndpoint(url));
  expect(problem).toContain('Remove it');
  expect(problem?.includes('percent-encode')).toBe(isSuggested);
});
