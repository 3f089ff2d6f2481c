import * as z from 'zod/mini';
import { extensionKey } from './extension-keys.ts';
import { setupSchema } from './schema.ts';

/** The JSON Schema (draft 2020-12) of the setup file, generated from its definition when the package is built. */
export function setupJsonSchema(): object {
  const schema = z.toJSONSchema(setupSchema, {
    override: ({ jsonSchema }) => {
      if (jsonSchema.type !== 'object') return;
      jsonSchema.additionalProperties = false;
      jsonSchema.patternProperties = { [extensionKey.source]: {} };
    },
  });
  return { title: 'Setup file of zi-oauth-setup', ...schema };
}
