import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { publishedSchema } from '../../src/setup-file/published-schema.ts';
import { sampleSetup } from '../support/setup-fixture.ts';

const validate = new Ajv2020({ allErrors: true, strictTypes: false }).compile(publishedSchema());
const good = sampleSetup();

interface Schema {
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
}

test.each([
  ['a setup', good],
  ['one without credentials', sampleSetup({ clientId: null, clientSecret: null })],
  ['one with extension keys', { ...good, $schema: 'x', 'x-note': 1, pkce: { ...good.pkce, 'x-a': [] } }],
  ['one with a previous pair', { ...good, previousPkce: good.pkce }],
])('the schema accepts %s', (_, setup) => {
  expect(validate(setup), JSON.stringify(validate.errors)).toBe(true);
});

test.each([
  ['an unknown key', { ...good, extra: 1 }],
  ['a missing key', { ...good, scopes: undefined }],
  ['a number instead of text', { ...good, name: 1 }],
  ['another version', { ...good, schemaVersion: 2 }],
  [
    'a row without Send in',
    {
      ...good,
      advancedOptions: { ...good.advancedOptions, tokenRequest: { parameters: [{ key: 'a', value: 'b' }] } },
    },
  ],
])('the schema rejects %s', (_, setup) => {
  expect(validate(JSON.parse(JSON.stringify(setup)))).toBe(false);
});

test('the schema describes every key, including nested ones', () => {
  const undescribed: string[] = [];
  const walk = (schema: Schema): void => {
    for (const [key, property] of Object.entries(schema.properties ?? {})) {
      if (!property.description?.endsWith('.')) undescribed.push(key);
      walk(property);
    }
    if (schema.items !== undefined) walk(schema.items);
  };
  const schema: Schema = publishedSchema();
  walk(schema);
  expect(undescribed).toEqual([]);
  expect(schema.properties?.advancedOptions?.properties?.tokenRequest?.description).toContain(
    'Token request',
  );
});
