import { describe, expect, test } from 'vitest';
import { diagnose } from '../../src/diagnose/diagnose.ts';
import { recognize } from '../../src/diagnose/recognize/recognize.ts';

/** Words that are an error in a text about a sign-in or alone, each in a sentence about something else. */
const sentences: readonly (readonly [words: string, ...sentences: string[]])[] = [
  [
    'Client not found',
    'Customer import: client not found in the CRM',
    'Client not found in row 5 of the sheet',
  ],
  ['Unknown client', 'An unknown client called this morning about the invoice.'],
  ['No such client', 'There is no such client in our books, the lawyer said.'],
  [
    'Application not found',
    'The job application not found last week was on the desk.',
    'Your application is not known to the committee yet.',
  ],
  ['The app is not registered', 'The app is not registered as a trademark in Spain.'],
  ['The client is not authorized', 'The client is not authorized to park here.'],
  ['The callback URL is not registered', 'The return URL is not listed on the leaflet for parents.'],
  ['Client is invalid', 'The client is invalid and needs a ramp.'],
  ['The application is disabled', 'The application is disabled for pupils under 12.'],
  ['Scope is missing', 'Scope is missing. Please define the scope of the project.'],
  ['The scope is required', 'A statement of the scope is required before we start.'],
  ['Invalid scope', 'An invalid scope of work was attached.'],
  ['Scopes are not supported', 'Scopes are not supported by this rifle mount.'],
  ['scope is required', 'TypeError: the scope is required to be a string'],
  ['missing scope', 'Log in to the portal, where the missing scope of the project is listed.'],
  ['scope not found', 'Package @acme/scope not found in the registry'],
  ['missing client ID', 'Three invoices have a missing client ID, says accounting.'],
  ['client_id is required', 'Column client_id is required in table orders'],
  ['The user is not assigned', 'The user is not assigned to a team yet.'],
  ['The code has expired', 'Your discount code for the bakery has expired, sorry.'],
  ['code not valid', 'The promo code not valid for this basket was removed.'],
  ['PKCE is required', 'PKCE is required reading for new hires'],
  ['Page not found', 'A page not found in the index is on page 7.'],
  ['Resource not found', 'The human resource not found last year was hired.'],
  ['Internal error', 'This internal error margin is small.'],
  ['The service is currently unavailable', 'The red sofa is currently unavailable in our shop.'],
  ['The site is blocked', 'The site is blocked by scaffolding', 'The request was blocked on legal review.'],
  ['Your account is locked', 'The door of my account is locked with a key.'],
  ['Session expired', 'The parliament session ended with applause.'],
  ['The certificate has expired', 'The gift certificate has expired last week.'],
  ['Connection refused', 'A tram connection refused by the council was built.'],
  ['Status: 401', 'Status: 401 Main Street', 'status 500 dollars paid'],
  ['ECONNREFUSED', 'The constants ENOTCONN ECONNREFUSED and others are in errno.h'],
  ['api.zoominfo.com refused to connect.', 'He refused to connect the dots.'],
];

const unrelated = sentences.flatMap(([, ...others]) => others);

test.each(unrelated)('a text without a sign of a sign-in has no error: %s', (text) => {
  expect(diagnose(recognize(text))).toEqual([]);
});

describe.each(sentences.map(([words]) => words))('%s', (words) => {
  test.each([
    words,
    `Error: ${words}.`,
    `OAuth failed. ${words} here`,
    `The sign-in failed. ${words}. Try again.`,
    `{"message":${JSON.stringify(words)}}`,
    `https://api.zoominfo.com/gtm/oauth/v1/authorize?client_id=x&state=1\n\n${words} here`,
  ])('is an error alone or in a text about a sign-in: %s', (text) => {
    const checks = diagnose(recognize(text));
    expect(checks.filter(({ id }) => id === 'message')).toHaveLength(1);
  });
});
