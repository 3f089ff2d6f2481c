import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makeRedactor, withoutSecrets } from '../../src/checks/redactor.ts';
import { documentedEndpoints } from '../../src/facts/endpoints.ts';
import { developerPortalUrl } from '../../src/facts/labels.ts';
import { redirectUriOf } from '../../src/facts/regions.ts';
import { protocolWords } from '../../src/oauth/protocol-words.ts';
import { expectLinear } from '../support/growth.ts';
import { expectNoSecret } from '../support/verify-run.ts';

const knowing = (...secrets: string[]) => {
  const redactor = makeRedactor();
  redactor.add(...secrets);
  return redactor;
};

const secret = `pW9-x&<Z:3%"+k'Q~7/L\\m>2=`;

const entity = (text: string): string => text.replace(/[^\w]/g, (each) => `&#${each.charCodeAt(0)};`);
const hexEntity = (text: string): string =>
  text.replace(/./g, (each) => `&#x${each.charCodeAt(0).toString(16)};`);
const htmlEscaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
const lowerPercent = (text: string): string =>
  encodeURIComponent(text).replace(/%../g, (each) => each.toLowerCase());
const everyPercent = (text: string): string =>
  [...Buffer.from(text)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
const form = (text: string): string => new URLSearchParams([['', text]]).toString().slice(1);
const jsonEscaped = (text: string): string => JSON.stringify(text).slice(1, -1);
const slashed = (text: string): string => jsonEscaped(text).replaceAll('/', '\\/');
const unicodeEscaped = (text: string): string =>
  text.replace(/[^\w]/g, (each) => `\\u${each.charCodeAt(0).toString(16).padStart(4, '0')}`);
const base64 = (text: string): string => Buffer.from(text).toString('base64');
const base64url = (text: string): string => Buffer.from(text).toString('base64url');
const basic = (text: string): string => base64(`0oaTestClientId12345:${text}`);
const basicOfForm = (text: string): string => base64(`0oaTestClientId12345:${form(text)}`);
const splitBy =
  (piece: string, every: number) =>
  (text: string): string =>
    text.replace(new RegExp(String.raw`[\s\S]{${every}}(?=[\s\S])`, 'g'), `$&${piece}`);

const lowerCase = (text: string): string => text.toLowerCase();

const spellings: Readonly<Record<string, (text: string) => string>> = {
  plain: (text) => text,
  'in lower case': lowerCase,
  'HTML-escaped': htmlEscaped,
  'in decimal entities': entity,
  'in hexadecimal entities': hexEntity,
  'percent-encoded': encodeURIComponent,
  'percent-encoded in lower case': lowerPercent,
  'percent-encoded, every character': everyPercent,
  'form-encoded': form,
  'JSON-escaped': jsonEscaped,
  'JSON-escaped with its slashes': slashed,
  'in \\u escapes': unicodeEscaped,
  'in base64': base64,
  'in base64url': base64url,
  'as Basic credentials': basic,
  'as form-encoded Basic credentials': basicOfForm,
  'in full-width letters': (text) =>
    text.replace(/[!-~]/g, (each) => String.fromCharCode(each.charCodeAt(0) + 0xfee0)),
};

const splits: Readonly<Record<string, (text: string) => string>> = {
  whole: (text) => text,
  'by spaces': splitBy(' ', 3),
  'by line breaks': splitBy('\r\n', 5),
  'by zero-width characters': splitBy('\u200b\u00ad\u2060', 2),
  'by escape sequences': splitBy('\x1b[1m', 4),
  'by variation selectors': splitBy('\ufe0f', 4),
};

/** Letters and digits only, since each encoding treats punctuation differently. */
const plainSecret = 'Zq7pLm2Xc9Vb4Nt8Rk5W';

const strays: Readonly<Record<string, (text: string) => string>> = {
  'in unterminated decimal entities': (text) => text.replace(/./g, (each) => `&#${each.charCodeAt(0)}`),
  'in unterminated hexadecimal entities': (text) =>
    text.replace(/[^a-f\d](?![a-f\d])/gi, (each) => `&#x${each.charCodeAt(0).toString(16)}`),
  'in brackets, by escaped tags': (text) => `&lt; ${splitBy('&lt;wbr&gt;', 6)(text)} &gt;`,
  ...Object.fromEntries(
    ['&thinsp;', '&ensp;', '&NoBreak;', '&lrm;', '&InvisibleTimes;'].map((name) => [
      `by ${name}`,
      splitBy(name, 5),
    ]),
  ),
  'by escaped control characters': splitBy('\\b', 5),
  'by form feeds': splitBy('\\f', 5),
  'by null': splitBy('\\0', 5),
  'by continued lines': splitBy('\\\n', 5),
  'in \\u{} escapes': (text) => text.replace(/./g, (each) => `\\u{${each.charCodeAt(0).toString(16)}}`),
  'in octal': (text) => text.replace(/./g, (each) => `\\${each.charCodeAt(0).toString(8).padStart(3, '0')}`),
  'in base64, by escaped line breaks': (text) => splitBy('&#10;', 6)(base64(text)),
  'in %u escapes': (text) => text.replace(/./g, (each) => `%u00${each.charCodeAt(0).toString(16)}`),
};

test.each(Object.entries(strays))('a secret is withheld %s', (_how, spell) => {
  expect(knowing(plainSecret).holds(`It was ${spell(plainSecret)}, they say.`)).toBe(true);
});

describe.each(['<!-- > -->', "<i title='>'>", ' - ', ' · '])('split by %j in foreign text', (mark) => {
  test.each([plainSecret, 'Zq7_pLm2.Xc9Vb-4Nt8~Rk5W'])('the secret %s is withheld', (known) => {
    const text = `It was ${splitBy(mark, 6)(known)}, they say.`;
    expect(knowing(known).redact(text)).toBe('(withheld: contains a secret)');
    expect(knowing(known).holds(text)).toBe(false);
  });

  test('eight characters of a secret are withheld, seven shown', () => {
    for (const length of [8, 7])
      for (let at = 0; at + length <= plainSecret.length; at += 1) {
        const text = `It was ${splitBy(mark, 4)(plainSecret.slice(at, at + length))}, so it is.`;
        expect([text, /^\(withheld/.test(knowing(plainSecret).redact(text))]).toEqual([text, length === 8]);
      }
  });
});

test.each(['ab>cd>ef>gh>', 'ab?cd?ef?gh?', 'ab~cd~ef~gh~'])(
  'a secret is withheld in base64 with a mark in every group: %s',
  (known) => {
    for (const spell of [base64, base64url])
      expect(knowing(known).holds(`It was ${spell(known)}, they say.`)).toBe(true);
  },
);

test('tags in a secret withhold no other text with such a tag', () => {
  expect(knowing('<b><i><u><a><s>').redact('It was <u>, they say.')).toBe('It was <u>, they say.');
});

const names = Object.keys(spellings);

describe.each(names)('a secret %s', (name) => {
  const spell = spellings[name] ?? String;

  test.each(Object.keys(splits))('is withheld, %s', (split) => {
    const text = `It was ${(splits[split] ?? String)(spell(secret))}, they say.`;
    expect(knowing(secret).holds(text)).toBe(true);
  });

  /** Base64 can't be decoded in lower case. */
  const canFollow = (second: string): boolean => second !== 'in lower case' || !/base64|Basic/.test(name);

  test.each(names.filter(canFollow))('and then %s is withheld', (second) => {
    expect(knowing(secret).holds(`<p>${(spellings[second] ?? String)(spell(secret))}</p>`)).toBe(true);
  });

  test('is withheld with tags inside', () => {
    const pieces = spell(secret).match(/&[^;]*;|%[\s\S]{2}|\\u[\s\S]{4}|\\?[\s\S]/g) ?? [];
    for (const tag of ['<wbr>', '</b>\n<b>', '<br />']) {
      const text = pieces.map((piece, index) => (index % 3 === 2 ? piece + tag : piece)).join('');
      expect(knowing(secret).holds(text), tag).toBe(true);
    }
  });
});

/** Decoding a text also decodes the escapes of the secret. */
test.each(names)('a secret that consists of escapes is withheld %s', (name) => {
  const escapes = '%41b&amp;c\\/%2Be&#65;f\\u0041g<i>h%3Cj';
  const spell = spellings[name] ?? String;
  expect(knowing(escapes).holds(`It was ${spell(escapes)}, they say.`)).toBe(true);
});

test('a secret is withheld anywhere in a run of base64', () => {
  for (const before of ['', 'x', 'xx', 'xxx'])
    for (const text of [before + base64(plainSecret), base64(before + plainSecret)])
      expect(knowing(plainSecret).holds(text), text).toBe(true);
});

test.each([
  ['aB+cD+eF+gH', 'aB cD eF gH'],
  ['aB cD eF gH', 'aB+cD+eF+gH'],
])('a plus sign may be a space: %s is withheld as %s', (one, other) => {
  expect(knowing(one).holds(`It was ${other}, they say.`)).toBe(true);
});

const character = fc.constantFrom(...'abcXYZ019-_~.&<>"\'/\\+%:;=#{}[]()!?$@');
const anySecret = fc.string({ unit: character, minLength: 12, maxLength: 40 });
const encoder = fc.constantFrom(
  ...Object.values(spellings)
    .slice(1)
    .filter((each) => each !== lowerCase),
);

test('shows no eight characters of any secret, however often encoded', () => {
  fc.assert(
    fc.property(
      anySecret,
      fc.array(encoder, { maxLength: 2 }),
      fc.nat(30),
      fc.nat(10),
      (text, encoders, skip, cut) => {
        const piece = text.slice(skip % (text.length - 8));
        const echoed = encoders.reduce(
          (each, encode) => encode(each),
          piece.slice(0, Math.max(8, piece.length - cut)),
        );
        const shown = knowing(text).redact(`Sent: ${echoed} - is that so?`);
        const forms = [shown, shown.replace(/\s/g, '')];
        for (let at = 0; at + 8 <= text.length; at += 1)
          for (const each of forms) expect(each).not.toContain(text.slice(at, at + 8));
      },
    ),
    { numRuns: 2000 },
  );
});

describe('a part of a secret', () => {
  const random = 'Zq81-kLmN_o2PxYt7vRw';

  test('of eight characters is enough, wherever it is', () => {
    for (let at = 0; at + 8 <= random.length; at += 1)
      expect(knowing(random).redact(`x ${random.slice(at, at + 8)} y`)).toMatch(/^\(withheld/);
  });

  test("of seven isn't, and a shorter secret is hidden as a whole", () => {
    expect(knowing(random).redact(random.slice(3, 10))).toBe(random.slice(3, 10));
    expect(knowing('Zq8kLm').redact('it is Zq8kLm')).toMatch(/^\(withheld/);
    expect(knowing('Zq8kLm').redact('it is Zq8kL')).toBe('it is Zq8kL');
  });

  test('is found where a long page is truncated, and after it', () => {
    const redactor = knowing(random);
    expect(redactor.redact(`${'word '.repeat(1000)}${random}`, 50)).toMatch(/^\(withheld/);
    const cut = redactor.redact(`${'x'.repeat(295)}${random.slice(0, 7)}`);
    expect(cut).not.toContain(random.slice(0, 8));
  });
});

test('of withheld text, public words remain', () => {
  const text = `invalid_grant: the code_verifier ${secret} fits no code_challenge, invalid_grant`;
  expect(knowing(secret).redact(text)).toBe(
    '(withheld: contains a secret; mentions invalid_grant, code_verifier, code_challenge)',
  );
  expect(knowing('invalid_grant').redact('invalid_grant it is')).toBe('invalid_grant it is');
});

describe('a secret with documented text in it', () => {
  const documented = [
    documentedEndpoints.accessTokenUrl,
    redirectUriOf('NA'),
    developerPortalUrl,
    'zoominfo.com',
    'code_challenge_method',
  ];
  /** Documented text, and public words as a message that withholds a text lists them. */
  const listed = protocolWords.map((word) => `mentions ${word}, ${word})`);
  const spoken = [...documented, ...listed].join(' ').toLowerCase();

  test('is withheld with one more character, and the documented text alone is shown', () => {
    for (const text of documented)
      for (const [start, end] of [
        ['', '-'],
        ['-', ''],
        ['', 'x7'],
        ['Q', 'Q'],
      ]) {
        const redactor = knowing(`${start}${text}${end}`);
        expect(redactor.redact(`It was ${start}${text}${end}.`)).toMatch(/^\(withheld/);
        expect(redactor.redact(`It was ${text}.`)).toBe(`It was ${text}.`);
      }
  });

  test('shows no eight characters in a row except documented ones', () => {
    const part = fc.oneof(fc.constantFrom(...documented), fc.string({ unit: character, maxLength: 9 }));
    fc.assert(
      fc.property(
        fc.array(part, { minLength: 2, maxLength: 4 }),
        fc.nat(60),
        fc.nat(60),
        (parts, from, cut) => {
          const text = parts.join('');
          const echoed = text.slice(from % text.length, text.length - (cut % 9));
          const shown = knowing(text).redact(`Sent: ${echoed} - is that so?`).toLowerCase();
          for (let at = 0; at + 8 <= text.length; at += 1) {
            const piece = text.slice(at, at + 8).toLowerCase();
            if (!spoken.includes(piece)) expect(shown).not.toContain(piece);
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});

test('text without a secret is shown, cleaned and truncated', () => {
  const redactor = knowing(secret, null as never, undefined as never, '');
  expect(redactor.redact('\x1b[31mNo such\nclient %41 &amp;')).toBe('No such client %41 &amp;');
  expect(redactor.redact('a'.repeat(400), 10)).toBe(`${'a'.repeat(10)}...`);
  expect(makeRedactor().redact('anything at all')).toBe('anything at all');
});

test('with too many secrets to keep, nothing is shown', () => {
  const redactor = knowing('s'.repeat(10), 'x'.repeat(300_000));
  expect(redactor.redact('just words')).toMatch(/^\(withheld/);
});

test('the final redaction of a check removes a code that is a secret, and keeps the rest', () => {
  const redactor = knowing('my_secret_value_abc');
  const check = { id: 'online.client', status: 'fail', title: 'x', detail: 'ok' } as const;
  expect(withoutSecrets({ ...check, code: 'my_secret_value_abc' }, redactor)).toEqual(check);
  expect(withoutSecrets({ ...check, code: 'invalid_client', fix: 'y' }, redactor)).toEqual({
    ...check,
    fix: 'y',
    code: 'invalid_client',
  });
  expect(withoutSecrets({ ...check, detail: 'my_secret_value_abc' }, redactor).detail).toMatch(/withheld/);
});

test('the final redaction of a check withholds only the lines of a fix that contain a secret', () => {
  const redactor = knowing('my_secret_value_abc');
  const check = { id: 'online.client', status: 'fail', title: 'x', detail: 'ok' } as const;
  const good = ['Set it to:', { value: 'abc' }, { command: ['zi-oauth-setup', 'show'], usage: '<file>' }];
  const bad = [
    'a my_secret_value_abc',
    { value: 'my_secret_value_abc' },
    { command: ['a', 'my_secret_value_abc'] },
  ];
  const withheld = expect.stringMatching(/^\(withheld/);
  expect(withoutSecrets({ ...check, fix: [...good, ...bad] }, redactor).fix).toEqual([
    ...good,
    ...bad.map(() => withheld),
  ]);
  expect(withoutSecrets({ ...check, fix: 'a my_secret_value_abc' }, redactor).fix).toEqual(withheld);
});

test.each([
  ['repeated tokens', (length: number) => 'id_token=ABC, '.repeat(length / 14)],
  ['nested percent signs', (length: number) => `%${'25'.repeat(length / 2)}`],
  ['a chain of percent signs', (length: number) => `${'%3'.repeat(length / 3)}${'5'.repeat(length / 3)}`],
  ['nested entities', (length: number) => `&${'amp;'.repeat(length / 4)}`],
  ['entities that never end', (length: number) => '&#x'.repeat(length / 3)],
  ['semicolons', (length: number) => ';'.repeat(length)],
  ['backslashes', (length: number) => '\\'.repeat(length)],
  ['tags that never end', (length: number) => '<'.repeat(length)],
  ['closing brackets', (length: number) => '<'.repeat(length / 2) + '>'.repeat(length / 2)],
  ['one run of base64', (length: number) => 'QUJD'.repeat(length / 4)],
])('takes time in proportion to the text: %s', async (_what, textOf) => {
  const redactor = knowing(secret, 'another-secret-0123456789');
  await expectLinear(15_000, textOf, (text) => redactor.holds(text));
});

test('the transcript search finds secrets', () => {
  for (const transcript of ['x s3cret+val y', 's3cret%2Bval', Buffer.from('s3cret+val').toString('base64')])
    expect(() => expectNoSecret(transcript, ['s3cret+val'])).toThrow('secrets in');
});
