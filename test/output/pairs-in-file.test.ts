import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pkcePairOf } from '../../src/oauth/pkce.ts';
import { renderSetup } from '../../src/output/formats.ts';
import { verifiersInFile } from '../../src/output/pairs-in-file.ts';
import { type Format, formatNames } from '../../src/render/format-names.ts';
import type { TextOptions } from '../../src/render/text.ts';
import { rotateSetup } from '../../src/setup-file/rotate.ts';
import type { Setup } from '../../src/setup-file/schema.ts';
import { noPaint } from '../../src/terminal/style.ts';
import { asciiSymbols } from '../../src/terminal/symbols.ts';
import { rfcPair, sampleSetup, verifier } from '../support/setup-fixture.ts';

const fixtures = fileURLToPath(new URL('../fixtures/release-1.0.0', import.meta.url));
const style: TextOptions = {
  width: 80,
  window: Number.POSITIVE_INFINITY,
  paint: noPaint,
  symbols: asciiSymbols,
  maskClientSecret: false,
};

/** The ways in which a shell or an editor may have saved a text. */
const encodings: Readonly<Record<string, (text: string) => Buffer>> = {
  'UTF-8': (text) => Buffer.from(text),
  'UTF-8 with a mark': (text) => Buffer.from(`\ufeff${text}`),
  'UTF-16LE': (text) => Buffer.from(text, 'utf16le'),
  'UTF-16LE with a mark': (text) => Buffer.from(`\ufeff${text}`, 'utf16le'),
  'UTF-16BE': (text) => Buffer.from(text, 'utf16le').swap16(),
  'UTF-16BE with a mark': (text) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16(),
  'UTF-16LE, cut in the middle of a character': (text) => Buffer.from(`${text}\n`, 'utf16le').subarray(0, -1),
  'UTF-8 with CRLF': (text) => Buffer.from(text.replaceAll('\n', '\r\n')),
};

const unicodeEscape = (text: string): string =>
  [...text].map((character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`).join('');

const reversed = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(reversed).reverse();
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, inner]) => [key, reversed(inner)]),
  );
};

/** How people and tools change a file of each format without changing its meaning. */
const spellings: Readonly<Record<Format, Readonly<Record<string, (text: string) => string>>>> = {
  json: {
    minified: (text) => JSON.stringify(JSON.parse(text)),
    'with wide spacing': (text) => text.replaceAll('": ', '"   \n\t :\n\n   '),
    'with keys in the other order': (text) => JSON.stringify(reversed(JSON.parse(text)), null, 4),
    'with escaped letters in keys': (text) => text.replaceAll('erifier"', '\\u0065rifier"'),
    'with escaped letters in values': (text) => text.replaceAll(/[\w-]{43,128}/g, unicodeEscape),
    'with everything escaped': (text) =>
      text.replaceAll(
        /"((?:[^"\\]|\\.)*)"/g,
        (_, inner: string) => `"${unicodeEscape(JSON.parse(`"${inner}"`))}"`,
      ),
    'in a list': (text) => `[${text}]`,
    'inside another object': (text) => `{"production": {"zoominfo": ${text}}}`,
    'one value per line': (text) => `${JSON.stringify(JSON.parse(text))}\n`.repeat(2),
    'with a trailing comma': (text) => text.replace(/\}\s*$/, ',}\n'),
    'with a comment': (text) => `// kept by hand\n${text}`,
    'with a comment, escaped and with wide spacing': (text) =>
      `/* kept */\n${text.replaceAll('": ', '"  :\n\n   ').replaceAll('erifier"', '\\u0065rifier"')}`,
    'cut off': (text) => text.slice(0, text.lastIndexOf('}', text.length - 5)),
  },
  env: {
    'with export': (text) => text.replaceAll(/^/gm, 'export '),
    'without quotation marks': (text) => text.replaceAll("'", ''),
    'in double quotation marks': (text) => text.replaceAll("'", '"'),
    'with spaces around =': (text) => text.replaceAll('=', ' = '),
    'as YAML': (text) => text.replaceAll('=', ': '),
    'in lower case': (text) => text.replaceAll(/^[A-Z_]+/gm, (name) => name.toLowerCase()),
  },
  markdown: {
    'with escaped underscores': (text) => text.replaceAll('code_verifier', 'code\\_verifier'),
    'with all punctuation escaped': (text) => text.replaceAll(/[_.~-]/g, '\\$&'),
    'quoted, as in a ticket': (text) => text.replaceAll(/^/gm, '> '),
    'with padded columns': (text) => text.replaceAll(' | ', `${' '.repeat(500)} | `),
  },
  html: {
    'with numeric entities': (text) => text.replaceAll('_verifier', '&#95;verifier'),
    'with hexadecimal entities': (text) => text.replaceAll('_verifier', '&#x5F;verifier'),
    'with escaped values': (text) =>
      text.replaceAll(/(?<=>)[\w-]{43,128}(?=<)/g, (value) =>
        [...value]
          .map((character) => character.charCodeAt(0))
          .map((code, at) => (at % 2 === 0 ? `&#${code};` : `&#x${code.toString(16)};`))
          .join(''),
      ),
    reformatted: (text) => text.replaceAll('<bdi', '\n      <bdi').replaceAll('>', '>\n        '),
  },
  text: {
    'with wider columns': (text) => text.replaceAll('  ', ' '.repeat(60)),
    'with tabs': (text) => text.replaceAll(/ {2,}/g, '\t'),
    'in one line': (text) => text.replaceAll('\n', ' '),
    'quoted, as in an email': (text) => text.replaceAll(/^/gm, '> '),
  },
};

