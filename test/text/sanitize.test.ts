import fc from 'fast-check';
import { expect, test } from 'vitest';
import { excerpt, printable } from '../../src/text/sanitize.ts';
import { anyText } from '../support/any-text.ts';

test.each([
  ['\x1b[31mred\x1b[0m', 'red'],
  ['\x1b]0;title\x07text', 'text'],
  ['\x1b]8;;https://evil.example\x1b\\link\x1b]8;;\x1b\\', 'link'],
  ['\x9b2Jtext', 'text'],
  ['\x9b1;2 qtext', 'text'],
  ['\x1b[1 qtext', 'text'],
  ['\x1bctext', 'text'],
  ['\x1b(Btext', 'text'],
  ['\x1bPdata\x1b\\text', 'text'],
  ['\x1bXdata\x1b\\text', 'text'],
  ['\x1b^data\x1b\\text', 'text'],
  ['text\x1b_data', 'text'],
  ['text\x1b]0;title', 'text'],
  ['a\u202eb\u2066c', 'abc'],
  ['zero\u200bwidth\ufeff', 'zerowidth'],
  ['soft\u00adhyphen\u2060s', 'softhyphens'],
  ['two\r\nlines\u2028or\u2029more', 'two lines or more'],
  ['tab\there\x00\x07', 'tabhere'],
  ['plain ünïcode 😀', 'plain ünïcode 😀'],
])('%j becomes %j', (text, clean) => {
  expect(printable(text)).toBe(clean);
});

test('no terminal control or bidirectional character remains, and cleaning twice changes nothing', () => {
  fc.assert(
    fc.property(anyText(), (text) => {
      const clean = printable(text);
      return (
        printable(clean) === clean &&
        !/[\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069]/.test(clean)
      );
    }),
  );
});

test('a truncated excerpt ends with three dots', () => {
  expect(excerpt('a'.repeat(1000), 10)).toBe(`${'a'.repeat(10)}...`);
});
