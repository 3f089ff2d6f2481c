import type { Fix } from '../../checks/check.ts';
import { type Finding, failed, passed, undecided } from '../../checks/finding.ts';
import type { Redactor } from '../../checks/redactor.ts';
import type { ValueSources } from '../../checks/subject.ts';
import type { HttpAnswer } from '../../context/http.ts';
import { documentedEndpoints } from '../../facts/endpoints.ts';
import { labels } from '../../facts/labels.ts';
import { copyCredential, formField, parametersOf, portalPart, redirectUriList } from '../../facts/places.ts';
import { isRefusal } from '../../oauth/error-codes.ts';
import { errorInParameters, type ServerError, serverError } from '../../oauth/server-error.ts';
import { lookup } from '../../text/lookup.ts';
import { parseUrl } from '../../text/parse-url.ts';
import { fixAtSource } from '../offline/fix-at-source.ts';
import { credentialRepairs, endpointRepairs, scopesRepair } from '../offline/repair.ts';
import {
  isServersTrouble,
  isServersTroubleCode,
  placeOf,
  quoted,
  redirectTarget,
  strangeAnswer,
} from './quote.ts';

export interface AuthorizeContext extends ValueSources {
  /** The URL of the request. */
  readonly url: string;
  readonly redirectUri: string;
  readonly redactor: Redactor;
}

/** How to fix an error of the authorization request, by its code (RFC 6749 section 4.1.2.1). */
const fixes: Readonly<Record<string, string>> = {
  invalid_client: copyCredential('clientId', 'again'),
  unauthorized_client: `${copyCredential('clientId', 'again')} The application must allow the ${labels.authorizationCodeFlow}.`,
  invalid_scope: `Select each scope in ${portalPart(labels.oauthScopes)}, or remove it from ${formField('scopes')}.`,
  invalid_redirect_uri: `Add the exact redirect URI to ${redirectUriList}.`,
  redirect_uri_mismatch: `Add the exact redirect URI to ${redirectUriList}.`,
};

/** What may also need to change in the setup file. */
const repairs: Readonly<Record<string, Parameters<typeof fixAtSource>[1]>> = {
  invalid_client: { clientId: credentialRepairs.clientId },
  unauthorized_client: { clientId: credentialRepairs.clientId },
  invalid_scope: { scopes: scopesRepair },
};

const unspecificFix = `Check, in this order: (1) ${redirectUriList}; (2) ${formField('clientId')}; (3) the rows in ${parametersOf('authenticationRequest')}.`;

/** Judges the response to an authorization request, and claims no more than it proves. */
export function judgeAuthorize(answer: HttpAnswer, context: AuthorizeContext): Finding {
  const { status } = answer;
  if (isServersTrouble(status)) return strangeAnswer(answer, context.redactor);
  const target = redirectTarget(answer, context.url);
  if (target !== undefined) return judgeRedirect(target, context);
  const error = serverError(answer);
  if (isRefusal(status, error.code)) return refused(error, `with ${status}`, context);
  if (status === 401) return notAnEndpoint('authenticationUrl', error, context);
  return strangeAnswer(answer, context.redactor);
}

/** How to enter the documented URL. */
export const endpointFix = (field: keyof typeof endpointRepairs, sources: ValueSources): Fix =>
  fixAtSource(
    [`Make sure that ${formField(field)} is:`, { value: documentedEndpoints[field] }],
    { [field]: endpointRepairs[field] },
    sources,
    true,
  );

/** Gateways respond to every unknown path with a bare 401. */
export function notAnEndpoint(
  field: 'authenticationUrl' | 'accessTokenUrl',
  error: ServerError,
  { redactor, ...sources }: Pick<AuthorizeContext, 'redactor'> & ValueSources,
): Finding {
  return failed(
    `The URL responds with 401 and no OAuth error, so it isn't an OAuth endpoint.${quoted(error, redactor)}`,
    endpointFix(field, sources),
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
      `The server redirects to ${place} with an error that isn't an OAuth error.${quoted(error, redactor)}`,
    );
  if (isBack)
    return undecided(
      `The server redirects straight back to ${place}, without a sign-in and without an error.`,
    );
  if (isSamePlace(target, url) && isSameQuery(target, new URL(url)))
    return undecided(
      `The URL redirects to itself (${place}), so no one can sign in.`,
      undefined,
      'redirect-loop',
    );
  return passed(
    `The server redirects to ${place}, apparently a sign-in page. This confirms the URL, but not the ${labels.clientId} or the redirect URI. To check those, sign in with --login.`,
  );
}

/** In the query or in the fragment, which may be a path with its own query. */
function errorInTarget({ searchParams, hash }: URL): ServerError | undefined {
  const fragment = new URLSearchParams(hash.slice(1));
  const query = new URLSearchParams(hash.slice(hash.indexOf('?') + 1));
  return errorInParameters(searchParams) ?? errorInParameters(fragment) ?? errorInParameters(query);
}

function refused(error: ServerError, how: string, { redactor, ...sources }: AuthorizeContext): Finding {
  const { code } = error;
  const fix = lookup(fixes, code) ?? unspecificFix;
  if (isServersTroubleCode(code))
    return undecided(
      `The server reports an internal problem (${how}).${quoted(error, redactor)}`,
      'Try again later.',
      code,
    );
  return failed(
    `The server rejected the authorization request ${how}.${quoted(error, redactor)}`,
    fixAtSource(fix, lookup(repairs, code) ?? {}, sources, false),
    code,
  );
}

/** `+` and `%20` are the same space. */
const isSameQuery = (one: URL, other: URL): boolean =>
  one.searchParams.toString() === other.searchParams.toString();

function isSamePlace(target: URL, url: string): boolean {
  const other = parseUrl(url);
  return target.origin === other?.origin && target.pathname === other.pathname;
}

/** Rejections that a missing `code_challenge_method` may cause, which only a second request can show. */
export function mayWantChallengeMethod({ status, code }: Finding): boolean {
  return status === 'fail' && (code === undefined || code === 'invalid_request');
}
