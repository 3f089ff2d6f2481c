import * as z from 'zod/mini';
import { longestText, mostScopes } from '../text/limits.ts';
import { schemaVersion } from './schema-version.ts';

/*
 * The one definition of a setup: the type, the reader and the JSON Schema that ships all come from it.
 * It describes form only; what the values mean is judged by `verify`. The order of keys is the order in the file.
 */

const text = z.string().check(z.maxLength(longestText));

const parameterSchema = z.strictObject({ key: text, value: text, sendIn: text });

const tabSchema = z.strictObject({ parameters: z.array(parameterSchema).check(z.maxLength(100)) });

const pkceSchema = z.strictObject({ codeVerifier: text, codeChallenge: text, codeChallengeMethod: text });

export const setupSchema = z.strictObject({
  $schema: z.optional(text),
  schemaVersion: z.literal(schemaVersion),
  region: text,
  redirectUri: text,
  connector: text,
  name: text,
  description: text,
  clientId: z.nullable(text),
  clientSecret: z.nullable(text),
  scopes: z.array(text).check(z.maxLength(mostScopes)),
  authenticationUrl: text,
  accessTokenUrl: text,
  refreshTokenUrl: text,
  pkce: pkceSchema,
  previousPkce: z.optional(pkceSchema),
  advancedOptions: z.strictObject({ authenticationRequest: tabSchema, tokenRequest: tabSchema }),
});

export type Setup = z.infer<typeof setupSchema>;
export type Parameter = z.infer<typeof parameterSchema>;
export type Pkce = z.infer<typeof pkceSchema>;
