import { parseRegion } from '../../answers/region.ts';
import type { Subject } from '../../checks/subject.ts';
import { documentedEndpoints } from '../../facts/endpoints.ts';
import { redirectUriOf } from '../../facts/regions.ts';
import type { ClientAuthentication } from '../../oauth/client-authentication.ts';
import type { AuthorizationRequest, Client, Pairs, TokenEndpoint } from '../../oauth/requests.ts';
import { authenticationRequestRows, sendIn, tokenRequestRows } from '../../setup-file/parameter-rows.ts';
import type { Parameter } from '../../setup-file/schema.ts';

/** What is sent: a registration as the console would use it. A value that no request needs may be empty. */
export interface Registration {
  readonly redirectUri: string;
  readonly scopes: readonly string[];
  readonly client: Client;
  readonly authenticationUrl: string;
  readonly accessTokenUrl: string;
  readonly refreshTokenUrl: string;
  readonly authenticationRequest: readonly Parameter[];
  readonly tokenRequest: readonly Parameter[];
}

/** With ZoomInfo's endpoints, and the documented rows where no file has others. */
export function registrationOf(subject: Subject, authentication: ClientAuthentication): Registration {
  const { clientId, clientSecret, accessTokenUrl = documentedEndpoints.accessTokenUrl } = subject;
  return {
    redirectUri: subject.redirectUri ?? redirectUriOfRegion(subject.region),
    scopes: subject.scopes ?? [],
    client: { clientId: clientId ?? '', clientSecret: clientSecret ?? '', authentication },
    authenticationUrl: subject.authenticationUrl ?? documentedEndpoints.authenticationUrl,
    accessTokenUrl,
    refreshTokenUrl: subject.refreshTokenUrl ?? accessTokenUrl,
    authenticationRequest: subject.authenticationRequest ?? documentedRows(subject),
    tokenRequest:
      subject.tokenRequest ??
      (subject.codeVerifier === undefined ? [] : tokenRequestRows(subject.codeVerifier)),
  };
}

function redirectUriOfRegion(region: string | undefined): string {
  const parsed = region === undefined ? undefined : parseRegion(region);
  return parsed?.ok ? redirectUriOf(parsed.value) : '';
}

function documentedRows({ codeChallenge, codeChallengeMethod }: Subject): Parameter[] {
  if (codeChallenge === undefined) return [];
  return authenticationRequestRows(codeChallenge, codeChallengeMethod !== undefined);
}

/** The authorization request that the console would send, with its rows. */
export function authorizationRequestOf(registration: Registration, state: string): AuthorizationRequest {
  return {
    endpoint: registration.authenticationUrl,
    clientId: registration.client.clientId,
    redirectUri: registration.redirectUri,
    scopes: registration.scopes,
    state,
    parameters: pairsIn(sendIn.url, registration.authenticationRequest),
  };
}

/** Where the console would send the token request, with its rows. */
export function tokenEndpointOf(registration: Registration): TokenEndpoint {
  return {
    endpoint: registration.accessTokenUrl,
    client: registration.client,
    inUrl: pairsIn(sendIn.url, registration.tokenRequest),
    inBody: pairsIn(sendIn.body, registration.tokenRequest),
  };
}

const pairsIn = (place: string, rows: readonly Parameter[]): Pairs =>
  rows.filter((row) => row.sendIn === place).map(({ key, value }) => [key, value]);
