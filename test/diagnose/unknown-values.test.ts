import { describe, expect, test } from 'vitest';
import { diagnose } from '../../src/diagnose/diagnose.ts';
import { recognize } from '../../src/diagnose/recognize/recognize.ts';
import { fixText } from '../support/verify-fixtures.ts';

/** What servers call a value, and what an error about it points to. */
const values: readonly (readonly [fix: string, names: readonly string[]])[] = [
  [
    'Sign-in Redirect URIs',
    [
      'redirect URI',
      'redirect_uri',
      'redirectUri',
      'redirect URL',
      'redirect-uri',
      'redirection URI',
      "'redirect_uri'",
      'callback URL',
      'callback_url',
      'reply URL',
      'return URL',
    ],
  ],
  ['Client ID', ['client', 'client_id', 'client ID', 'clientId', 'application', 'app']],
  ['OAuth 2.0 scopes', ['scope', 'requested scope', '"scope"', 'scope api:data:news']],
];

const participles = [
  'whitelisted',
  'white-listed',
  'allowlisted',
  'allow-listed',
  'registered',
  'configured',
  'known',
  'found',
  'listed',
  'recognized',
  'recognised',
];

const problems = [
  ...participles.flatMap((word) => [
    `is not ${word}`,
    `isn't ${word}`,
    `isn’t ${word}`,
    `was not ${word}`,
    `not ${word}`,
    `has not been ${word}`,
    `is not yet ${word}`,
  ]),
  'is unknown',
  'is unregistered',
  'is not in the whitelist',
  'is not on the allow list',
  'is not in the list of allowed values',
  'does not exist',
  'could not be found',
  'cannot be found',
];

const adjectives = ['unknown', 'unregistered', 'unrecognized', 'non-whitelisted', 'no such', 'no matching'];

/** How an error comes: alone, as a sentence after its code, and as JSON. */
const envelopes: readonly ((words: string) => string)[] = [
  (words) => words,
  (words) => `Error: The ${words}.`,
  (words) => `Error: invalid_request. The ${words}`,
  (words) => JSON.stringify({ error: 'invalid_request', error_description: `The ${words}.` }),
];

const errors = (name: string): string[] => [
  ...problems.flatMap((problem) => envelopes.map((envelope) => envelope(`${name} ${problem}`))),
  ...adjectives.flatMap((adjective) => [`${adjective} ${name}`, `Error: ${adjective} ${name}`]),
];

describe.each(values)('an error that points to %s', (fix, names) => {
  test.each(names)('calls it %s, whatever word it has for not being registered', (name) => {
    const wrong = errors(name).flatMap((text) => {
      const [check, ...others] = diagnose(recognize(text));
      const isRight =
        others.length === 0 &&
        check !== undefined &&
        fixText(check).includes(fix) &&
        !check.detail.includes("doesn't say which one");
      return isRight ? [] : [text];
    });
    expect(wrong).toEqual([]);
  });
});
