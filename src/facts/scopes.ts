import { keysOf } from '../text/lookup.ts';

/** The scopes for the connector from Jitterbit's prerequisites page, in its order and words. */
export const scopes = {
  'api:data:company': { short: 'company', allows: 'Search and enrich company data and corporate hierarchy' },
  'api:data:contact': { short: 'contact', allows: 'Search and enrich contact data and org charts' },
  'api:data:intent': { short: 'intent', allows: 'Intent signal data' },
  'api:data:news': { short: 'news', allows: 'News articles' },
  'api:data:scoops': { short: 'scoops', allows: 'Scoops data' },
} as const satisfies Record<string, { short: string; allows: string }>;

export const documentedScopes = keysOf(scopes);

/** Whether Jitterbit's page lists a scope, by its full name. */
export const isDocumentedScope = (scope: string): boolean => Object.hasOwn(scopes, scope);

/** Further scopes that ZoomInfo documents. Jitterbit's page doesn't list them, so the connector may not use them. */
export const otherScopes: readonly string[] = [
  'api:account-summary:read',
  'api:insights:read',
  'api:recommendations:read',
  ...['gtm-config', 'gtm-data-model', 'audience', 'audience-member'].flatMap((part) => [
    `api:${part}:read`,
    `api:${part}:manage`,
  ]),
];

/** Scopes that ZoomInfo's authorization server reportedly rejects with `invalid_scope`. */
export const riskyScopes: readonly string[] = ['openid', 'offline_access', 'api:data:lookup'];

/** Every scope that ZoomInfo may be asked for, as far as known. */
export const knownScopes: readonly string[] = [...documentedScopes, ...otherScopes, ...riskyScopes];

/** Scopes of OpenID Connect, which a server may omit from the granted scopes. */
export const openIdScopes: readonly string[] = ['openid', 'profile', 'email', 'offline_access'];
