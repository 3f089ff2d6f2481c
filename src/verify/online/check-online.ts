import { randomBytes } from 'node:crypto';
import { parametersOf } from '../../facts/places.ts';
import type { ClientAuthentication } from '../../oauth/client-authentication.ts';
import { authorizationRequest, authorizationUrl, tokenRequest } from '../../oauth/requests.ts';
import { challengeMethodKey, hasChallengeMethodRow, methodRow } from '../../setup-file/parameter-rows.ts';
import type { Check } from '../check.ts';
import { checkOf, type Finding, failed, skipped } from '../finding.ts';
import type { Redactor } from '../redactor.ts';
import type { Subject } from '../subject.ts';
import { judgeAuthorize, mayWantChallengeMethod } from './judge-authorize.ts';
import { judgeClient } from './judge-client.ts';
import { noAnswer } from './quote.ts';
import { type Registration, registrationOf } from './registration.ts';
import type { Send } from './sender.ts';
import { type Usable, usableFor } from './usable.ts';

/** What every check that talks to the server works with. */
export interface OnlineTools {
  readonly send: Send;
  readonly redactor: Redactor;
  readonly clientAuthentication: ClientAuthentication;
}

const authorize = { id: 'online.authorize', title: 'Authorization request' } as const;
const client = { id: 'online.client', title: 'Client ID and Client Secret at the server' } as const;

/** 32 random octets in base64url: what `state` and a made-up code are (RFC 6749 section 10.10). */
export const randomText = (): string => randomBytes(32).toString('base64url');

/** Tries the registration on the authorization server without a user: two requests, three where a row is missing. */
export async function checkOnline(
  subject: Subject,
  offline: readonly Check[],
  tools: OnlineTools,
): Promise<Check[]> {
  const registration = registrationOf(subject);
  const forAuthorize = usableFor(authorizeNeeds, registration, offline);
  const forClient = usableFor(clientNeeds, registration, offline);
  return [
    checkOf(
      authorize,
      typeof forAuthorize === 'string' ? skipped(forAuthorize) : await tryAuthorize(forAuthorize, tools),
    ),
    checkOf(client, typeof forClient === 'string' ? skipped(forClient) : await tryClient(forClient, tools)),
  ];
}

const authorizeNeeds = ['endpoints', 'redirectUri', 'clientId', 'codeChallenge'] as const;
const clientNeeds = ['endpoints', 'redirectUri', 'clientId', 'clientSecret'] as const;

async function tryAuthorize(
  registration: Usable<(typeof authorizeNeeds)[number]>,
  tools: OnlineTools,
): Promise<Finding> {
  const { clientId, redirectUri } = registration;
  const ask = (tried: Registration, purpose: string): Promise<Finding> =>
    askAuthorize(tried, { clientId, redirectUri, state: randomText() }, purpose, tools);
  const found = await ask(registration, 'Authorization request, as the console would send the browser');
  if (!mayWantChallengeMethod(found) || hasChallengeMethodRow(registration.authenticationRequest))
    return found;
  const again = await ask(withMethodRow(registration), `The same with ${challengeMethodKey} = S256`);
  return again.status === 'pass' ? methodRequired(found) : found;
}

async function askAuthorize(
  registration: Registration,
  request: { clientId: string; redirectUri: string; state: string },
  purpose: string,
  { send, redactor }: OnlineTools,
): Promise<Finding> {
  const url = authorizationUrl(registration, request);
  const outcome = await send(purpose, authorizationRequest(url));
  return outcome.ok
    ? judgeAuthorize(outcome, { url, redirectUri: request.redirectUri, redactor })
    : noAnswer(outcome);
}

function withMethodRow(registration: Registration): Registration {
  return { ...registration, authenticationRequest: [...registration.authenticationRequest, methodRow] };
}

/** The way to add the row; RFC 7636 section 4.3 lets a server take its absence for `plain`. */
export const methodRowFix = `Add the row ${challengeMethodKey} = S256, Send in Request URL, to ${parametersOf('Authentication request')} (in a setup file: zi-oauth-setup --from FILE --challenge-method-row).`;

const methodRequired = ({ detail }: Finding): Finding =>
  failed(
    `The server wants ${challengeMethodKey}: with that row it sends the browser on, as for a sign-in. Without: ${detail}`,
    methodRowFix,
    'challenge-method-required',
  );

async function tryClient(
  registration: Usable<(typeof clientNeeds)[number]>,
  tools: OnlineTools,
): Promise<Finding> {
  const { clientId, clientSecret, redirectUri } = registration;
  const { send, redactor, clientAuthentication } = tools;
  const credentials = { clientId, clientSecret, clientAuthentication };
  const request = tokenRequest(registration, credentials, { code: randomText(), redirectUri });
  const outcome = await send('Token request with a made-up code', request);
  return outcome.ok
    ? judgeClient(outcome, { url: request.url, redactor, clientAuthentication })
    : noAnswer(outcome);
}
