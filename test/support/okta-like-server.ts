import type { ServerResponse } from 'node:http';
import { documentedScopes } from '../../src/facts/scopes.ts';
import { deriveCodeChallenge } from '../../src/oauth/pkce.ts';
import { type Behavior, startMisbehaving } from './misbehaving-server.ts';

/** The registered values of the application at ZoomInfo. */
export interface Application {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly redirectUris: readonly string[];
  readonly scopes: readonly string[];
}

interface Refusal {
  readonly error: string;
  readonly words: string;
}

export const authorizePath = '/gtm/oauth/v1/authorize';
export const tokenPath = '/gtm/oauth/v1/token';

/**
 * An authorization server with Okta's error messages. For every other path, it responds with a bare 401, like ZoomInfo's
 * gateway. Every sign-in succeeds. @param plain treats a challenge without a method as plain (RFC 7636 section 4.3)
 */
export async function startOktaLike(application: Application, plain = false) {
  const codes = new Map<string, URLSearchParams>();
  const behave: Behavior = ({ method, path, query, headers, body }, response) => {
    if (method === 'GET' && path === authorizePath) authorize(application, query, codes, response);
    else if (method === 'POST' && path === tokenPath)
      redeem(application, headers.authorization ?? '', new URLSearchParams(body), codes, plain, response);
    else response.writeHead(401).end();
  };
  return startMisbehaving(behave);
}

function authorize(
  application: Application,
  query: URLSearchParams,
  codes: Map<string, URLSearchParams>,
  response: ServerResponse,
): void {
  const shown = refusedOnPage(application, query);
  if (shown !== undefined) page(response, shown);
  else sendBack(application, query, codes, response);
}

function sendBack(
  application: Application,
  query: URLSearchParams,
  codes: Map<string, URLSearchParams>,
  response: ServerResponse,
): void {
  const told = refusedByRedirect(application, query);
  const code = `code-${codes.size}-${'x'.repeat(24)}`;
  if (told === undefined) codes.set(code, query);
  const back = new URL(query.get('redirect_uri') ?? '');
  const parameters = told === undefined ? { code } : { error: told.error, error_description: told.words };
  back.search = new URLSearchParams({ state: query.get('state') ?? '', ...parameters }).toString();
  response.writeHead(302, { location: back.href }).end();
}

/** Errors that make a redirect unsafe, RFC 6749 section 4.1.2.1. */
function refusedOnPage(application: Application, query: URLSearchParams): Refusal | undefined {
  if (query.get('client_id') !== application.clientId)
    return { error: 'invalid_client', words: "Invalid value for 'client_id' parameter." };
  if (application.redirectUris.includes(query.get('redirect_uri') ?? '')) return undefined;
  return {
    error: 'invalid_request',
    words: "The 'redirect_uri' parameter must be a Login redirect URI in the client app settings.",
  };
}

function refusedByRedirect(application: Application, query: URLSearchParams): Refusal | undefined {
  const type = query.get('response_type');
  if (type === null) return { error: 'invalid_request', words: "The request is missing a 'response_type'." };
  if (type !== 'code')
    return {
      error: 'unsupported_response_type',
      words:
        'The response type is not supported by the authorization server. Configured response types: [code]',
    };
  const challenge = query.get('code_challenge');
  if (challenge === null)
    return { error: 'invalid_request', words: 'PKCE code challenge is required by the application.' };
  if (/[^A-Za-z0-9._~-]/.test(challenge))
    return { error: 'invalid_request', words: 'PKCE code challenge contains illegal characters.' };
  const scopes = (query.get('scope') ?? '').split(' ');
  const isKnown = scopes.every((scope) => documentedScopes.some((known) => known === scope));
  return isKnown && scopes.every((scope) => application.scopes.includes(scope))
    ? undefined
    : {
        error: 'invalid_scope',
        words: 'One or more scopes are not configured for the authorization server resource.',
      };
}

function redeem(
  application: Application,
  authorization: string,
  form: URLSearchParams,
  codes: Map<string, URLSearchParams>,
  plain: boolean,
  response: ServerResponse,
): void {
  const refusal =
    refusedClient(application, authorization) ??
    (form.get('grant_type') === 'refresh_token' ? undefined : refusedCode(form, codes, plain));
  if (refusal === undefined) json(response, 200, tokens);
  else
    json(response, refusal.error === 'invalid_client' ? 401 : 400, {
      error: refusal.error,
      error_description: refusal.words,
    });
}

const tokens = {
  token_type: 'Bearer',
  access_token: 'a'.repeat(30),
  refresh_token: 'r'.repeat(30),
  expires_in: 3600,
};

function refusedClient({ clientId, clientSecret }: Application, authorization: string): Refusal | undefined {
  const given = Buffer.from(authorization.replace('Basic ', ''), 'base64').toString();
  if (given === `${clientId}:${clientSecret}`) return undefined;
  const words = given.startsWith(`${clientId}:`)
    ? 'The client secret supplied for a confidential client is invalid.'
    : 'Client authentication failed.';
  return { error: 'invalid_client', words };
}

function refusedCode(
  form: URLSearchParams,
  codes: Map<string, URLSearchParams>,
  plain: boolean,
): Refusal | undefined {
  const request = codes.get(form.get('code') ?? '');
  if (request === undefined)
    return { error: 'invalid_grant', words: 'The authorization code is invalid or has expired.' };
  const verifier = form.get('code_verifier') ?? '';
  const isPlain = plain && request.get('code_challenge_method') === null;
  const derived = isPlain ? verifier : deriveCodeChallenge(verifier);
  return derived === request.get('code_challenge')
    ? undefined
    : { error: 'invalid_grant', words: 'PKCE verification failed.' };
}

function page(response: ServerResponse, { error, words }: Refusal): void {
  response.writeHead(400, { 'content-type': 'text/html; charset=utf-8' }).end(
    `<!doctype html><html><head><title>400</title><style>body{color:#333}</style></head><body><h1>400</h1>
<h2>Bad Request</h2><p>Your request resulted in an error. ${words.replaceAll("'", '&#39;')}</p>
<p>Error Code: ${error}</p><p>Description: ${words.replaceAll("'", '&#39;')}</p><a href="/">Go to Homepage</a></body></html>`,
  );
}

function json(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
