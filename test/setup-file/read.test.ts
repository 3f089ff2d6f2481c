import fc from 'fast-check';
import { printParseErrorCode } from 'jsonc-parser';
import { describe, expect, test } from 'vitest';
import { Failure } from '../../src/errors.ts';
import { renderJson } from '../../src/render/json.ts';
import { earlyEnd, jsonFaults } from '../../src/setup-file/json-faults.ts';
import { syntaxProblem } from '../../src/setup-file/json-syntax.ts';
import { readSetup } from '../../src/setup-file/read.ts';
import { plainText } from '../../src/terminal/layout.ts';
import { anyText } from '../support/any-text.ts';
import { sampleSetup } from '../support/setup-fixture.ts';

const good = sampleSetup();
const marker = 'MARKER-THAT-MUST-NOT-BE-ECHOED';

async function problemsOf(json: string): Promise<string> {
  try {
    await readSetup(json, 'setup.json');
  } catch (error) {
    if (error instanceof Failure) return plainText([error.kind, error.message, ...error.details]);
    throw error;
  }
  throw new Error('It was read without a problem.');
}

const changed = (change: object): string => JSON.stringify({ ...good, ...change });

test('a written setup is read back exactly', async () => {
  expect(renderJson(await readSetup(renderJson(good), 'setup.json'))).toBe(renderJson(good));
});

test('a written setup with any texts is read back unchanged', async () => {
  const text = fc
    .string({ unit: 'grapheme', maxLength: 40 })
    .filter((value) => !/[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufffd]/.test(value));
  const own = fc.dictionary(
    text.map((key) => `x-${key}`),
    fc.oneof(text, fc.integer(), fc.constant(null), fc.array(text), fc.dictionary(text, text)),
  );
  const rows = fc.array(fc.record({ key: text, value: text, sendIn: text }), { maxLength: 4 });
  const setups = fc
    .tuple(own, own, rows, fc.record({ name: text, description: text, region: text, scopes: fc.array(text) }))
    .map(([keys, ofPair, parameters, answers]) => ({
      ...good,
      ...answers,
      pkce: { ...good.pkce, ...ofPair },
      advancedOptions: { ...good.advancedOptions, tokenRequest: { parameters } },
      ...keys,
    }));
  await fc.assert(
    fc.asyncProperty(setups, async (setup) => {
      expect(await readSetup(renderJson(setup), 'setup.json')).toEqual(setup);
    }),
  );
});

test('what is read with any escaped character can be read again once it is written', async () => {
  const json = changed({ name: 'IN TEXT', 'x-note': ['IN TEXT'], 'x-IN KEY': 1 });
  const rare = fc.constantFrom(0, 0x1b, 0x85, 0xd800, 0xdfff, 0xfeff, 0xfffd, 0xffff);
  const unit = fc.oneof(rare, fc.integer({ min: 0, max: 0xffff }));
  await fc.assert(
    fc.asyncProperty(unit, fc.constantFrom('IN TEXT', 'IN KEY'), async (code, place) => {
      const escaped = json.replace(place, `\\u${code.toString(16).padStart(4, '0')}`);
      const written = await readSetup(escaped, 'setup.json').then(renderJson, () => undefined);
      if (written !== undefined) expect(renderJson(await readSetup(written, 'setup.json'))).toBe(written);
    }),
  );
});

test('keys come back in file order: $schema first, previousPkce after pkce, extension keys last', async () => {
  const shuffled = {
    'x-note': { b: 1 },
    previousPkce: good.pkce,
    ...Object.fromEntries(Object.entries(good).reverse()),
    $schema: 's',
  };
  const read = await readSetup(JSON.stringify(shuffled), 'setup.json');
  const keys = Object.keys(good);
  const at = keys.indexOf('pkce') + 1;
  expect(Object.keys(read)).toEqual([
    '$schema',
    ...keys.slice(0, at),
    'previousPkce',
    ...keys.slice(at),
    'x-note',
  ]);
});

test('a leading byte order mark is ignored', async () => {
  expect(await readSetup(`\ufeff${JSON.stringify(good)}`, 'setup.json')).toEqual(good);
});

test('extension keys are kept at any depth', async () => {
  const noted = structuredClone(good) as any;
  noted['x-owner'] = ['me'];
  noted.pkce['x-made'] = 'today';
  noted.advancedOptions.tokenRequest.parameters[0]['x-row'] = 1;
  expect(await readSetup(JSON.stringify(noted), 'setup.json')).toEqual(noted);
});

