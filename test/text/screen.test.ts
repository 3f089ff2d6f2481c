import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { screened } from '../../src/text/screen.ts';
import { anyText } from '../support/any-text.ts';
import { expectLinear } from '../support/growth.ts';

test.each([
  ['\x1b[31mred\x1b[0m', 'red'],
  ['\x1b]0;title\x07text', 'text'],
  ['bell\x07, C1 \x9b2J, reversed \u202e', 'bell, C1 , reversed '],
  ['a\r\nb\rc', 'a\nbc'],
  ['tab\there', 'tab here'],
  ['::set-output name=a::b', ': :set-output name=a::b'],
  ['  \u00a0::error::x', '  \u00a0: :error::x'],
  ['first\n::add-mask::x\n\t::x', 'first\n: :add-mask::x\n : :x'],
  ['\x1b[1m::debug::x', ': :debug::x'],
  ['x ##[error]y ##vso[task.x]z ##TeamCity[a]', 'x # #[error]y # #vso[task.x]z # #TeamCity[a]'],
  ['#\x00#[group]', '# #[group]'],
  ['in the middle::of a line, # [x], ##x', 'in the middle::of a line, # [x], ##x'],
])('%j becomes %j', (text, clean) => {
  expect(screened(text, false)).toBe(clean);
});

test('painted text keeps our own styles, and no other sequences', () => {
  const text = '\x1b[1m\x1b[31mErr\x1b[39m\x1b[22m \x1b[30mhidden \x1b[8mmore\x1b]8;;x\x1b[2mdim';
  expect(screened(text, true)).toBe('\x1b[1m\x1b[31mErr\x1b[39m\x1b[22m hidden more\x1b[2mdim');
});

const fragments = fc.constantFrom(
  ...[
    '\x1b[31m',
    '\x1b[2J',
    '\x1b]0;t',
    '\x07',
    '\x1b',
    '[',
    '::',
    ':',
    '##',
    '[',
    '#',
    '\n',
    '\r',
    '\t',
    ' ',
  ],
  ...['vso[', '\u202e', '\u2028', '\x9b', '\u00a0', 'x', '\x1b[39m'],
);
const hostile = fc.oneof(
  anyText(),
  fc.array(fragments, { maxLength: 30 }).map((parts) => parts.join('')),
);

describe('in any text', () => {
  test.each([false, true])('nothing controls a terminal or a CI runner (painted: %s)', (isPainted) => {
    fc.assert(
      fc.property(hostile, (text) => {
        const clean = screened(text, isPainted);
        const plain = isPainted ? clean.replace(/\x1b\[(?:1|2|22|31|32|33|36|39)m/g, '') : clean;
        expect(plain).not.toMatch(
          /[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/,
        );
        expect(clean).not.toMatch(/^\s*::/m);
        expect(clean).not.toContain('##[');
      }),
      { numRuns: 2000 },
    );
  });
});

test.each([
  ['line breaks', (length: number) => '\n'.repeat(length)],
  ['unfinished sequences', (length: number) => '\x1b[1;1'.repeat(length / 5)],
  ['one unfinished sequence', (length: number) => `\x1b[${'1'.repeat(length)}`],
  ['unfinished titles', (length: number) => '\x1b]0;'.repeat(length / 4)],
  ['spaces', (length: number) => ' '.repeat(length)],
])('takes time proportional to the text: %s', async (_what, textOf) => {
  await expectLinear(100_000, textOf, (text) => screened(text, true));
});
