import { describe, expect, test } from 'vitest';
import { codesInPaste, codesInProse } from '../../src/oauth/codes-in-prose.ts';
import { apiErrorCodes, errorCodes, signInErrorCodes, spelledCode } from '../../src/oauth/error-codes.ts';

const codes = [...errorCodes, ...signInErrorCodes, ...apiErrorCodes];

const capitalized = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const camel = (code: string): string => code.split('_').map(capitalized).join('');

const spellings = (code: string): string[] => [
  code,
  code.toUpperCase(),
  code.replaceAll('_', '-'),
  code.split('_').map(capitalized).join('-'),
  camel(code),
  code.replaceAll('_', ''),
];

/** The words of a code, which pages also say without an error if they ask for a login or a consent. */
const words = (code: string): string[] => {
  const spaced = code.replaceAll('_', ' ');
  return signInErrorCodes.includes(code) ? [] : [spaced, capitalized(spaced), spaced.toUpperCase()];
};

test.each(codes)('%s is recognized in every spelling, alone and as an error', (code) => {
  for (const spelled of [...spellings(code), ...words(code)]) {
    expect([spelled, spelledCode(spelled)]).toEqual([spelled, code]);
    for (const paste of [
      spelled,
      ` "${spelled}".`,
      `Error: ${spelled}`,
      `error code=${spelled}, try again`,
      `12:00:01 ERROR: ${spelled} (request 4)`,
      `Sign-in failed\nerror: '${spelled}'\nGoodbye`,
      `Error: ${spelled}\n    at post (/srv/x.js:1:2)`,
    ])
      expect([paste, codesInPaste(paste)]).toEqual([paste, [code]]);
  }
});

test.each(codes)('%s is recognized in parentheses and as an element', (code) => {
  expect(codesInProse(`OAuth2Error: (${code}) Nope`)).toEqual([code]);
  expect(codesInProse(`<error>${code}</error>`)).toEqual([code]);
  expect(codesInProse(`f(${code}x)`)).toEqual([]);
});

const technical = codes.filter((code) => codesInProse(code.replaceAll('_', ' ')).length > 0);

test('words of OAuth alone count in every text of a server, everyday words only in a paste', () => {
  expect(technical).toEqual([
    'invalid_client',
    'invalid_grant',
    'invalid_redirect_uri',
    'invalid_scope',
    'redirect_uri_mismatch',
    'unauthorized_client',
    'unsupported_grant_type',
    'unsupported_response_type',
    'insufficient_scope',
  ]);
});

test.each(technical)('%s is recognized where a text reports it in words', (code) => {
  const spaced = code.replaceAll('_', ' ');
  for (const paste of [
    `Sign-in failed: ${spaced}`,
    `The sign-in failed (${camel(code)}).`,
    `The server returned ${spaced}.`,
    `I get an ${spaced} error`,
    `HTTP 401 ${spaced}`,
    `Hello\n  ${capitalized(spaced)}: see below`,
    `<p>${spaced}</p>`,
  ])
    expect([paste, codesInProse(paste)]).toEqual([paste, [code]]);
});

describe("prose isn't an error", () => {
  test.each([
    'The client is invalid.',
    'He is an unauthorized client of our bank.',
    'Error: invalid client certificate',
    'Error: access denied for user root',
    'Access denied: you need a badge.',
    'The sign says "access denied".',
    'Access Denied\nHTTP 403 Forbidden',
    'Error: server error page missing',
    'Please log in. Login required to continue',
    'Login required',
    'Error: login required',
    'The service is temporarily unavailable today',
    'An invalid request was made by Bob',
    'SyntaxError: invalid token',
    'invalid scope of a variable in C',
    'unsupported response types',
    'Invalid client\n  secret of the app',
    'catch(server_error)',
    'Add .server_error to the styles.',
    '<div class="access-denied">',
    '@login_required_decorator',
  ])('%s', (paste) => {
    expect(codesInPaste(paste)).toEqual([]);
  });
});
