import { questions } from '../../answers/questions.ts';
import { parseRegion } from '../../answers/region.ts';
import { failed, passed, skipped } from '../../checks/finding.ts';
import { labels } from '../../facts/labels.ts';
import { redirectUriList } from '../../facts/places.ts';
import { type Region, redirectUriOf, regionNames, regionOfRedirectUri } from '../../facts/regions.ts';
import type { Line } from '../../message.ts';
import { foreignCharacter, visibleAscii } from '../../text/characters.ts';
import { quotationProblem } from '../../text/quotation.ts';
import { withoutTrailing } from '../../text/trim-end.ts';
import { rebuild } from './repair.ts';
import type { OfflineFinding, OfflineRule } from './rule.ts';

/** ZoomInfo compares redirect URIs exactly (RFC 6749 section 3.1.2.3), so this check does as well. */
export const redirectUri: OfflineRule = {
  id: 'region.redirect-uri',
  title: labels.redirectUri,
  values: ['region', 'redirectUri'],
  judge: ({ region, redirectUri: uri }) => {
    const parsed = region === undefined ? undefined : parseRegion(region);
    if (parsed?.ok === false)
      return {
        ...failed(`The region ${parsed.problem}`, 'Use the region of your Harmony portal.'),
        values: ['region'],
        repair: { [questions.region.option]: { usage: '<region>' } },
      };
    if (uri !== undefined) return judgeUri(uri, parsed?.value);
    return skipped(parsed === undefined ? 'Not provided.' : 'No redirect URI to compare with the region.');
  },
};

function judgeUri(uri: string, region: Region | undefined): OfflineFinding {
  const problem = redirectUriProblem(uri, region);
  if (problem === undefined) return passed(`Matches region ${region ?? regionOfRedirectUri(uri)} exactly.`);
  const { detail, code, otherRegion } = problem;
  if (region === undefined || otherRegion === undefined)
    return { ...failed(detail, listExactly(region), code), values: ['redirectUri'], repair: rebuild };
  const choices = [
    { when: `If your organization is in ${region}`, repair: rebuild },
    { when: `If it is in ${otherRegion}`, repair: { [questions.region.option]: otherRegion } },
  ];
  return { ...failed(detail, listExactly(undefined, [region, otherRegion]), code), repair: rebuild, choices };
}

/** What the application must list: the redirect URI of the region or, if that is unknown, of one of these. */
function listExactly(region: Region | undefined, possible: readonly Region[] = regionNames): Line[] {
  if (region !== undefined)
    return [`Make sure that ${redirectUriList} lists exactly:`, { value: redirectUriOf(region) }];
  return [
    `Make sure that ${redirectUriList} lists exactly the one of your organization's region:`,
    ...possible.map((name) => ({ value: `${name}: ${redirectUriOf(name)}` })),
  ];
}

/** What is wrong with a redirect URI. */
export interface RedirectUriProblem {
  readonly detail: string;
  readonly code?: 'other-region';
  /** The region that it belongs to, if that is a different one. */
  readonly otherRegion?: Region;
}

/** Compares a redirect URI with that of a region, or with all three if the region is unknown. */
export function redirectUriProblem(uri: string, region?: Region): RedirectUriProblem | undefined {
  const owner = regionOfRedirectUri(uri);
  if (owner === undefined) {
    const expected =
      region === undefined ? "isn't a Jitterbit Harmony redirect URI" : `doesn't match region ${region}`;
    return { detail: `The redirect URI ${expected}: ${difference(uri, region)}.` };
  }
  if (region === undefined || owner === region) return undefined;
  const detail = `The redirect URI belongs to region ${owner}, but the region is ${region}.`;
  return { detail, code: 'other-region', otherRegion: owner };
}

/** The most common slips by name; any other difference by its position. */
function difference(uri: string, region: Region | undefined): string {
  const quotation = quotationProblem(uri);
  if (quotation !== undefined) return `it ${quotation.replace(/\.$/, '')}`;
  const foreign = foreignCharacter(uri, visibleAscii);
  if (foreign !== undefined) return `it contains ${foreign}`;
  const candidates = region === undefined ? regionNames.map(redirectUriOf) : [redirectUriOf(region)];
  const slip = slips.find(({ repair }) => candidates.includes(repair(uri)));
  if (slip !== undefined) return slip.name;
  if (region === undefined) return 'its host or path is different';
  return `it differs starting at character ${firstDifference(uri, redirectUriOf(region))}`;
}

const slips: readonly { name: string; repair: (uri: string) => string }[] = [
  { name: 'it has an extra trailing slash', repair: (uri) => withoutTrailing(uri, '/') },
  { name: 'it begins with http:// instead of https://', repair: (uri) => uri.replace(/^http:/, 'https:') },
  { name: 'https:// is missing', repair: (uri) => `https://${uri}` },
  { name: 'it contains uppercase letters', repair: (uri) => uri.toLowerCase() },
  { name: 'it has extra text after the path', repair: (uri) => uri.replace(/[?#].*/, '') },
];

/** Counts characters from 1. */
function firstDifference(left: string, right: string): number {
  const at = [...left].findIndex((character, index) => character !== right[index]);
  return (at < 0 ? left.length : at) + 1;
}
