import type { Check, Fix } from '../../checks/check.ts';
import { checkOf, type Finding, failed, skipped } from '../../checks/finding.ts';
import { urlHoldsSecret } from '../../checks/secrets-of.ts';
import type { Subject, SubjectFile } from '../../checks/subject.ts';
import { labels } from '../../facts/labels.ts';
import { parametersOf } from '../../facts/places.ts';
import { randomText } from '../../oauth/random-text.ts';
import { authorizationRequest, tokenRequest } from '../../oauth/requests.ts';
import { challengeMethodKey, hasChallengeMethodRow, methodRow } from '../../setup-file/parameter-rows.ts';
import { fixWithFile } from '../offline/fix-at-source.ts';
import { judgeAuthorize, mayWantChallengeMethod } from './judge-authorize.ts';
import { judgeClient } from './judge-client.ts';
import { type Need, registrationFor } from './needs.ts';
import type { OnlineTools } from './online-tools.ts';
import { noAnswer } from './quote.ts';
import {
  authorizationUrlOf,
  exposing,
  type Registration,
  sourcesOf,
  tokenEndpointOf,
} from './registration.ts';

const authorize = { id: 'online.authorize', title: 'Authorization request' } as const;
const client = {
  id: 'online.client',
  title: `${labels.clientId} and ${labels.clientSecret} at the server`,
} as const;

const authorizeNeeds = ['endpoints', 'redirectUri', 'clientId', 'codeChallenge'] as const;
const clientNeeds = ['endpoints', 'redirectUri', 'clientId', 'clientSecret'] as const;

/** Tests the registration against the authorization server without a user: two requests, three if a row is missing. */
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
  const found = await sendAuthorize(registration, 'authorization request, as Jitterbit would send it', tools);
  if (!mayWantChallengeMethod(found) || hasChallengeMethodRow(registration.authenticationRequest))
    return found;
  const withRow = {
    ...registration,
    authenticationRequest: [...registration.authenticationRequest, methodRow],
  };
  const again = await sendAuthorize(withRow, `the same request with ${challengeMethodKey} = S256`, tools);
  return again.status === 'pass' ? methodRequired(found, registration) : found;
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
    ? judgeAuthorize(outcome.value, {
        url,
        redactor,
        ...sourcesOf(registration),
        redirectUri: registration.redirectUri,
      })
    : noAnswer(outcome.problem);
}

/** How to add the row. Without it, a server may assume `plain` (RFC 7636 section 4.3). */
export const methodRowFix = (file: SubjectFile | undefined): Fix =>
  fixWithFile(
    `In ${parametersOf('authenticationRequest')}, add the row ${challengeMethodKey} = S256, and set ${labels.sendIn} to "${labels.requestUrl}".`,
    file,
    [{ '--challenge-method-row': true }],
    true,
  );

const methodRequired = ({ detail }: Finding, { file }: Registration): Finding =>
  failed(
    `The server requires ${challengeMethodKey}. With that row, it redirects, apparently to a sign-in page. Without it: ${detail}`,
    methodRowFix(file),
    'challenge-method-required',
  );

async function tryClient(registration: Registration, tools: OnlineTools): Promise<Finding> {
  const { send, redactor, clientAuthentication } = tools;
  const { redirectUri } = registration;
  const request = tokenRequest(tokenEndpointOf(registration), { code: randomText(), redirectUri });
  if (urlHoldsSecret(request.url, registration.secrets)) return skipped(exposing);
  const outcome = await send('token request with a dummy code', request);
  return outcome.ok
    ? judgeClient(outcome.value, {
        url: request.url,
        redactor,
        clientAuthentication,
        ...sourcesOf(registration),
      })
    : noAnswer(outcome.problem);
}
