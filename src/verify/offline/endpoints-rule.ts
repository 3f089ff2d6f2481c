import { failed, passed, skipped, warned } from '../../checks/finding.ts';
import type { Subject } from '../../checks/subject.ts';
import { documentedEndpoints } from '../../facts/endpoints.ts';
import { labels } from '../../facts/labels.ts';
import { formField } from '../../facts/places.ts';
import { type WrongEndpoint, wrongEndpointOf } from '../../facts/wrong-endpoints.ts';
import { parseEndpoint } from '../../oauth/endpoint.ts';
import { isLoopbackHost } from '../../oauth/loopback-host.ts';
import { problemOf } from '../../text/result.ts';
import type { OfflineRule } from './rule.ts';

const keys = ['authenticationUrl', 'accessTokenUrl', 'refreshTokenUrl'] as const;

type EndpointKey = (typeof keys)[number];

const documented: Record<EndpointKey, string> = {
  ...documentedEndpoints,
  refreshTokenUrl: documentedEndpoints.accessTokenUrl,
};

interface Problem {
  readonly detail: string;
  readonly fix: string;
}

export const endpoints: OfflineRule = {
  id: 'endpoints',
  title: 'Authentication and token URLs',
  judge: (subject) => {
    if (keys.every((key) => subject[key] === undefined)) return skipped('No address was given.');
    const swapped = swap(subject);
    const problems =
      swapped.length > 0
        ? swapped
        : [...formProblems(subject), ...refreshProblems(subject), ...wrongPaths(subject)];
    if (problems.length > 0) return failed(...joined(problems), swapped.length > 0 ? 'swapped' : undefined);
    const others = keys.filter((key) => isForeign(key, subject[key]));
    if (others.length > 0) return warned(...joined(others.map((key) => foreignAddress(key, subject))));
    return passed('They have the right form, and each is in its place.');
  },
};

const joined = (problems: readonly Problem[]): [string, string] => [
  problems.map(({ detail }) => detail).join(' '),
  problems.map(({ fix }) => fix).join(' '),
];

const shouldBe = (key: EndpointKey): string => `Put this into ${formField(key)}: ${documented[key]}`;

function formProblems(subject: Subject): Problem[] {
  return keys.flatMap((key) => {
    const value = subject[key];
    const problem = value === undefined ? undefined : problemOf(parseEndpoint(value));
    return problem === undefined ? [] : [{ detail: `The ${labels[key]} ${problem}`, fix: shouldBe(key) }];
  });
}

function swap({ authenticationUrl = '', accessTokenUrl = '' }: Subject): Problem[] {
  const looksLikeToken = /\/token\/?$/i.test(authenticationUrl);
  const looksLikeAuthorize = /\/authorize\/?$/i.test(accessTokenUrl);
  const same = authenticationUrl !== '' && authenticationUrl === accessTokenUrl;
  if (!looksLikeToken && !looksLikeAuthorize && !same) return [];
  const both = looksLikeToken && looksLikeAuthorize;
  const wrong: EndpointKey = looksLikeAuthorize ? 'accessTokenUrl' : 'authenticationUrl';
  const other: EndpointKey = looksLikeAuthorize ? 'authenticationUrl' : 'accessTokenUrl';
  const detail = both
    ? `${labels.authenticationUrl} and ${labels.accessTokenUrl} are swapped.`
    : `The ${labels[wrong]} is an address of the other kind: it looks like the ${labels[other]}.`;
  return [
    {
      detail,
      fix: both ? `${shouldBe('authenticationUrl')} ${shouldBe('accessTokenUrl')}` : shouldBe(wrong),
    },
  ];
}

function refreshProblems({ accessTokenUrl, refreshTokenUrl }: Subject): Problem[] {
  if (refreshTokenUrl === undefined || accessTokenUrl === undefined || refreshTokenUrl === accessTokenUrl)
    return [];
  return [
    {
      detail: `The ${labels.refreshTokenUrl} is not the same as the ${labels.accessTokenUrl}.`,
      fix: `Put the ${labels.accessTokenUrl} into ${formField('refreshTokenUrl')}.`,
    },
  ];
}

function isForeign(key: EndpointKey, value: string | undefined): boolean {
  return value !== undefined && value !== documented[key] && !isLoopbackHost(new URL(value).hostname);
}

/** What is known to be wrong about a URL; the refresh token URL is the access token URL. */
function wrongOf(key: EndpointKey, subject: Subject): WrongEndpoint | undefined {
  return wrongEndpointOf(key === 'authenticationUrl' ? key : 'accessTokenUrl', subject[key] ?? '');
}

/** On ZoomInfo's own host every other path is wrong. */
function wrongPaths(subject: Subject): Problem[] {
  return keys.flatMap((key) => {
    const wrong = wrongOf(key, subject);
    return wrong?.isCertain ? [{ detail: `The ${labels[key]} ${wrong.problem}`, fix: shouldBe(key) }] : [];
  });
}

function foreignAddress(key: EndpointKey, subject: Subject): Problem {
  const problem = wrongOf(key, subject)?.problem ?? 'is not the one that Jitterbit documents.';
  return { detail: `The ${labels[key]} ${problem}`, fix: `If that is not on purpose: ${shouldBe(key)}` };
}
