import { parseRegion } from '../../answers/region.ts';
import { isSecretParameter, secretsOf, urlHoldsSecret } from '../../checks/secrets-of.ts';
import type { Subject, ValueSources } from '../../checks/subject.ts';
import { documentedEndpoints } from '../../facts/endpoints.ts';
import { redirectUriOf } from '../../facts/regions.ts';
import type { ClientAuthentication } from '../../oauth/client-authentication.ts';
import {
  type AuthorizationRequest,
  authorizationUrl,
  type Client,
  type Pairs,
  type TokenEndpoint,
} from '../../oauth/requests.ts';
import { authenticationRequestRows, sendIn, tokenRequestRows } from '../../setup-file/parameter-rows.ts';
import type { Parameter } from '../../setup-file/schema.ts';
import { accepted, type Result, refused } from '../../text/result.ts';

/** What is sent: a registration as Jitterbit would use it. A value that no request needs may be empty. */
export interface Registration extends ValueSources {
  readonly redirectUri: string;
  readonly scopes: readonly string[];
  readonly client: Client;
  readonly authenticationUrl: string;
  readonly accessTokenUrl: string;
  readonly refreshTokenUrl: string;
  readonly authenticationRequest: readonly Parameter[];
  readonly tokenRequest: readonly Parameter[];
  /** What no URL may contain. */
  readonly secrets: readonly string[];
}

/** With ZoomInfo's endpoints and the documented rows, unless a file has others. */
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
    file: subject.file,
    origins: subject.origins,
    secrets: secretsOf(subject),
  };
}

/** Where its values come from, to say where to correct them. */
export const sourcesOf = ({ file, origins }: Registration): ValueSources => ({ file, origins });

function redirectUriOfRegion(region: string | undefined): string {
  const parsed = region === undefined ? undefined : parseRegion(region);
  return parsed?.ok ? redirectUriOf(parsed.value) : '';
}

function documentedRows({ codeChallenge, codeChallengeMethod }: Subject): Parameter[] {
  if (codeChallenge === undefined) return [];
  return authenticationRequestRows(codeChallenge, codeChallengeMethod !== undefined);
}

/** Why a request that would put a secret into a URL isn't sent. */
export const exposing =
  'The URL would contain the code verifier or another secret, and browsers, proxies, and logs store URLs.';

/**
 * The URL of the authorization request that Jitterbit would send, with its rows. Rejected if it contains a secret: without
 * that row, the request would differ from Jitterbit's, so its response would be inconclusive.
 */
export function authorizationUrlOf(registration: Registration, state: string): Result<string> {
  const url = authorizationUrl(authorizationRequestOf(registration, state));
  return urlHoldsSecret(url, registration.secrets) ? refused(exposing) : accepted(url);
}

/** The same as data. */
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

/**
 * Where Jitterbit would send the token request, with its rows, except for a secret in the URL, on which the server's
 * answer about the client doesn't depend.
 */
export function tokenEndpointOf(registration: Registration): TokenEndpoint {
  return {
    endpoint: registration.accessTokenUrl,
    client: registration.client,
    inUrl: pairsIn(sendIn.url, registration.tokenRequest).filter(
      ([key, value]) => !isSecretParameter(key, value, registration.secrets),
    ),
    inBody: pairsIn(sendIn.body, registration.tokenRequest),
  };
}

const pairsIn = (place: string, rows: readonly Parameter[]): Pairs =>
  rows.filter((row) => row.sendIn === place).map(({ key, value }) => [key, value]);
