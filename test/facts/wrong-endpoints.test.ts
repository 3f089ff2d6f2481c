import { expect, test } from 'vitest';
import { documentedEndpoints } from '../../src/facts/endpoints.ts';
import { wrongEndpointOf } from '../../src/facts/wrong-endpoints.ts';
import { keysOf } from '../../src/text/lookup.ts';

const changes: readonly (readonly [what: string, change: (url: string) => string, says: RegExp])[] = [
  ['another path', (url) => `${url}s`, /path/],
  ['a port', (url) => url.replace('.com', '.com:8443'), /port/],
  ['the port of another scheme', (url) => url.replace('.com', '.com:80'), /port/],
  ['a final dot', (url) => url.replace('.com', '.com.'), /dot/],
  ['a query', (url) => `${url}?code_challenge_method=plain&state=x`, /after its path/],
  ['a fragment', (url) => `${url}#x`, /after its path/],
];

test.each(changes)('%s on the documented host is certainly wrong', (_, change, says) => {
  for (const key of keysOf(documentedEndpoints)) {
    const right = documentedEndpoints[key];
    expect(wrongEndpointOf(key, right)).toBeUndefined();
    expect(wrongEndpointOf(key, change(right))).toMatchObject({
      problem: expect.stringMatching(says),
      right,
      isCertain: true,
    });
  }
});
