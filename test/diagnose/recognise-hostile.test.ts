import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { recognise } from '../../src/diagnose/recognise/recognise.ts';
import { expectLinear } from '../support/growth.ts';

/** What a text is made of, again and again. */
const units = [
  'client_id=',
  'client_id=\n',
  'client_id: a\n',
  'client_id\n',
  '?client_id=a&redirect_uri=b ',
  '&state=',
  '%25',
  '%',
  '%253A%252F%252F',
  'https%3A%2F%2F',
  'https://',
  'https://a?url=',
  'https://a?client_id=b&state=c\n',
  'url=https%3A%2F%2Fa%3Fclient_id%3D',
  'htt\n',
  'a.\n',
  '/a\n',
  '&amp;amp;',
  '&amp',
  '& a ',
  '\\',
  '\\u0026',
  '\\"',
  "'\\''",
  '{',
  '{}',
  '{"a":',
  '{"error":',
  '{\\"error\\":',
  '}{',
  '"',
  '<',
  '<script>',
  '</div>',
  '<div ',
  '(',
  '[',
  '“(',
  '=',
  '=3D',
  '=\n',
  '> ',
  '>\n',
  ' ',
  '\n',
  '\t\n',
  ' \n \n',
  'a',
  'A1 ',
  'invalid_client ',
  'PKCE',
  'error=a&',
  'Bearer error',
  'www-authenticate: ',
  'Bearer error="\n',
  '\u200b',
  '\x1b[',
  '…',
  '.',
  '*',
  '^',
] as const;

test.each(units)('reads any length of %j in a time proportional to it', (unit) => {
  expectLinear(16_000, (length) => unit.repeat(length / unit.length), recognise);
});

describe('nothing is found where nothing is', () => {
  test('in any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const { requests, responses } = recognise(text);
        expect([requests, responses]).toEqual([[], []]);
      }),
    );
  });

  test('and nothing throws', () => {
    const text = fc.array(fc.oneof(fc.constantFrom(...units), fc.string()), { maxLength: 30 });
    fc.assert(fc.property(text, (parts) => void recognise(parts.join(''))));
  });
});
