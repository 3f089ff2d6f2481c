import { labels } from '../facts/labels.ts';
import { regionNames } from '../facts/regions.ts';
import { faithfulText } from '../text/characters.ts';
import { lookup } from '../text/lookup.ts';
import { extensionKey } from './extension-keys.ts';
import type { Schema } from './json-schema.ts';
import { setupSchema } from './schema.ts';

/** What editors show for a key anywhere in the file. */
const descriptions: Readonly<Record<string, string>> = {
  $schema: 'URL or path of this JSON Schema.',
  schemaVersion: 'Version of the file format.',
  region: `Region of Jitterbit Harmony: ${regionNames.join(', ')}.`,
  redirectUri: `URL to add to ${labels.redirectUris} of your ZoomInfo application.`,
  connector: `${labels.connector} of the app registration.`,
  name: `${labels.name} of the app registration.`,
  description: `${labels.description} of the app registration.`,
  clientId: `${labels.clientId} of your ZoomInfo application, or null if it isn't set.`,
  clientSecret: `${labels.clientSecret} of your ZoomInfo application, or null if it isn't set. Keep it secret.`,
  scopes: 'Scopes to select in your ZoomInfo application and to enter in the app registration.',
  authenticationUrl: `${labels.authenticationUrl} of the app registration.`,
  accessTokenUrl: `${labels.accessTokenUrl} of the app registration.`,
  refreshTokenUrl: `${labels.refreshTokenUrl} of the app registration. Always the ${labels.accessTokenUrl}.`,
  pkce: 'PKCE pair (RFC 7636) of the app registration.',
  previousPkce: 'PKCE pair before the last rotation.',
  codeVerifier: `${labels.codeVerifier}. Keep it secret.`,
  codeChallenge: `${labels.codeChallenge}: the SHA-256 hash of the code verifier in base64url.`,
  codeChallengeMethod: 'Method that derives the code challenge. Always S256.',
  advancedOptions: `${labels.advancedOptions} of the app registration.`,
  authenticationRequest: `"${labels.authenticationRequest}" tab.`,
  tokenRequest: `"${labels.tokenRequest}" tab.`,
  parameters: `Rows under ${labels.parameters}.`,
  key: 'Name of the parameter.',
  value: 'Value of the parameter.',
  sendIn: `${labels.sendIn}: ${labels.requestUrl} or ${labels.requestBody}.`,
};

const faithful = { pattern: faithfulText };

const extension = { $ref: '#/$defs/extension' };

/**
 * The JSON Schema of the setup file as it is published: its definition with a description of every key, and the characters
 * that the reader rejects anywhere in the file.
 */
export const publishedSchema = (): object => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Setup file of zi-oauth-setup',
  ...described(setupSchema),
  $defs: {
    extension: { ...faithful, items: extension, propertyNames: faithful, additionalProperties: extension },
  },
});

function described(schema: Schema): object {
  if (schema.type === 'array') return { ...schema, items: described(schema.items) };
  if (schema.type === 'number') return schema;
  if (schema.type !== 'object') return { ...schema, ...faithful };
  const properties = Object.entries(schema.properties).map(([key, property]) => [
    key,
    { description: lookup(descriptions, key), ...described(property) },
  ]);
  return {
    ...schema,
    properties: Object.fromEntries(properties),
    propertyNames: faithful,
    patternProperties: { [extensionKey.source]: extension },
  };
}