describe('a syntax error is reported with line and column, never with the text', () => {
  test.each([
    ['{\n  "schemaVersion": 1,\n  "name": nope\n}', 'line 3, column 11'],
    ['{"a": 1,}', 'line 1, column 8'],
    [`{"clientSecret": "${marker}`, `line 1, column ${19 + marker.length}`],
    ['{"a": 1} // comment', 'line 1, column 10'],
    ['{"a": "\n"}', 'line 1, column 8'],
    ['{\r"a": 1,\r\n"b": "\\x"}', 'line 3, column 7'],
    ['[1, 2', 'line 1, column 6'],
  ])('%j', async (json, place) => {
    const problems = await problemsOf(json);
    expect(problems).toContain(place);
    expect(problems).not.toContain(marker);
  });
});

test.each([
  ['{\n  // why\n}', 'a comment at line 2, column 3. Remove it.'],
  ['{} /* more */', 'a comment at line 1, column 4.'],
  ['# why\n{}', 'a comment at line 1, column 1.'],
  ['{"a": [1, 2,\n]}', 'a trailing comma at line 1, column 12. Remove it.'],
  ["{'a': 1}", 'a single quotation mark at line 1, column 2. Use double quotation marks.'],
  ['{"a": \u201cb\u201d}', 'a typographic quotation mark at line 1, column 7. Use straight'],
  ['{"a": 1, b: 2}', 'a key without quotation marks at line 1, column 10. Put it in'],
  ['{"a": None}', 'an unknown word at line 1, column 7. Put text in'],
  ['{"a": [NaN]}', 'an unknown word at line 1, column 8.'],
  ['{\u00a0"a": 1}', 'an invisible or special character at line 1, column 2.'],
  ['{"a": 1} {"b": 2}', 'extra text after the end at line 1, column 10. Remove it.'],
  ['{"a": 1}\nn', 'an unexpected character or word at line 2, column 1.'],
  ['{"a": [1,, 2]}', 'an extra comma at line 1, column 10. Remove it.'],
  ['{"a": 017}', 'a number with a leading zero at line 1, column 7.'],
  ['{"a": 10 2}', 'a missing comma at line 1, column 10. Add it.'],
  ['{"a": 1 "b": 2}', 'a missing comma at line 1, column 9.'],
  ['{"a" 1}', 'a missing colon at line 1, column 6.'],
  ['{"a": }', 'a missing value at line 1, column 7.'],
  ['{\n<<<<<<< HEAD\n  "a": 1', 'a merge conflict at line 2, column 1. Resolve it.'],
  ['{"a": 1\n=======\n}', 'a merge conflict at line 2, column 1.'],
  ['{"a": 1', 'an unexpected end of the document at line 1, column 8. Add what is missing'],
  ['{"a": "b\tc"}', 'a control character at line 1, column 9.'],
  ['{"a": "\\"b\\q"}', 'an invalid escape at line 1, column 11. Write a backslash as \\\\.'],
  ['{"a": "b\\u12"}', 'an invalid \\u escape at line 1, column 9.'],
  ['{"a": 1;}', 'an unexpected character or word at line 1, column 8.'],
])('what JSON lacks is named: %j', async (json, says) => {
  expect(await problemsOf(json)).toContain(`Invalid JSON: ${says}`);
});

test('a document that is cut at any place ends unexpectedly there', () => {
  const values = '{"numbers": [-1.5e-300, 12], "words": [true, false, null], "escapes": "\\u00e9\\"\\n"}';
  for (const whole of [values, renderJson(good)])
    for (let length = 1; length < whole.length - 1; length += 1) {
      const cut = whole.slice(0, length).trimEnd();
      const place = `line ${cut.split('\n').length}, column ${cut.length - cut.lastIndexOf('\n')}`;
      const expected = `Invalid JSON: ${earlyEnd.what} at ${place}. ${earlyEnd.remedy}`;
      expect([syntaxProblem(cut), syntaxProblem(`${cut}\n`)]).toEqual([expected, expected]);
    }
});

test('every error of the parser has words', () => {
  const codes = Array.from({ length: 99 }, (_, code) => printParseErrorCode(code));
  const known = codes.filter((name) => !name.startsWith('<'));
  expect(known.length).toBeGreaterThan(15);
  expect(Object.keys(jsonFaults).toSorted()).toEqual(known.toSorted());
});

