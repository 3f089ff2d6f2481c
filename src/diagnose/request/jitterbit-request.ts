import type { Redactor } from '../../checks/redactor.ts';
import { documentedEndpoints } from '../../facts/endpoints.ts';
import { regionOfRedirectUri } from '../../facts/regions.ts';
import { isDocumentedScope } from '../../facts/scopes.ts';
import { parseUrl } from '../../text/parse-url.ts';
import { withoutTrailing } from '../../text/trim-end.ts';
import type { FoundUrl } from '../evidence/evidence.ts';
import type { SetupWithFile } from '../evidence/registered.ts';
import { challengesIn } from '../evidence/registered-pairs.ts';
import { areRows } from './registered-rows.ts';
import { valuesOf } from './request-values.ts';

/**
 * Whether a request is the one that Jitterbit sent: its URL is the Authentication URL, its client that of the setup, or
 * its redirect URI one of the three. Any other may be ZoomInfo's own, to its sign-in service, unless it is only a list
 * with values of the connector.
 */
export function isFromJitterbit(request: FoundUrl, registered: SetupWithFile | undefined): boolean {
  const { clientId } = registered?.setup ?? {};
  return (
    isAuthenticationUrl(request.endpoint, registered) ||
    valuesOf(request, 'client_id').some((value) => Boolean(clientId) && value.trim() === clientId) ||
    valuesOf(request, 'redirect_uri').some((uri) => regionOfRedirectUri(uri.trim()) !== undefined) ||
    (!isIdentified(request) && hasOwnValues(request, registered))
  );
}

const hasAnyOf = ({ parameters }: FoundUrl, names: readonly string[]): boolean =>
  parameters.some(({ name }) => names.includes(name));

/** Whether parameters are those of a token request, in whose body the code verifier belongs. */
export const isTokenRequest = (request: FoundUrl): boolean =>
  request.endpoint === undefined &&
  hasAnyOf(request, ['grant_type', 'code_verifier', 'client_secret']) &&
  !hasAnyOf(request, ['response_type', 'code_challenge', 'code_challenge_method', 'scope', 'state']);

/** Whether a request shows where it goes, or where its response goes. */
export const isIdentified = (request: FoundUrl): boolean =>
  request.endpoint !== undefined || valuesOf(request, 'redirect_uri').length > 0;

/** ZoomInfo's own requests have neither ZoomInfo's scopes nor the pair of a setup. */
function hasOwnValues(request: FoundUrl, registered: SetupWithFile | undefined): boolean {
  const challenges = registered === undefined ? [] : challengesIn(registered);
  return (
    areRows(request) ||
    valuesOf(request, 'scope').some((scope) => scope.split(' ').every(isDocumentedScope)) ||
    valuesOf(request, 'code_challenge').some((value) => challenges.includes(value.trim()))
  );
}

/** Ignores case, the scheme, and a trailing slash, which a check of the request judges. */
function isAuthenticationUrl(endpoint: string | undefined, registered: SetupWithFile | undefined): boolean {
  if (endpoint === undefined) return false;
  const urls = [documentedEndpoints.authenticationUrl, registered?.setup.authenticationUrl ?? ''];
  return urls
    .map((url) => urlOf(url))
    .some((url) => {
      const found = url === undefined ? undefined : urlOf(endpoint, url);
      return url !== undefined && found !== undefined && placeOf(url) === placeOf(found);
    });
}

const placeOf = ({ host, pathname }: URL): string => withoutTrailing(host + pathname, '/').toLowerCase();

/** A URL as pasted. If the scheme or the host is missing, they come from `like`. */
export function urlOf(text: string, like?: URL): URL | undefined {
  if (/^\/(?!\/)/.test(text)) return like && parseUrl(text, like);
  const protocol = like?.protocol ?? 'https:';
  const whole = /^[a-z][a-z\d+.-]*:\/\//i.test(text) ? text : `${protocol}//${text.replace(/^\/+/, '')}`;
  return parseUrl(whole);
}

const mostPlaces = 3;

/** The hosts that requests went to, for a sentence; empty if none of them can be shown. */
export function placesOf(requests: readonly FoundUrl[], { redactor }: { redactor: Redactor }): string {
  const hosts = requests.map(({ endpoint = '' }) => shownHost(urlOf(endpoint)?.hostname ?? '', redactor));
  return [...new Set(hosts.filter((host) => host !== undefined))].slice(0, mostPlaces).join(', ');
}

/** Labels that look like words, not like random text. */
const plainHost = /^(?:[a-z-]{1,20}\d{0,3}\.){1,4}[a-z]{2,10}$/;

/** Hosts of both vendors are public, even if a value in the paste contains their names. */
const publicHost = /\.(?:zoominfo|jitterbit)\.com$/;

/** A host in the paste for a message; undefined if it may be something else that was pasted there. */
export function shownHost(host: string, redactor: Redactor): string | undefined {
  if (!plainHost.test(host)) return undefined;
  return publicHost.test(host) || redactor.redact(host) === host ? host : undefined;
}
