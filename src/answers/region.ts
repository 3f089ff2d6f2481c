import {
  type Region,
  regionAlternatives,
  regionLikely,
  regionMeant,
  regionNames,
  regions,
} from '../facts/regions.ts';
import { foreignCharacter, tokenCharacter } from '../text/characters.ts';
import { quotationProblem } from '../text/quotation.ts';
import { accepted, type Result, refused } from '../text/result.ts';
import { didYouMean, shownValue, suggestionOf } from '../text/suggest.ts';

/** Parses the name of a region, its host part, or a URL copied from the Harmony portal. */
export function parseRegion(text: string): Result<Region> {
  const quotation = quotationProblem(text);
  if (quotation !== undefined) return refused(quotation);
  const region = regionMeant(text);
  if (region !== undefined) return accepted(region);
  const foreign = foreignCharacter(text.trim(), tokenCharacter);
  if (foreign !== undefined) return refused(`contains ${foreign}. Use ${regionAlternatives()}.`);
  const typed = text.trim().toLowerCase();
  const names = regionNames.flatMap((name) => [name.toLowerCase(), regions[name].host]);
  const likely = regionLikely(text);
  const hint = likely === undefined ? nearestHint(typed, names) : suggestionOf(likely);
  return refused(`${whatIsWrong(text.trim(), names)}. Use ${regionAlternatives()}.${hint}`);
}

function whatIsWrong(text: string, names: readonly string[]): string {
  if (text === '') return 'is blank';
  const shown = shownValue(text, names);
  if (shown !== undefined) return `"${shown}" isn't a known region`;
  return text.includes('://')
    ? "isn't a URL of the Harmony portal in a known region"
    : "isn't a known region";
}

const nearestHint = (typed: string, names: readonly string[]): string =>
  typed.length > 40 ? '' : didYouMean(typed, names).replace(/\b(na|emea|apac)\?$/, upper);

const upper = (text: string): string => text.toUpperCase();
