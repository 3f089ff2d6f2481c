import { keysOf } from '../text/lookup.ts';

/**
 * The three regions of Jitterbit Harmony and the host part in the address bar of its portal.
 * Source: Jitterbit's prerequisites page of the ZoomInfo (Beta) connector, step "Sign-in Redirect URIs".
 */
export const regions = {
  NA: { host: 'na-east', place: 'North America' },
  EMEA: { host: 'emea-west', place: 'Europe, Middle East, Africa' },
  APAC: { host: 'apac-southeast', place: 'Asia-Pacific' },
} as const satisfies Record<string, { host: string; place: string }>;

export type Region = keyof typeof regions;

export const regionNames = keysOf(regions);

/** The URL that the ZoomInfo application must list under Sign-in Redirect URIs, exactly. */
export function redirectUriOf(region: Region): string {
  return `https://apps.${regions[region].host}.jitterbit.com/design-studio/api/v1/oauth/authcode`;
}

/** The region that a redirect URI belongs to, or undefined where it is none of the three. */
export function regionOfRedirectUri(redirectUri: string): Region | undefined {
  return regionNames.find((name) => redirectUriOf(name) === redirectUri);
}

/** The region whose portal has this host, or undefined. */
export function regionOfHost(host: string): Region | undefined {
  return regionNames.find((name) => {
    const own = `${regions[name].host}.jitterbit.com`;
    return host === own || host.endsWith(`.${own}`);
  });
}

/** Every region with its host part, for messages. */
export const regionChoices = regionNames.map((name) => `${name} (${regions[name].host})`).join(', ');
