import * as z from 'zod/mini';
import { labels } from '../facts/labels.ts';
import { regionNames } from '../facts/regions.ts';
import { lookup } from '../text/lookup.ts';
import { extensionKey } from './extension-keys.ts';
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

/** The JSON Schema (draft 2020-12) of the setup file, generated from its definition when the package is built. */
export function setupJsonSchema(): object {
  const schema = z.toJSONSchema(setupSchema, {
    override: ({ jsonSchema }) => {
      if (jsonSchema.type !== 'object') return;
      jsonSchema.properties = described(jsonSchema.properties);
      jsonSchema.additionalProperties = false;
      jsonSchema.patternProperties = { [extensionKey.source]: {} };
    },
  });
  return { title: 'Setup file of zi-oauth-setup', ...schema };
}

type Properties = z.core.JSONSchema.BaseSchema['properties'];

function described(properties: Properties = {}): NonNullable<Properties> {
  const entries = Object.entries(properties).map(([key, property]) => [
    key,
    typeof property === 'object' ? { description: lookup(descriptions, key), ...property } : property,
  ]);
  return Object.fromEntries(entries);
}
