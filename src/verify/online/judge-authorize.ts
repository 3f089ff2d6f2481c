import { type Finding, failed, passed, undecided } from '../../checks/finding.ts';
import type { Redactor } from '../../checks/redactor.ts';
import type { HttpAnswer } from '../../context/http.ts';
import { labels } from '../../facts/labels.ts';
import { formField, redirectUriList } from '../../facts/places.ts';
import { isRefusal } from '../../oauth/error-codes.ts';
import { errorInParameters, type ServerError, serverError } from '../../oauth/server-error.ts';
import { lookup } from '../../text/lookup.ts';
import {
  isServersTrouble,
  isServersTroubleCode,
  placeOf,
  quoted,
  redirectTarget,
  strangeAnswer,
} from './quote.ts';

export interface AuthorizeContext {
  /** The address that was asked. */
  readonly url: string;
  readonly redirectUri: string;
  readonly redactor: Redactor;
}

/** What to do about an error of the authorization request, by its code (RFC 6749 section 4.1.2.1). */
const fixes: Readonly<Record<string, string>> = {
  invalid_client: `Compare the ${labels.clientId} with the application in the ${labels.developerPortal}: ${formField('clientId')}.`,
  unauthorized_client: `Compare the ${labels.clientId}: ${formField('clientId')}; the application must be allowed the ${labels.authorizationCodeFlow}.`,
  invalid_scope: `Select every scope in the application too, or remove it: ${formField('scopes')}.`,
  invalid_redirect_uri: `Add the redirect URI, to the byte: ${redirectUriList}.`,
  redirect_uri_mismatch: `Add the redirect URI, to the byte: ${redirectUriList}.`,
};

const unspecificFix = `Look at ${redirectUriList}; at the ${labels.clientId}, ${formField('clientId')}; and at the rows of ${labels.advancedOptions}, tab ${labels.authenticationRequest}.`;

/** Judges the answer to an authorization request. Says no more than what was seen. */
export function judgeAuthorize(answer: HttpAnswer, context: AuthorizeContext): Finding {
  const { status } = answer;
  if (isServersTrouble(status)) return strangeAnswer(answer, context.redactor);
  const target = redirectTarget(answer, context.url);
  if (target !== undefined) return judgeRedirect(target, context);
  const error = serverError(answer);
  if (isRefusal(status, error.code)) return refused(error, `with ${status}`, context);
  if (status === 401) return notAnEndpoint('authenticationUrl', error, context.redactor);
  return strangeAnswer(answer, context.redactor);
}

/** Gateways answer a bare 401 to every path that they do not know. */
export function notAnEndpoint(
  field: 'authenticationUrl' | 'accessTokenUrl',
  error: ServerError,
  redactor: Redactor,
): Finding {
  return failed(
    `The address answers 401 without an OAuth error: it is not an OAuth endpoint.${quoted(error, redactor)}`,
    `Compare it with the documented one: ${formField(field)}.`,
    'not-an-endpoint',
  );
}

function judgeRedirect(target: URL, context: AuthorizeContext): Finding {
  const { redactor, url, redirectUri } = context;
  const error = errorInTarget(target);
  const place = placeOf(target, redactor);
  const isBack = isSamePlace(target, redirectUri);
  if (error !== undefined && (isBack || error.code !== undefined))
    return refused(error, `by a redirect to ${place}`, context);
  if (error !== undefined)
    return undecided(
      `The server redirects to ${place} with an error that is not an OAuth error.${quoted(error, redactor)}`,
    );
  if (isBack)
    return undecided(
      `The server sent the browser straight back to ${place}, without a sign-in and without an error.`,
    );
  if (isSamePlace(target, url) && isSameQuery(target, new URL(url)))
    return undecided(
      `The address redirects to itself (${place}): nobody can sign in like this.`,
      undefined,
      'redirect-loop',
    );
  return passed(
    `The server sends the browser on to ${place}, as for a sign-in. That proves the address, not the client: whether ${labels.clientId} and redirect URI are right shows only after a sign-in (--login).`,
  );
}

/** In the query or in the fragment, which may be a path with a query of its own. */
function errorInTarget({ searchParams, hash }: URL): ServerError | undefined {
  const fragment = new URLSearchParams(hash.slice(1));
  const query = new URLSearchParams(hash.slice(hash.indexOf('?') + 1));
  return errorInParameters(searchParams) ?? errorInParameters(fragment) ?? errorInParameters(query);
}

function refused(error: ServerError, how: string, { redactor }: AuthorizeContext): Finding {
  const { code } = error;
  if (isServersTroubleCode(code))
    return undecided(
      `The server has a problem of its own, ${how}.${quoted(error, redactor)}`,
      'Try again later.',
      code,
    );
  return failed(
    `The server refused the authorization request ${how}.${quoted(error, redactor)}`,
    lookup(fixes, code) ?? unspecificFix,
    code,
  );
}

/** `+` and `%20` are the same space. */
const isSameQuery = (one: URL, other: URL): boolean =>
  one.searchParams.toString() === other.searchParams.toString();

function isSamePlace(target: URL, address: string): boolean {
  if (!URL.canParse(address)) return false;
  const other = new URL(address);
  return target.origin === other.origin && target.pathname === other.pathname;
}

/** Refusals that a missing `code_challenge_method` may be the reason of: only a second try can tell. */
export function mayWantChallengeMethod({ status, code }: Finding): boolean {
  return status === 'fail' && (code === undefined || code === 'invalid_request');
}
