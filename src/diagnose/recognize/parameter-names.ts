import { codeIn } from '../../oauth/error-codes.ts';
import type { FoundParameter } from '../evidence/evidence.ts';
import { equals } from './encoded-marks.ts';

/** Parameters of an authorization request, and those that are sent with it by mistake. */
export const requestNames: readonly string[] = [
  'client_id',
  'response_type',
  'redirect_uri',
  'code_challenge',
  'code_challenge_method',
  'scope',
  'state',
  'prompt',
  'nonce',
  'response_mode',
  'code_verifier',
  'client_secret',
  'grant_type',
];

/** Any of them, as the source of a pattern. */
export const anyRequestName: string = `(?:${requestNames.join('|')})`;

/** Parameters of a URL where a sign-in ended. */
export const responseNames: readonly string[] = [
  'error',
  'error_description',
  'error_uri',
  'errorCode',
  'errorSummary',
  'code',
  'iss',
  'session_state',
];

/** Sent with a redirect only, never by a token endpoint. */
export const redirectNames: readonly string[] = ['state', 'iss', 'session_state'];

const byLength = [...requestNames, ...responseNames].sort((one, other) => other.length - one.length);

/** A parameter's name by which a query is known, with "=" plain or percent-encoded. */
const knownName = `(?:${byLength.join('|')})${equals}`;

/** Such a name anywhere in a text. */
export const knownInside = new RegExp(knownName, 'i');

/** Such a name at the beginning of a text. */
export const knownAtStart = new RegExp(`^${knownName}`, 'i');

/** Such a name as a whole word, or after an encoded `?`, `&`, or `#`. */
export const knownAnywhere = new RegExp(`(?:(?<![\\w.-])|(?<=%(?:25){0,3}(?:3f|26|23)))${knownName}`, 'i');

/** No other protocol has these. */
export const tellingNames: readonly string[] = [
  'client_id',
  'response_type',
  'redirect_uri',
  'code_challenge',
  'code_challenge_method',
];
const telling: ReadonlySet<string> = new Set(tellingNames);

const authorizePath = /\/(?:oauth2?)?authori[sz]e?(?:ation)?\/?$/i;
const tokenPath = /\/token\/?$/i;

/** Whether one of these parameters is present, with or without a value. */
export const hasAny = (parameters: readonly FoundParameter[], names: readonly string[]): boolean =>
  parameters.some(({ name }) => names.includes(name));

/** Whether one of these parameters has a value. */
const has = (parameters: readonly FoundParameter[], ...names: readonly string[]): boolean =>
  parameters.some(({ name, value }) => names.includes(name) && value !== '');

/** Whether parameters are an authorization request, RFC 6749 section 4.1.1, even an incomplete one. */
export function isRequest(parameters: readonly FoundParameter[], endpoint = ''): boolean {
  const isToken = tokenPath.test(endpoint) && has(parameters, 'code', 'grant_type');
  if (isToken || has(parameters, 'error')) return false;
  const names = new Set(parameters.map(({ name }) => name));
  if (has(parameters, 'code') && !names.has('response_type') && !names.has('code_challenge')) return false;
  const told = [...names].filter((name) => telling.has(name)).length;
  const extra = names.has('scope') || names.has('state') ? 1 : 0;
  return told + extra >= (authorizePath.test(endpoint) ? 1 : 2);
}

const landingPath = /\/(?:authcode|callback|cb)\/?$/i;

/** Whether parameters are what a sign-in ended with, RFC 6749 sections 4.1.2 and 4.1.2.1. */
export function isResponse(parameters: readonly FoundParameter[], endpoint = ''): boolean {
  const isLanding = landingPath.test(endpoint);
  if (has(parameters, 'code')) {
    const isToken = has(parameters, 'grant_type', 'client_secret') || tokenPath.test(endpoint);
    if (!isToken && !isRequest(parameters)) return isLanding || has(parameters, ...redirectNames);
  }
  const error = parameters.find(({ name, value }) => /^error(?:Code)?$/.test(name) && value !== '');
  if (error === undefined) return false;
  return (
    isLanding || codeIn(error.value) !== undefined || has(parameters, 'error_description', 'errorSummary')
  );
}
