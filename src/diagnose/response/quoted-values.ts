import type { CauseName } from '../../facts/error-causes.ts';
import { redirectUriOf, regionNames, regionOfRedirectUri } from '../../facts/regions.ts';
import { knownScopes } from '../../facts/scopes.ts';
import type { FoundParameter } from '../evidence/evidence.ts';
import { hostsIn } from './quoted-hosts.ts';

/** A parameter whose value errors quote, and the causes that the value can confirm or rule out. */
interface Quotable {
  readonly name: string;
  readonly causes: readonly CauseName[];
  readonly valuesIn: (words: string) => string[];
}

/** What may follow or precede a value that is quoted whole. Anything else may belong to it, or show that it is cut. */
const before = '(?<=^|[\\s\'"`<([:=,])';
const after = '(?=$|[\\s\'"`>)\\],;&]|[.:!?](?:\\s|$))';

const whole = (value: string): RegExp => new RegExp(`${before}(?:${value})${after}`, 'g');

const ownUri = whole(regionNames.map((region) => redirectUriOf(region).replaceAll('.', '\\.')).join('|'));

/** The Client IDs of ZoomInfo. Other words may be in the place of one. */
const clientId = whole('0oa[A-Za-z\\d]{17}');

const scope = whole(`api:[a-z]\\w{0,30}(?::\\w{1,30})+|${knownScopes.join('|')}`);

/** Whether it may be only the beginning of a scope, as in a line that is wrapped. */
const isBeginning = (value: string): boolean =>
  !knownScopes.includes(value) && knownScopes.some((each) => each.startsWith(value));

/** Introduces what the server would accept, or what it needs, not what was sent. */
const accepted =
  /\b(?:only|one of|(?:is|are) required|requires?|expected)\b|(?<!not |n't |in|un)\b(?:valid|allowed|supported|available|granted|permitted|configured|registered)\b[a-z ]{0,40}[:=]|\bhas\s+(?:only\s+)?api:/i;

const valuesLike =
  (pattern: RegExp) =>
  (words: string): string[] =>
    accepted.test(words) ? [] : single([...words.matchAll(pattern)].map(([found]) => found));

const quotable: readonly Quotable[] = [
  { name: 'redirect_uri', causes: ['redirectUris'], valuesIn: valuesLike(ownUri) },
  { name: 'client_id', causes: ['clientId', 'clientIdOfToken'], valuesIn: valuesLike(clientId) },
  {
    name: 'scope',
    causes: ['scopes'],
    valuesIn: (words) => valuesLike(scope)(words).filter((value) => !isBeginning(value)),
  },
  {
    name: 'host',
    causes: ['accessTokenUrl', 'authenticationUrl'],
    valuesIn: hostsIn,
  },
];

/** Of several values, an error doesn't say which one was sent. */
function single(values: readonly string[]): string[] {
  const all = [...new Set(values)];
  return all.length === 1 ? all : [];
}

/** Whether the URL of a page is about a request of Jitterbit's. ZoomInfo's own sign-in, or a company's, has pages, too. */
export const isAboutJitterbit = (parameters: readonly FoundParameter[]): boolean =>
  parameters.some(({ name, value }) => name === 'redirect_uri' && regionOfRedirectUri(value) !== undefined);

/**
 * The values of the request that an error is about: those that its words quote, and those in the URL of its page. Foreign
 * text, possibly a secret.
 */
export const quotedValues = (
  words: string,
  parameters: readonly FoundParameter[],
  causes: readonly CauseName[],
): FoundParameter[] =>
  quotable
    .filter((each) => each.causes.some((cause) => causes.includes(cause)))
    .flatMap(({ name, valuesIn }) => {
      const inUrl = isAboutJitterbit(parameters)
        ? parameters.filter((parameter) => parameter.name === name && parameter.value !== '')
        : [];
      const inWords = valuesIn(words).map((value) => ({ name, value }));
      return inWords.length > 0 ? inWords : inUrl;
    });
