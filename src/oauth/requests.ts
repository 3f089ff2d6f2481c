import type { HttpRequest } from '../context/http.ts';
import { basicCredentials, type ClientAuthentication } from './client-authentication.ts';

/** Building requests, apart from sending them and from judging what comes back. */

/** Parameters as they are sent, in order. */
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
  /** Further parameters. They come first, and one that is also a parameter of the protocol wins. */
  readonly parameters: Pairs;
}

const accept = { accept: 'application/json, text/html;q=0.9, */*;q=0.5' };
const userAgent = { 'user-agent': 'zi-oauth-setup' };

/** The URL to which a user's browser is sent, RFC 6749 section 4.1.1. */
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

/** The request that a browser makes of that URL. */
export function authorizationRequest(url: string): HttpRequest {
  return { method: 'GET', url, headers: { ...accept, ...userAgent } };
}

export interface TokenEndpoint {
  readonly endpoint: string;
  readonly client: Client;
  readonly inUrl: Pairs;
  readonly inBody: Pairs;
}

/** The exchange of a code for tokens, RFC 6749 section 4.1.3, with further parameters. */
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

/** RFC 6749 section 6. */
export function refreshRequest(endpoint: string, client: Client, refreshToken: string): HttpRequest {
  const form = new URLSearchParams({ grant_type: 'refresh_token', refresh_token: refreshToken });
  return authenticatedPost(endpoint, form, client);
}

function append(parameters: URLSearchParams, pairs: Pairs): void {
  for (const [name, value] of pairs) parameters.append(name, value);
}

/**
 * Basic is `base64(id:secret)` of the exact bytes. RFC 6749 section 2.3.1 wants both form-encoded first, but many public
 * clients do not do that, and servers that expect them so reject what libraries make of `-` and `_`.
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
