import { parseRegion } from '../../answers/region.ts';
import { type Finding, failed, passed, skipped } from '../../checks/finding.ts';
import { labels } from '../../facts/labels.ts';
import { redirectUriList } from '../../facts/places.ts';
import { type Region, redirectUriOf, regionNames, regionOfRedirectUri } from '../../facts/regions.ts';
import { foreignCharacter, visibleAscii } from '../../text/characters.ts';
import { quotationProblem } from '../../text/quotation.ts';
import { withoutTrailing } from '../../text/trim-end.ts';
import type { OfflineRule } from './rule.ts';

/** ZoomInfo compares redirect URIs byte for byte (RFC 6749 section 3.1.2.3), so this check does as well. */
export const redirectUri: OfflineRule = {
  id: 'region.redirect-uri',
  title: labels.redirectUri,
  judge: ({ region, redirectUri: uri }) => {
    const parsed = region === undefined ? undefined : parseRegion(region);
    if (parsed?.ok === false)
      return failed(`The region ${parsed.problem}`, 'Name the region of your Harmony portal.');
    if (uri === undefined) return skipped('No redirect URI was given.');
    return parsed === undefined ? judgeAlone(uri) : judgeInRegion(uri, parsed.value);
  },
};

function judgeAlone(uri: string): Finding {
  const region = regionOfRedirectUri(uri);
  return region === undefined
    ? failed(
        `The redirect URI is none of the three of Jitterbit Harmony: ${difference(uri)}.`,
        `Put the URI of your region into ${redirectUriList}. ${regionNames.map((name) => `${name}: ${redirectUriOf(name)}`).join(' ')}`,
      )
    : passed(`It is the one of region ${region}, to the byte.`);
}

function judgeInRegion(uri: string, region: Region): Finding {
  const right = redirectUriOf(region);
  if (uri === right) return passed(`It is the one of region ${region}, to the byte.`);
  const other = regionOfRedirectUri(uri);
  return other === undefined
    ? failed(
        `The redirect URI is not that of region ${region}: ${difference(uri, right)}.`,
        `Put exactly this into ${redirectUriList}: ${right}`,
      )
    : failed(
        `The redirect URI belongs to region ${other}, but the region is ${region}.`,
        `If your organization is in ${other}, the region is wrong. If it is in ${region}, put this into ${redirectUriList}: ${right}`,
        'other-region',
      );
}

/** What is wrong with a redirect URI. */
export interface RedirectUriProblem {
  readonly detail: string;
  readonly code?: 'other-region';
  /** The region that it belongs to, where that is another one. */
  readonly otherRegion?: Region;
}

/** Compares a redirect URI with that of a region, or with all three where the region isn't known. */
export function redirectUriProblem(uri: string, region?: Region): RedirectUriProblem | undefined {
  const owner = regionOfRedirectUri(uri);
  if (owner === undefined) {
    const expected =
      region === undefined ? "isn't a Jitterbit Harmony redirect URI" : `doesn't match region ${region}`;
    const right = region === undefined ? undefined : redirectUriOf(region);
    return { detail: `The redirect URI ${expected}: ${difference(uri, right)}.` };
  }
  if (region === undefined || owner === region) return undefined;
  const detail = `The redirect URI belongs to region ${owner}, but the region is ${region}.`;
  return { detail, code: 'other-region', otherRegion: owner };
}

/** The commonest slips, in words; any other difference is told by its place. */
function difference(uri: string, right?: string): string {
  const quotation = quotationProblem(uri);
  if (quotation !== undefined) return `it ${quotation.replace(/\.$/, '')}`;
  const foreign = foreignCharacter(uri, visibleAscii);
  if (foreign !== undefined) return `it contains ${foreign}`;
  const candidates = right === undefined ? regionNames.map(redirectUriOf) : [right];
  const slip = slips.find(({ repair }) => candidates.includes(repair(uri)));
  if (slip !== undefined) return slip.name;
  if (right === undefined) return 'its host or its path is another';
  return `it differs from character ${firstDifference(uri, right)} on`;
}

const slips: readonly { name: string; repair: (uri: string) => string }[] = [
  { name: 'it ends with a slash too many', repair: (uri) => withoutTrailing(uri, '/') },
  { name: 'it begins with http://, not https://', repair: (uri) => uri.replace(/^http:/, 'https:') },
  { name: 'it lacks the https:// in front', repair: (uri) => `https://${uri}` },
  { name: 'it has capital letters', repair: (uri) => uri.toLowerCase() },
  { name: 'it has something behind the path', repair: (uri) => uri.replace(/[?#].*/, '') },
];

function firstDifference(left: string, right: string): number {
  const at = [...left].findIndex((character, index) => character !== right[index]);
  return (at < 0 ? left.length : at) + 1;
}