describe('form', () => {
  test.each([
    ['null', 'The document must be an object, not null'],
    ['[]', 'The document must be an object, not a list'],
    ['"text"', 'The document must be an object, not a string'],
    [Buffer.from('{}', 'utf16le').toString('utf8'), 'with -o'],
    [Buffer.from('\ufeff{}', 'utf16le').toString('utf8'), 'with -o'],
    [Buffer.from('{"name": "caf\xe9"}', 'latin1').toString('utf8'), "isn't UTF-8"],
    ['\ufeff\ufeff{}', 'line 1, column 1'],
    ['\ufeff{"a": 1,}', 'line 1, column 8'],
    ['', 'The document is empty.'],
    ['\ufeff \n', 'The document is empty.'],
    [
      changed({ clientid: null }).replace('"clientId":', '"x-id":'),
      '/clientid is an unknown key. Did you mean clientId? Otherwise, remove it',
    ],
    [changed({ more: 1 }), '/more is an unknown key. Remove it, or begin its name with x-.'],
    [changed({ clientId: 5 }), '/clientId must be a string or null, not a number'],
    [changed({ scopes: 'all' }), '/scopes must be a list, not a string'],
    [changed({ scopes: ['a', null] }), '/scopes/1 must be a string, not null'],
    [changed({ schemaVersion: 2 }), 'To upgrade'],
    [changed({ schemaVersion: 0 }), '/schemaVersion must be 1'],
    [changed({ schemaVersion: '1' }), '/schemaVersion must be 1'],
    [changed({ name: 'a\x1b[31mb' }), '/name contains a control'],
    [changed({ name: 'a\u202eb' }), '/name contains a control'],
    [changed({ clientSecret: 'half\ud800' }), '/clientSecret contains a damaged character'],
    [changed({ name: 'PLACE' }).replace('PLACE', '\\ufffd'), '/name contains a damaged character'],
    [changed({ 'x-own': { deep: ['\x07'] } }), '/x-own/deep/0 contains a control'],
    [changed({ name: 'a'.repeat(70_000) }), '/name is too long (maximum 65536 characters)'],
    [`{"x-deep": ${'['.repeat(200)}${']'.repeat(200)}}`, 'nested too deeply'],
    ['['.repeat(200_000), 'nested too deeply'],
    [
      `${JSON.stringify(good).slice(0, -1)}, "__proto__": {"polluted": true}}`,
      '/__proto__ is an unknown key',
    ],
  ])('%.60s', async (json, problem) => {
    expect(await problemsOf(json)).toContain(problem);
    expect(({} as any).polluted).toBeUndefined();
  });

  test('a duplicate key is reported, in any object, without its value', async () => {
    const twice = JSON.stringify(good)
      .replace('"region"', `"clientSecret":"${marker}","clientSecret":"${marker}","region"`)
      .replace('"codeVerifier"', `"x-a/b":{"c":1,"c":2},"codeVerifier":"${marker}","codeVerifier"`);
    const problems = await problemsOf(twice);
    expect(problems).toContain('/clientSecret is a duplicate key');
    expect(problems).toContain('/pkce/x-a~1b/c is a duplicate key');
    expect(problems).toContain('/pkce/codeVerifier is a duplicate key');
    expect(problems).not.toContain(marker);
  });

  test.each([
    ['"x-a": 0.10000000000000000055', '/x-a is a number that would lose digits'],
    ['"x-a": -0', '/x-a is a number that would lose digits'],
    ['"x-a": 1,\n  "x-a": 1', '/x-a is a duplicate key'],
    ['"x-a": {\n    "b": 1,\n    "b": 1\n  }', '/x-a/b is a duplicate key'],
    ['"x-a": 1,\n  "x-\\u0061": 1', '/x-a is a duplicate key'],
  ])('%j is found in a file that is laid out as the program does it', async (extension, problem) => {
    const json = `${JSON.stringify(good, null, 2).slice(0, -2)},\n  ${extension}\n}\n`;
    expect(await problemsOf(json)).toContain(problem);
  });

  test("the same key in two objects isn't a duplicate", async () => {
    expect(await readSetup(changed({ 'x-a': { name: 1 }, 'x-b': { name: 1 } }), 'setup.json')).toBeDefined();
  });

  test('every problem is reported at once, each with its path', async () => {
    const { name: _, ...nameless } = good;
    const problems = await problemsOf(
      JSON.stringify({
        ...nameless,
        clientId: 1,
        extra: 2,
        pkce: { ...good.pkce, codeChallenge: null, 'a/b~': 1 },
      }),
    );
    for (const path of [
      '/name is missing',
      '/clientId must be',
      '/extra is an unknown',
      '/pkce/codeChallenge must be',
      '/pkce/a~1b~0 is an unknown',
    ]) {
      expect(problems).toContain(path);
    }
  });

  test('a thousand problems are shortened to a few lines', async () => {
    const many = Object.fromEntries(Array.from({ length: 1000 }, (_, index) => [`k${index}`, 1]));
    const problems = await problemsOf(changed(many));
    expect(problems.split('\n').length).toBeLessThan(30);
  });

  test('line breaks are accepted here, since `verify` judges them', async () => {
    expect(await readSetup(changed({ clientId: 'a\nb' }), 'setup.json')).toMatchObject({ clientId: 'a\nb' });
  });
});

test('reading any text yields a setup or a Failure (content)', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(
        anyText(),
        fc.json(),
        fc.jsonValue().map((value) => changed({ pkce: value })),
      ),
      async (json) => {
        try {
          return (await readSetup(json, 'setup.json')).schemaVersion === 1;
        } catch (error) {
          return error instanceof Failure && error.kind === 'content';
        }
      },
    ),
  );
});
