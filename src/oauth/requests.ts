import type { HttpRequest } from '../context/http.ts';
import { sendIn } from '../setup-file/parameter-rows.ts';
import type { Parameter } from '../setup-file/schema.ts';
import type { Registration } from '../verify/online/registration.ts';
import { basicCredentials, type ClientAuthentication } from './client-authentication.ts';

/** Building requests, apart from sending them and from judging what comes back. */

export interface Credentials {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly clientAuthentication: ClientAuthentication;
}

const accept = { accept: 'application/json, text/html;q=0.9, */*;q=0.5' };

/**
 * The address to which the console sends a user's browser, RFC 6749 section 4.1.1. The rows come first, as they are;
 * a row of the same name wins over what the console would add.
 */
export function authorizationUrl(
  registration: Registration,
  request: { readonly clientId: string; readonly redirectUri: string; readonly state: string },
): string {
  const url = new URL(registration.authenticationUrl);
  const { clientId, redirectUri, state } = request;
  const scope = registration.scopes.join(' ');
  const console = {
    client_id: clientId,
    redirect_uri: redirectUri,
    ...(scope === '' ? {} : { scope }),
    state,
  };
  appendRows(url.searchParams, registration.authenticationRequest, sendIn.url);
  for (const [key, value] of Object.entries(console))
    if (!url.searchParams.has(key)) url.searchParams.append(key, value);
  return url.href;
}

export function authorizationRequest(url: string): HttpRequest {
  return { method: 'GET', url, headers: { ...accept, 'user-agent': 'zi-oauth-setup' } };
}

/** The exchange of a code for tokens, RFC 6749 section 4.1.3, with the rows of the tab Token request. */
export function tokenRequest(
  registration: Registration,
  credentials: Credentials,
  grant: { readonly code: string; readonly redirectUri: string },
): HttpRequest {
  const url = new URL(registration.accessTokenUrl);
  const form = new URLSearchParams({
    grant_type: 'authorization_code',
    code: grant.code,
    redirect_uri: grant.redirectUri,
  });
  appendRows(url.searchParams, registration.tokenRequest, sendIn.url);
  appendRows(form, registration.tokenRequest, sendIn.body);
  return authenticatedPost(url.href, form, credentials);
}

/** RFC 6749 section 6. The rows belong to the token request alone. */
export function refreshRequest(
  registration: Registration,
  credentials: Credentials,
  refreshToken: string,
): HttpRequest {
  const form = new URLSearchParams({ grant_type: 'refresh_token', refresh_token: refreshToken });
  return authenticatedPost(registration.refreshTokenUrl, form, credentials);
}

function appendRows(parameters: URLSearchParams, rows: readonly Parameter[], place: string): void {
  for (const row of rows) if (row.sendIn === place) parameters.append(row.key, row.value);
}

/**
 * Basic is `base64(id:secret)` of the very bytes. RFC 6749 section 2.3.1 wants both form-encoded first, but the public
 * clients of ZoomInfo do not do that, and servers like it refuse what libraries make of `-` and `_`.
 */
function authenticatedPost(url: string, form: URLSearchParams, credentials: Credentials): HttpRequest {
  const { clientId, clientSecret, clientAuthentication } = credentials;
  if (clientAuthentication === 'post') {
    form.append('client_id', clientId);
    form.append('client_secret', clientSecret);
  }
  return {
    method: 'POST',
    url,
    headers: {
      accept: 'application/json',
      'content-type': 'application/x-www-form-urlencoded',
      'user-agent': 'zi-oauth-setup',
      ...(clientAuthentication === 'basic'
        ? { authorization: `Basic ${basicCredentials(clientId, clientSecret)}` }
        : {}),
    },
    body: form.toString(),
  };
}
