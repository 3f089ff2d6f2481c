import { type Region, regionAlternatives, regionNames, regionOfHost, regions } from '../facts/regions.ts';
import { parseUrl } from '../text/parse-url.ts';
import { quotationProblem } from '../text/quotation.ts';
import { accepted, type Result, refused } from '../text/result.ts';
import { didYouMean, shownValue } from '../text/suggest.ts';

/** Parses the name of a region, its host part, or a URL copied from the Harmony portal. */
export function parseRegion(text: string): Result<Region> {
  const quotation = quotationProblem(text);
  if (quotation !== undefined) return refused(quotation);
  const typed = text.trim().toLowerCase();
  const named = regionNames.find((name) => name.toLowerCase() === typed || regions[name].host === typed);
  const region = named ?? regionOfHost(hostOf(typed));
  if (region !== undefined) return accepted(region);
  const names = regionNames.flatMap((name) => [name.toLowerCase(), regions[name].host]);
  const hint = typed.length > 40 ? '' : didYouMean(typed, names).replace(/\b(na|emea|apac)\?$/, upper);
  const shown = shownValue(text.trim(), names);
  const what = shown ? `"${shown}" is unknown` : 'is unknown';
  return refused(`${what}. Use ${regionAlternatives()}.${hint}`);
}

const upper = (text: string): string => text.toUpperCase();

const hostOf = (typed: string): string =>
  parseUrl(typed.includes('://') ? typed : `https://${typed}`)?.hostname ?? '';
