import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { recognize } from '../../src/diagnose/recognize/recognize.ts';
import {
  carriers,
  copies,
  doublyEncoded,
  formEncoded,
  jsonCopies,
  lists,
  mails,
  protections,
  quotedPrintable,
  type SampleUrl,
  separators,
  spellings,
  strictlyEncoded,
  surroundings,
  urlOf,
  wrapped,
  wraps,
} from '../support/manglings.ts';

const endpoint = 'https://api.zoominfo.com/gtm/oauth/v1/authorize';

const awkward = fc.constantFrom(
  ...[
    ' ',
    '\u00a0',
    '\u200b',
    '\u3000',
    '\n',
    '\t',
    '"',
    "'",
    '“',
    '+',
    '%',
    '%20',
    '%2B',
    '&',
    '&amp;',
    '=',
    '#',
  ],
  ...[
    '?',
    '…',
    '.',
    '...',
    '<',
    '>',
    '(',
    ')',
    '\\',
    '\\u0026',
    '/',
    '`',
    '^',
    '$',
    '!',
    '*',
    '|',
    'é',
    '日',
    '😀',
  ],
);
const piece = fc.oneof(
  { weight: 3, arbitrary: fc.stringMatching(/^[\w-]{1,12}$/) },
  { weight: 1, arbitrary: awkward },
);
const value = fc.array(piece, { minLength: 1, maxLength: 5 }).map((pieces) => pieces.join(''));
const word = fc.stringMatching(/^[A-Za-z0-9_-]{1,30}$/);
const state = fc.stringMatching(/^[a-z0-9]{8,20}$/).map((text) => `${text}_7_`);

/** Jitterbit's request, with any registered values. The last value is the state, whose ending doesn't occur in any text. */
const requestOf = (text: fc.Arbitrary<string>): fc.Arbitrary<SampleUrl> =>
  fc
    .record({ client: text, redirect: text, scope: text, challenge: text, method: text, state })
    .map((each) => ({
      endpoint,
      parameters: [
        ['response_type', 'code'],
        ['client_id', each.client],
        ['redirect_uri', `https://apps.na-east.jitterbit.com/${each.redirect}`],
        ['scope', each.scope],
        ['code_challenge', each.challenge],
        ['code_challenge_method', each.method],
        ['state', each.state],
      ],
    }));

const parametersOf = (sample: SampleUrl) => sample.parameters.map(([name, text]) => ({ name, value: text }));

function expectFound(paste: string, sample: SampleUrl): void {
  const { requests } = recognize(paste);
  const found = requests.map(({ parameters }) =>
    parameters.map(({ name, value: text }) => ({ name, value: text })),
  );
  expect(found).toEqual([parametersOf(sample)]);
  expect(requests[0]?.isCut).toBe(false);
}

const oneOf = <T>(table: Readonly<Record<string, T>>): fc.Arbitrary<T> =>
  fc.constantFrom(...Object.values(table));
const widths = fc.integer({ min: 30, max: 200 });
const lineWraps = fc.tuple(widths, fc.constantFrom(...separators));
const encoders = fc.constantFrom(strictlyEncoded, formEncoded, doublyEncoded);

describe('a request is found with exactly its parameters', () => {
  const tables = { spellings, surroundings, carriers, copies, protections, wraps, mails };
  const each = Object.entries(tables).flatMap(([table, manglings]) =>
    Object.entries(manglings).map(([name, mangle]) => [`${table}: ${name}`, mangle] as const),
  );

  test.each(each)('%s', (_name, mangle) => {
    fc.assert(
      fc.property(requestOf(value), encoders, (sample, encode) =>
        expectFound(mangle(urlOf(sample, encode)), sample),
      ),
    );
  });

  test.each(Object.entries(jsonCopies))('as JSON: %s', (_name, copy) => {
    const visible = value.map((text) => text.replaceAll('\u200b', ''));
    fc.assert(fc.property(requestOf(visible), (sample) => expectFound(copy(sample), sample)));
  });

  test.each(Object.entries(lists))('as a list: %s', (_name, list) => {
    const line = fc.stringMatching(/^[A-Za-z0-9:_-]{1,12}( [a-z0-9:+-][a-z0-9:+/-]{1,11}){0,2}=?$/);
    fc.assert(fc.property(requestOf(line), (sample) => expectFound(list(sample), sample)));
  });

  test('as quoted-printable', () => {
    fc.assert(
      fc.property(requestOf(value), oneOf(mails), (sample, mail) =>
        expectFound(mail(quotedPrintable(`${urlOf(sample)}\n`)), sample),
      ),
    );
  });

  test('with one line break anywhere', () => {
    fc.assert(
      fc.property(requestOf(word), fc.nat(), (sample, at) => {
        const url = urlOf(sample);
        const place = 1 + (at % (url.length - 1));
        expectFound(`${url.slice(0, place)}\n${url.slice(place)}`, sample);
      }),
    );
  });

  test('wrapped at any width', () => {
    fc.assert(
      fc.property(requestOf(value), widths, (sample, width) =>
        expectFound(wrapped(urlOf(sample), width, '\n'), sample),
      ),
    );
  });

  test('as a link of an email that is wrapped at any width', () => {
    fc.assert(
      fc.property(requestOf(value), oneOf(protections), lineWraps, (sample, protect, [width, separator]) => {
        const [before = '', link = '', after = ''] = protect(urlOf(sample)).split(/(https?\S+)/);
        expectFound(before + wrapped(link, Math.max(width, 70), separator) + after, sample);
      }),
    );
  });

  test('carried, spelled, surrounded, and wrapped by an email', () => {
    fc.assert(
      fc.property(
        requestOf(value),
        fc.tuple(encoders, oneOf(carriers), oneOf(spellings), oneOf(surroundings), oneOf(mails)),
        lineWraps,
        (sample, [encode, carry, spell, surround, mail], [width, separator]) =>
          expectFound(mail(surround(wrapped(spell(carry(urlOf(sample, encode))), width, separator))), sample),
      ),
      { numRuns: 300 },
    );
  });
});
