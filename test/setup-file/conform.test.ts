import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Failure } from '../../src/errors.ts';
import { publishedSchema } from '../../src/setup-file/published-schema.ts';
import { readSetup } from '../../src/setup-file/read.ts';
import { isObject } from '../../src/text/json-object.ts';
import { sampleSetup } from '../support/setup-fixture.ts';

const validate = new Ajv2020({ strictTypes: false }).compile(publishedSchema());

const good = { ...sampleSetup(), previousPkce: sampleSetup().pkce };

/** The paths of all values in a setup, each as keys from the root. */
function pathsIn(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, inner]) => pathsIn(inner, [...path, key]))];
}

type Change = readonly [path: readonly string[], key: string | undefined, value: unknown];

/** A copy of the setup in which a value is replaced or removed, or a key is added. */
function changed([path, added, value]: Change): unknown {
  const root = { root: structuredClone(good) as unknown };
  const keys = added === undefined ? ['root', ...path] : ['root', ...path, added];
  const last = keys.pop() ?? '';
  const parent = keys.reduce<any>((inner, key) => inner[key], root);
  const isPlace = added === undefined ? typeof parent === 'object' : isObject(parent);
  if (isPlace && parent !== null)
    Object.defineProperty(parent, last, { value, enumerable: true, configurable: true, writable: true });
  return JSON.parse(JSON.stringify(root)).root;
}

/** Characters that are lost or misleading in a file, and others near them. */
const rare = fc.constantFrom(
  ...'\0\b\t\n\v\f\r\x1b\x7f\x9f\xa0\u2029\u202a\u202e\u202f\u2066\u2069\ud7ff\ud800\udfff\ue000\ufffc\ufffd\ufffe'.split(
    '',
  ),
);

const text = fc.string({ unit: fc.oneof(rare, fc.constant('a'), fc.constant('😀')), maxLength: 4 });

const keys = fc.oneof(
  text.map((end) => `x-${end}`),
  fc.constantFrom('x-a', 'X-a', '__proto__', 'constructor', 'toString', 'name'),
  text,
);

const change: fc.Arbitrary<Change> = fc.tuple(
  fc.constantFrom(...pathsIn(good)),
  fc.option(keys, { nil: undefined }),
  fc.oneof(
    fc.jsonValue(),
    text,
    fc.dictionary(text, fc.array(text, { maxLength: 2 }), { maxKeys: 2 }),
    fc.constantFrom(
      undefined,
      1,
      0,
      '',
      'a'.repeat(65_536),
      'a'.repeat(65_537),
      '😀'.repeat(65_536),
      '😀'.repeat(65_537),
      Array(1001).fill('a'),
    ),
  ),
);

test('the reader rejects exactly the values that the published schema rejects', async () => {
  await fc.assert(
    fc.asyncProperty(change, async (each) => {
      const value = changed(each) ?? null;
      const problem = await readSetup(JSON.stringify(value), 'a.json').then(
        () => undefined,
        (error: Failure) => error.details.join('\n'),
      );
      expect(problem !== undefined, problem).toBe(!validate(value));
    }),
    { numRuns: 400 },
  );
});
