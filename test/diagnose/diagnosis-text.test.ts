import { expect, test } from 'vitest';
import type { Check, CheckStatus } from '../../src/checks/check.ts';
import { diagnose } from '../../src/diagnose/diagnose.ts';
import { renderDiagnosis } from '../../src/diagnose/diagnosis-text.ts';
import { recognize } from '../../src/diagnose/recognize/recognize.ts';
import { noPaint } from '../../src/terminal/style.ts';
import { unicodeSymbols } from '../../src/terminal/symbols.ts';

const style = { width: 80, window: 80, paint: noPaint, symbols: unicodeSymbols };

const checkOf = (id: string, status: CheckStatus): Check => ({ id, status, title: id, detail: 'Says so.' });

/** The text after the checks, in one line. */
const lastWords = (...checks: Check[]): string =>
  renderDiagnosis(checks, style).split('\n\n').at(-1)?.replaceAll('\n', ' ').trim() ?? '';

const remains = /The paste doesn't show .*If the sign-in fails/;

test.each([
  ['pass', 'No problems found in the paste.', true],
  ['warn', 'No definite problems found', true],
  ['fail', 'Follow the steps above', false],
  ['inconclusive', "The paste alone doesn't show", false],
] as const)(
  'a request that is a %s: the verdict, and whether something remains',
  (status, verdict, isOpen) => {
    const request = [checkOf('request.endpoint', 'pass'), checkOf('request.scopes', status)];
    expect(lastWords(...request).startsWith(verdict)).toBe(true);
    expect(remains.test(lastWords(...request))).toBe(isOpen);
    const withCode = lastWords(...request, checkOf('response.code', 'pass'));
    expect([withCode.startsWith(verdict), remains.test(withCode)]).toEqual([true, false]);
  },
);

test.each([
  'access_denied',
  'HTTP 500',
  'ERR_CERT_DATE_INVALID',
  'ZI0003',
  'The authorization code is invalid',
])('the verdict on %s does not repeat or contradict that no registered value is at fault', (error) => {
  const checks = diagnose(recognize(error));
  const text = renderDiagnosis(checks, style);
  expect(text.match(/at fault|wrong value/g)).toEqual(['at fault']);
  expect(lastWords(...checks)).toMatch(/^No registered value needs to be changed\..*what to do next/);
});

test.each([
  ['an error with several causes', 'invalid_request'],
  ['an error that no value causes beside one with several', 'access_denied\n\ninvalid_request'],
  ['an API that may not be the cause', 'ZI0001'],
])('the verdict on %s stays open', (_, error) => {
  expect(lastWords(...diagnose(recognize(error)))).toMatch(/doesn't show the cause/);
});
