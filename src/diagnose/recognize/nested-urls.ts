import type { FoundUrl } from '../evidence/evidence.ts';
import { withCutStart } from './cut-starts.ts';
import { withoutLinkProtection } from './link-protection.ts';
import { isRequest, isResponse, knownAnywhere } from './parameter-names.ts';
import {
  decodedQuery,
  decodedWhole,
  endsInside,
  foundUrl,
  parametersOf,
  urlText,
  withoutCut,
} from './query-text.ts';

/** Requests and responses that were found together. */
export interface FoundUrls {
  readonly requests: readonly FoundUrl[];
  readonly responses: readonly FoundUrl[];
}

const nothingFound: FoundUrls = { requests: [], responses: [] };

/** Link protection in an email may wrap a sign-in page whose URL contains the request. */
const deepest = 2;

/**
 * What a URL is, and what is in the URLs among its parameters.
 * @param raw up to what closes it in its text
 * @param rest the text after it
 */
export function readUrl(raw: string, rest = '', depth = 0): FoundUrls {
  const { text, isCut } = withoutCut(withoutLinkProtection(raw), rest);
  const { endpoint: start, query, fragment } = urlText(decodedWhole(text));
  const [inQuery, inFragment] = [query, fragment].map((part) =>
    depth < deepest ? nestedIn(decodedWhole(part), rest, depth + 1) : undefined,
  );
  const own = decodedWhole(inQuery?.isRaw ? query.slice(0, inQuery.at) : query);
  const endpoint = start && innermost(start);
  const ofQuery = parametersOf(own);
  const mayBeCut = !isCut && !rest.startsWith('&');
  const landed = [...ofQuery, ...parametersOf(fragment)];
  return merged([
    inQuery?.found ?? nothingFound,
    inFragment?.found ?? nothingFound,
    {
      requests: isRequest(ofQuery, endpoint)
        ? [
            withCutStart(
              { ...foundUrl(endpoint, decodedQuery(own), isCut || endsInside(own)), mayBeCut },
              text,
            ),
          ]
        : [],
      responses: isResponse(landed, endpoint) ? [foundUrl(endpoint, landed, isCut)] : [],
    },
  ]);
}

/** The last URL in a path, as in archives and link protection: `https://archive.example/https://…`. */
const innermost = (endpoint: string): string =>
  endpoint.replace(/^.+(?<=[^a-z])(https?:)\/\/?(?=[^/])/i, '$1//');

interface Nested {
  readonly found: FoundUrls;
  /** The URL is in the query unencoded, so its parameters can't be told from those that follow. */
  readonly isRaw: boolean;
  readonly at: number;
}

/** The URLs in a query that contain a request or a response. */
function nestedIn(query: string, rest: string, depth: number): Nested | undefined {
  const nested: FoundUrls[] = [];
  let at = 0;
  for (const pair of query.split('&')) {
    const begin = pair.indexOf('=') + 1;
    const value = pair.slice(begin);
    const isUrl = begin > 0 && !/^redirect_uri=/.test(pair);
    if (isUrl && /^https?:\/\/[^?]*\?/i.test(value))
      return { found: readUrl(query.slice(at + begin), rest, depth), isRaw: true, at };
    if (isUrl && knownAnywhere.test(value))
      nested.push(readValue(value, at + pair.length >= query.length ? rest : '&', depth));
    at += pair.length + 1;
  }
  return nested.length === 0 ? undefined : { found: merged(nested), isRaw: false, at: 0 };
}

function readValue(value: string, rest: string, depth: number): FoundUrls {
  const [parameter] = parametersOf(`url=${value}`);
  const text = decodedWhole(parameter?.value ?? '');
  return /^(?:https?:\/\/|\/|[\w-]+(?:\.[\w-]+)+\/)[^?#]*[?#]/i.test(text)
    ? readUrl(text, rest, depth)
    : nothingFound;
}

const merged = (all: readonly FoundUrls[]): FoundUrls => ({
  requests: all.flatMap(({ requests }) => requests),
  responses: all.flatMap(({ responses }) => responses),
});
