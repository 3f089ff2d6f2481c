import { describe, expect, test } from 'vitest';
import { diagnose } from '../../src/diagnose/diagnose.ts';
import { recognize } from '../../src/diagnose/recognize/recognize.ts';

/** Errors by their code or words, and what the diagnosis says of each. */
const errors: readonly (readonly [text: string, says: RegExp])[] = [
  ['invalid_grant', /rejected the code, the code verifier/],
  ['invalid_client', /rejected the Client ID or the Client Secret/],
  ['redirect_uri mismatch', /rejected the redirect URI|redirect_uri is missing or invalid/],
  ['the scope api:data:news is not registered', /scope is missing or invalid/],
  ['PKCE code challenge is required', /contained no code challenge/],
];

/** How people tell one error after another. */
const sentences: readonly ((one: string, two: string) => string)[] = [
  (one, two) => `Before the fix we saw ${one}; now we get ${two}`,
  (one, two) => `Before the fix we saw ${one}, now ${two}.`,
  (one, two) => `First we got ${one}, then ${two}.`,
  (one, two) => `Before: ${one}. After: ${two}.`,
  (one, two) => `It was ${one}. After that, we get ${two}`,
  (one, two) => `We get ${one} and sometimes ${two}`,
  (one, two) => `Yesterday it said ${one} but today it says ${two}`,
];

const pairs = errors.flatMap((one) => errors.filter((two) => two !== one).map((two) => [one, two] as const));

const details = (text: string): string[] =>
  diagnose(recognize(text))
    .filter(({ id }) => id === 'message')
    .map(({ detail }) => detail);

describe.each(pairs)('%s and %s', ([one, saysOne], [two, saysTwo]) => {
  test('are two errors in one sentence', () => {
    for (const sentence of sentences) {
      const text = sentence(one, two);
      expect([text, details(text)]).toEqual([
        text,
        [expect.stringMatching(saysOne), expect.stringMatching(saysTwo)],
      ]);
    }
  });
});

test.each([
  'invalid_client; The client secret supplied for a confidential client is invalid.',
  'invalid_grant: redirect_uri mismatch',
  'Error: invalid_request. Now what?',
  'We get invalid_client now. Then the window closes.',
  'We get invalid_client, then we sign in again and get invalid_client.',
  '{"error":"invalid_grant","error_description":"PKCE verification failed, now sign in again"}',
])('one error stays one: %s', (text) => {
  expect(details(text)).toHaveLength(1);
});
