import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { recognize } from '../../src/diagnose/recognize/recognize.ts';
import { anyText } from '../support/any-text.ts';
import { expectLinear } from '../support/growth.ts';

/** What a text consists of, repeatedly. */
const units = [
  'client_id=',
  'client_id=\n',
  'client_id: a\n',
  'client_id\n',
  'a=b&\n',
  '&\n',
  '?\n',
  'code=a&state=b\n',
  '{"url":"https://a?client_id=b&state=c"}\n',
  '{"key":"client_id","value":"a"},',
  '{client_id=a, state=b}',
  'client_id=a state=b ',
  '<td>client_id</td><td>a</td>',
  "-d 'client_id=a' -d state=b ",
  '1 client_id: a |\n',
  'client_id: a,\nstate: https://a,\n',
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
  'https://a/v3/__https:\n',
  '\u200b',
  '\x1b[',
  '…',
  '.',
  '*',
  '^',
] as const;

test.each(units)('reads any length of %j in proportional time', async (unit) => {
  await expectLinear(8000, (length) => unit.repeat(length / unit.length), recognize);
});

const url = 'https://api.zoominfo.com/gtm/oauth/v1/authorize?response_type=code&client_id=jitterbit&state=x1';

test.each(['&\n', 'code=\n', 'client_id=a ', 'https://a?client_id=b&state=c\n', '{"a":"bcd"}\n'])(
  'finds the last request after any number of %j',
  (unit) => {
    const { requests } = recognize(`${unit.repeat(300_000 / unit.length)}\n\n${url}\n`);
    expect(requests.at(-1)).toMatchObject({
      endpoint: url.slice(0, url.indexOf('?')),
      parameters: [
        { name: 'response_type', value: 'code' },
        { name: 'client_id', value: 'jitterbit' },
        { name: 'state', value: 'x1' },
      ],
      isCut: false,
    });
  },
);

describe('nothing is found in unrelated text', () => {
  test('in any text', () => {
    fc.assert(
      fc.property(anyText({ maxLength: 100 }), (text) => {
        const { requests, responses } = recognize(text);
        expect([requests, responses]).toEqual([[], []]);
      }),
    );
  });

  test('without throwing', () => {
    const text = fc.array(fc.oneof(fc.constantFrom(...units), fc.string()), { maxLength: 30 });
    fc.assert(fc.property(text, (parts) => void recognize(parts.join(''))));
  });
});
