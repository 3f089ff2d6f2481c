import type { HttpRequest } from '../context/http.ts';
import { basicCredentials, type ClientAuthentication } from './client-authentication.ts';

/** Builds requests. Other modules send them and judge the responses. */

/** Parameters in the order in which they are sent. */
export type Pairs = readonly (readonly [name: string, value: string])[];

export interface Client {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly authentication: ClientAuthentication;
}

export interface AuthorizationRequest {
  readonly endpoint: string;
  readonly clientId: string;
  readonly redirectUri: string;
  readonly scopes: readonly string[];
  readonly state: string;
  /** Further parameters. They come first, and override protocol parameters of the same name. */
  readonly parameters: Pairs;
}

const accept = { accept: 'application/json, text/html;q=0.9, */*;q=0.5' };
const userAgent = { 'user-agent': 'zi-oauth-setup' };

/** The URL that the user's browser opens to sign in, RFC 6749 section 4.1.1. */
export function authorizationUrl(request: AuthorizationRequest): string {
  const url = new URL(request.endpoint);
  const scope = request.scopes.join(' ');
  append(url.searchParams, request.parameters);
  const ofProtocol: Pairs = [
    ['client_id', request.clientId],
    ['redirect_uri', request.redirectUri],
    ...(scope === '' ? [] : [['scope', scope] as const]),
    ['state', request.state],
  ];
  append(
    url.searchParams,
    ofProtocol.filter(([name]) => !url.searchParams.has(name)),
  );
  return url.href;
}

/** The request that a browser sends for this URL. */
export function authorizationRequest(url: string): HttpRequest {
  return { method: 'GET', url, headers: { ...accept, ...userAgent } };
}

export interface TokenEndpoint {
  readonly endpoint: string;
  readonly client: Client;
  readonly inUrl: Pairs;
  readonly inBody: Pairs;
}

/** The request that exchanges a code for tokens, RFC 6749 section 4.1.3, with further parameters. */
export function tokenRequest(
  { endpoint, client, inUrl, inBody }: TokenEndpoint,
  grant: { readonly code: string; readonly redirectUri: string },
): HttpRequest {
  const url = new URL(endpoint);
  const form = new URLSearchParams({
    grant_type: 'authorization_code',
    code: grant.code,
    redirect_uri: grant.redirectUri,
  });
  append(url.searchParams, inUrl);
  append(form, inBody);
  return authenticatedPost(url.href, form, client);
}

/** The request that exchanges a refresh token for new tokens, RFC 6749 section 6. */
export function refreshRequest(endpoint: string, client: Client, refreshToken: string): HttpRequest {
  const form = new URLSearchParams({ grant_type: 'refresh_token', refresh_token: refreshToken });
  return authenticatedPost(endpoint, form, client);
}

function append(parameters: URLSearchParams, pairs: Pairs): void {
  for (const [name, value] of pairs) parameters.append(name, value);
}

/**
 * Basic credentials are `base64(id:secret)` of the exact bytes. RFC 6749 section 2.3.1 requires form-encoding both first,
 * but many clients don't, and servers that expect the plain form reject `-` and `_` as some libraries encode them.
 */
function authenticatedPost(url: string, form: URLSearchParams, client: Client): HttpRequest {
  const { clientId, clientSecret, authentication } = client;
  if (authentication === 'post') {
    form.append('client_id', clientId);
    form.append('client_secret', clientSecret);
  }
  return {
    method: 'POST',
    url,
    headers: {
      accept: 'application/json',
      'content-type': 'application/x-www-form-urlencoded',
      ...userAgent,
      ...(authentication === 'basic'
        ? { authorization: `Basic ${basicCredentials(clientId, clientSecret)}` }
        : {}),
    },
    body: form.toString(),
  };
}
