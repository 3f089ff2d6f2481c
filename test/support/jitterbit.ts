import type { Parameter } from '../../src/setup-file/schema.ts';
import type { Registration } from './registration.ts';

/** A stand-in for Jitterbit: sends the registered values, and shows responses the way its services do. */

const sentIn = (rows: readonly Parameter[], sendIn: string): [string, string][] =>
  rows.filter((row) => row.sendIn === sendIn).map(({ key, value }) => [key, value]);

/** The URL of the sign-in window. Jitterbit adds parameters that have no row. */
export function signInUrl(registration: Registration, state: string): string {
  const { clientId, redirectUri, scopes, authenticationUrl } = registration;
  const parameters = new URLSearchParams([
    ...sentIn(registration.authenticationRequest, 'Request URL'),
    ['client_id', clientId],
    ['redirect_uri', redirectUri],
    ['scope', scopes],
    ['state', state],
  ]);
  return `${authenticationUrl}?${parameters}`;
}

/** Redeems a code, then refreshes the tokens. @returns the error that Studio shows; undefined on success */
export async function redeem(registration: Registration, code: string): Promise<string | undefined> {
  const { redirectUri, accessTokenUrl, refreshTokenUrl, tokenRequest } = registration;
  const query = new URLSearchParams(sentIn(tokenRequest, 'Request URL')).toString();
  const tokens = await post(registration, query === '' ? accessTokenUrl : `${accessTokenUrl}?${query}`, [
    ['grant_type', 'authorization_code'],
    ['code', code],
    ['redirect_uri', redirectUri],
    ...sentIn(tokenRequest, 'Request Body'),
  ]);
  if (!tokens.ok) return studioMessage(tokens.status, tokens.body);
  const { refresh_token: refreshToken } = JSON.parse(tokens.body) as { refresh_token: string };
  const refreshed = await post(registration, refreshTokenUrl, [
    ['grant_type', 'refresh_token'],
    ['refresh_token', refreshToken],
  ]);
  return refreshed.ok ? undefined : studioMessage(refreshed.status, refreshed.body);
}

interface Answer {
  readonly ok: boolean;
  readonly status: number;
  readonly body: string;
}

async function post(
  { clientId, clientSecret }: Registration,
  url: string,
  form: [string, string][],
): Promise<Answer> {
  const response = await fetch(url, {
    method: 'POST',
    redirect: 'manual',
    headers: {
      authorization: `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`,
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: new URLSearchParams(form).toString(),
  });
  return { ok: response.ok, status: response.status, body: await response.text() };
}

/** The envelope of Jitterbit's services around the text of the other server. */
function studioMessage(status: number, body: string): string {
  const error = { errorMessage: `HTTP ${status}: ${body}`, errorCode: 'OAUTH_ERROR', errorId: 'f3b1c2' };
  return JSON.stringify({ success: false, data: null, error });
}
