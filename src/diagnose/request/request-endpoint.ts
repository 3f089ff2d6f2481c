import { questions } from '../../answers/questions.ts';
import { documentedEndpoints } from '../../facts/endpoints.ts';
import { labels } from '../../facts/labels.ts';
import { formField } from '../../facts/places.ts';
import { wrongEndpointOf } from '../../facts/wrong-endpoints.ts';
import type { Line } from '../../message.ts';
import { withoutTrailing } from '../../text/trim-end.ts';
import { endpointRepairs, type Repair } from '../../verify/offline/repair.ts';
import { nameOf, type SetupWithFile } from '../evidence/registered.ts';
import { plainUrl } from './both-values.ts';
import { placesOf, shownHost, urlOf } from './jitterbit-request.ts';
import { ifOutdated, setTo } from './request-fixes.ts';
import {
  doubtful,
  inconclusive,
  type Judgment,
  notShown,
  parametersOnly,
  plausible,
  proven,
  type RequestCase,
  type RequestRule,
  wrong,
} from './request-rule.ts';
import { copyAgain } from './request-values.ts';

export const requestEndpoint: RequestRule = {
  id: 'request.endpoint',
  title: labels.authenticationUrl,
  judge: (requestCase) => {
    const judged = judgeEndpoint(requestCase);
    const note = notJudged(requestCase);
    return { ...judged, finding: { ...judged.finding, detail: `${judged.finding.detail}${note}` } };
  },
};

function judgeEndpoint(requestCase: RequestCase): Judgment {
  const { request, registered } = requestCase;
  if (request.endpoint === undefined) return parametersOnly;
  const right = expectedUrl(registered);
  const found = urlOf(request.endpoint, right);
  if (found === undefined) return inconclusive("The text before the parameters isn't a URL.");
  if (request.isCut && request.parameters.length === 0)
    return inconclusive('The URL is cut off before its parameters.', copyAgain);
  const isRight = isSamePlace(found, right);
  const withoutBeginning = isRight ? undefined : judgeEnd(request.endpoint, right);
  if (withoutBeginning !== undefined) return withoutBeginning;
  const known = knownMistake(found, right, registered);
  if (known !== undefined) return known;
  if (isRight && found.href.includes('?') && !right.href.includes('?')) return withQuery(right);
  return isRight ? judgeSame(request.endpoint, registered) : judgeOther(found, right, requestCase);
}

function knownMistake(found: URL, right: URL, registered: SetupWithFile | undefined): Judgment | undefined {
  const fix = (url: string): Line[] =>
    setTo(formField('authenticationUrl'), url, plainUrl(placeIn(found), url));
  if (!isSamePlace(found, right) && isSamePlace(found, expectedUrl(registered, 'accessTokenUrl')))
    return wrong(
      `The ${labels.authenticationUrl} field contains the ${labels.accessTokenUrl}.`,
      fix(placeIn(right)),
      'swapped',
    );
  const known = wrongEndpointOf('authenticationUrl', placeIn(found));
  return known && wrong(`The ${labels.authenticationUrl} ${known.problem}`, fix(known.right));
}

function judgeOther(found: URL, right: URL, { registered, redactor }: RequestCase): Judgment {
  if (registered !== undefined && isDocumented(found))
    return doubtful(
      `The request uses the documented URL, but ${nameOf(registered)} contains a different one.`,
      ifOutdated(registered, labels.authenticationUrl, endpointRepairs.authenticationUrl),
    );
  const difference = differenceOf(found, right, shownHost(found.hostname, redactor));
  return wrong(`The ${labels.authenticationUrl} ${difference}.`, [
    ...setTo(formField('authenticationUrl'), placeIn(right), plainUrl(placeIn(found), placeIn(right))),
    ...(found.host === right.host
      ? []
      : ['If the request is from another connector, paste the one from the ZoomInfo connection instead.']),
    ...(registered === undefined || isDocumented(right)
      ? []
      : ifOutdated(registered, labels.authenticationUrl, anotherUrl)),
  ]);
}

/** The first parameter then has another name than its row. What follows the question mark may be anything. */
const withQuery = (right: URL): Judgment =>
  wrong(
    `The ${labels.authenticationUrl} contains a question mark. Jitterbit adds one before the parameters, so the name of the first parameter is wrong.`,
    setTo(formField('authenticationUrl'), placeIn(right)),
  );

const anotherUrl: Repair = { [questions.authenticationUrl.option]: { usage: '<url>' } };
const isDocumented = (url: URL): boolean => isSamePlace(url, new URL(documentedEndpoints.authenticationUrl));

/** A line of a log shows only the path. */
const judgeSame = (endpoint: string, registered: SetupWithFile | undefined): Judgment =>
  /^\/(?!\/)/.test(endpoint)
    ? plausible(
        `The path matches ${sourceOf(registered)}. The host isn't in the paste, so it wasn't checked.`,
      )
    : proven(`Matches ${sourceOf(registered)}.`);

/** Judges the end of the right URL. From "/" on, it may be all of a wrong path. */
function judgeEnd(end: string, { href, pathname }: URL): Judgment | undefined {
  if (!href.endsWith(end)) return undefined;
  if (end.startsWith('/') && !end.includes(pathname))
    return inconclusive(
      'The path is only the end of the right one. The beginning of the URL may be missing.',
      copyAgain,
    );
  return notShown('The beginning of the URL is missing.');
}

const expectedUrl = (
  registered: SetupWithFile | undefined,
  key: 'authenticationUrl' | 'accessTokenUrl' = 'authenticationUrl',
): URL => urlOf(registered?.setup[key] ?? '') ?? new URL(documentedEndpoints[key]);

/** What values are compared with, for a sentence. */
export const sourceOf = (registered: SetupWithFile | undefined): string =>
  registered === undefined ? 'the documented URL' : nameOf(registered);

const placeIn = ({ origin, pathname }: URL): string => origin + pathname;

const isSamePlace = (left: URL, right: URL): boolean => placeIn(left) === placeIn(right);

/** Completes "The Authentication URL …". @param host the host that was found, if it may be shown */
function differenceOf(found: URL, right: URL, host = 'another host'): string {
  if (found.host !== right.host) return `points to ${host} instead of ${right.host}`;
  if (found.protocol !== right.protocol)
    return `begins with ${found.protocol}// instead of ${right.protocol}//`;
  if (withoutTrailing(found.pathname, '/') === right.pathname) return 'has an extra trailing slash';
  if (found.pathname.toLowerCase() === right.pathname.toLowerCase()) return 'has the wrong capitalization';
  return `doesn't have the path ${right.pathname}`;
}

/** Other requests, such as those of ZoomInfo to its sign-in service, and earlier ones of Jitterbit. */
function notJudged(requestCase: RequestCase): string {
  const { others } = requestCase;
  if (others.length === 0) return '';
  const places = placesOf(others, requestCase);
  return ` Not checked: ${others.length === 1 ? 'another request' : `${others.length} other requests`} in the paste${places === '' ? '' : `, to ${places}`}.`;
}
