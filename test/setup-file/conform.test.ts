import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { conform } from '../../src/setup-file/conform.ts';
import { publishedSchema } from '../../src/setup-file/published-schema.ts';
import { setupSchema } from '../../src/setup-file/schema.ts';
import { isObject } from '../../src/text/json-object.ts';
import { sampleSetup } from '../support/setup-fixture.ts';

const validate = new Ajv2020().compile(publishedSchema());

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

const keys = fc.oneof(
  fc.constantFrom('x-a', 'X-a', '__proto__', 'constructor', 'toString', 'name'),
  fc.string(),
);

const change: fc.Arbitrary<Change> = fc.tuple(
  fc.constantFrom(...pathsIn(good)),
  fc.option(keys, { nil: undefined }),
  fc.oneof(
    fc.jsonValue(),
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

test('reports a problem for exactly the values that the published schema rejects', () => {
  fc.assert(
    fc.property(change, (each) => {
      const value = changed(each);
      const problems: string[] = [];
      conform(value, setupSchema, (path, problem) => problems.push(`/${path.join('/')} ${problem}`));
      expect(problems.length > 0, problems.join('\n')).toBe(!validate(value));
    }),
    { numRuns: 1000 },
  );
});
