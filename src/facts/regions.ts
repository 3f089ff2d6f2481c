import { keysOf } from '../text/lookup.ts';
import { parseUrl } from '../text/parse-url.ts';
import { alternatives } from '../text/word-list.ts';

/**
 * The regions of Jitterbit Harmony, each with the host part that the address bar of its portal shows.
 * Source: Jitterbit's prerequisites page for the ZoomInfo (Beta) connector, step "Sign-in Redirect URIs".
 */
export const regions = {
  NA: { host: 'na-east', place: 'North America' },
  EMEA: { host: 'emea-west', place: 'Europe, Middle East, Africa' },
  APAC: { host: 'apac-southeast', place: 'Asia-Pacific' },
} as const satisfies Record<string, { host: string; place: string }>;

export type Region = keyof typeof regions;

export const regionNames = keysOf(regions);

/** The URL that your ZoomInfo application must list under Sign-in Redirect URIs, exactly as returned. */
export function redirectUriOf(region: Region): string {
  return `https://apps.${regions[region].host}.jitterbit.com/design-studio/api/v1/oauth/authcode`;
}

/** The region that a redirect URI belongs to, or undefined if it isn't a Jitterbit Harmony redirect URI. */
export function regionOfRedirectUri(redirectUri: string): Region | undefined {
  return regionNames.find((name) => redirectUriOf(name) === redirectUri);
}

/** The region that a text means: its name in any case, its host part, or a URL of its portal; undefined for any other. */
export function regionMeant(text: string): Region | undefined {
  const typed = text.trim().toLowerCase();
  const named = regionNames.find((name) => name.toLowerCase() === typed || regions[name].host === typed);
  return named ?? regionOfHost(hostOf(typed));
}

const hostOf = (typed: string): string =>
  parseUrl(typed.includes('://') ? typed : `https://${typed}`)?.hostname ?? '';

/** The region whose portal is on this host, or undefined. */
function regionOfHost(host: string): Region | undefined {
  return regionNames.find((name) => {
    const own = `${regions[name].host}.jitterbit.com`;
    return host === own || host.endsWith(`.${own}`);
  });
}

const namesWithHosts = regionNames.map((name) => `${name} (${regions[name].host})`);

/** Every region with its host part, as a list for help. */
export const regionChoices = namesWithHosts.join(', ');

/** The same as alternatives in a sentence. */
export const regionAlternatives = (): string => alternatives(namesWithHosts);

/** The host parts alone, as alternatives in a sentence. */
export const hostAlternatives = (): string => alternatives(regionNames.map((name) => regions[name].host));
