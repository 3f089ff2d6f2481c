import { expect, test } from 'vitest';
import { traceLines } from '../../../src/verify/online/trace-lines.ts';

const narrow = { width: 40, window: 40 };

test.each([
  ['what fits', '>   state = abc', ['>   state = abc']],
  [
    'prose',
    '> authorization request, as Jitterbit would send it',
    ['> authorization request, as Jitterbit', '> would send it'],
  ],
  [
    'a parameter',
    '>   redirect_uri = https://apps.na-east.jitterbit.com/authcode (body)',
    ['>   redirect_uri =', '>     https://apps.na-east.jitterbit.com/authcode (body)'],
  ],
  [
    'a URL after its method',
    '> GET https://api.zoominfo.com/gtm/oauth/v1/authorize',
    ['> GET', '> https://api.zoominfo.com/gtm/oauth/v1/authorize'],
  ],
])('in a narrow window, no value is broken: %s', (_, line, lines) => {
  expect(traceLines(line, narrow)).toEqual(lines);
});

test('outside a terminal, every line stays whole', () => {
  const line = `>   scope = ${'api:data:company '.repeat(20)}`;
  expect(traceLines(line, { width: 80, window: Number.POSITIVE_INFINITY })).toEqual([line]);
});
