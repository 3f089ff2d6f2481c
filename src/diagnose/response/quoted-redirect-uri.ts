import { redirectUriOf, regionNames } from '../../facts/regions.ts';

const uri = '(https?://[^\\s\'"<>()]{1,300})';
const name = '(?:(?:redirect(?:ion)?|callback)[ _-]?|passed )ur[il]s?';

/** A URI next to the words "redirect URI". Others in an error lead to help. */
const quoted = new RegExp(
  `\\b${name}(?: (?:parameter|value|of|is|in|the|your|request|sent|specified|provided|used|received)){0,4}[\\s:=,'"(]{1,4}${uri}|${uri}['")]? (?:is|was)(?:n't| not) [a-z ]{0,40}\\b${name}`,
  'gi',
);

/** Whether a message is about a redirect URI, and that is none of Jitterbit's. */
export function quotesForeignRedirectUri(words: string): boolean {
  const uris = [...words.matchAll(quoted)].map(([, after = '', before = after]) => before);
  return uris.length > 0 && !uris.some(isJitterbits);
}

/** Whether it is one of Jitterbit's, or the beginning of one that is cut. */
function isJitterbits(found: string): boolean {
  const plain = found.replace(/[.,;:!?\u2026]+$/, '');
  return regionNames.some((region) => {
    const own = redirectUriOf(region);
    return own === plain || (plain !== found && own.startsWith(plain));
  });
}
