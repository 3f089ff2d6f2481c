import { longestText, mostScopes } from '../text/limits.ts';
import { extensionKey } from './extension-keys.ts';
import type { ObjectSchema, Schema, ValueOf } from './json-schema.ts';
import { schemaVersion } from './schema-version.ts';

/*
 * The one definition of a setup, as a JSON Schema: the type, the reader and the schema that ships all come from it.
 * It describes form only; what the values mean is judged by `verify`. The order of keys is the order in the file.
 */

const text = { type: 'string', maxLength: longestText } as const;

const textOrNull = { type: ['string', 'null'], maxLength: longestText } as const;

/** Objects contain only their own keys, apart from extension keys. */
const objectOf = <
  const Properties extends Readonly<Record<string, Schema>>,
  const Optional extends keyof Properties = never,
>(
  properties: Properties,
  optional: readonly Optional[] = [],
) => {
  const required = Object.keys(properties).filter(
    (key): key is Exclude<keyof Properties & string, Optional> => !optional.some((each) => each === key),
  );
  const patternProperties = { [extensionKey.source]: {} };
  return {
    type: 'object',
    properties,
    required,
    additionalProperties: false,
    patternProperties,
  } as const satisfies ObjectSchema;
};

const parameterSchema = objectOf({ key: text, value: text, sendIn: text });

const tabSchema = objectOf({ parameters: { type: 'array', items: parameterSchema, maxItems: 100 } });

const pkceSchema = objectOf({ codeVerifier: text, codeChallenge: text, codeChallengeMethod: text });

export const setupSchema = objectOf(
  {
    $schema: text,
    schemaVersion: { type: 'number', const: schemaVersion },
    region: text,
    redirectUri: text,
    connector: text,
    name: text,
    description: text,
    clientId: textOrNull,
    clientSecret: textOrNull,
    scopes: { type: 'array', items: text, maxItems: mostScopes },
    authenticationUrl: text,
    accessTokenUrl: text,
    refreshTokenUrl: text,
    pkce: pkceSchema,
    previousPkce: pkceSchema,
    advancedOptions: objectOf({ authenticationRequest: tabSchema, tokenRequest: tabSchema }),
  },
  ['$schema', 'previousPkce'],
);

export interface Setup extends ValueOf<typeof setupSchema> {}
export interface Parameter extends ValueOf<typeof parameterSchema> {}
export interface Pkce extends ValueOf<typeof pkceSchema> {}
