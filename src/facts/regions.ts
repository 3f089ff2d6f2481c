import { accepted, type Result, refused } from '../text/result.ts';
import { didYouMean } from '../text/suggest.ts';

/**
 * The three regions of Jitterbit Harmony and the host part that stands in the address bar of its portal.
 * Source: Jitterbit's prerequisites page of the ZoomInfo (Beta) connector, step "Sign-in Redirect URIs".
 */
export const regions = {
  NA: { host: 'na-east', place: 'North America' },
  EMEA: { host: 'emea-west', place: 'Europe, Middle East, Africa' },
  APAC: { host: 'apac-southeast', place: 'Asia-Pacific' },
} as const satisfies Record<string, { host: string; place: string }>;

export type Region = keyof typeof regions;

export const regionNames = Object.keys(regions) as Region[];

/** The address that the ZoomInfo application must list under Sign-in Redirect URIs, to the byte. */
export function redirectUriOf(region: Region): string {
  return `https://apps.${regions[region].host}.jitterbit.com/design-studio/api/v1/oauth/authcode`;
}

/** The region that a redirect URI belongs to, or undefined where it is none of the three. */
export function regionOfRedirectUri(redirectUri: string): Region | undefined {
  return regionNames.find((name) => redirectUriOf(name) === redirectUri);
}

/** Every region with its host part, for messages. */
export const regionChoices = regionNames.map((name) => `${name} (${regions[name].host})`).join(', ');

/** Reads a region's name, its host part, or an address copied from the Harmony portal. */
export function parseRegion(text: string): Result<Region> {
  const typed = text.trim().toLowerCase();
  const host = hostOf(typed);
  const region = regionNames.find((name) => {
    const part = regions[name].host;
    return name.toLowerCase() === typed || part === typed || isHostOf(part, host);
  });
  if (region !== undefined) return accepted(region);
  const names = regionNames.flatMap((name) => [name.toLowerCase(), regions[name].host]);
  const hint = typed.length > 40 ? '' : didYouMean(typed, names).replace(/\b(na|emea|apac)\?$/, upper);
  return refused(`is no region of Jitterbit Harmony: give one of ${regionChoices}.${hint}`);
}

const upper = (text: string): string => text.toUpperCase();

function hostOf(typed: string): string {
  try {
    return new URL(typed.includes('://') ? typed : `https://${typed}`).hostname;
  } catch {
    return '';
  }
}

function isHostOf(part: string, host: string): boolean {
  return host === `${part}.jitterbit.com` || host.endsWith(`.${part}.jitterbit.com`);
}