/** Setups that make each format write its rows in each of its ways. */
const rowsOfEveryKind = fc.record({
  codeVerifier: fc.stringMatching(/^[A-Za-z0-9_-]{43,128}$/),
  challengeBelongs: fc.boolean(),
  ownRows: fc.array(
    fc.record({
      key: fc.oneof(
        fc.constantFrom('audience', 'a|b', 'k'.repeat(300)),
        fc.string({ minLength: 1, maxLength: 20 }),
      ),
      value: fc.oneof(fc.constantFrom('crm|billing', "it's", '<b>&amp;</b>', 'a\nb'), fc.string()),
      sendIn: fc.constantFrom('Request URL', 'Request Body', 'Header'),
    }),
    { maxLength: 2 },
  ),
  name: fc.constantFrom('ZoomInfo', 'Caf\u00e9 \u4e2d\u6587', 'a|b', '"quoted"'),
  window: fc.constantFrom(Number.POSITIVE_INFINITY, 60),
  width: fc.constantFrom(80, 30),
});

function setupOf(wish: typeof rowsOfEveryKind extends fc.Arbitrary<infer T> ? T : never): Setup {
  const { name, codeVerifier } = wish;
  const made = sampleSetup({ name, codeVerifier });
  const { authenticationRequest, tokenRequest } = made.advancedOptions;
  const rows = [...tokenRequest.parameters, ...wish.ownRows];
  return {
    ...made,
    pkce: wish.challengeBelongs ? made.pkce : { ...made.pkce, codeChallenge: rfcPair.codeChallenge },
    advancedOptions: { authenticationRequest, tokenRequest: { parameters: rows } },
  };
}

