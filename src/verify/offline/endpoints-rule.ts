import { misplacedEndpoints } from '../../answers/misplaced-endpoints.ts';
import { questions } from '../../answers/questions.ts';
import { type Finding, failed, passed, skipped, warned } from '../../checks/finding.ts';
import type { Subject } from '../../checks/subject.ts';
import { documentedEndpoints } from '../../facts/endpoints.ts';
import { labels } from '../../facts/labels.ts';
import { formField } from '../../facts/places.ts';
import { type WrongEndpoint, wrongEndpointOf } from '../../facts/wrong-endpoints.ts';
import type { Line } from '../../message.ts';
import { parseEndpoint } from '../../oauth/endpoint.ts';
import { isLoopbackHost } from '../../oauth/loopback-host.ts';
import { problemOf } from '../../text/result.ts';
import { unwrapped } from '../../text/wrapping.ts';
import { type Repair, rebuild } from './repair.ts';
import type { OfflineFinding, OfflineRule } from './rule.ts';

const keys = ['authenticationUrl', 'accessTokenUrl', 'refreshTokenUrl'] as const;

type EndpointKey = (typeof keys)[number];

/** The three URLs of a registration, as far as they are known. */
type EndpointUrls = Pick<Subject, EndpointKey>;

const documented: Record<EndpointKey, string> = {
  ...documentedEndpoints,
  refreshTokenUrl: documentedEndpoints.accessTokenUrl,
};

/** What is wrong with one of the URLs. */
interface EndpointProblem {
  readonly key: EndpointKey;
  /** Completes a sentence that begins with its label; undefined if that of another URL says it, too. */
  readonly says?: string;
  /** What it should be. */
  readonly right: string;
  /** The beginning of the step in the console, up to the URL. */
  readonly place?: string;
  readonly choices?: OfflineFinding['choices'];
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
    if (foreign.length === 0) return right;
    const when = `If you didn't set ${foreign.length === 1 ? 'this URL' : 'these URLs'} on purpose`;
    return { ...withRepairs(warned(saying(foreign), fixOf(foreign)), foreign), when };
  },
};

const right = passed('Valid, each in the right field.');

/** A sentence for each problem, but not twice for the two token URLs. */
function saying(problems: readonly EndpointProblem[]): string {
  const isSame = (left: EndpointProblem, { key, says }: EndpointProblem): boolean =>
    ownerOf(left.key) === ownerOf(key) && left.says === says;
  return problems
    .filter(
      (each, at) => each.says !== undefined && problems.findIndex((other) => isSame(other, each)) === at,
    )
    .map(({ key, says }) => `The ${labels[key]} ${says}`)
    .join(' ');
}

/** A step for each URL. Both token URLs are the same, so one step corrects both. */
function fixOf(problems: readonly EndpointProblem[]): Line[] {
  const byKey = new Map(problems.map((each) => [each.key, each]));
  if (byKey.has('accessTokenUrl')) byKey.delete('refreshTokenUrl');
  return [...byKey.values()].flatMap(({ key, right, place = places[key] }) => [
    `Make sure that ${place}:`,
    { value: right },
  ]);
}

const places: Record<EndpointKey, string> = {
  authenticationUrl: `${formField('authenticationUrl')} is`,
  accessTokenUrl: `${formField('accessTokenUrl')} and ${labels.refreshTokenUrl} are`,
  refreshTokenUrl: `${formField('refreshTokenUrl')} is`,
};

/** The finding with the URLs that it is about, and how to correct them. */
function withRepairs(found: Finding, problems: readonly EndpointProblem[]): OfflineFinding {
  const open = problems.find(({ choices }) => choices !== undefined);
  const others = problems.filter((each) => each !== open).map(repairOf);
  return {
    ...found,
    values: [...new Set(problems.map(({ key }) => key))],
    repair: Object.assign({}, ...problems.map(repairOf)),
    choices: open?.choices?.map(({ when, repair }) => ({
      when,
      repair: Object.assign({}, ...others, repair),
    })),
  };
}

