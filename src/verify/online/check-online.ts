import type { Check } from '../../checks/check.ts';
import { checkOf, type Finding, failed, skipped } from '../../checks/finding.ts';
import { urlHoldsSecret } from '../../checks/secrets-of.ts';
import type { Subject } from '../../checks/subject.ts';
import { labels } from '../../facts/labels.ts';
import { parametersOf } from '../../facts/places.ts';
import type { Line } from '../../message.ts';
import { randomText } from '../../oauth/random-text.ts';
import { authorizationRequest, tokenRequest } from '../../oauth/requests.ts';
import { challengeMethodKey, hasChallengeMethodRow, methodRow } from '../../setup-file/parameter-rows.ts';
import { programName } from '../../terminal/program-words.ts';
import { judgeAuthorize, mayWantChallengeMethod } from './judge-authorize.ts';
import { judgeClient } from './judge-client.ts';
import { type Need, registrationFor } from './needs.ts';
import type { OnlineTools } from './online-tools.ts';
import { noAnswer } from './quote.ts';
import { authorizationUrlOf, exposing, type Registration, tokenEndpointOf } from './registration.ts';

const authorize = { id: 'online.authorize', title: 'Authorization request' } as const;
const client = {
  id: 'online.client',
  title: `${labels.clientId} and ${labels.clientSecret} at the server`,
} as const;

const authorizeNeeds = ['endpoints', 'redirectUri', 'clientId', 'codeChallenge'] as const;
const clientNeeds = ['endpoints', 'redirectUri', 'clientId', 'clientSecret'] as const;

/** Tries the registration on the authorization server without a user: two requests, three where a row is missing. */
export async function checkOnline(
  subject: Subject,
  offline: readonly Check[],
  tools: OnlineTools,
): Promise<Check[]> {
  const attempt = async (
    needed: readonly Need[],
    request: (registration: Registration, tools: OnlineTools) => Promise<Finding>,
  ): Promise<Finding> => {
    const registration = registrationFor(needed, subject, offline, tools.clientAuthentication);
    return registration.ok ? request(registration.value, tools) : skipped(registration.problem);
  };
  return [
    checkOf(authorize, await attempt(authorizeNeeds, tryAuthorize)),
    checkOf(client, await attempt(clientNeeds, tryClient)),
  ];
}

async function tryAuthorize(registration: Registration, tools: OnlineTools): Promise<Finding> {
  const found = await sendAuthorize(
    registration,
    'Authorization request, as the console would send the browser',
    tools,
  );
  if (!mayWantChallengeMethod(found) || hasChallengeMethodRow(registration.authenticationRequest))
    return found;
  const withRow = {
    ...registration,
    authenticationRequest: [...registration.authenticationRequest, methodRow],
  };
  const again = await sendAuthorize(withRow, `The same with ${challengeMethodKey} = S256`, tools);
  return again.status === 'pass' ? methodRequired(found) : found;
}

async function sendAuthorize(
  registration: Registration,
  purpose: string,
  { send, redactor }: OnlineTools,
): Promise<Finding> {
  const safe = authorizationUrlOf(registration, randomText());
  if (!safe.ok) return skipped(safe.problem);
  const url = safe.value;
  const outcome = await send(purpose, authorizationRequest(url));
  return outcome.ok
    ? judgeAuthorize(outcome.value, { url, redirectUri: registration.redirectUri, redactor })
    : noAnswer(outcome.problem);
}

/** The way to add the row; RFC 7636 section 4.3 lets a server take its absence for `plain`. */
export const methodRowFix: readonly Line[] = [
  `Add the row ${challengeMethodKey} = S256, ${labels.sendIn} ${labels.requestUrl}, to ${parametersOf('authenticationRequest')}. In a setup file:`,
  { command: [programName, '--challenge-method-row', '--from'], usage: '<file>' },
];

const methodRequired = ({ detail }: Finding): Finding =>
  failed(
    `The server wants ${challengeMethodKey}: with that row it sends the browser on, as for a sign-in. Without: ${detail}`,
    methodRowFix,
    'challenge-method-required',
  );

async function tryClient(registration: Registration, tools: OnlineTools): Promise<Finding> {
  const { send, redactor, clientAuthentication } = tools;
  const { redirectUri } = registration;
  const request = tokenRequest(tokenEndpointOf(registration), { code: randomText(), redirectUri });
  if (urlHoldsSecret(request.url, registration.secrets)) return skipped(exposing);
  const outcome = await send('Token request with a made-up code', request);
  return outcome.ok
    ? judgeClient(outcome.value, { url: request.url, redactor, clientAuthentication })
    : noAnswer(outcome.problem);
}
