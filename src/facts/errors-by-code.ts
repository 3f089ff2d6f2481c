import { type KnownError, meanings } from './error-meaning.ts';
import { rejectedRedirectUri } from './errors-about-redirect-uris.ts';
import { labels } from './labels.ts';

/** What the OAuth codes can mean without known words: RFC 6749 sections 4.1.2.1 and 5.2, OpenID Connect. */
export const errorsByCode: readonly KnownError[] = [
  { code: 'invalid_redirect_uri', ...rejectedRedirectUri },
  { code: 'redirect_uri_mismatch', ...rejectedRedirectUri },
  {
    code: 'invalid_client',
    means: `The server rejected the ${labels.clientId} or the ${labels.clientSecret}.`,
    causes: ['clientSecret', 'clientIdOfToken'],
  },
  { code: 'invalid_grant', ...meanings.rejectedGrant },
  {
    code: 'invalid_scope',
    means: 'The server rejected the whole request because of a scope.',
    causes: ['scopes'],
  },
  { code: 'invalid_request', ...meanings.invalidRequest },
  { code: 'unauthorized_client', ...meanings.grantType },
  { code: 'unsupported_response_type', ...meanings.responseType },
  {
    code: 'unsupported_grant_type',
    means: "The server doesn't accept the grant_type of the token request.",
    causes: ['repeatedInBody', 'accessTokenUrl'],
  },
  { code: 'access_denied', ...meanings.accessDenied },
  ...['login_required', 'interaction_required', 'consent_required', 'account_selection_required'].map(
    (code): KnownError => ({
      code,
      means: 'The request told ZoomInfo not to show its sign-in page, but ZoomInfo had to show it.',
      causes: ['promptRow'],
    }),
  ),
  ...[
    'invalid_request_object',
    'invalid_request_uri',
    'registration_not_supported',
    'request_not_supported',
    'request_uri_not_supported',
  ].map(
    (code): KnownError => ({
      code,
      means: "The request contained an OpenID Connect parameter that the server doesn't accept.",
      causes: ['requestObjectRow'],
    }),
  ),
  ...['server_error', 'temporarily_unavailable'].map(
    (code): KnownError => ({ code, ...meanings.internalProblem }),
  ),
  ...['too_many_requests', 'rate_limit_exceeded', 'slow_down'].map(
    (code): KnownError => ({ code, ...meanings.tooManyRequests }),
  ),
  { code: 'invalid_token', ...meanings.invalidToken },
  {
    code: 'insufficient_scope',
    means: 'The access token lacks a scope that an API call needs.',
    causes: ['neededScopes'],
    otherwise: 'If a scope was added after you signed in, sign in to the connection again.',
  },
];
