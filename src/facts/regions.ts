import { keysOf } from '../text/lookup.ts';
import { parseUrl } from '../text/parse-url.ts';
import { alternatives } from '../text/word-list.ts';

/**
 * The regions of Jitterbit Harmony, each with the host part that the address bar of its portal shows.
 * Source: Jitterbit's prerequisites page for the ZoomInfo (Beta) connector, step "Sign-in Redirect URIs".
 * `also` has other names for the place and for countries in it, which are only suggestions: an organization may be in the
 * region of another country.
 */
export const regions = {
  NA: { host: 'na-east', place: 'North America', also: 'us, usa, united states, america, canada' },
  EMEA: {
    host: 'emea-west',
    place: 'Europe, Middle East, Africa',
    also: 'eu, uk, gb, united kingdom, ireland, germany, france, spain, italy, netherlands',
  },
  APAC: {
    host: 'apac-southeast',
    place: 'Asia-Pacific',
    also: 'asia, pacific, ap, apj, anz, australia, new zealand, japan, singapore, india',
  },
} as const satisfies Record<string, { host: string; place: string; also: string }>;

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

/** The name or the host part of the region that a text probably means, by another name for it or by its beginning. */
export function regionLikely(text: string): string | undefined {
  const words = (name: string): string =>
    name
      .trim()
      .toLowerCase()
      .replace(/[\s_-]+/g, ' ');
  const typed = words(text);
  const named = regionNames.find((name) =>
    `${regions[name].place}, ${regions[name].also}`.split(',').map(words).includes(typed),
  );
  const begun = regionNames.find((name) => typed.startsWith(`${name.toLowerCase()} `));
  return named ?? (begun && regions[begun].host);
}

const namesWithHosts = regionNames.map((name) => `${name} (${regions[name].host})`);

/** Every region with its host part, as a list for help. */
export const regionChoices = namesWithHosts.join(', ');

/** The same as alternatives in a sentence. */
export const regionAlternatives = (): string => alternatives(namesWithHosts);

/** The host parts alone, as alternatives in a sentence. */
export const hostAlternatives = (): string => alternatives(regionNames.map((name) => regions[name].host));