describe.each(formatNames)('%s: the verifier is found', (format) => {
  const ways = { 'as it was written': (text: string) => text, ...spellings[format] };

  test.each(Object.keys(encodings))('in any setup, in %s', async (encoding) => {
    const encode = encodings[encoding] as (text: string) => Buffer;
    await fc.assert(
      fc.asyncProperty(rowsOfEveryKind, fc.constantFrom(...Object.entries(ways)), async (wish, [, spell]) => {
        const setup = setupOf(wish);
        fc.pre(format !== 'env' || !/['\n]/.test(setup.name));
        const text = await renderSetup(format, setup, {
          ...style,
          window: wish.window,
          width: wish.width,
        });
        const found = verifiersInFile(encode(spell(text)));
        expect([...found]).toContain(wish.codeVerifier);
      }),
      { numRuns: 60 },
    );
  });

  test.each(Object.keys(ways))('and nothing else is, %s', async (way) => {
    const spell = ways[way as keyof typeof ways] as (text: string) => string;
    // Like many real secrets, it has the format of a verifier.
    const setup = sampleSetup({ clientSecret: 'S'.repeat(30) + verifier });
    const text = await renderSetup(format, setup, style);
    for (const encode of Object.values(encodings))
      expect([...verifiersInFile(encode(spell(text)))]).toEqual([verifier]);
  });
});

test('JSON also contains the previous verifier, in any spelling', async () => {
  const rotated = rotateSetup(sampleSetup(), pkcePairOf(rfcPair.codeVerifier));
  const text = await renderSetup('json', rotated, style);
  for (const spell of Object.values(spellings.json))
    expect([...verifiersInFile(Buffer.from(spell(text)))].sort()).toEqual(
      [rfcPair.codeVerifier, verifier].sort(),
    );
});

describe('a verifier alone, without its challenge,', () => {
  const odd = 'aB3.~_-'.repeat(7);

  /** Found in a text, next to another one in plain sight. */
  const besidesPlain = (text: string): string[] => {
    const found = verifiersInFile(Buffer.from(`code_verifier=${verifier}\n${text}`));
    return [...found].filter((each) => each !== verifier);
  };

  test.each(['code_verifier', 'code-verifier', 'CODE VERIFIER', 'codeVerifier', 'PKCE Code\tVerifier'])(
    'is found after %j',
    (label) => {
      for (const between of [
        '=',
        ': ',
        ' | ',
        '</th>\n<td>',
        "\n  '",
        ' Value: ',
        ', Text\n',
        ' | Send in the Body |\n',
      ])
        expect([label, between, ...verifiersInFile(Buffer.from(`${label}${between}${odd}\n`))]).toEqual([
          label,
          between,
          odd,
        ]);
    },
  );

  test.each([
    [
      'JSON',
      (text: string) =>
        text.replace(/[_A-Z-]/g, (each) => unicodeEscape(each).toUpperCase().replace('U', 'u')),
    ],
    ['decimal entities', (text: string) => text.replace(/\W|_/g, (each) => `&#${each.charCodeAt(0)};`)],
    [
      'hexadecimal entities',
      (text: string) => text.replace(/[^a-z]/g, (each) => `&#X${each.charCodeAt(0).toString(16)};`),
    ],
    ['named entities', (text: string) => text.replaceAll('_', '&lowbar;').replaceAll('-', '&hyphen;')],
    ['other named entities', (text: string) => text.replaceAll('_', '&UnderBar;').replaceAll('-', '&dash;')],
    ['Markdown', (text: string) => text.replace(/[.~_-]/g, '\\$&')],
  ])('is found with its escapes of %s', (_, escaped) => {
    expect(besidesPlain(escaped(`code_verifier=${odd}`))).toEqual([odd]);
  });

  test.each([
    '\\n',
    '\\r',
    '\\t',
    '\\f',
    '\\b',
    '&quot;',
    '&apos;',
    '&nbsp;',
    '&gt;',
    '&lt;',
    '&#x110000;',
    '"',
  ])('is found between two %s', (mark) => {
    expect(besidesPlain(`code_verifier:${mark}${odd}${mark}`)).toEqual([odd]);
  });

  test.each(['Code Verifier (keep it)', 'code-verifier and so on', 'CODE_VERIFIER of today'])(
    'is found somewhere after %j',
    (mention) => {
      expect([...verifiersInFile(Buffer.from(`${mention}\n\n${odd}\n${verifier}\n`))]).toEqual([odd]);
    },
  );

  test.each(['as one value', 'in lines'])('is found in JSON only by its row, %s', (layout) => {
    const row = { value: ` ${odd}\n`, key: ' Code Verifier ' };
    const values = [null, row, { codeVerifier: 5 }, { codeVerifier: 'short' }];
    const lines = values.map((value) => JSON.stringify(layout === 'in lines' ? { value } : value));
    const text = layout === 'in lines' ? lines.join('\n\n') : `[${lines.join(',')}]`;
    for (const mark of ['', '\ufeff'])
      expect([...verifiersInFile(Buffer.from(`${mark}${text}`))]).toEqual([odd]);
  });

  test.each([
    [`${rfcPair.codeVerifier}. ${rfcPair.codeChallenge}.`, rfcPair.codeVerifier],
    [`${odd} ${pkcePairOf(odd).codeChallenge}`, odd],
  ])('is found in prose by its challenge: %s', (text, expected) => {
    expect([...verifiersInFile(Buffer.from(text))]).toEqual([expected]);
  });
});

test.each([
  [
    'by its challenge, if a label is translated',
    `pr\u00fcfwert: ${rfcPair.codeVerifier}\n${rfcPair.codeChallenge}`,
  ],
  ['only by its row', `[{"sendIn": "Body", "value": "${rfcPair.codeVerifier}", "key": " Code_Verifier "}]`],
  [
    'below a label in a narrow window',
    `  code_verifier, Send\n  in Request\n  Body\n${rfcPair.codeVerifier}\n`,
  ],
  ['after other words', `code verifier (do not lose it!): ${rfcPair.codeVerifier}`],
])('a verifier is found %s', (_, text) => {
  expect([...verifiersInFile(Buffer.from(text))]).toEqual([rfcPair.codeVerifier]);
});

test('every verifier of an inconsistent setup is found', () => {
  const setup = sampleSetup();
  const rows = [{ sendIn: 'Request Body', value: rfcPair.codeVerifier, key: 'code_verifier' }];
  const odd = JSON.stringify({ ...setup, advancedOptions: { tokenRequest: { parameters: rows } } });
  expect([...verifiersInFile(Buffer.from(odd))].sort()).toEqual([rfcPair.codeVerifier, verifier].sort());
});

test('a duplicate key hides no verifier', () => {
  const text = `{"codeVerifier": "${verifier}", "codeVerifier": "${rfcPair.codeVerifier}"}`;
  expect(verifiersInFile(Buffer.from(text)).size).toBe(2);
});

describe('every file of 1.0.0', () => {
  const files = readdirSync(fixtures, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => /\.\w+$/.test(name));
  const parse = (name: string): Setup => JSON.parse(readFileSync(join(fixtures, name), 'utf8'));

  function held(file: string): (string | undefined)[] {
    const [name = '', ...parts] = file.replace('utf-16/', '').split('.');
    if (parts.includes('zoominfo')) return [];
    if (name === 'pkce-three') {
      const lines = readFileSync(join(fixtures, file), 'utf8').trim().split('\n');
      return lines.map((line) => JSON.parse(line).codeVerifier);
    }
    if (name === 'pkce') return [JSON.parse(readFileSync(join(fixtures, 'pkce.json'), 'utf8')).codeVerifier];
    const { pkce, previousPkce } = parse(`${name}.json`);
    return [pkce.codeVerifier, parts.includes('json') ? previousPkce?.codeVerifier : undefined].filter(
      Boolean,
    );
  }

  test.each(files)('%s shows exactly its verifiers', (file) => {
    expect([...verifiersInFile(readFileSync(join(fixtures, file)))].sort()).toEqual(held(file).sort());
  });
});

test.each(Object.entries(encodings))('a file that contains only the verifier, in %s', (_, encode) => {
  for (const text of [
    verifier,
    `${verifier}\n`,
    `${verifier} \n\n`,
    `{"pkce":{"codeVerifier":"${verifier}"}}\n`,
  ])
    expect([...verifiersInFile(encode(text))]).toEqual([verifier]);
});

describe('a foreign file contains none', () => {
  test.each([
    ['a long token', `token=${'aB3_'.repeat(12)}`],
    [
      'a package lock',
      '{"integrity": "sha512-3Z1vJhrK4B9hX2sYt0C7wQm8pLkNfVd5RgEaUoI6yTnMxS4cHbWjDqPzGeFlAu1O"}',
    ],
    ['a short secret', 'aB3_'.repeat(10)],
    ['a commit', `commit ${'0123456789abcdef'.repeat(4)}`],
    [
      'prose about verifiers',
      'A code verifier has 43 to 128 characters; code_verifier is sent in the request body.',
    ],
    ['nothing', ''],
    ['zeros', '\0'.repeat(1000)],
    ["JSON that isn't an object", '"codeVerifier"'],
    ['JSON that mentions one', `{"help": "the code verifier", "token": "${'aB3_'.repeat(12)}"}`],
    ['JSON with a long text', `{"codeVerifier": "${'aB3_'.repeat(33)}"}`],
    ['JSON with a sentence', `{"codeVerifier": "${'do not lose it '.repeat(4)}"}`],
  ])('%s', (_, text) => {
    expect([...verifiersInFile(Buffer.from(text))]).toEqual([]);
  });

  test('any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2000 }), (bytes) => {
        expect(verifiersInFile(bytes).size).toBe(0);
      }),
    );
  });
});

test('the time is proportional to the size', () => {
  const hostile = [
    'code_verifier',
    'code_verifier ',
    'code_verifier send in ',
    'codeverifier value value ',
    '\\u0063ode\\u005fverifier&#95;',
    '{"a":',
    `${'a'.repeat(43)} `,
  ];
  for (const piece of hostile) {
    const started = performance.now();
    verifiersInFile(Buffer.from(piece.repeat(Math.ceil(2_000_000 / piece.length))));
    expect([piece, performance.now() - started < 5000]).toEqual([piece, true]);
  }
});
