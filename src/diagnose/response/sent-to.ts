import { documentedEndpoints, documentedHost } from '../../facts/endpoints.ts';
import { labels } from '../../facts/labels.ts';
import { isMisspelledHost } from '../../facts/lookalike-hosts.ts';
import { wrongEndpointOf } from '../../facts/wrong-endpoints.ts';
import { lookAlike } from '../../oauth/misread-words.ts';
import type { ServerError } from '../../oauth/server-error.ts';
import { keysOf } from '../../text/lookup.ts';
import { parseUrl } from '../../text/parse-url.ts';
import { nearest } from '../../text/suggest.ts';
import { withoutTrailing } from '../../text/trim-end.ts';
import type { SetupWithFile } from '../evidence/registered.ts';

type Field = keyof typeof documentedEndpoints;

/** The request that errors are about: the field whose URL it was sent to, and what is wrong with that URL. */
export interface SentTo {
  readonly field: Field;
  readonly problem?: string;
  /** Whether the method shows that the URL is right. */
  readonly isRight?: true;
}

/** A URL in a text, and the method before it: `POST request for "https://…"`. */
const requested =
  /(?:\b(GET|POST)\b(?: request)?(?: (?:for|to|on))?[\s:"'(]{1,3})?(https?:\/\/[^\s'"<>()]{1,300})/gi;

/** The request that errors name by its URL; undefined if they name none, or several. */
export function sentTo(
  messages: readonly ServerError[],
  registered: SetupWithFile | undefined,
): SentTo | undefined {
  const rights = rightUrls(registered);
  const found = messages
    .flatMap(({ words }) => [...words.matchAll(requested)])
    .flatMap(([, method, url = '']) => judgeUrl(url, method?.toUpperCase(), rights) ?? []);
  const [first, ...others] = found;
  if (first === undefined || others.some(({ field }) => field !== first.field)) return undefined;
  const isSame = ({ problem, isRight }: SentTo): boolean =>
    problem === first.problem && isRight === first.isRight;
  return found.every(isSame) ? first : { field: first.field };
}

type Rights = Readonly<Record<Field, URL>>;

/** The URLs of the setup, unless they are known to be wrong. */
function rightUrls(registered: SetupWithFile | undefined): Rights {
  const right = (field: Field): URL => {
    const url = registered?.setup[field] ?? documentedEndpoints[field];
    const known = wrongEndpointOf(field, url);
    return parseUrl(known === undefined ? url : known.right) ?? new URL(documentedEndpoints[field]);
  };
  return { authenticationUrl: right('authenticationUrl'), accessTokenUrl: right('accessTokenUrl') };
}

/** Only the token request is a POST. A GET to its URL may be from a browser that somebody opened to test it. */
function judgeUrl(text: string, method: string | undefined, rights: Rights): SentTo | undefined {
  const url = parseUrl(withoutTrailing(text, '.,;:!?'));
  const found = url && !/\.{2}$|\u2026/.test(text) ? fieldOf(url, rights) : undefined;
  if (url === undefined || found === undefined) return undefined;
  if (method !== 'POST')
    return found === 'accessTokenUrl' && method === 'GET' ? undefined : judgePath(url, found, rights);
  const { authenticationUrl, accessTokenUrl: right } = rights;
  const isRight = url.host === right.host && url.pathname === right.pathname;
  if (isRight) return { field: 'accessTokenUrl', isRight };
  return found === 'authenticationUrl' && url.pathname === authenticationUrl.pathname
    ? { field: 'accessTokenUrl', problem: swapped }
    : judgePath(url, 'accessTokenUrl', rights);
}

function judgePath({ pathname }: URL, field: Field, rights: Rights): SentTo | undefined {
  const right = rights[field].pathname;
  if (pathname === right) return { field };
  return mayBeWhole(pathname, right) ? { field, problem: mustBe(right) } : undefined;
}

const swapped = `The error is about a POST request to the ${labels.authenticationUrl}, so that is in the place of the ${labels.accessTokenUrl}.`;

const mustBe = (path: string): string => `The URL in the error is misspelled: its path must be ${path}.`;

/** Whether a wrong path is neither cut nor misread from a picture. */
const mayBeWhole = (path: string, right: string): boolean =>
  !right.startsWith(path) && lookAlike(path) !== lookAlike(right);

/** The field whose URL this is, perhaps misspelled. Other paths of the host are those of APIs. */
function fieldOf({ hostname, pathname }: URL, rights: Rights): Field | undefined {
  const fields = keysOf(rights).filter(
    (field) => rights[field].hostname === hostname || isMisspelledHost(hostname, rights[field].hostname),
  );
  const paths = fields.map((field) => rights[field].pathname);
  const isOfZoomInfo = hostname === documentedHost;
  const near =
    nearest(pathname, paths, mostEdits) ??
    paths.find((path) => isOfZoomInfo && lastPart(path) === lastPart(pathname));
  return fields.find((field) => rights[field].pathname === near);
}

/** Edits of a misspelled path. */
const mostEdits = 2;

const lastPart = (path: string): string | undefined =>
  withoutTrailing(path.toLowerCase(), '/').split('/').at(-1);
