import { documentedEndpoints } from '../facts/endpoints.ts';
import { labels } from '../facts/labels.ts';

type EndpointKey = keyof typeof documentedEndpoints;

/** The URLs of both endpoints, as far as they are known. */
type EndpointUrls = { readonly [Key in EndpointKey]?: string | undefined };

/** URLs in each other's place, or one that is in both places. */
interface Misplaced {
  /** Those to correct. */
  readonly keys: readonly [EndpointKey, ...EndpointKey[]];
  /** Completes a sentence that begins with the label of the first one. */
  readonly says: string;
}

/** Finds a URL in the place of the other one. */
export function misplacedEndpoints({
  authenticationUrl = '',
  accessTokenUrl = '',
}: EndpointUrls): Misplaced | undefined {
  const looksLikeToken = /\/token\/?$/i.test(authenticationUrl);
  const looksLikeAuthorize = /\/authorize\/?$/i.test(accessTokenUrl);
  const same = authenticationUrl !== '' && authenticationUrl === accessTokenUrl;
  if (looksLikeToken && looksLikeAuthorize)
    return {
      keys: ['authenticationUrl', 'accessTokenUrl'],
      says: `and ${labels.accessTokenUrl} are swapped.`,
    };
  if (looksLikeAuthorize)
    return { keys: ['accessTokenUrl'], says: `looks like the ${labels.authenticationUrl}.` };
  return looksLikeToken || same
    ? { keys: ['authenticationUrl'], says: `looks like the ${labels.accessTokenUrl}.` }
    : undefined;
}

/** The same as a warning about answers, which replaces those about each of the URLs. */
export function misplacedWarning(
  answers: EndpointUrls,
): (Pick<Misplaced, 'keys'> & { readonly text: string }) | undefined {
  const misplaced = misplacedEndpoints({ ...documentedEndpoints, ...answers });
  if (misplaced === undefined) return undefined;
  const { keys, says } = misplaced;
  const advice = keys.length > 1 ? 'Swap them.' : `Use ${documentedEndpoints[keys[0]]}`;
  return { keys, text: `The ${labels[keys[0]]} ${says} ${advice}` };
}