/** The refresh token URL follows from the access token URL. */
const repairOf = ({ key, right }: EndpointProblem): Repair =>
  key === 'refreshTokenUrl' ? rebuild : { [questions[key].option]: right };

/** The problems of the URLs in a registration, each judged by itself and against the others. */
function endpointProblems(urls: EndpointUrls): {
  readonly isSwapped: boolean;
  readonly wrong: readonly EndpointProblem[];
} {
  const swapped = swap(urls);
  const isSwapped = (key: EndpointKey): boolean => swapped.some((told) => told.key === ownerOf(key));
  const others = keys.filter((key) => !isSwapped(key)).flatMap((key) => ownProblems(key, urls));
  const wrong = [...swapped, ...others];
  const isTold = wrong.some(({ key }) => key !== 'authenticationUrl');
  return { isSwapped: swapped.length > 0, wrong: isTold ? wrong : [...wrong, ...differences(urls)] };
}

/** The URL that is entered: the refresh token URL follows from the access token URL. */
const ownerOf = (key: EndpointKey): keyof typeof documentedEndpoints =>
  key === 'refreshTokenUrl' ? 'accessTokenUrl' : key;

const problem = (key: EndpointKey, says: string, right = documented[key]): EndpointProblem => ({
  key,
  says,
  right,
});

function ownProblems(key: EndpointKey, urls: EndpointUrls): EndpointProblem[] {
  const value = urls[key];
  const says = value === undefined ? undefined : certainProblem(key, value);
  return says === undefined ? [] : [problem(key, says, intendedUrl(key, urls))];
}

/** Why a URL can't be right, whatever the others are. */
function certainProblem(key: EndpointKey, url: string): string | undefined {
  const wrong = wrongOf(key, url);
  return problemOf(parseEndpoint(url)) ?? (wrong?.isCertain ? wrong.problem : undefined);
}

/** The URL that is entered, if it only needs to lose what is around it; otherwise the documented one. */
function intendedUrl(key: EndpointKey, urls: EndpointUrls): string {
  const entered = unwrapped(urls[ownerOf(key)] ?? urls[key] ?? '');
  return certainProblem(key, entered) === undefined ? entered : documented[key];
}

function swap(urls: EndpointUrls): EndpointProblem[] {
  const misplaced = misplacedEndpoints(urls);
  if (misplaced === undefined) return [];
  const [first, ...others] = misplaced.keys;
  return [problem(first, misplaced.says), ...others.map((key) => ({ key, right: documented[key] }))];
}

/** Of two token URLs that differ, the documented one is right, unless the other was meant for both. */
function differences({ accessTokenUrl, refreshTokenUrl }: EndpointUrls): EndpointProblem[] {
  if (refreshTokenUrl === undefined || accessTokenUrl === undefined || refreshTokenUrl === accessTokenUrl)
    return [];
  if (refreshTokenUrl !== documented.refreshTokenUrl)
    return [problem('refreshTokenUrl', `differs from the ${labels.accessTokenUrl}.`, accessTokenUrl)];
  const differs = problem('accessTokenUrl', `differs from the ${labels.refreshTokenUrl}.`);
  const when = `If you didn't set the ${labels.accessTokenUrl} on purpose`;
  return [
    {
      ...differs,
      place: `${places.accessTokenUrl} the same. Those of ZoomInfo are`,
      choices: [
        { when, repair: repairOf(differs) },
        { when: 'If you did', repair: rebuild },
      ],
    },
  ];
}

function isForeign(key: EndpointKey, value: string | undefined): boolean {
  return value !== undefined && value !== documented[key] && !isLoopbackHost(new URL(value).hostname);
}

/** What is known to be wrong with a URL; the refresh token URL is the access token URL. */
const wrongOf = (key: EndpointKey, url: string): WrongEndpoint | undefined =>
  wrongEndpointOf(ownerOf(key), url);

const foreignUrl = (key: EndpointKey, urls: EndpointUrls): EndpointProblem =>
  problem(key, wrongOf(key, urls[key] ?? '')?.problem ?? "isn't the URL that Jitterbit documents.");
