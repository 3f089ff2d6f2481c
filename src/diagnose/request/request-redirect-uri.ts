import { questions } from '../../answers/questions.ts';
import { parametersOf, redirectUriList } from '../../facts/places.ts';
import { type Region, redirectUriOf, regionNames, regionOfRedirectUri } from '../../facts/regions.ts';
import type { Line } from '../../message.ts';
import { isLoopbackHost } from '../../oauth/loopback-host.ts';
import { redirectUriProblem } from '../../verify/offline/redirect-uri-rule.ts';
import { repairCommand } from '../../verify/offline/repair.ts';
import { nameOf, redirectUriFor, regionOf, type SetupWithFile } from '../evidence/registered.ts';
import { bothValues, plainUrl } from './both-values.ts';
import { urlOf } from './jitterbit-request.ts';
import { doubtful, inconclusive, type Judgment, plausible, proven, wrong } from './request-rule.ts';
import { isBeginningOf, parameterRule } from './request-values.ts';

/** Jitterbit has no field for it. The region of the organization determines it. */
const noField = `If ${parametersOf('authenticationRequest')} contains a redirect_uri row, remove it. Jitterbit sets the redirect URI itself.`;

export const requestRedirectUri = parameterRule(
  { id: 'request.redirect-uri', title: 'Redirect URI', name: 'redirect_uri' },
  (registered) => ({
    whole: (uri) => judgeUri(uri, registered),
    absent: () =>
      wrong('The request has no redirect_uri, which Jitterbit normally adds.', noField, 'missing'),
    fix: () => rightFix(registered),
    isUnfinished: (start) => isBeginningOf(start, ...rightUris(registered)),
    otherwise: (start) => judgeStart(start, registered),
  }),
);

function judgeUri(uri: string, registered: SetupWithFile | undefined): Judgment {
  const sent = regionOfRedirectUri(uri);
  if (sent === undefined) return judgeOther(uri, registered);
  if (registered === undefined)
    return plausible(
      `Matches region ${sent}. The request doesn't show whether your ZoomInfo application lists it.`,
    );
  const { redirectUri } = registered.setup;
  const region = regionOf(registered);
  if (region !== undefined && region !== sent) return otherRegion(sent, region, registered);
  if (redirectUri === uri) return proven(`Matches region ${sent} and ${nameOf(registered)}.`);
  return doubtful(
    `The redirect URI belongs to region ${sent}, but ${nameOf(registered)} contains a different URI. Your ZoomInfo application may list that one instead.`,
    [...listed(uri), ...fileFix(sent, registered)],
  );
}

const listed = (uri: string): Line[] => [`In ${redirectUriList}, add exactly:`, { value: uri }];

/** Corrects the region and the redirect URI in the file, and keeps the pair. */
function fileFix(region: Region, registered: SetupWithFile): Line[] {
  const { file } = registered;
  if (file === undefined) return [`Change the region of your setup to ${region}.`];
  return [
    `To correct the region in ${file}, run:`,
    repairCommand(file, { [questions.region.option]: region }),
  ];
}

/** An organization can't change its region, so ZoomInfo's list and the setup must. */
function otherRegion(sent: Region, region: Region, registered: SetupWithFile): Judgment {
  return wrong(
    `The redirect URI belongs to region ${sent}, but ${nameOf(registered)} is for ${region}. Jitterbit sends the redirect URI of your organization's region, which is ${sent}.`,
    [...listed(redirectUriOf(sent)), ...fileFix(sent, registered)],
    'other-region',
  );
}

/**
 * The redirect URI where a sign-in ended. ZoomInfo sends users only to one that it lists, so if it belongs to another
 * region, the setup must change.
 */
export function judgeLanding(uri: string, registered: SetupWithFile): Judgment | undefined {
  const sent = regionOfRedirectUri(uri);
  const region = regionOf(registered);
  if (sent === undefined || region === undefined || sent === region) return undefined;
  return doubtful(
    `The sign-in ended in region ${sent}, but ${nameOf(registered)} is for ${region}.`,
    fileFix(sent, registered),
    'other-region',
  );
}

const rightUris = (registered: SetupWithFile | undefined): string[] =>
  registered === undefined ? regionNames.map(redirectUriOf) : [redirectUriFor(registered)];

function judgeOther(uri: string, registered: SetupWithFile | undefined): Judgment {
  const host = urlOf(uri)?.hostname ?? '';
  if (isLoopbackHost(host))
    return inconclusive(
      "The request returns to this machine, so Jitterbit didn't send it. It may be from verify --login --loopback.",
      'Paste the URL of the sign-in that Jitterbit started.',
    );
  const problem = redirectUriProblem(uri, registered === undefined ? undefined : regionOf(registered));
  return wrong(problem?.detail ?? '', rightFix(registered, uri));
}

function rightFix(registered: SetupWithFile | undefined, found = ''): Line[] {
  const rights = rightUris(registered);
  const [right = ''] = rights;
  return [
    noField,
    `Make sure that ${redirectUriList} lists exactly:`,
    ...(rights.length === 1 ? bothValues(right, plainUrl(found, right)) : rights.map((value) => ({ value }))),
  ];
}

function judgeStart(start: string, registered: SetupWithFile | undefined): Judgment {
  const region = regionNames.find((name) => redirectUriOf(name).startsWith(start));
  return region === undefined ? judgeOther(start, registered) : judgeUri(redirectUriOf(region), registered);
}
