/** The scopes that Jitterbit's prerequisites page names for the connector, in its order and words. */
export const scopes = {
  'api:data:company': { short: 'company', allows: 'Search and enrich company data and corporate hierarchy' },
  'api:data:contact': { short: 'contact', allows: 'Search and enrich contact data and org charts' },
  'api:data:intent': { short: 'intent', allows: 'Intent signal data' },
  'api:data:news': { short: 'news', allows: 'News articles' },
  'api:data:scoops': { short: 'scoops', allows: 'Scoops data' },
} as const satisfies Record<string, { short: string; allows: string }>;

export type DocumentedScope = keyof typeof scopes;

export const documentedScopes = Object.keys(scopes) as DocumentedScope[];

/** Scopes of OpenID Connect, which authorization servers know besides their own. */
export const openIdScopes: readonly string[] = ['openid', 'profile', 'email', 'offline_access'];
