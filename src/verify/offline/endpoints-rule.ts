import { failed, passed, skipped, warned } from '../../checks/finding.ts';
import type { Subject } from '../../checks/subject.ts';
import { documentedEndpoints } from '../../facts/endpoints.ts';
import { labels } from '../../facts/labels.ts';
import { formField } from '../../facts/places.ts';
import { type WrongEndpoint, wrongEndpointOf } from '../../facts/wrong-endpoints.ts';
import type { Line } from '../../message.ts';
import { parseEndpoint } from '../../oauth/endpoint.ts';
import { isLoopbackHost } from '../../oauth/loopback-host.ts';
import { problemOf } from '../../text/result.ts';
import { endpointRepairs, type Repair, rebuild } from './repair.ts';
import type { OfflineFinding, OfflineRule } from './rule.ts';

const keys = ['authenticationUrl', 'accessTokenUrl', 'refreshTokenUrl'] as const;

type EndpointKey = (typeof keys)[number];

/** The three URLs of a registration, as far as they are known. */
type EndpointUrls = Pick<Subject, EndpointKey>;

const documented: Record<EndpointKey, string> = {
  ...documentedEndpoints,
  refreshTokenUrl: documentedEndpoints.accessTokenUrl,
};

const repairs: Record<EndpointKey, Repair> = { ...endpointRepairs, refreshTokenUrl: rebuild };

/** What is wrong with one of the URLs. */
interface EndpointProblem {
  readonly key: EndpointKey;
  readonly detail: string;
  /** What it should be. */
  readonly right: string;
}

export const endpoints: OfflineRule = {
  id: 'endpoints',
  title: 'Authentication and token URLs',
  values: keys,
  judge: (subject) => {
    if (keys.every((key) => subject[key] === undefined)) return skipped('Not provided.');
    if (keys.every((key) => subject[key] === documented[key])) return right;
    const { isSwapped, wrong } = endpointProblems(subject);
    if (wrong.length > 0)
      return withRepairs(failed(saying(wrong), fixOf(wrong), isSwapped ? 'swapped' : undefined), wrong);
    const foreign = keys.filter((key) => isForeign(key, subject[key])).map((key) => foreignUrl(key, subject));
    if (foreign.length > 0)
      return withRepairs(
        warned(saying(foreign), ["If that isn't intended, use the documented ones.", ...fixOf(foreign)]),
        foreign,
      );
    return right;
  },
};

const right = passed('Valid, each in the right field.');

const saying = (problems: readonly EndpointProblem[]): string =>
  [...new Set(problems.map(({ detail }) => detail))].join(' ');

/** A step for each URL. Both token URLs are the same, so one step corrects both. */
function fixOf(problems: readonly EndpointProblem[]): Line[] {
  const rights = new Map(problems.map(({ key, right }) => [key, right]));
  if (rights.has('accessTokenUrl')) rights.delete('refreshTokenUrl');
  return [...rights].flatMap(([key, right]) => [`Make sure that ${places[key]}:`, { value: right }]);
}

const places: Record<EndpointKey, string> = {
  authenticationUrl: `${formField('authenticationUrl')} is`,
  accessTokenUrl: `${formField('accessTokenUrl')} and ${labels.refreshTokenUrl} are`,
  refreshTokenUrl: `${formField('refreshTokenUrl')} is`,
};

/** The finding with the URLs that it is about, and how to correct them. */
const withRepairs = (found: OfflineFinding, problems: readonly EndpointProblem[]): OfflineFinding => ({
  ...found,
  values: [...new Set(problems.map(({ key }) => key))],
  repair: Object.assign({}, ...problems.map(({ key }) => repairs[key])),
});

/** The problems of the URLs in a registration, each judged by its format and against the others. */
function endpointProblems(urls: EndpointUrls): {
  readonly isSwapped: boolean;
  readonly wrong: readonly EndpointProblem[];
} {
  const swapped = swap(urls);
  const isSwapped = (key: EndpointKey): boolean => swapped.some((told) => told.key === ownerOf(key));
  const others = [...formProblems(urls), ...wrongPaths(urls)].filter(({ key }) => !isSwapped(key));
  const wrong = [...swapped, ...others];
  const isTold = wrong.some(({ key }) => key !== 'authenticationUrl');
  return { isSwapped: swapped.length > 0, wrong: isTold ? wrong : [...wrong, ...refreshProblems(urls)] };
}

/** The URL that is entered: the refresh token URL follows from the access token URL. */
const ownerOf = (key: EndpointKey): keyof typeof documentedEndpoints =>
  key === 'refreshTokenUrl' ? 'accessTokenUrl' : key;

const problem = (key: EndpointKey, says: string, right = documented[key]): EndpointProblem => ({
  key,
  detail: `The ${labels[key]} ${says}`,
  right,
});

function formProblems(urls: EndpointUrls): EndpointProblem[] {
  return keys.flatMap((key) => {
    const value = urls[key];
    const says = value === undefined ? undefined : problemOf(parseEndpoint(value));
    return says === undefined ? [] : [problem(key, says)];
  });
}

function swap({ authenticationUrl = '', accessTokenUrl = '' }: EndpointUrls): EndpointProblem[] {
  const looksLikeToken = /\/token\/?$/i.test(authenticationUrl);
  const looksLikeAuthorize = /\/authorize\/?$/i.test(accessTokenUrl);
  const same = authenticationUrl !== '' && authenticationUrl === accessTokenUrl;
  if (looksLikeToken && looksLikeAuthorize)
    return (['authenticationUrl', 'accessTokenUrl'] as const).map((key) => ({
      key,
      detail: `${labels.authenticationUrl} and ${labels.accessTokenUrl} are swapped.`,
      right: documented[key],
    }));
  if (looksLikeAuthorize) return [problem('accessTokenUrl', `looks like the ${labels.authenticationUrl}.`)];
  if (looksLikeToken || same)
    return [problem('authenticationUrl', `looks like the ${labels.accessTokenUrl}.`)];
  return [];
}

function refreshProblems({ accessTokenUrl, refreshTokenUrl }: EndpointUrls): EndpointProblem[] {
  if (refreshTokenUrl === undefined || accessTokenUrl === undefined || refreshTokenUrl === accessTokenUrl)
    return [];
  return [problem('refreshTokenUrl', `differs from the ${labels.accessTokenUrl}.`, accessTokenUrl)];
}

function isForeign(key: EndpointKey, value: string | undefined): boolean {
  return value !== undefined && value !== documented[key] && !isLoopbackHost(new URL(value).hostname);
}

/** What is known to be wrong with a URL; the refresh token URL is the access token URL. */
function wrongOf(key: EndpointKey, urls: EndpointUrls): WrongEndpoint | undefined {
  return wrongEndpointOf(ownerOf(key), urls[key] ?? '');
}

/** On ZoomInfo's own host, every other path is wrong. */
function wrongPaths(urls: EndpointUrls): EndpointProblem[] {
  return keys.flatMap((key) => {
    const wrong = wrongOf(key, urls);
    return wrong?.isCertain ? [problem(key, wrong.problem)] : [];
  });
}

const foreignUrl = (key: EndpointKey, urls: EndpointUrls): EndpointProblem =>
  problem(key, wrongOf(key, urls)?.problem ?? "isn't the URL that Jitterbit documents.");
