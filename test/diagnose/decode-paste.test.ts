import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodePaste } from '../../src/diagnose/decode-paste.ts';
import { problemOf } from '../../src/text/result.ts';

const swapped = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16();

const encoders = [
  ['UTF-8', (text: string) => Buffer.from(text)],
  ['UTF-8 with a mark', (text: string) => Buffer.from(`\ufeff${text}`)],
  ['UTF-16LE', (text: string) => Buffer.from(text, 'utf16le')],
  ['UTF-16LE with a mark', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le')],
  ['UTF-16BE', swapped],
  ['UTF-16BE with a mark', (text: string) => swapped(`\ufeff${text}`)],
] as const;

test.each(encoders)('reads %s', (_name, encode) => {
  const text = fc
    .array(fc.constantFrom('é', '日', '😀', '“'), { maxLength: 5 })
    .map((foreign) => `https://example.com/?error=access_denied ${foreign.join('')}\r\n`);
  fc.assert(
    fc.property(text, (each) => {
      expect(decodePaste(encode(each))).toMatchObject({ ok: true, value: each });
    }),
  );
});

test.each([
  ['UTF-8', '日\0\0\0\0', (text: string) => Buffer.from(text)],
  ['UTF-16LE', '日本語', (text: string) => Buffer.from(text, 'utf16le')],
  ['UTF-16BE', '日本語', swapped],
] as const)('a mark alone tells %s, whatever the text looks like', (_name, text, encode) => {
  expect(decodePaste(encode(`\ufeff${text}`))).toMatchObject({ ok: true, value: text });
});

test('an empty input is an empty text', () => {
  expect(decodePaste(Buffer.alloc(0))).toMatchObject({ ok: true, value: '' });
});

test.each([
  ["bytes that aren't UTF-8", Buffer.from([0x61, 0xff, 0xc0])],
  ['half of a UTF-16 character', Buffer.from([0xff, 0xfe, 0x61])],
])('rejects %s', (_name, bytes) => {
  expect(problemOf(decodePaste(bytes))).toMatch(/UTF-8 or UTF-16/);
});
